"""Finds cases for the command palette, by number or by how the words of a name begin."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from erap_desktop.models.desk import Desk
from erap_desktop.models.queue_rows import plain
from erap_desktop.models.workplace_facts import Findable
from erap_desktop.ui.shell.palette_model import PaletteEntry

MOST = 8


class CaseFinder:
    """Fulfils PaletteProvider; `cases` is set anew when they change, and emptied by a lock."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.cases: tuple[Findable, ...] = ()

    def find(self, typed: str) -> Sequence[PaletteEntry]:
        """Cases in which every word typed begins a word; an exact number comes first."""
        words = plain(typed).split()
        if not words:
            return []
        found = [case for case in self.cases if _answers(case, words)]
        found.sort(key=lambda case: (typed.strip() not in case.words, case.applicant))
        section = QCoreApplication.translate("CaseFinder", "Cases")
        return [
            PaletteEntry(f"case:{case.id}", case.applicant, section, case.number, "case")
            for case in found[:MOST]
        ]

    def open(self, entry_id: str) -> None:
        """Opens the case."""
        self._desk.open_case(UUID(entry_id.removeprefix("case:")))


def _answers(case: Findable, words: list[str]) -> bool:
    return all(any(known.startswith(word) for known in case.words) for word in words)
