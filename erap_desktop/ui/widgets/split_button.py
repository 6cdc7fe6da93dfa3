"""One main act and, behind an arrow, its rarer sisters."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from erap_desktop.ui.theme import space, style_button
from erap_desktop.ui.theme.styling import ButtonKind


class SplitButton(QWidget):
    """``clicked`` is the main act; the other acts are the actions given to ``add_action``."""

    clicked = Signal()

    def __init__(self, kind: ButtonKind = "primary", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space("hair"))
        self.main = style_button(QPushButton(), kind)
        self.more = style_button(QPushButton(), kind, "chevron-down")
        self.menu = QMenu(self.more)
        self.more.setMenu(self.menu)
        self.more.setSizePolicy(
            QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        )  # as high as its sister
        layout.addWidget(self.main, 1)
        layout.addWidget(self.more)
        self.main.clicked.connect(self._clicked)
        self.setFocusProxy(self.main)

    def set_words(self, text: str, more: str) -> None:
        """Say the main act, and to a screen reader what the arrow opens."""
        self.main.setText(text)
        self.more.setAccessibleName(more)
        self.more.setToolTip(more)

    def add_action(self, action: QAction) -> None:
        """Put another act into the menu."""
        self.menu.addAction(action)

    @Slot()
    def _clicked(self) -> None:
        self.clicked.emit()
