"""The one sync mark: icon, sentence, number. Pressed, it opens the sync center."""

from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from erap_desktop.models.sync_pill import PillKind, PillState
from erap_desktop.ui.shell.pill_words import PillWords, pill_words
from erap_desktop.ui.theme import Theme, color, pixmap, size, space

_AGEING_MS = 30_000


class SyncPill(QPushButton):
    """``set_state`` changes what it says; the words age by themselves ("has waited 2 days")."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._state = PillState(PillKind.ALL_RECEIVED)
        self._words = PillWords("", "clock", "neutral", "", "")
        self._ageing = QTimer(self)
        self._ageing.setInterval(_AGEING_MS)
        self._ageing.timeout.connect(self.retranslate)
        self._ageing.start()
        self.retranslate()

    @property
    def state(self) -> PillState:
        """What it was last told."""
        return self._state

    @property
    def words(self) -> PillWords:
        """What it says."""
        return self._words

    def set_state(self, state: PillState) -> None:
        """Say another state."""
        self._state = state
        self.retranslate()

    @Slot()
    def retranslate(self) -> None:
        """Find the words again, for the language and the time of day."""
        words = pill_words(self._state, datetime.now(UTC))
        if words == self._words and self.text() == words.text:
            return
        self._words = words
        self.setText(words.text)
        self._tell()
        self.updateGeometry()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def sizeHint(self) -> QSize:
        """All of the sentence."""
        self.ensurePolished()
        metrics = self.fontMetrics()
        words = metrics.horizontalAdvance(self.text()) + 2  # the advance is rounded: exact room is cut short
        width = self._words_left() + words + self._bubble_width() + space("m")
        return QSize(width, max(size("target"), metrics.height() + 8))

    def minimumSizeHint(self) -> QSize:
        """Icon, a few words and the number; what is cut stands in the tool tip."""
        self.ensurePolished()
        metrics = self.fontMetrics()
        width = self._words_left() + metrics.averageCharWidth() * 12 + self._bubble_width() + space("m")
        return QSize(width, max(size("target"), metrics.height() + 8))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the tool tip in step with what is cut."""
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw pill, icon, sentence and number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = self.hasFocus()
        inset = 1.0 if ring else 0.5
        ground = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        edge = "focus" if ring else ("control-border" if self.underMouse() else "line-strong")
        painter.setPen(QPen(color(edge), 2 if ring else 1))
        painter.setBrush(color(f"{self._words.tone}-soft"))
        painter.drawRoundedRect(ground, ground.height() / 2, ground.height() / 2)
        side = size("icon")
        spot = QRect(space("m") - 2, (self.height() - side) // 2, side, side)
        painter.drawPixmap(spot, pixmap(self._words.icon, self._words.tone))
        painter.setPen(color("text"))
        room = self._words_room()
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        if self._words.count:
            self._draw_count(painter)

    def _words_left(self) -> int:
        return space("m") - 2 + size("icon") + space("s")

    def _words_room(self) -> QRect:
        right = self._bubble_width() + space("m")
        return self.rect().adjusted(self._words_left(), 0, -right, 0)

    def _bubble_width(self) -> int:
        if not self._words.count:
            return 0
        metrics = QFontMetrics(Theme.current().font("overline"))
        return max(metrics.height() + 2, metrics.horizontalAdvance(self._words.count) + space("m")) + space(
            "s"
        )

    def _draw_count(self, painter: QPainter) -> None:
        painter.setFont(Theme.current().font("overline"))
        height = painter.fontMetrics().height() + 2
        width = self._bubble_width() - space("s")
        bubble = QRect(self.width() - width - space("s"), (self.height() - height) // 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("surface"))
        painter.drawRoundedRect(QRectF(bubble), height / 2, height / 2)
        painter.setPen(color(self._words.tone))
        painter.drawText(bubble, Qt.AlignmentFlag.AlignCenter, self._words.count)

    def _tell(self) -> None:
        whole = f"{self._words.text}\n{self._words.details}".strip()
        self.setAccessibleName(self._words.text)
        self.setAccessibleDescription(self._words.details.replace("\n", " "))
        opens = self.tr("Opens the sync center")
        self.setToolTip(f"{whole}\n{opens}")
