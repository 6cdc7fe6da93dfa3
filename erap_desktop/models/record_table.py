"""A table over plain records whose columns are handed in: what a cell says, its badge, how it sorts.

    model = RecordTableModel((RecordColumn(title=_when_title, text=_when, order=_made_at), …), sentence=_row)

Words are asked for when they are shown, so that another language needs only `refresh_words`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QModelIndex, QObject, Qt

from erap_desktop.models.item_roles import ItemRole
from erap_desktop.models.keyed_table import Index, Keyed, KeyedTableModel

_Role = Qt.ItemDataRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_TEXTS = (_Role.DisplayRole, _Role.ToolTipRole, _Role.AccessibleTextRole, _Role.TextAlignmentRole)
_ANSWERED = frozenset({*_TEXTS, ItemRole.BADGE, ItemRole.BADGE_ICON, ItemRole.ROW_ID})
Row = TypeVar("Row", bound=Keyed)


@dataclass(frozen=True)
class RecordColumn(Generic[Row]):
    """One column. `badge` gives (kind, icon) or None; `order` what to sort by, the text when left out."""

    title: Callable[[], str]
    text: Callable[[Row], str]
    order: Callable[[Row], Any] | None = None
    badge: Callable[[Row], tuple[str, str] | None] | None = None
    tip: Callable[[Row], str] | None = None
    right: bool = False


class RecordTableModel(KeyedTableModel[Row]):
    """Shows records in the order given, or sorted by a column once `sort` was asked for.

    `sentence` is one sentence for a whole row, for a screen reader.
    """

    def __init__(
        self,
        columns: Sequence[RecordColumn[Row]],
        sentence: Callable[[Row], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._sentence = sentence
        self._given: list[Row] = []
        self._sort: tuple[int, Qt.SortOrder] | None = None

    def set_records(self, records: Sequence[Row]) -> None:
        """Another reading; rows that stay keep their place in selection and scroll."""
        self._given = list(records)
        self.show(self._in_order())

    def record(self, row: int) -> Row:
        """The record of a row. Raises IndexError."""
        return self.shown[row]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Another order; equal rows stay as they were given. A negative column: the order given."""
        self._sort = (column, order) if column >= 0 else None
        self.show(self._in_order())

    def refresh_words(self) -> None:
        """Another language or theme: say every cell and heading again."""
        if self.shown:
            last = self.index(len(self.shown) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """Text, badge, tip, alignment, or the record and its id."""
        if role not in _ANSWERED or not index.isValid():
            return None
        record, column = self.shown[index.row()], self._columns[index.column()]
        if role == _Role.DisplayRole:
            return column.text(record)
        if role in (ItemRole.BADGE, ItemRole.BADGE_ICON):
            badge = column.badge(record) if column.badge else None
            return badge[role == ItemRole.BADGE_ICON] if badge else None
        if role == _Role.TextAlignmentRole:
            return _RIGHT if column.right else None
        if role == _Role.ToolTipRole:
            return column.tip(record) if column.tip else column.text(record)
        if role == ItemRole.ROW_ID:
            return record.id
        return self._sentence(record) if index.column() == 0 else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        """The headings."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _Role.TextAlignmentRole and self._columns[section].right:
            return _RIGHT
        return self._columns[section].title() if role == _Role.DisplayRole else None

    def _in_order(self) -> list[Row]:
        if self._sort is None:
            return self._given
        number, order = self._sort
        column = self._columns[number]
        down = order is Qt.SortOrder.DescendingOrder
        return sorted(self._given, key=column.order or column.text, reverse=down)
