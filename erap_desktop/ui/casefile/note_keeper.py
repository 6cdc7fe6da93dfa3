"""Joins the note editor and the desk: what is typed is kept, what is meant is saved."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Slot

from erap_desktop.models.desk import Desk
from erap_desktop.ui.casefile import case_work
from erap_desktop.ui.casefile.note_editor import NoteEditor
from erap_desktop.ui.words.refusals import problem_sentence


class NoteKeeper(QObject):
    """`begin` names the case that is written about."""

    def __init__(self, desk: Desk, editor: NoteEditor, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._editor = editor
        self._case_id: UUID | None = None
        self._sent: tuple[UUID, str] | None = None
        editor.typed.connect(self._keep)
        editor.written.connect(self._write)

    def begin(self, case_id: UUID | None) -> None:
        """Another case: what was typed on the one before is kept first."""
        self.keep_now()
        self._editor.clear()
        self._case_id = case_id

    def keep_now(self) -> None:
        """Keep what is typed at once, as before a lock."""
        if self._editor.unkept:
            self._editor.keep_now()

    @Slot(str)
    def _keep(self, text: str) -> None:
        if self._case_id is not None and self._desk.is_open:
            work = partial(case_work.keep_note, case_id=self._case_id, text=text)
            self._desk.background.mutation(partial(work, self._desk.session))

    @Slot(str)
    def _write(self, text: str) -> None:
        if self._case_id is None:
            return
        self._sent = (self._case_id, text)
        job = self._desk.perform(partial(case_work.write_note, case_id=self._case_id, text=text))
        job.succeeded.connect(self._written)
        job.failed.connect(self._refused)

    @Slot(object)
    def _written(self, _: object) -> None:
        if self._sent == (self._case_id, self._editor.text().strip()):
            self._editor.clear()  # unless the person has typed on, or gone to another case
        self._desk.said.emit(self.tr("Note saved on this laptop."))

    @Slot(object)
    def _refused(self, error: Exception) -> None:
        self._editor.say_problem(problem_sentence(error))
