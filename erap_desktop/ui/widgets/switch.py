"""An on/off switch with its words: a check box to the keyboard and to a screen reader."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from erap_desktop.ui.theme import color, radius, size, space


class Switch(QCheckBox):
    """``text()`` is its label; the knob's place and fill tell on from off."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Track, gap and words, with room for the focus ring."""
        self.ensurePolished()
        metrics = self.fontMetrics()
        width = (
            self._track_width() + space("s") + metrics.horizontalAdvance(self.text()) + 2 * space("xs") + 2
        )
        return QSize(width, max(size("target"), metrics.height() + 8))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """All of it can be clicked."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw track, knob, words and focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_track(painter)
        painter.setPen(color("text" if self.isEnabled() else "disabled"))
        words = self.rect().adjusted(space("xs") + self._track_width() + space("s"), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            painter.setPen(QPen(color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius("m"), radius("m"))

    def _track_width(self) -> int:
        return round(size("icon") * 1.75)

    def _draw_track(self, painter: QPainter) -> None:
        height = size("icon")
        track = QRectF(space("xs"), (self.height() - height) / 2, self._track_width(), height)
        on = self.isChecked()
        painter.setPen(QPen(color("primary" if on else "control-border"), 1.5))
        painter.setBrush(color("primary" if on else "surface"))
        painter.drawRoundedRect(track, height / 2, height / 2)
        knob = height - 6
        left = track.right() - knob - 3 if on else track.left() + 3
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("on-primary" if on else "control-border"))
        painter.drawEllipse(QRectF(left, track.top() + 3, knob, knob))
