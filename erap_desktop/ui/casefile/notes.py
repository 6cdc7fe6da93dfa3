"""The remarks on a case, newest first, and the editor for another one."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from erap_desktop.models.format import when
from erap_desktop.ui.casefile.entry import EntryList, EntryText
from erap_desktop.ui.casefile.note_editor import NoteEditor
from erap_desktop.ui.casefile.section import Section
from erap_desktop.ui.theme import text_label
from sync.casework.case import Note

if TYPE_CHECKING:
    from erap_desktop.services.casepage import CasePage


class NotesSection(Section):
    """``take_back_asked_for`` carries the id of the command of a note that has not left yet."""

    id = "notes"
    take_back_asked_for = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = NoteEditor()
        self._list = EntryList()
        self._list.acted.connect(self.take_back_asked_for)
        self._none = text_label("", "muted", wrap=True)
        for widget in (self.editor, self._list, self._none):
            self.body.addWidget(widget)

    def heading(self) -> str:
        return self.tr("Notes")

    def count(self) -> int | None:
        return len(self.page.case.notes) if self.page else None

    def fill(self, page: CasePage) -> None:
        notes = sorted(page.case.notes.items(), key=lambda pair: pair[1].at, reverse=True)
        self._list.show_entries([self._entry(page, command, note) for command, note in notes])
        self._list.setVisible(bool(notes))
        self._none.setText(self.tr("No notes yet."))
        self._none.setVisible(not notes)
        self.editor.setVisible(page.may_work)
        self.editor.retranslate()

    def _entry(self, page: CasePage, command: UUID, note: Note) -> EntryText:
        waiting = next((one for one in page.waiting if one.id == command), None)
        badge = self.tr("Not sent yet") if waiting else ""
        if not waiting and note.late:
            badge = self.tr("By the previous caseworker")
        free = waiting is not None and waiting.withdrawable
        return EntryText(
            icon="note",
            title=page.name_of(note.by),
            when=when(waiting.made_at if waiting else note.at, page.now),
            text=note.text,
            badge=badge,
            badge_icon="on-laptop" if waiting else None,
            act=str(command),
            act_text=self.tr("Take back") if free else "",
        )
