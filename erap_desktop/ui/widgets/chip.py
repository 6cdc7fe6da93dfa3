"""A filter that is on, as a chip; pressing it takes the filter away."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from erap_desktop.ui.theme import style_button


class FilterChip(QPushButton):
    """``clicked`` means: remove this filter."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        style_button(self, "chip", "cross")
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross goes behind the words
        self.set_filter(text)

    def set_filter(self, text: str) -> None:
        """Name the filter, such as "County: Catron"."""
        self.setText(text)
        remove = QCoreApplication.translate("FilterChip", "Remove filter {name}").format(name=text)
        self.setAccessibleName(remove)
        self.setToolTip(remove)
