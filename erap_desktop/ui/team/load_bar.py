"""A person's load as one bar: a piece for each stage, its number inside, as long as the load is large."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from erap_desktop.models.format import count
from erap_desktop.models.record_table import RecordTableModel
from erap_desktop.services.team import BUCKETS, Load
from erap_desktop.ui.team.words import TONES
from erap_desktop.ui.theme import color, radius, space

_Index = QModelIndex | QPersistentModelIndex
_AIR = 10


def pieces(values: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Widths in pixels for the values, none narrower than its number needs, together at most `room`."""
    shown = [number for number, value in enumerate(values) if value]
    total, fixed = sum(values), sum(least[number] for number in shown)
    spare = max(0, room - fixed)
    widths = [0] * len(values)
    for number in shown:
        widths[number] = least[number] + round(spare * values[number] / total)
    return widths


class LoadBarDelegate(QStyledItemDelegate):
    """Draws the bar of the row's Load; the words are in the model (tool tip, sentence)."""

    def __init__(self, model: RecordTableModel[Load]) -> None:
        super().__init__(model)
        self._model = model
        self.longest = 1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The row's ground, then the bar."""
        self.initStyleOption(option, index)
        option.text = ""
        option.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget
        )
        load = self._model.record(index.row())
        if load.total:
            painter.save()
            self._draw(painter, option, load)
            painter.restore()

    def _draw(self, painter: QPainter, option: QStyleOptionViewItem, load: Load) -> None:
        cell, metrics = option.rect, option.fontMetrics
        room = round((cell.width() - 2 * space("s")) * load.total / max(1, self.longest))
        values = [load.buckets[bucket] for bucket in BUCKETS]
        least = [_least(metrics, value) for value in values]
        height = min(cell.height() - 8, metrics.height() + 6)
        left, top = cell.left() + space("s"), cell.center().y() - height // 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(option.font)
        for bucket, value, width in zip(BUCKETS, values, pieces(values, least, room), strict=True):
            if width:
                self._piece(painter, QRectF(left, top, width - 2, height), bucket, value)
                left += width

    def _piece(self, painter: QPainter, place: QRectF, bucket: str, value: int) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(TONES[bucket]))
        painter.drawRoundedRect(place, radius("s"), radius("s"))
        painter.setPen(color("text" if bucket == "decided" else "surface"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, count(value))


def _least(metrics: QFontMetrics, value: int) -> int:
    return metrics.horizontalAdvance(count(value)) + _AIR if value else 0
