"""A layout that goes on in the next line when a line is full.

Chips, badges, rows of buttons at any text size.
"""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from erap_desktop.ui.theme import space


class FlowLayout(QLayout):
    """Left to right, top to bottom; its height follows from its width."""

    def __init__(self, parent: QWidget | None = None, gap: str = "s") -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self._gap = space(gap)
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end. The layout has its place by then: with one that is moved later, Python
        frees the items sooner or later, and Qt ends the process when it next asks for their size.
        """
        assert self.parentWidget() is not None, "first put the layout where it belongs, then fill it"
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a position, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return the item at a position, or None."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Asks for no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high it is when it is so wide."""
        return self._place(QRect(0, 0, width, 0), moving=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place all items inside a rectangle."""
        super().setGeometry(rect)
        self._place(rect, moving=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """The widest item alone."""
        least = QSize()
        for item in self._shown():
            least = least.expandedTo(item.minimumSize())
        return least

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, moving: bool) -> int:
        top = rect.y()
        for line in self._lines(rect.width()):
            high = max(hint.height() for _, hint in line)
            left = rect.x()
            for item, hint in line:
                width = min(hint.width(), max(1, rect.width()))
                if moving:
                    item.setGeometry(QRect(left, top + (high - hint.height()) // 2, width, hint.height()))
                left += width + self._gap
            top += high + self._gap
        return max(0, top - self._gap - rect.y())

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in self._shown():
            hint = item.sizeHint()
            if not lines or used + self._gap + hint.width() > width:
                lines.append([])
                used = -self._gap
            lines[-1].append((item, hint))
            used += self._gap + hint.width()
        return lines
