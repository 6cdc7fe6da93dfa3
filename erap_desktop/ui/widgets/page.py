"""A page that scrolls when it is higher than its place, with the margins all pages have."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from erap_desktop.ui.theme import space


class Page(QScrollArea):
    """Put contents into ``body``. It can take the focus, so that a page to be read scrolls by keyboard."""

    def __init__(
        self, name: str = "", parent: QWidget | None = None, *, max_width: int | None = None
    ) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_name(name)
        content = QWidget()
        outer = QVBoxLayout(content)
        outer.setContentsMargins(space("xl"), space("s"), space("xl"), space("xl"))
        column = QWidget()
        if max_width is not None:
            column.setMaximumWidth(max_width)
        column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.body = QVBoxLayout(column)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(space("l"))
        outer.addWidget(column)
        outer.addStretch(1)
        self.setWidget(content)
        content.setAutoFillBackground(False)  # setWidget turns it on
        self.viewport().setAutoFillBackground(False)

    def set_name(self, name: str) -> None:
        """What a screen reader calls the page."""
        self.setAccessibleName(name)
