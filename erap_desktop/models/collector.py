"""Garbage collection in the GUI thread only.

Python's collector runs in whichever thread happens to allocate; in a worker it can destroy Qt objects of
the GUI thread, which crashes. So automatic collection is off, and a timer in the GUI thread does it.
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_EVERY_MS = 1_000
_FULL_EVERY = 60


class GuiCollector(QObject):
    """Collects the young generations every second when there is enough to do.

    And all of them once a minute.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._thresholds = gc.get_threshold()
        self._ticks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    @Slot()
    def collect(self) -> None:
        """One round; called by the timer."""
        self._ticks += 1
        if self._ticks % _FULL_EVERY == 0:
            gc.collect()
            return
        young, middle, _ = gc.get_count()
        if middle > self._thresholds[1]:
            gc.collect(1)
        elif young > self._thresholds[0]:
            gc.collect(0)

    def stop(self) -> None:
        """Hand collection back to Python, for the end of the program."""
        self._timer.stop()
        gc.enable()
