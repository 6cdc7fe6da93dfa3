"""Before and each person side by side, one column each; chosen by its head, a click, or its number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QGridLayout,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from erap_desktop.ui.contested.comparison import NOTHING, CompareRow
from erap_desktop.ui.theme import color, radius, space, text_label
from erap_desktop.ui.theme.styling import TextStyle

_GROUNDS = ("side-first", "side-second")
_SHORT = 24  # letters; a long text in bold is hard to read


@dataclass(frozen=True, slots=True)
class ColumnHead:
    """Who, when; `number` is the key that chooses it, 0 where it cannot be chosen."""

    key: str
    who: str
    when: str
    number: int
    described: str


class CompareGrid(QWidget):
    """`chosen` carries the key of a side."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._body: QWidget | None = None
        self._grid: QGridLayout | None = None
        self._group: QButtonGroup | None = None
        self._heads: tuple[ColumnHead, ...] = ()

    def show_sides(self, heads: Sequence[ColumnHead], rows: Sequence[CompareRow], *, open_: bool) -> None:
        """Show these columns and rows; `open_`: a column may be chosen."""
        if self._body is not None:
            self._body.deleteLater()
        self._heads = tuple(heads)
        self._body = QWidget()
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(space("s"))
        self._grid.setVerticalSpacing(0)
        self._group = QButtonGroup(self._body)
        self._group.buttonClicked.connect(self._clicked)
        for column, head in enumerate(heads, start=1):
            self._grid.addWidget(self._head(head, open_=open_), 0, column)
            self._grid.setColumnStretch(column, 2 if column == 1 else 3)
        self._grid.setColumnStretch(0, 2)
        for number, row in enumerate(rows, start=1):
            self._add_row(number, row)
        self._outer.addWidget(self._body)
        self.update()

    def choose(self, key: str) -> None:
        """Mark a column as the chosen one; an empty key marks none."""
        if self._group is None:
            return
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(button.property("side") == key)
        self._group.setExclusive(True)
        self.update()

    @property
    def current(self) -> str:
        """The key of the chosen column, or an empty text."""
        button = self._group.checkedButton() if self._group is not None else None
        return str(button.property("side")) if button else ""

    def key_of(self, number: int) -> str:
        """The key of the column that a number chooses, or an empty text."""
        return next((head.key for head in self._heads if head.number == number), "")

    def _head(self, head: ColumnHead, *, open_: bool) -> QWidget:
        cell = QWidget()
        layout = QVBoxLayout(cell)
        layout.setContentsMargins(space("m"), space("s"), space("m"), space("s"))
        layout.setSpacing(0)
        if head.number and open_ and self._group is not None:
            button = QRadioButton(f"{head.number}   {head.who}")
            button.setProperty("side", head.key)
            button.setAccessibleName(f"{head.number}: {head.who}, {head.described}")
            self._group.addButton(button)
            layout.addWidget(button)
        else:
            layout.addWidget(text_label(head.who, "strong", wrap=True))
        layout.addWidget(text_label(head.when, "caption", wrap=True))
        layout.addStretch(1)
        return cell

    def _add_row(self, number: int, row: CompareRow) -> None:
        assert self._grid is not None
        label = self._cell(row.label, "strong" if row.differs else "muted")
        label.setContentsMargins(0, space("s"), space("s"), space("s"))
        self._grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
        for column, (value, head) in enumerate(zip(row.values, self._heads, strict=True), start=1):
            stressed = row.differs and value != NOTHING and len(value) <= _SHORT
            role: TextStyle = "strong" if stressed else "body"
            cell = self._cell(value, role)
            cell.setAccessibleName(f"{row.label}, {head.who}: {value}".replace("\n", " "))
            self._grid.addWidget(cell, number, column, Qt.AlignmentFlag.AlignTop)

    def _cell(self, text: str, role: TextStyle) -> QWidget:
        label = text_label(text, role, wrap=True, selectable=role != "muted")
        label.setContentsMargins(space("m"), space("s"), space("m"), space("s"))
        label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return label

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere in a column chooses it."""
        for column, head in enumerate(self._heads, start=1):
            if head.number and self._column(column).contains(event.position().toPoint()):
                self._pick(head.key)
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the grounds of the columns, the lines between rows, and a frame around the chosen column."""
        if self._grid is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for column, head in enumerate(self._heads, start=1):
            self._paint_column(painter, column, head)
        painter.setPen(QPen(color("line-strong"), 1))
        for number in range(1, self._grid.rowCount()):
            top = self._cell_at(number, 0).top()
            painter.drawLine(0, top, self.width(), top)

    def _paint_column(self, painter: QPainter, column: int, head: ColumnHead) -> None:
        picked = bool(head.key) and head.key == self.current
        painter.setPen(QPen(color("focus"), 2) if picked else Qt.PenStyle.NoPen)
        painter.setBrush(color(self._ground(column)))
        corner = radius("m")
        painter.drawRoundedRect(QRectF(self._column(column)).adjusted(1, 1, -1, -1), corner, corner)

    def _ground(self, column: int) -> str:
        return "side-before" if column == 1 else _GROUNDS[column % 2]

    def _column(self, column: int) -> QRect:
        head = self._cell_at(0, column)
        return QRect(head.left(), 0, head.width(), self.height())

    def _cell_at(self, row: int, column: int) -> QRect:
        """`QGridLayout.cellRect` knows no rows where heights follow from widths."""
        item = self._grid.itemAtPosition(row, column) if self._grid is not None else None
        return item.geometry() if item is not None else QRect()

    def _pick(self, key: str) -> None:
        buttons = self._group.buttons() if self._group is not None else []
        if any(button.property("side") == key for button in buttons):
            self.choose(key)
            self.chosen.emit(key)

    @Slot(QAbstractButton)
    def _clicked(self, button: QAbstractButton) -> None:
        self.update()
        self.chosen.emit(str(button.property("side")))
