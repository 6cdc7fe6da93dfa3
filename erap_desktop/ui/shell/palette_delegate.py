"""Draws one line of the palette: icon, words, section, key at the right; a reason where it cannot be used."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from erap_desktop.ui.shell.palette_model import PaletteEntry, PaletteRole
from erap_desktop.ui.theme import Theme, color, pixmap, radius, size, space

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class PaletteDelegate(QStyledItemDelegate):
    """Painted in Python: a dozen lines at most are in sight."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One comfortable line."""
        return QSize(200, max(size("control") + 6, option.fontMetrics.height() + 16))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the line."""
        entry = index.data(PaletteRole.ENTRY)
        if not isinstance(entry, PaletteEntry):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("selected"))
            painter.drawRoundedRect(QRectF(line).adjusted(4, 1, -4, -1), radius("m"), radius("m"))
        inside = line.adjusted(space("l"), 0, -space("l"), 0)
        if entry.icon:
            side = size("icon")
            spot = QRect(inside.left(), line.center().y() - side // 2, side, side)
            painter.drawPixmap(spot, pixmap(entry.icon, "disabled" if entry.reason else "muted"))
        inside.setLeft(inside.left() + size("icon") + space("m"))
        self._draw_words(painter, inside, entry)
        painter.restore()

    def _draw_words(self, painter: QPainter, room: QRect, entry: PaletteEntry) -> None:
        painter.setFont(Theme.current().font("caption"))
        metrics = painter.fontMetrics()
        side = " · ".join(filter(None, (entry.reason or entry.section, "" if entry.reason else entry.hint)))
        most = room.width() * (60 if entry.reason else 50) // 100
        shown_side = metrics.elidedText(side, Qt.TextElideMode.ElideRight, most)
        painter.setPen(color("muted"))
        painter.drawText(room, _RIGHT, shown_side)
        left = room.adjusted(0, 0, -metrics.horizontalAdvance(shown_side) - space("m"), 0)
        painter.setFont(Theme.current().font("body"))
        painter.setPen(color("disabled" if entry.reason else "text"))
        words = painter.fontMetrics().elidedText(entry.text, Qt.TextElideMode.ElideRight, left.width())
        painter.drawText(left, _LEFT, words)
