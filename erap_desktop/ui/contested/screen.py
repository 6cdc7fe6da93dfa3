"""The screen of contested and late work: a list, the comparison, and the answer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from erap_desktop.models.desk import Desk
from erap_desktop.models.reading import Reading
from erap_desktop.services import contests, work
from erap_desktop.services.contests import Answer, Question, Questions
from erap_desktop.ui.contested.actions import add_actions
from erap_desktop.ui.contested.answer_bar import AnswerBar
from erap_desktop.ui.contested.question_pane import QuestionPane
from erap_desktop.ui.contested.question_table import QuestionTable
from erap_desktop.ui.contested.question_words import button_text, outcome_preview
from erap_desktop.ui.shell.actions import ActionRegistry
from erap_desktop.ui.shell.screen import Screen
from erap_desktop.ui.theme import space
from erap_desktop.ui.widgets.columns import Columns
from erap_desktop.ui.widgets.empty_state import EmptyState
from erap_desktop.ui.words.refusals import problem_sentence

_PANE_LETTERS = 50


class ContestedScreen(Screen):
    """Whoever may choose, chooses here, with or without a network; the others see what is waited for."""

    place_id = "contested"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("contested")
        self._desk = desk
        self._all: Questions | None = None
        self._reading = Reading(desk, self)
        self._reasons: dict[UUID, str] = {}
        self._shown: UUID | None = None
        self._build()
        self._wire()
        self.retranslate()

    # --- Building -------------------------------------------------------------------------------------

    def _build(self) -> None:
        outer = self.column("m")
        self.table = QuestionTable()
        self.pane = QuestionPane()
        self.bar = AnswerBar()
        self.empty = EmptyState("check-circle")
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space("s"))
        column.addWidget(self.pane, 1)
        column.addWidget(self.bar)
        both = Columns(_PANE_LETTERS)
        both.set_panes((self.table, right), (35, 65))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(both)
        outer.addWidget(self.stack)

    def _wire(self) -> None:
        self.table.current_row.connect(self._show_question)
        self.table.questions.modelReset.connect(self._show_question)
        self.table.opened.connect(self._open_index)
        self.pane.open_wanted.connect(self._open)
        self.pane.chosen.connect(self._show_answer)
        self.bar.confirmed.connect(self.confirm)
        self.bar.later.connect(self.later)
        self.bar.take_back_wanted.connect(self.take_back)
        self.bar.typed.connect(self._reason_typed)
        self._reading.succeeded.connect(self._read)
        self._reading.failed.connect(self._failed)
        self._desk.changed.connect(self.refresh)

    def title(self) -> str:
        """The place."""
        return self.tr("Contested and late work")

    def retranslate(self) -> None:
        """Set every text."""
        self.table.setAccessibleName(self.tr("Cases that wait for a choice"))
        self.pane.retranslate()
        self.bar.retranslate()
        self.empty.say(
            self.tr("Nothing waits for a choice"),
            self.tr(
                "Cases that two people decided differently would be here, and work that was done before it "
                "was known that a case had moved."
            ),
        )
        self.table.questions.refresh_words()
        self._show_question()

    def register_actions(self, registry: ActionRegistry) -> None:
        """Keys 1 to 3 choose, Ctrl+Enter confirms, L leaves it for later."""
        add_actions(registry, self)

    def first_focus(self) -> QWidget | None:
        """The list."""
        return self.table if self.table.questions.rowCount() else None

    def panes(self) -> Sequence[QWidget]:
        """The list, the comparison, the answer."""
        return (self.table, self.pane, self.bar)

    # --- Reading --------------------------------------------------------------------------------------

    def on_enter(self) -> None:
        """Read what waits."""
        self.refresh()

    def on_lock(self) -> None:
        """Let go of every name and of what was typed."""
        self._all = None
        self._reasons.clear()
        self.table.questions.set_records(())
        self.pane.forget()
        self.bar.reason.clear()

    @Slot()
    def refresh(self) -> None:
        """Read again; a reading under way is dropped."""
        self._reading.start(contests.questions)

    @Slot(object)
    def _read(self, all_: Questions) -> None:
        had_focus = self.table.hasFocus()
        before = self._all
        self._all = all_
        self.table.show_questions(all_)
        self.stack.setCurrentIndex(1 if all_.items else 0)
        if before is None and self.isVisible() and not had_focus and all_.items:
            self.table.setFocus()
        self._show_question()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self._desk.said.emit(problem_sentence(error))

    # --- Showing --------------------------------------------------------------------------------------

    @Slot()
    def _show_question(self) -> None:
        question = self.table.current
        if question is None or self._all is None:
            return
        self.pane.show_question(question, self._all)
        if self._shown != question.id:
            self._shown = question.id
            self.bar.set_reason_error("")
            self.bar.reason.setPlainText(self._reasons.get(question.id, ""))
        self._show_answer()

    @Slot()
    def _show_answer(self) -> None:
        question = self.table.current
        if question is None or self._all is None:
            return
        if question.answered is not None:
            self.bar.say_closed(self._answered(question), undo=question.can_take_back)
        elif not question.may:
            self.bar.say_closed(self._not_mine(question), undo=False)
        else:
            key, names = self.pane.grid.current, self._all.names
            preview, button = outcome_preview(question, key, names), button_text(question, key, names)
            self.bar.say_open(preview, button, ready=bool(key))

    def _answered(self, question: Question) -> str:
        if question.can_take_back:
            return self.tr("Answered on this laptop. It counts once the office has received it.")
        return self.tr("Answered and on its way; the office confirms it with the next sync.")

    def _not_mine(self, question: Question) -> str:
        if question.kind == contests.CONTEST:
            return self.tr("A supervisor of the office chooses. There is nothing for you to do.")
        return self.tr("The caseworker who has the case now, or a supervisor, chooses.")

    # --- Acting ---------------------------------------------------------------------------------------

    def pick(self, number: int) -> None:
        """Choose the column of a number."""
        question = self.table.current
        key = self.pane.grid.key_of(number)
        if key and question is not None and question.may and question.answered is None:
            self.pane.grid.choose(key)
            self._show_answer()

    @Slot()
    def confirm(self) -> None:
        """Save the choice as a command. Without a reason the field says so, and nothing happens."""
        question, key = self.table.current, self.pane.grid.current
        if question is None or not question.may or question.answered is not None:
            return
        if not key:
            self._desk.said.emit(self.tr("Choose a side first: press 1 or 2."))
            return
        reason = self.bar.reason.toPlainText().strip()
        if not reason:
            self.bar.set_reason_error(self.tr("Write why. It is needed for the record."))
            self.bar.reason.setFocus()
            return
        self.bar.confirm.setEnabled(False)
        job = self._desk.perform(partial(contests.answer, given=Answer(question, key, reason)))
        job.succeeded.connect(self._saved)
        job.failed.connect(self._refused)

    @Slot(object)
    def _saved(self, _: object) -> None:
        if self._shown is not None:
            self._reasons.pop(self._shown, None)
        self._desk.said.emit(self.tr("Saved on this laptop. It counts once the office has received it."))
        self.table.setFocus()
        self.table.go_to_next_open()

    @Slot(object)
    def _refused(self, error: Exception) -> None:
        self._desk.said.emit(problem_sentence(error))
        self._show_answer()

    @Slot()
    def take_back(self) -> None:
        """Undo an answer that has not left this laptop."""
        question = self.table.current
        if question is not None and question.answered is not None and question.can_take_back:
            job = self._desk.perform(partial(work.withdraw, command=question.answered))
            job.failed.connect(self._refused)

    @Slot()
    def later(self) -> None:
        """Leave it open; the next one."""
        self.table.setFocus()
        if not self.table.go_to_next_open():
            self._desk.said.emit(self.tr("This is the last one that waits."))

    @Slot()
    def _reason_typed(self) -> None:
        text = self.bar.reason.toPlainText()
        if self._shown is not None:
            self._reasons[self._shown] = text
        if text.strip():
            self.bar.set_reason_error("")

    @Slot(QModelIndex)
    def _open_index(self, _: QModelIndex) -> None:
        self._open()

    @Slot()
    def _open(self) -> None:
        question = self.table.current
        if question is not None:
            self._desk.open_case(question.case)
