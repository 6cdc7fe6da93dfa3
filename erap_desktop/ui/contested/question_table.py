"""The list of questions: which case, what kind, since when; answered ones wait below to be sent."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from erap_desktop.models.format import ago, date_time
from erap_desktop.models.record_table import RecordColumn, RecordTableModel
from erap_desktop.services.contests import Question, Questions
from erap_desktop.ui.contested.question_words import kind_badge, kind_word
from erap_desktop.ui.widgets.column_fit import Column
from erap_desktop.ui.widgets.data_table import DataTable


class QuestionTable(DataTable):
    """Keeps the current question by its id when the list changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("contestedList")
        self.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self._now: datetime | None = None
        columns = (
            RecordColumn[Question](title=_number_title, text=_number, tip=self._tip),
            RecordColumn[Question](title=_applicant_title, text=_applicant, tip=case_text),
            RecordColumn[Question](title=_kind_title, text=_kind_text, badge=kind_badge),
        )
        self.questions = RecordTableModel(columns, self._sentence, self)
        self.setModel(self.questions)
        # The number gives way: it is said beside the list, too.
        name = Column(24, least=20, stretch=True)
        self.set_columns((Column(11, gives_way=1), name, Column(20, least=17, badge=True)))

    def show_questions(self, all_: Questions) -> None:
        """Another reading."""
        kept = self.current.id if self.current else None
        self._now = all_.now
        self.questions.set_records(all_.items)
        self.questions.refresh_words()
        row = self.questions.row_of(kept) if kept is not None else -1
        if row >= 0:
            self.select_row(row)

    @property
    def current(self) -> Question | None:
        """The question of the current row."""
        row = self.currentIndex().row()
        return self.questions.record(row) if 0 <= row < self.questions.rowCount() else None

    def go_to_next_open(self) -> bool:
        """The next question nobody has answered, from the current one on; False when there is none."""
        count, here = self.questions.rowCount(), self.currentIndex().row()
        for step in range(1, count + 1):
            row = (here + step) % count
            if self.questions.record(row).answered is None and row != here:
                self.select_row(row)
                return True
        return False

    def _tip(self, question: Question) -> str:
        return date_time(question.since)

    def _sentence(self, question: Question) -> str:
        return QCoreApplication.translate("Contested", "{case}, {kind}, waiting since {when}").format(
            case=case_text(question),
            kind=_kind_text(question),
            when=ago(question.since, self._now or question.since),
        )


def case_text(question: Question) -> str:
    """Number and applicant."""
    return f"{question.number or ''}  {question.applicant}".strip()


def _kind_text(question: Question) -> str:
    if question.answered is not None:
        return QCoreApplication.translate("Contested", "Answered here")
    return kind_word(question)


def _number(question: Question) -> str:
    return question.number or "–"


def _applicant(question: Question) -> str:
    return question.applicant


def _number_title() -> str:
    return QCoreApplication.translate("Contested", "Case")


def _applicant_title() -> str:
    return QCoreApplication.translate("Contested", "Applicant")


def _kind_title() -> str:
    return QCoreApplication.translate("Contested", "What")
