"""The top of the sync centre: the one sentence, the switch, the button, and how far a running sync is."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from erap_desktop.models.format import age, count, data_size
from erap_desktop.models.transfer import Transfer, TransferMeter
from erap_desktop.ui.sync_centre.headline import Headline
from erap_desktop.ui.theme import set_icon, space, style_button, text_label
from erap_desktop.ui.widgets.fitted_card import FittedCard
from erap_desktop.ui.widgets.flow import FlowLayout
from erap_desktop.ui.widgets.progress_line import ProgressLine
from erap_desktop.ui.widgets.switch import Switch


class HeadlineCard(FittedCard):
    """`sync_wanted` when the button is pressed; `offline_switched` when the person works the switch."""

    sync_wanted = Signal()
    offline_switched = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("syncHeadline")
        self._meter = TransferMeter()
        self._icon = QLabel()
        self._title = text_label("", "title", wrap=True)
        self._text = text_label("", "muted", wrap=True)
        self.offline = Switch()
        self.offline.setObjectName("workOffline")
        self.sync = style_button(QPushButton(), "primary", "sync")
        self.sync.setObjectName("syncNow")
        self.progress = ProgressLine()
        self.progress.hide()
        self._lay_out()
        self.offline.toggled.connect(self._switched)
        self.sync.clicked.connect(self._sync)
        self.retranslate()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(space("l"))
        words = QVBoxLayout()
        words.setSpacing(space("xs"))
        words.addWidget(self._title)
        words.addWidget(self._text)
        acts = QWidget()
        flow = FlowLayout(acts, gap="l")
        flow.addWidget(self.offline)
        flow.addWidget(self.sync)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        line.addWidget(acts, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)
        self.body.addWidget(self.progress)

    def retranslate(self) -> None:
        """Set the words of switch and button."""
        self.offline.setText(self.tr("Work offline"))
        self.offline.setToolTip(self.tr("While this is on, nothing is sent and nothing is asked for."))
        self.sync.setText(self.tr("Sync now"))
        self.sync.setToolTip(self.tr("Send what waits and bring what is new (F5)"))

    def say(self, words: Headline) -> None:
        """Show the sentence."""
        set_icon(self._icon, words.icon, words.tone, "icon-large")
        self._title.setText(words.title)
        self._text.setText(words.text)
        self._text.setVisible(bool(words.text))
        self.setAccessibleName(words.title)
        self.setAccessibleDescription(words.text)

    def set_work_offline(self, offline: bool) -> None:
        """Show the switch as it is, without telling anybody."""
        self.offline.blockSignals(True)
        self.offline.setChecked(offline)
        self.offline.blockSignals(False)
        self.offline.update()
        self.sync.setEnabled(not offline)

    def show_progress(self, received: int, left: int, bytes_down: int) -> None:
        """A step of the running sync."""
        step = self._meter.step(received, left, bytes_down, monotonic())
        text = self.tr("Receiving: {done} of {total}").format(done=count(step.done), total=count(step.total))
        self.progress.show_progress(text, step.done, step.total, self._detail(step))
        self.progress.show()

    def end_progress(self) -> None:
        """No sync runs."""
        self._meter = TransferMeter()
        self.progress.hide()

    def _detail(self, step: Transfer) -> str:
        size = data_size(step.bytes_down)
        if step.seconds_left is None:
            return size
        return self.tr("{size}, about {time} left").format(size=size, time=age(step.seconds_left))

    @Slot(bool)
    def _switched(self, offline: bool) -> None:
        self.offline_switched.emit(offline)

    @Slot()
    def _sync(self) -> None:
        self.sync_wanted.emit()
