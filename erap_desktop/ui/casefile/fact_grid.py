"""Rows of facts under column heads, every value selectable, with at most one act per row."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from erap_desktop.ui.theme import color, space, style_button, style_label, text_label
from erap_desktop.ui.theme.styling import TextStyle


@dataclass(frozen=True, slots=True)
class Head:
    """One column: its share of the free width, and whether it holds amounts."""

    share: int = 1
    amount: bool = False


@dataclass(frozen=True, slots=True)
class GridRow:
    """The texts of a row; `act` is the id that ``acted`` carries, `act_text` its button ("" shows none).

    `weight` is the role of the texts: "strong" for a row of totals.
    """

    texts: tuple[str, ...]
    act: str = ""
    act_text: str = ""
    act_name: str = ""
    weight: TextStyle = "body"


class FactGrid(QWidget):
    """``acted`` carries the id of the row whose button was pressed."""

    acted = Signal(str)

    def __init__(self, heads: Sequence[Head], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heads = tuple(heads)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(space("l"))
        self._grid.setVerticalSpacing(space("m"))
        self._rows: list[tuple[list[QLabel], QPushButton]] = []
        self._captions = [text_label("", "caption", wrap=not head.amount) for head in heads]
        for column, head in enumerate(heads):
            self._grid.addWidget(self._captions[column], 0, column, _align(head))
            self._grid.setColumnStretch(column, head.share)

    def set_heads(self, texts: Sequence[str]) -> None:
        """Name the columns; all empty takes the line away."""
        for label, text in zip(self._captions, texts, strict=True):
            label.setText(text)
            label.setVisible(any(texts))

    def set_rows(self, rows: Sequence[GridRow]) -> None:
        """Show these rows; widgets are kept, so that a refresh neither flickers nor moves."""
        while len(self._rows) < len(rows):
            self._add_row()
        for number, (labels, button) in enumerate(self._rows):
            shown = number < len(rows)
            for label in labels:
                label.setVisible(shown)
            button.setVisible(shown and bool(rows[number].act_text))
            if shown:
                self._fill(labels, button, rows[number])
        self.update()

    def _fill(self, labels: list[QLabel], button: QPushButton, row: GridRow) -> None:
        for label, text, caption in zip(labels, row.texts, self._captions, strict=True):
            if label.text() != text:
                label.setText(text)
            style_label(label, row.weight)
            label.setAccessibleName(f"{caption.text()}: {text}" if caption.text() else text)
        button.setText(row.act_text)
        button.setAccessibleName(row.act_name or row.act_text)
        button.setToolTip(row.act_name)
        button.setProperty("act", row.act)

    def _add_row(self) -> None:
        number = len(self._rows) + 1
        labels = []
        for column, head in enumerate(self._heads):
            label = text_label("", "body", wrap=not head.amount, selectable=True)
            self._grid.addWidget(label, number, column, _align(head))
            labels.append(label)
        button = style_button(QPushButton(), "quiet")
        button.clicked.connect(self._pressed)
        self._grid.addWidget(button, number, len(self._heads), Qt.AlignmentFlag.AlignRight)
        self._rows.append((labels, button))

    @Slot()
    def _pressed(self) -> None:
        sender = self.sender()
        if isinstance(sender, QPushButton):
            self.acted.emit(str(sender.property("act")))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A quiet line over every row but the first without heads."""
        painter = QPainter(self)
        painter.setPen(QPen(color("line"), 1))
        headed = self._captions[0].isVisible()
        for number, (labels, _) in enumerate(self._rows):
            if labels[0].isVisible() and (headed or number):
                top = labels[0].geometry().top() - space("m") // 2  # it fills its cell
                painter.drawLine(0, top, self.width(), top)


def _align(head: Head) -> Qt.AlignmentFlag:
    top = Qt.AlignmentFlag.AlignTop if not head.amount else Qt.AlignmentFlag.AlignVCenter
    return top | Qt.AlignmentFlag.AlignRight if head.amount else Qt.AlignmentFlag(0)
