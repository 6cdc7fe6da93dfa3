"""The case file: identity bar, sections, note and corrections. It only wires its parts to the desk."""

from __future__ import annotations

from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from erap_desktop.models.desk import Desk, Work
from erap_desktop.services import pins
from erap_desktop.ui.casefile import case_work
from erap_desktop.ui.casefile.alerts import Alerts
from erap_desktop.ui.casefile.banners import Banners
from erap_desktop.ui.casefile.case_actions import add_case_actions
from erap_desktop.ui.casefile.case_work import Loaded
from erap_desktop.ui.casefile.checklist import ChecklistSection
from erap_desktop.ui.casefile.contents import Contents
from erap_desktop.ui.casefile.correcting import Correcting
from erap_desktop.ui.casefile.correction_panel import CorrectionPanel
from erap_desktop.ui.casefile.documents import DocumentsSection
from erap_desktop.ui.casefile.header_only import HeaderOnly
from erap_desktop.ui.casefile.history import HistorySection
from erap_desktop.ui.casefile.home import HomeSection
from erap_desktop.ui.casefile.household import HouseholdSection
from erap_desktop.ui.casefile.identity_bar import IdentityBar
from erap_desktop.ui.casefile.months import MonthsSection
from erap_desktop.ui.casefile.note_keeper import NoteKeeper
from erap_desktop.ui.casefile.notes import NotesSection
from erap_desktop.ui.casefile.section import Section
from erap_desktop.ui.casefile.summary import SummarySection
from erap_desktop.ui.casefile.waiting import WaitingSection
from erap_desktop.ui.shell.actions import ActionRegistry
from erap_desktop.ui.shell.screen import Screen
from erap_desktop.ui.theme import space
from erap_desktop.ui.widgets.empty_state import EmptyState
from erap_desktop.ui.words.refusals import problem_sentence
from sync.casework.commands import MarkChecklist


