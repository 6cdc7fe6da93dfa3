"""The people of the office with their loads, a row each."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from erap_desktop.models.format import count
from erap_desktop.models.record_table import RecordColumn, RecordTableModel
from erap_desktop.services.team import Load, Team
from erap_desktop.ui.team.load_bar import LoadBarDelegate
from erap_desktop.ui.team.words import load_sentence, person_word
from erap_desktop.ui.widgets.column_fit import Column
from erap_desktop.ui.widgets.data_table import DataTable

_BAR = 1


class LoadTable(DataTable):
    """Who has how much; the current row is whose cases are shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("teamLoads")
        self.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self._most_rows = 6
        columns = (
            RecordColumn[Load](title=_person_title, text=person_word),
            RecordColumn[Load](title=_load_title, text=_nothing, order=_open, tip=load_sentence),
            RecordColumn[Load](title=_open_title, text=_open_text, order=_open, right=True),
            RecordColumn[Load](title=_decided_title, text=_decided_text, order=_decided, right=True),
            RecordColumn[Load](title=_total_title, text=_total_text, order=_total, right=True),
            RecordColumn[Load](
                title=_overdue_title, text=_overdue_text, order=_overdue, badge=_overdue_badge
            ),
        )
        self.loads = RecordTableModel(columns, load_sentence, self)
        self.bar = LoadBarDelegate(self.loads)
        self.setModel(self.loads)
        widths = (Column(17), Column(stretch=True), Column(9), Column(10), Column(7), Column(13, badge=True))
        self.set_columns(widths)
        self.setItemDelegateForColumn(_BAR, self.bar)

    def show_team(self, team: Team) -> None:
        """Another reading; the bars share one scale."""
        self.bar.longest = max((load.total for load in team.loads), default=1)
        kept = self.current.user if self.current else None
        self.loads.set_records(team.loads)
        row = self.loads.row_of(kept) if kept is not None else -1
        if row >= 0:
            self.select_row(row)
        self._fit_height()
        self.viewport().update()

    def set_most_rows(self, rows: int) -> None:
        """How many people are shown at once."""
        if rows != self._most_rows:
            self._most_rows = rows
            self._fit_height()

    def changeEvent(self, event: QEvent) -> None:
        """Higher rows with larger text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "bar"):
            self._fit_height()

    @property
    def current(self) -> Load | None:
        """The load of the current row."""
        row = self.currentIndex().row()
        return self.loads.record(row) if 0 <= row < self.loads.rowCount() else None

    def _fit_height(self) -> None:
        rows = max(1, min(self._most_rows, self.loads.rowCount()))
        header = self.horizontalHeader()
        height = rows * self.verticalHeader().defaultSectionSize()
        head = max(header.sizeHint().height(), header.minimumHeight())
        self.setFixedHeight(height + head + 2 * self.frameWidth() + 4)


def _nothing(_: Load) -> str:
    return ""


def _open(load: Load) -> int:
    return load.open


def _open_text(load: Load) -> str:
    return count(load.open)


def _decided(load: Load) -> int:
    return load.buckets["decided"]


def _decided_text(load: Load) -> str:
    return count(load.buckets["decided"])


def _total(load: Load) -> int:
    return load.total


def _total_text(load: Load) -> str:
    return count(load.total)


def _overdue(load: Load) -> int:
    return load.overdue


def _overdue_text(load: Load) -> str:
    return count(load.overdue) if load.overdue else "–"


def _overdue_badge(load: Load) -> tuple[str, str] | None:
    return ("error", "clock") if load.overdue else None


def _person_title() -> str:
    return QCoreApplication.translate("Team", "Caseworker")


def _load_title() -> str:
    return QCoreApplication.translate("Team", "Cases by stage")


def _open_title() -> str:
    return QCoreApplication.translate("Team", "Open")


def _decided_title() -> str:
    return QCoreApplication.translate("Team", "Decided")


def _total_title() -> str:
    return QCoreApplication.translate("Team", "Total")


def _overdue_title() -> str:
    return QCoreApplication.translate("Team", "Overdue")
