"""What the command palette lists: actions and what providers find, ranked against what is typed."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from erap_desktop.models.ranking import best
from erap_desktop.ui.theme import icon

_Index = QModelIndex | QPersistentModelIndex
_RECENT = 5
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """One line: what it does, where it belongs, its key (or a note), and why it cannot be used now."""

    id: str
    text: str
    section: str
    hint: str = ""
    icon: str = ""
    reason: str = ""


class PaletteProvider(Protocol):
    """Finds entries beyond the actions.

    Such as cases. Both are called in the GUI thread and must not wait.
    """

    def find(self, typed: str) -> Sequence[PaletteEntry]:
        """What answers, best first: an exact case number before anything else. Few, and fast."""

    def open(self, entry_id: str) -> None:
        """Do what an entry of this provider says."""


class PaletteRole(IntEnum):
    """What the list's delegate reads."""

    ENTRY = Qt.ItemDataRole.UserRole + 1


def arrange(
    actions: Sequence[PaletteEntry], found: Sequence[PaletteEntry], recent: Sequence[str], typed: str
) -> list[PaletteEntry]:
    """What is found, then actions that answer, then those that cannot be used, each with its reason.

    With nothing typed, the last five used come first.
    """
    answers = best(actions, typed, _text_of)
    if not typed.strip():
        known = {entry.id: entry for entry in answers}
        first = [known[id_] for id_ in recent if id_ in known][:_RECENT]
        answers = first + [entry for entry in answers if entry not in first]
    usable = [entry for entry in answers if not entry.reason]
    return [*found, *usable, *(entry for entry in answers if entry.reason)]


def _text_of(entry: PaletteEntry) -> str:
    return entry.text


class PaletteModel(QAbstractListModel):
    """The lines of the palette."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[PaletteEntry] = []

    def show_entries(self, entries: Sequence[PaletteEntry]) -> None:
        """List these."""
        self.beginResetModel()
        self._entries = list(entries)
        self.endResetModel()

    def entry(self, row: int) -> PaletteEntry | None:
        """The entry of a row, or None."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many lines there are."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text, icon, the entry itself, and one sentence for screen readers."""
        entry = self.entry(index.row())
        if entry is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == PaletteRole.ENTRY:
            return entry
        if role == Qt.ItemDataRole.DecorationRole and entry.icon:
            return icon(entry.icon, "muted")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (entry.text, entry.section, entry.reason or entry.hint)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.reason or None
        return None
