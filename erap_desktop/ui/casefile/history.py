"""Everything known to have happened on the case: who, what, when, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from erap_desktop.models.case_history import Happening, history
from erap_desktop.ui.casefile.entry import EntryList
from erap_desktop.ui.casefile.history_words import HistoryWords
from erap_desktop.ui.casefile.section import Section

if TYPE_CHECKING:
    from erap_desktop.services.casepage import CasePage


class HistorySection(Section):
    """Append-only, newest first."""

    id = "history"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = EntryList()
        self.body.addWidget(self._list)

    def heading(self) -> str:
        return self.tr("History")

    def fill(self, page: CasePage) -> None:
        words = HistoryWords(page)
        entries: tuple[Happening, ...] = history(page.case)
        self._list.show_entries([words.entry(one) for one in entries])
