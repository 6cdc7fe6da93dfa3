"""Joins the panel for corrections and the desk."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from erap_desktop.models.desk import Desk
from erap_desktop.ui.casefile import case_work
from erap_desktop.ui.casefile.correction_panel import CorrectionPanel
from erap_desktop.ui.words.refusals import problem_sentence
from sync.casework.commands import CorrectField


class Correcting(QObject):
    """``saved`` when a correction of the case `case_id` is on this laptop."""

    saved = Signal()

    def __init__(self, desk: Desk, panel: CorrectionPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._panel = panel
        self.case_id: UUID | None = None
        panel.meant.connect(self._correct)

    @Slot(object)
    def _correct(self, body: CorrectField) -> None:
        if self.case_id is not None:
            job = self._desk.perform(partial(case_work.perform, case_id=self.case_id, body=body))
            job.succeeded.connect(self._corrected)
            job.failed.connect(self._refused)

    @Slot(object)
    def _corrected(self, _: object) -> None:
        self._desk.said.emit(self.tr("Correction saved on this laptop."))
        self.saved.emit()

    @Slot(object)
    def _refused(self, error: Exception) -> None:
        self._panel.say_problem(problem_sentence(error))