class CaseFileScreen(Screen):
    """``decide_asked_for`` carries the case and a choice ("" for none) to begin the determination with."""

    place_id: ClassVar[str] = "case"

    decide_asked_for = Signal(object, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id: UUID | None = None
        self._loaded: Loaded | None = None
        self._missing = ""
        self.bar = IdentityBar()
        self.alerts = Alerts()
        self.banners = Banners()
        self.notes = NotesSection()
        self.household = HouseholdSection()
        self.checklist = ChecklistSection()
        self.waiting = WaitingSection()
        self.summary = SummarySection()
        self.contents = Contents(self.banners, self._sections())
        self.correction = CorrectionPanel()
        self._note_keeper = NoteKeeper(desk, self.notes.editor, self)
        self._correcting = Correcting(desk, self.correction, self)
        self.header_only = HeaderOnly()
        self.nothing = EmptyState("case")
        self._arrange()
        self._connect()
        self.retranslate()

    def _sections(self) -> tuple[Section, ...]:
        first = (self.waiting, self.summary, self.household, HomeSection(), MonthsSection())
        return (*first, DocumentsSection(), self.notes, self.checklist, HistorySection())

    def _arrange(self) -> None:
        work = QWidget()
        row = QHBoxLayout(work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.contents, 1)
        side = QVBoxLayout()
        side.setContentsMargins(0, space("l"), space("l"), 0)
        side.addWidget(self.correction)
        side.addStretch(1)
        row.addLayout(side)
        self.correction.hide()
        self.stack = QStackedWidget()
        for page in (self.nothing, self.header_only, work):
            self.stack.addWidget(page)
        self._work, self._blank = work, QWidget()
        self.stack.addWidget(self._blank)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.alerts)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self._desk.changed.connect(self.refresh)
        self._desk.locking.connect(self.on_lock)
        self._desk.locked.connect(self._locked)
        self.bar.pressed.connect(self.decide)
        self.summary.worksheet_asked_for.connect(self.decide)
        self.alerts.look_asked_for.connect(self.to_summary)
        self.banners.contested_asked_for.connect(self._to_contested)
        self.header_only.whole_asked_for.connect(self._ask_for_whole)
        self.household.correction_asked_for.connect(self.correct_fact)
        self._correcting.saved.connect(self.close_correction)
        self.correction.put_aside.connect(self.close_correction)
        self.notes.take_back_asked_for.connect(self.take_back)
        self.waiting.take_back_asked_for.connect(self.take_back)
        self.checklist.marked.connect(self._mark)

    # --- The screen -----------------------------------------------------------------------------------

    def title(self) -> str:
        """The case by its number; the name stands in the bar below."""
        number = self._loaded.page.case.number if self._loaded else ""
        return self.tr("Case {number}").format(number=number) if number else self.tr("Case")

    def retranslate(self) -> None:
        """Set every text again; what is typed stays."""
        self.bar.main.setText(self.tr("Decide"))
        self.bar.more.setText(self.tr("More"))
        self._say_nothing()
        self.header_only.retranslate()
        self.alerts.retranslate()
        self.correction.retranslate()
        self._show()

    def _say_nothing(self) -> None:
        how = self.tr("Choose one in your queue; it is shown here from every angle.")
        self.nothing.say(self._missing or self.tr("No case is open."), how)

    def on_enter(self) -> None:
        """Read the case again."""
        self.refresh()

    @Slot()
    def on_lock(self) -> None:
        """Keep what is being typed."""
        self._note_keeper.keep_now()

    def scope(self) -> str:
        return "case.file"

    def register_actions(self, registry: ActionRegistry) -> None:
        """The acts of a case go into the registry, and from there onto the menu."""
        add_case_actions(registry, self)

    def first_focus(self) -> QWidget | None:
        return self.contents.page if self._loaded else None

    # --- Which case -----------------------------------------------------------------------------------

    def show_case(self, case_id: UUID) -> None:
        """Show a case; what was typed on the one before is kept."""
        if case_id != self._case_id:
            self._note_keeper.begin(case_id)
            self._correcting.case_id = case_id
            self.close_correction()
            self.alerts.clear()
            self._loaded, self._missing = None, ""
            self._case_id = case_id
            self.header_only.reset()
            self._show()
        self.refresh()

    @property
    def case_id(self) -> UUID | None:
        return self._case_id

    @Slot()
    def refresh(self) -> None:
        """Read the case that is shown again, off the GUI thread."""
        if self._case_id is None or not self._desk.is_open:
            return
        job = self._desk.query(partial(case_work.load, case_id=self._case_id))
        job.succeeded.connect(self._take)
        job.failed.connect(self._not_read)

    @Slot(object)
    def _take(self, loaded: Loaded) -> None:
        if loaded.page.case.id != self._case_id:
            return  # another case was asked for meanwhile
        before, self._loaded, self._missing = self._loaded, loaded, ""
        if before is None and not loaded.page.view.whole and not loaded.page.reading.asked:
            self._ask_for_whole()
        if before is None:
            self.alerts.clear()
        if before is None:
            self.notes.editor.show_draft(loaded.note)
        elif case_work.changed_by_others(before.page, loaded.page):
            self.alerts.show_changed()
        self._show()
        if before is None:
            self.contents.to_top()
        self.title_changed.emit()

    def _show(self) -> None:
        page = self._loaded.page if self._loaded else None
        self.bar.setVisible(page is not None)
        self.bar.show_page(page)
        self.bar.main.setVisible(page is not None and page.may_decide)
        self.bar.more.setVisible(page is not None and page.view.whole)
        if page is None:
            reading = self._case_id is not None and not self._missing
            self.stack.setCurrentWidget(self._blank if reading else self.nothing)
            return
        self.stack.setCurrentWidget(self._work if page.view.whole else self.header_only)
        self.header_only.show_page(page)
        self.banners.show_page(page)
        self.contents.show_page(page)

    @Slot(object)
    def _not_read(self, error: Exception) -> None:
        """The case has left this laptop, or never was here: nothing of another one stays on the page."""
        self._loaded, self._missing = None, problem_sentence(error)
        self._say_nothing()
        self._show()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self.alerts.show_problem(problem_sentence(error))

    @Slot()
    def _locked(self) -> None:
        """Nothing personal stays on a locked screen; the case comes back with `on_enter`."""
        self._loaded = None
        self.notes.editor.clear()
        self.close_correction()
        self.alerts.clear()
        self.contents.show_page(None)
        self._show()

    # --- Acts -----------------------------------------------------------------------------------------

    @Slot()
    def decide(self, choice: str = "") -> None:
        """Go to the worksheet, perhaps with a choice already made."""
        if self._case_id is not None:
            self.decide_asked_for.emit(self._case_id, choice)

    @Slot()
    def write_note(self) -> None:
        """Go to the editor of a new note."""
        self.contents.go_to("notes")
        self.notes.editor.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def to_checklist(self) -> None:
        """Go to the checklist."""
        self.contents.go_to("checklist")
        self.checklist.focus_first()

    @Slot()
    def to_summary(self) -> None:
        """Go to the top of the page."""
        self.contents.to_top()

    @Slot(str)
    def correct_fact(self, fact_id: str = "") -> None:
        """Open the panel in which a fact is corrected."""
        if self._loaded is not None and self._loaded.page.may_work:
            self.correction.begin(self._loaded.page, fact_id)
            self.correction.show()
            editor = self.correction.editor if fact_id else self.correction.which
            (editor or self.correction.which).setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def close_correction(self) -> None:
        """Put the panel away."""
        self.correction.hide()

    @Slot(str)
    def take_back(self, command: str) -> None:
        """Take back a change that has not left this laptop."""
        self._save(partial(case_work.take_back, command=UUID(command)))

    @Slot(str, bool)
    def _mark(self, item: str, done: bool) -> None:
        if self._case_id is None or self._loaded is None:
            return
        mark = self._loaded.page.case.checklist.get(item)
        body = MarkChecklist(item=item, done=done, was=mark.done if mark else None)
        self._save(partial(case_work.perform, case_id=self._case_id, body=body))

    def _save(self, work: Work) -> None:
        self._desk.perform(work).failed.connect(self._failed)

    @Slot()
    def _to_contested(self) -> None:
        self._desk.go_to("contested")

    @Slot()
    def _ask_for_whole(self) -> None:
        if self._case_id is not None:
            self._save(partial(pins.ask, case=self._case_id))

    @Slot()
    def pin(self) -> None:
        """Keep a case of somebody else on this laptop, or no longer."""
        if self._case_id is not None and self._loaded is not None and self._loaded.page.reading.may_pin:
            change = pins.unpin if self._loaded.page.reading.pinned else pins.pin
            self._save(partial(change, case=self._case_id))
