"""Something a screen reads anew after each change: the newest reading counts, one under way is dropped."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from erap_desktop.models.background import Job
from erap_desktop.models.desk import Desk, Work


class Reading(QObject):
    """`succeeded` carries what was read, `failed` the error; neither comes for a desk locked meanwhile."""

    succeeded = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None

    def start(self, work: Work) -> None:
        """Reads with the session on the database's thread; nothing happens while it is locked."""
        if not self._desk.is_open:
            return
        if self._job is not None:
            self._job.cancel()
        self._job = self._desk.query(work)
        self._job.succeeded.connect(self._read)
        self._job.failed.connect(self._not_read)

    @Slot(object)
    def _read(self, value: object) -> None:
        self._job = None
        if self._desk.is_open:
            self.succeeded.emit(value)

    @Slot(object)
    def _not_read(self, error: Exception) -> None:
        self._job = None
        if self._desk.is_open:
            self.failed.emit(error)
