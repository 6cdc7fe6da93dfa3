"""The determination: worksheet and award beside the choice, then the summary, then what comes next."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from erap_desktop.models.desk import Desk
from erap_desktop.models.format import clock
from erap_desktop.ui.casefile.alerts import Alerts
from erap_desktop.ui.casefile.correcting import Correcting
from erap_desktop.ui.casefile.identity_bar import IdentityBar
from erap_desktop.ui.determination import decision_work, summary_words
from erap_desktop.ui.determination.check_page import CheckPage
from erap_desktop.ui.determination.decision_actions import add_decision_actions
from erap_desktop.ui.determination.decision_body import body_of
from erap_desktop.ui.determination.decision_work import Loaded, Saved
from erap_desktop.ui.determination.done_page import DonePage
from erap_desktop.ui.determination.draft_keeper import DraftKeeper
from erap_desktop.ui.determination.work_page import WorkPage
from erap_desktop.ui.shell.actions import ActionRegistry
from erap_desktop.ui.shell.screen import Screen
from erap_desktop.ui.words.refusals import problem_sentence

if TYPE_CHECKING:
    from erap_desktop.services.worksheet import Determination
    from sync.casework.commands import AnyBody


class DeterminationScreen(Screen):
    """Shows a case with ``show_case``; ``begin`` chooses what the person came to do."""

    place_id: ClassVar[str] = "determination"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id: UUID | None = None
        self._sheet: Determination | None = None
        self._body: AnyBody | None = None
        self._saved: Saved | None = None
        self._meant: AnyBody | None = None
        self._newer: Determination | None = None
        self._own_change = False
        self._wish = ""
        self.bar = IdentityBar(with_menu=False)
        self.alerts = Alerts()
        self.work, self.check, self.done = WorkPage(), CheckPage(), DonePage()
        self._correcting = Correcting(desk, self.work.correction, self)
        self._drafts = DraftKeeper(desk, self.work.choice, self)
        self._arrange()
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        self.stack = QStackedWidget()
        self._blank = QWidget()
        for page in (self._blank, self.work, self.check, self.done):
            self.stack.addWidget(page)
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
        self.bar.pressed.connect(self._to_file)
        self.alerts.look_asked_for.connect(self._look_again)
        self.work.check_asked_for.connect(self.check_decision)
        self.work.edited.connect(self._drafts.touch)
        self._correcting.saved.connect(self._corrected)
        self.check.put_back.connect(self.back_to_choice)
        self.check.meant.connect(self.confirm)
        self.done.next_asked_for.connect(self._to_next)
        self.done.file_asked_for.connect(self._to_file)
        self.done.undo_asked_for.connect(self._undo)

    # --- The screen -----------------------------------------------------------------------------------

    def title(self) -> str:
        """What is decided on, by its number."""
        number = self._sheet.page.case.number if self._sheet else ""
        return self.tr("Decide {number}").format(number=number) if number else self.tr("Decide")

    def retranslate(self) -> None:
        """Set every text again; what is chosen and typed stays."""
        self.bar.main.setText(self.tr("Case file"))
        self.alerts.retranslate()
        self.work.retranslate()
        if self._sheet is not None:
            self._show(self._sheet)
        if self._sheet is not None and self._body is not None:
            self.check.show_decision(self._body, self._sheet)

    def on_enter(self) -> None:
        """Read the case again."""
        self.refresh()

    @Slot()
    def on_lock(self) -> None:
        """Keep what is chosen and typed."""
        self._drafts.keep_now()

    def scope(self) -> str:
        return "determination"

    def register_actions(self, registry: ActionRegistry) -> None:
        """Their keys work inside this screen."""
        add_decision_actions(registry, self)

    def first_focus(self) -> QWidget | None:
        return None if self._sheet is None else self.work.first_focus()

    # --- Which case -----------------------------------------------------------------------------------

    @property
    def case_id(self) -> UUID | None:
        """The case that is decided on."""
        return self._case_id

    def show_case(self, case_id: UUID) -> None:
        """Show a case; what was typed on the one before is kept."""
        if case_id != self._case_id or self._saved is not None:
            self.on_lock()
            self._forget()
            self._case_id = self._correcting.case_id = self._drafts.case_id = case_id
        self.refresh()

    def begin(self, choice: str) -> None:
        """Choose what the person came to do, as soon as the case is there."""
        self._wish = choice

    @Slot()
    def refresh(self) -> None:
        """Read the case again, off the GUI thread."""
        if self._case_id is None or not self._desk.is_open:
            return
        job = self._desk.query(partial(decision_work.load, case_id=self._case_id))
        job.succeeded.connect(self._take)
        job.failed.connect(self._not_read)

    @Slot(object)
    def _take(self, loaded: Loaded) -> None:
        sheet = loaded.sheet
        if sheet.page.case.id != self._case_id:
            return  # another case was asked for meanwhile
        if self._sheet is None:
            self._begin(loaded)
        elif self._saved is None:
            self._take_newer(sheet)
        else:
            self.bar.show_page(sheet.page)  # decided: the work is done, the case goes on
        if self._wish:
            self.work.choice.choose(self._wish)
            self._wish = ""
        self.title_changed.emit()

    def _take_newer(self, sheet: Determination) -> None:
        """What was read and typed stays until the person looks, unless they changed it themselves."""
        if self._sheet is not None and sheet.stamp != self._sheet.stamp and not self._own_change:
            self._newer = sheet
            self.alerts.show_changed()
            return
        changed, self._own_change = self._own_change, False
        self._sheet = sheet
        self.bar.show_page(sheet.page)
        if changed:
            self._show(sheet)

    def _begin(self, loaded: Loaded) -> None:
        self._sheet = loaded.sheet
        self.alerts.clear()
        self._show(loaded.sheet)
        self.work.choice.restore(loaded.draft)
        self.stack.setCurrentWidget(self.work)

    def _show(self, sheet: Determination) -> None:
        self.bar.setVisible(True)
        self.bar.show_page(sheet.page)
        self.work.show_sheet(sheet)

    @Slot()
    def _look_again(self) -> None:
        """The person wants the case as it is now; a summary of what was there before is not good any more."""
        if self._newer is not None:
            self._sheet, self._newer = self._newer, None
            self._show(self._sheet)
            self.back_to_choice()

    @Slot(object)
    def _not_read(self, error: Exception) -> None:
        """The case has left this laptop: nothing of it, or of another one, stays on the page."""
        self._forget()
        self._failed(error)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self.alerts.show_problem(problem_sentence(error))

    @Slot()
    def _locked(self) -> None:
        self._forget()

    def _forget(self) -> None:
        self._drafts.forget()
        self._sheet = self._newer = None
        self._body = self._meant = self._saved = None
        self._own_change = False
        self.work.forget()
        self.alerts.clear()
        self.bar.setVisible(False)
        self.stack.setCurrentWidget(self._blank)

    # --- Deciding -------------------------------------------------------------------------------------

    @Slot()
    def check_decision(self) -> None:
        """Ask the rules, then show the summary."""
        if self._sheet is None or self._case_id is None:
            return
        try:
            body = body_of(self.work.choice, self.work.award)
        except ValueError as problem:
            self.work.choice.say_problem(str(problem))
            return
        work = partial(decision_work.try_out, case_id=self._case_id, body=body, seen=self._sheet.stamp)
        job = self._desk.query(work)
        job.succeeded.connect(self._allowed)
        job.failed.connect(self._refused)

    @Slot(object)
    def _allowed(self, body: AnyBody) -> None:
        if self._sheet is not None:
            self._body = body
            self.stack.setCurrentWidget(self.check)
            self.check.show_decision(body, self._sheet)

    @Slot(object)
    def _refused(self, error: Exception) -> None:
        self.back_to_choice()
        self.work.choice.say_problem(problem_sentence(error))

    @Slot()
    def back_to_choice(self) -> None:
        """Back to the worksheet; nothing is lost."""
        self._body = None
        self.stack.setCurrentWidget(self.work)
        self.work.choice.focus_choice()

    @Slot()
    def confirm(self) -> None:
        """Save what the summary shows."""
        body = self._meant = self._body
        if body is None or self._sheet is None or self._case_id is None:
            return
        self._body = None  # a second Ctrl+Enter saves nothing twice
        self._drafts.forget()
        work = partial(decision_work.make, case_id=self._case_id, body=body, seen=self._sheet.stamp)
        job = self._desk.perform(work)
        job.succeeded.connect(self._made)
        job.failed.connect(self._refused)

    @Slot(object)
    def _made(self, saved: Saved) -> None:
        self._saved = saved
        body, sheet = self._meant, self._sheet
        if body is None or sheet is None:
            return
        act = summary_words.act_words(body, sheet.page.case.applicant_name)
        self.stack.setCurrentWidget(self.done)
        self.done.show_saved(act, clock(datetime.now(UTC)), more=saved.next_case is not None)

    @Slot()
    def _corrected(self) -> None:
        self._own_change = True
        self.work.close_correction()

    @Slot()
    def _undo(self) -> None:
        if self._saved is not None:
            command = self._saved.done.command
            job = self._desk.perform(partial(decision_work.take_back, command=command))
            job.succeeded.connect(self._taken_back)
            job.failed.connect(self._failed)

    @Slot(object)
    def _taken_back(self, _: object) -> None:
        self._desk.said.emit(self.tr("Taken back. Nothing of it leaves this laptop."))
        case_id = self._case_id
        if case_id is not None:
            self.show_case(case_id)

    @Slot()
    def _to_file(self) -> None:
        if self._case_id is not None:
            self._desk.open_case(self._case_id)

    @Slot()
    def _to_next(self) -> None:
        if self._saved is not None and self._saved.next_case is not None:
            self._desk.open_case(self._saved.next_case)
