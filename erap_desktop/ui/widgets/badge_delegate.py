"""Draws a table cell as a badge when its model says so; for the one or two columns that hold a state."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from erap_desktop.models.item_roles import ItemRole
from erap_desktop.ui.theme import color, space
from erap_desktop.ui.widgets.badge import ICONS, badge_indent, paint_badge

_Index = QModelIndex | QPersistentModelIndex


class BadgeDelegate(QStyledItemDelegate):
    """Reads ``ItemRole.BADGE`` (kind), ``ItemRole.BADGE_ICON`` and the display text of a cell.

    Plain text without a kind.
    """

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the row's ground, then the badge."""
        kind = index.data(ItemRole.BADGE)
        if not isinstance(kind, str):
            super().paint(painter, option, index)
            return
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        self.initStyleOption(option, index)
        option.text = ""
        option.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget
        )
        self._draw_badge(painter, option, index, kind, text)

    def _draw_badge(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, kind: str, text: str
    ) -> None:
        cell: QRect = option.rect
        metrics = option.fontMetrics
        room = cell.width() - 2 * space("s") - badge_indent() - space("s")
        words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, room))
        tail = space("s") if words else space("hair")  # an icon alone stands in the middle
        width = badge_indent() + metrics.horizontalAdvance(words) + tail
        height = min(cell.height() - 4, metrics.height() + 6)
        badge = QRect(cell.left() + space("s"), cell.center().y() - height // 2, width, height)
        painter.save()
        paint_badge(painter, badge, kind, str(index.data(ItemRole.BADGE_ICON) or ICONS[kind]))
        painter.setPen(color(kind))
        painter.setFont(option.font)
        painter.drawText(badge.adjusted(badge_indent(), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()
