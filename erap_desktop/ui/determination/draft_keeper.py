"""Keeps what is chosen and typed for a decision, within a second, until the decision is saved."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Slot

from erap_desktop.models.desk import Desk
from erap_desktop.ui.determination import decision_work
from erap_desktop.ui.determination.choice_panel import ChoicePanel

KEEP_AFTER_MS = 600


class DraftKeeper(QObject):
    """`case_id` is the case whose draft it is."""

    def __init__(self, desk: Desk, choice: ChoicePanel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._choice = choice
        self.case_id: UUID | None = None
        self._timer = QTimer(self, singleShot=True, interval=KEEP_AFTER_MS)
        self._timer.timeout.connect(self._keep)

    @Slot()
    def touch(self) -> None:
        """Something was chosen or typed."""
        self._timer.start()

    @Slot()
    def keep_now(self) -> None:
        """Keep what has not been kept yet, as before a lock."""
        if self._timer.isActive():
            self._keep()

    def forget(self) -> None:
        """The decision was saved, or is not this one any more: nothing is to be kept."""
        self._timer.stop()

    @Slot()
    def _keep(self) -> None:
        self._timer.stop()
        if self.case_id is not None and self._desk.is_open:
            work = partial(decision_work.keep, case_id=self.case_id, values=self._choice.values())
            self._desk.background.mutation(partial(work, self._desk.session))
