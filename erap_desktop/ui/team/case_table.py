"""The cases of one person, several of which can be selected to move them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QItemSelection, Signal
from PySide6.QtWidgets import QWidget

from erap_desktop.models.case_words import due_badge, step_badge, step_word
from erap_desktop.models.format import due as due_words
from erap_desktop.models.record_table import RecordColumn, RecordTableModel
from erap_desktop.services.team import TeamCase
from erap_desktop.ui.widgets.column_fit import Column
from erap_desktop.ui.widgets.data_table import DataTable


class TeamCaseTable(DataTable):
    """`selection_moved` when other rows are selected."""

    selection_moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("teamCases")
        self._today = date.min
        columns = (
            RecordColumn[TeamCase](title=_number_title, text=_number),
            RecordColumn[TeamCase](title=_applicant_title, text=_applicant, tip=_whole_name),
            RecordColumn[TeamCase](title=_step_title, text=_step, badge=_step_badge),
            RecordColumn[TeamCase](title=_due_title, text=self._due, order=_due_order, badge=self._due_badge),
            RecordColumn[TeamCase](title=_flag_title, text=_flag, badge=_flag_badge),
        )
        self.cases = RecordTableModel(columns, self._sentence, self)
        self.setModel(self.cases)
        self.set_columns(
            (
                Column(11, gives_way=2),
                Column(24, least=20, stretch=True),
                Column(23, badge=True),
                Column(22, least=18, badge=True),
                Column(15, badge=True, gives_way=1),
            )
        )
        self.set_sorting(3)

    def show_cases(self, cases: tuple[TeamCase, ...], today: date) -> None:
        """Another person's cases, or the same ones read again: then what was selected stays so."""
        self._today = today
        self.cases.set_records(cases)

    @property
    def selected_ids(self) -> tuple[UUID, ...]:
        """The cases that are selected."""
        return tuple(self.cases.record(row).id for row in self.selected_rows())

    @property
    def current(self) -> TeamCase | None:
        """The case of the current row."""
        row = self.currentIndex().row()
        return self.cases.record(row) if 0 <= row < self.cases.rowCount() else None

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell who wants to know."""
        super().selectionChanged(selected, deselected)
        self.selection_moved.emit()

    def _due(self, case: TeamCase) -> str:
        return due_words(case.due, self._today) if case.due and case.bucket != "decided" else "–"

    def _due_badge(self, case: TeamCase) -> tuple[str, str] | None:
        return due_badge(case.due, case.status, self._today)

    def _sentence(self, case: TeamCase) -> str:
        parts = (_number(case), case.applicant, _step(case), self._due(case), _flag(case))
        return ", ".join(part for part in parts if part)


def _number(case: TeamCase) -> str:
    return case.number or "–"


def _applicant(case: TeamCase) -> str:
    return case.applicant


def _whole_name(case: TeamCase) -> str:
    return f"{_number(case)}  {case.applicant}"


def _step(case: TeamCase) -> str:
    return step_word(case.status)


def _step_badge(case: TeamCase) -> tuple[str, str] | None:
    return step_badge(case.status)


def _due_order(case: TeamCase) -> tuple[bool, date]:
    return case.bucket == "decided", case.due or date.max


def _flag(case: TeamCase) -> str:
    if case.moving:
        return QCoreApplication.translate("Team", "Move not sent")
    if case.late_work:
        return QCoreApplication.translate("Team", "Late work")
    return ""


def _flag_badge(case: TeamCase) -> tuple[str, str] | None:
    if case.moving:
        return "info", "on-laptop"
    return ("warning", "history") if case.late_work else None


def _number_title() -> str:
    return QCoreApplication.translate("Team", "Case")


def _applicant_title() -> str:
    return QCoreApplication.translate("Team", "Applicant")


def _step_title() -> str:
    return QCoreApplication.translate("Team", "Stage")


def _due_title() -> str:
    return QCoreApplication.translate("Team", "Due")


def _flag_title() -> str:
    return QCoreApplication.translate("Team", "Special")
