"""A section that can be folded away under its heading."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from erap_desktop.ui.theme import set_icon, space, style_button


class Disclosure(QWidget):
    """Put contents into ``body``; ``toggled`` tells when it is opened or closed."""

    toggled = Signal(bool)

    def __init__(self, title: str = "", parent: QWidget | None = None, *, opened: bool = True) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space("s"))
        self._head = style_button(QPushButton(title), "quiet", "chevron-down")
        self._head.setCheckable(True)
        self._head.setChecked(opened)
        self._head.toggled.connect(self._toggled)
        self._content = QWidget()
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(space("s"), 0, 0, 0)
        self.body.setSpacing(space("s"))
        layout.addWidget(self._head, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._content)
        self._show(opened)

    def set_title(self, title: str) -> None:
        """Name the section."""
        self._head.setText(title)

    def set_opened(self, opened: bool) -> None:
        """Open or fold it."""
        self._head.setChecked(opened)

    @property
    def opened(self) -> bool:
        """Whether its contents are shown."""
        return self._head.isChecked()

    def _show(self, opened: bool) -> None:
        self._content.setVisible(opened)
        set_icon(self._head, "chevron-down" if opened else "chevron-right", "accent", "icon-text")

    @Slot(bool)
    def _toggled(self, opened: bool) -> None:
        self._show(opened)
        self.toggled.emit(opened)
