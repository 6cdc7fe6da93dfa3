"""Watches for keys and the mouse, and tells when the window is about to lock and when it has to."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from erap_desktop.vault.idle import STANDARD_LIMIT, STANDARD_WARNING, IdleLock

TICK_MS = 1_000
SLEPT_SECONDS = 60  # no program is kept from its timer that long: the computer was asleep
_ACTS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


def awake_seconds() -> float:
    """A clock that only goes forward, and during suspend too where the system has one that does."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if clock is None else time.clock_gettime(clock)


class IdleWatch(QObject):
    """`warned` carries the seconds left, each second; `calmed`: somebody came back; `due`: lock now."""

    warned = Signal(int)
    calmed = Signal()
    due = Signal()

    def __init__(self, parent: QObject | None = None, clock: Callable[[], float] = awake_seconds) -> None:
        super().__init__(parent)
        self._clock = clock
        self._looked = clock()
        self._limit = STANDARD_LIMIT
        self._idle = IdleLock(self._clock)
        self._warning = False
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Somebody has just unlocked."""
        self._idle.unlocked()
        self._warning = False
        self._looked = self._clock()
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        self._timer.start()

    def stop(self) -> None:
        """Nothing to watch while it is locked."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self._timer.stop()

    def set_minutes(self, minutes: int) -> None:
        """The administrator's limit; idle time begins anew when it changes."""
        if minutes * 60.0 != self._limit:
            self._limit = minutes * 60.0
            self._idle = IdleLock(self._clock, self._limit, min(STANDARD_WARNING, self._limit / 2))

    def use(self, idle: IdleLock) -> None:
        """Another count, with a clock of its own."""
        self._idle = idle

    @Slot()
    def look(self) -> None:
        """What is due now; called by the timer. Whoever wakes the computer up unlocks, too."""
        before, self._looked = self._looked, self._clock()
        slept = self._looked - before > SLEPT_SECONDS
        state = self._idle.state()
        if state == "locked" or slept:
            self._warning = False
            self.due.emit()
        elif state == "warning":
            self._warning = True
            self.warned.emit(round(self._idle.seconds_left()))
        elif self._warning:
            self._warning = False
            self.calmed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Every key and every move of the mouse counts; nothing is kept from anybody."""
        if event.type() in _ACTS:
            self._idle.activity()
            if self._warning:
                self.look()
        return False
