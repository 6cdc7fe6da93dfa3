"""The table of the program: thousands of rows at a fixed height, everything by keyboard.

Sorting left to the model.

The model answers ``Qt.ItemDataRole.AccessibleTextRole`` in column 0 with one sentence for the row, and
implements ``sort(column, order)``. Keys: arrows or J/K move, Enter opens, Space peeks, Tab leaves the
table.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from erap_desktop.ui.single_keys import SingleKeys
from erap_desktop.ui.theme import size
from erap_desktop.ui.widgets.badge_delegate import BadgeDelegate

_Index = QModelIndex | QPersistentModelIndex
_NO_KEYS = Qt.KeyboardModifier.NoModifier
_STEPS = {Qt.Key.Key_J: Qt.Key.Key_Down, Qt.Key.Key_K: Qt.Key.Key_Up}


@dataclass(frozen=True, slots=True)
class Column:
    """How one column is shown: width in average letters, taking what room is left, holding a badge."""

    width: int = 12
    stretch: bool = False
    badge: bool = False


class DataTable(QTableView):
    """``opened`` and ``peeked`` carry the row's index in column 0.

    ``current_row`` follows the current row.
    """

    opened = Signal(QModelIndex)
    peeked = Signal(QModelIndex)
    current_row = Signal(int)

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        self._columns: tuple[Column, ...] = ()
        self._fitted: set[int] = set()
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setSortingEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsClickable(True)
        header.sortIndicatorChanged.connect(self._sort)
        self._badges = BadgeDelegate(self)
        self.doubleClicked.connect(self._open)
        self._fit_rows()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Say how the columns are shown; call it after the model was set."""
        self._columns = tuple(columns)
        self._fitted.clear()
        self.horizontalHeader().setStretchLastSection(False)
        for number, column in enumerate(columns):
            if column.badge:
                self.setItemDelegateForColumn(number, self._badges)
        self._fit_columns()

    def set_sorting(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Let the person sort by the header, beginning with this column; the model does the sorting."""
        header = self.horizontalHeader()
        header.setSortIndicatorShown(True)
        header.setSortIndicator(column, order)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show a model; there is always a current row while there are rows."""
        old = self._rows_from()
        if old is not None:
            old.modelReset.disconnect(self._keep_current)
            old.rowsInserted.disconnect(self._keep_current)
            old.rowsRemoved.disconnect(self._keep_current)
            old.layoutChanged.disconnect(self._keep_current)
        super().setModel(model)
        if model is not None:
            model.modelReset.connect(self._keep_current)
            model.rowsInserted.connect(self._keep_current)
            model.rowsRemoved.connect(self._keep_current)
            model.layoutChanged.connect(self._keep_current)
            self._keep_current()

    def select_row(self, row: int) -> None:
        """Make a row the current and only selected one, in view."""
        model = self._rows_from()
        if model is None or not 0 <= row < model.rowCount():
            return
        index = model.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def selected_rows(self) -> list[int]:
        """The selected row numbers, in order; by ranges, so that ten thousand cost nothing."""
        rows: set[int] = set()
        parts = self.selectionModel().selection()
        for number in range(parts.count()):
            rows.update(range(parts.at(number).top(), parts.at(number).bottom() + 1))
        return sorted(rows)

    def keyboardSearch(self, search: str) -> None:
        """No type-ahead: letters are keys of the list, and "/" searches."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Space peeks, J and K move."""
        key, plain = event.key(), event.modifiers() in (_NO_KEYS, Qt.KeyboardModifier.KeypadModifier)
        index = self.currentIndex()
        if plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._open(index)
        elif plain and key == Qt.Key.Key_Space and index.isValid():
            self.peeked.emit(index.siblingAtColumn(0))
        elif plain and key in _STEPS and SingleKeys.current().allowed:
            super().keyPressEvent(QKeyEvent(event.type(), _STEPS[Qt.Key(key)], _NO_KEYS))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A table that is tabbed into has a current row, else a screen reader says nothing."""
        self._keep_current()
        super().focusInEvent(event)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Tell when another row became current."""
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.current_row.emit(current.row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stretch where there is room; scroll sideways where there is not."""
        super().resizeEvent(event)
        self._fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        """Rows and columns grow with the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_rows()
            self._fitted.clear()
            self._fit_columns()

    def _rows_from(self) -> QAbstractItemModel | None:
        return cast("QAbstractItemModel | None", self.model())  # Qt has none until one is set

    def _fit_rows(self) -> None:
        height = max(size("row"), self.fontMetrics().height() + 12)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.horizontalHeader().setMinimumHeight(height - 2)

    def _fit_columns(self) -> None:
        letter, header = self.fontMetrics().averageCharWidth(), self.horizontalHeader()
        widths = [column.width * letter + 22 for column in self._columns]
        shown = [width for number, width in enumerate(widths) if not self.isColumnHidden(number)]
        room = sum(shown) <= self.viewport().width()
        for number, (column, width) in enumerate(zip(self._columns, widths, strict=True)):
            stretch = column.stretch and room
            mode = QHeaderView.ResizeMode.Stretch if stretch else QHeaderView.ResizeMode.Interactive
            if header.sectionResizeMode(number) != mode:
                header.setSectionResizeMode(number, mode)
            if not stretch and (column.stretch or number not in self._fitted):
                self.setColumnWidth(number, width)
                self._fitted.add(number)

    @Slot()
    def _keep_current(self) -> None:
        model = self._rows_from()
        if model is not None and model.rowCount() > 0 and not self.currentIndex().isValid():
            self.select_row(0)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.siblingAtColumn(0))

    @Slot(int, Qt.SortOrder)
    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        model = self._rows_from()
        if model is not None and self.horizontalHeader().isSortIndicatorShown():
            model.sort(column, order)
