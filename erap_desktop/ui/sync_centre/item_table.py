"""The table of what was done: what, which case, when, how far it has come."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from erap_desktop.models import sync_words
from erap_desktop.models.format import when
from erap_desktop.models.record_table import RecordColumn, RecordTableModel
from erap_desktop.services.sync_items import SyncItem
from erap_desktop.ui.widgets.column_fit import Column
from erap_desktop.ui.widgets.data_table import DataTable


class ItemTable(DataTable):
    """Items newest first; keeps the current one by its id when the list changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("syncItems")
        self.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self._now: datetime | None = None
        columns = (
            RecordColumn[SyncItem](title=_what_title, text=_what),
            RecordColumn[SyncItem](title=_case_title, text=sync_words.case_word),
            RecordColumn[SyncItem](title=_when_title, text=self._when, order=_made_at),
            RecordColumn[SyncItem](
                title=_state_title, text=sync_words.state_word, badge=sync_words.state_badge
            ),
        )
        self.items = RecordTableModel(columns, self._sentence, self)
        self.setModel(self.items)
        case = Column(30, least=26, stretch=True)  # the number and the name
        self.set_columns((Column(20, least=16), case, Column(13, gives_way=1), Column(24, badge=True)))
        self.horizontalHeader().setSortIndicatorShown(False)

    def show_items(self, items: tuple[SyncItem, ...], now: datetime) -> None:
        """Another list, or the same one anew."""
        kept = self.current_id
        self._now = now
        self.items.set_records(items)
        self.items.refresh_words()
        row = self.items.row_of(kept) if kept is not None else -1
        if row >= 0:
            self.select_row(row)

    @property
    def current(self) -> SyncItem | None:
        """The item of the current row."""
        row = self.currentIndex().row()
        return self.items.record(row) if 0 <= row < self.items.rowCount() else None

    @property
    def current_id(self) -> UUID | None:
        """The command of the current row."""
        item = self.current
        return item.id if item else None

    def _when(self, item: SyncItem) -> str:
        return when(item.made_at, self._now or item.made_at)

    def _sentence(self, item: SyncItem) -> str:
        return sync_words.item_sentence(item, self._now or item.made_at)


def _what(item: SyncItem) -> str:
    return sync_words.done_word(item.kind)


def _made_at(item: SyncItem) -> datetime:
    return item.made_at


def _what_title() -> str:
    return QCoreApplication.translate("SyncCentre", "What")


def _case_title() -> str:
    return QCoreApplication.translate("SyncCentre", "Case")


def _when_title() -> str:
    return QCoreApplication.translate("SyncCentre", "When")


def _state_title() -> str:
    return QCoreApplication.translate("SyncCentre", "Where it is")
