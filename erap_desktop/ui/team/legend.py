"""What the colours of the bars mean, with the number of the whole office; the numbers add up to its total."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from erap_desktop.models.format import count, when
from erap_desktop.services.team import BUCKETS, Team
from erap_desktop.ui.team.words import TONES, bucket_word
from erap_desktop.ui.theme import color, radius, size, space, text_label
from erap_desktop.ui.widgets.flow import FlowLayout


class Swatch(QWidget):
    """A square in the colour of a stage."""

    def __init__(self, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """As large as a small icon."""
        return QSize(size("icon-small"), size("icon-small"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(color(self._tone))
        painter.setPen(color(self._tone))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius("s"), radius("s"))


class Legend(QWidget):
    """Total and date first, then each stage."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        flow = FlowLayout(gap="l")
        outer.addLayout(flow)
        self._total = text_label("", "strong")
        flow.addWidget(self._total)
        self._words: dict[str, QLabel] = {}
        self._entries: dict[str, QWidget] = {}
        for bucket in BUCKETS:
            entry = self._entries[bucket] = QWidget()
            line = QHBoxLayout(entry)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(space("xs"))
            label = self._words[bucket] = text_label("", "muted")
            line.addWidget(Swatch(TONES[bucket]))
            line.addWidget(label)
            flow.addWidget(entry)

    def minimumSizeHint(self) -> QSize:
        """As high as its lines are at the present width."""
        hint, layout = super().minimumSizeHint(), self.layout()
        least = layout.minimumHeightForWidth(self.width()) if layout is not None else 0
        return QSize(hint.width(), max(hint.height(), least))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, perhaps another number of lines."""
        super().resizeEvent(event)
        self.updateGeometry()

    def show_team(self, team: Team) -> None:
        """The numbers of the whole office."""
        total = team.total
        self._total.setText(self._headline(team, total.total))
        for bucket, label in self._words.items():
            text = self.tr("{stage} {n}").format(stage=bucket_word(bucket), n=count(total.buckets[bucket]))
            label.setText(text)
            self._entries[bucket].setVisible(total.buckets[bucket] > 0)

    def _headline(self, team: Team, total: int) -> str:
        cases = self.tr("%Ln cases", "", total)
        if team.as_of is None:
            return cases
        return self.tr("{cases} as of {time}").format(cases=cases, time=when(team.as_of, team.now))
