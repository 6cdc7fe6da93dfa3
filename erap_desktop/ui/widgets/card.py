"""A rounded sheet on which one group of facts lies, with an optional heading and controls at its right."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from erap_desktop.ui.theme import color, radius, size, space, text_label


class Card(QFrame):
    """Put contents into ``body``; ``set_title`` gives it a heading, which is also its accessible name."""

    def __init__(self, title: str = "", parent: QWidget | None = None, *, compact: bool = False) -> None:
        super().__init__(parent)
        self._margin = space("m" if compact else "l")
        self._outer = outer = QVBoxLayout(self)
        outer.setSpacing(space("s"))
        self._title = text_label("", "heading", wrap=True)
        self._head = QHBoxLayout()
        self._head.setSpacing(space("s"))
        self._head.addWidget(self._title, 1)
        outer.addLayout(self._head)
        self.body = QVBoxLayout()
        self.body.setSpacing(space("s"))
        outer.addLayout(self.body, 1)
        self.set_title(title)

    def set_title(self, title: str) -> None:
        """Show a heading; an empty one takes no room."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._title.setMinimumHeight(
            size("control") if title else 0
        )  # heads line up, with a button or without
        margin = self._margin
        self._outer.setContentsMargins(margin, space("s") if title else margin, margin, margin)
        self.setAccessibleName(title)

    def add_to_head(self, widget: QWidget) -> None:
        """Put a control at the right of the heading."""
        self._head.addWidget(widget)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("line"), 1))
        painter.setBrush(color("surface"))
        corner = radius("l")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
