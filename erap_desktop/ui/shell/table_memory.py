"""How somebody likes a table, over restarts: widths drawn by hand, the order. No word of any row."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot

from erap_desktop.ui.shell.memory import Memory, from_list, to_list
from erap_desktop.ui.widgets.data_table import DataTable

_DOWN = "down"


class TableMemory(QObject):
    """Belongs to its table, which must have an object name: the values are kept under it."""

    def __init__(self, table: DataTable, memory: Memory) -> None:
        super().__init__(table)
        self._table = table
        self._memory = memory
        self._recall()
        table.looks_changed.connect(self._keep)

    def _recall(self) -> None:
        widths = to_list(self._memory.read(self._name("widths")))
        if all(width.isdecimal() for width in widths):
            self._table.choose_widths([int(width) for width in widths])
        column, _, way = self._memory.read(self._name("order")).partition(" ")
        header = self._table.horizontalHeader()
        if header.isSortIndicatorShown() and column.isdecimal() and int(column) < header.count():
            order = Qt.SortOrder.DescendingOrder if way == _DOWN else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(int(column), order)

    @Slot()
    def _keep(self) -> None:
        header = self._table.horizontalHeader()
        self._memory.write(self._name("widths"), from_list([str(one) for one in self._table.chosen_widths]))
        if header.isSortIndicatorShown():
            way = _DOWN if header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder else "up"
            self._memory.write(self._name("order"), f"{header.sortIndicatorSection()} {way}")

    def _name(self, what: str) -> str:
        return f"{self._table.objectName()}.{what}"
