"""A page that scrolls when it is higher than its place, with the margins all pages have."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from erap_desktop.ui.theme import space


class Page(QScrollArea):
    """Put contents into ``body``. While there is something to scroll.

    It can take the focus and arrows scroll it.
    """

    def __init__(
        self, name: str = "", parent: QWidget | None = None, *, max_width: int | None = None
    ) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._take_focus_if_scrollable)
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

    @Slot(int, int)
    def _take_focus_if_scrollable(self, _least: int, most: int) -> None:
        scrolls = most > 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if scrolls else Qt.FocusPolicy.NoFocus)

    def set_name(self, name: str) -> None:
        """What a screen reader calls the page."""
        self.setAccessibleName(name)
