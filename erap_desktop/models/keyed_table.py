"""A table model over rows that have an id and keeps what it can when they change.

Selection, current row and scroll position of a view live in row numbers. So new contents are brought in as
the smallest change that says the truth: the same rows again (`dataChanged`), another order
(`layoutChanged`), a few rows more or less (inserted and removed), and only then a reset, after which a view
finds its rows by id.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex

Index = QModelIndex | QPersistentModelIndex
MOST_STEPS = 60


class Keyed(Protocol):
    """A row: what it is (`id`), and equality for whether it changed."""

    @property
    def id(self) -> Hashable: ...


Row = TypeVar("Row", bound=Keyed)


class KeyedTableModel(QAbstractTableModel, Generic[Row]):
    """Holds the rows that are shown. Subclasses answer `columnCount`, `data` and `headerData`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown: list[Row] = []
        self._places: dict[Hashable, int] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def row_of(self, id_: Hashable) -> int:
        """The row number of a record, -1 when it is not shown."""
        return self._places.get(id_, -1)

    def show(self, rows: Sequence[Row]) -> None:
        """Shows these rows in this order."""
        new = list(rows)
        before, after = [row.id for row in self.shown], [row.id for row in new]
        if before == after:
            self._replace(new)
        elif len(before) == len(after) and set(before) == set(after):
            self._reorder(new)
        else:
            self._edit(new, before, after)

    def _set(self, new: list[Row]) -> None:
        self.shown = new
        self._places = {row.id: number for number, row in enumerate(new)}

    def _replace(self, new: list[Row]) -> None:
        changed = [number for number, row in enumerate(new) if row != self.shown[number]]
        self._set(new)
        if changed:
            last = self.columnCount() - 1
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], last))

    def _reorder(self, new: list[Row]) -> None:
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        ids = [self.shown[index.row()].id for index in held]
        self._set(new)
        moved = [self.index(self._places[id_], index.column()) for id_, index in zip(ids, held, strict=True)]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _edit(self, new: list[Row], before: list[Hashable], after: list[Hashable]) -> None:
        old_ids, new_ids = set(before), set(after)
        kept = [id_ for id_ in before if id_ in new_ids]
        gone = _runs([number for number, id_ in enumerate(before) if id_ not in new_ids])
        come = _runs([number for number, id_ in enumerate(after) if id_ not in old_ids])
        if not kept or len(gone) + len(come) > MOST_STEPS:
            self.beginResetModel()
            self._set(new)
            self.endResetModel()
            return
        for first, last in reversed(gone):
            self.beginRemoveRows(QModelIndex(), first, last)
            self._set(self.shown[:first] + self.shown[last + 1 :])
            self.endRemoveRows()
        stay = [row for row in new if row.id in old_ids]
        if [row.id for row in stay] != kept:
            self._reorder(stay)
        for first, last in come:
            self.beginInsertRows(QModelIndex(), first, last)
            self._set(self.shown[:first] + new[first : last + 1] + self.shown[first:])
            self.endInsertRows()
        self._replace(new)


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    """Numbers in order as (first, last) of each unbroken run."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs
