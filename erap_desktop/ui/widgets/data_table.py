"""The table of the program: thousands of rows at a fixed height, everything by keyboard.

Sorting left to the model.

The model answers ``Qt.ItemDataRole.AccessibleTextRole`` in column 0 with one sentence for the row, and
implements ``sort(column, order)``. Keys: arrows or J/K move, Enter opens, Space peeks, Tab leaves the
table.
"""

from collections.abc import Sequence
from dataclasses import replace
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
from erap_desktop.ui.widgets.column_fit import PADDING, Column, fit

_Index = QModelIndex | QPersistentModelIndex
_NO_KEYS = Qt.KeyboardModifier.NoModifier
_LEAST_PIXELS = 40
_MOST_LETTERS = 400
_STEPS = {Qt.Key.Key_J: Qt.Key.Key_Down, Qt.Key.Key_K: Qt.Key.Key_Up}


class DataTable(QTableView):
    """``opened`` and ``peeked`` carry the row's index in column 0.

    ``current_row`` follows the current row; ``looks_changed`` tells that somebody drew a column wider or
    sorted by another one.
    """

    opened = Signal(QModelIndex)
    peeked = Signal(QModelIndex)
    current_row = Signal(int)
    looks_changed = Signal()

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        self._columns: tuple[Column, ...] = ()
        self._absent: set[int] = set()
        self._chosen: dict[int, int] = {}
        self._fitting = False
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
        header.setMinimumSectionSize(_LEAST_PIXELS)
        header.sortIndicatorChanged.connect(self._sort)
        header.sectionResized.connect(self._width_chosen)
        header.sectionHandleDoubleClicked.connect(self._width_forgotten)
        self._badges = BadgeDelegate(self)
        self.doubleClicked.connect(self._open)
        self._fit_rows()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Say how the columns are shown; call it after the model was set."""
        self._columns = tuple(columns)
        self.horizontalHeader().setStretchLastSection(False)
        for number, column in enumerate(columns):
            if column.badge:
                self.setItemDelegateForColumn(number, self._badges)
        self._fit_columns()

    def show_column(self, number: int, shown: bool) -> None:
        """Whether a column has a meaning at all; without room it may still be hidden."""
        (self._absent.discard if shown else self._absent.add)(number)
        self._fit_columns()

    @property
    def chosen_widths(self) -> list[int]:
        """The width of each column in letters as somebody drew it; 0 where the table may choose."""
        return [self._chosen.get(number, 0) for number in range(len(self._columns))]

    def choose_widths(self, letters: Sequence[int]) -> None:
        """Widths that were chosen once; those of a table with other columns are passed over."""
        if len(letters) == len(self._columns):
            self._chosen = {at: width for at, width in enumerate(letters) if 0 < width <= _MOST_LETTERS}
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
            self._fit_columns()

    def _rows_from(self) -> QAbstractItemModel | None:
        return cast("QAbstractItemModel | None", self.model())  # Qt has none until one is set

    def _fit_rows(self) -> None:
        height = max(size("row"), self.fontMetrics().height() + 12)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.horizontalHeader().setMinimumHeight(height - 2)

    def _fit_columns(self) -> None:
        header, letter = self.horizontalHeader(), self.fontMetrics().averageCharWidth()
        there = [number for number in range(len(self._columns)) if number not in self._absent]
        widths = fit([self._wanted(number) for number in there], letter, self.viewport().width())
        fitted = dict(zip(there, widths, strict=True))
        room = sum(widths) <= self.viewport().width()
        self._fitting = True
        for number, column in enumerate(self._columns):
            width = fitted.get(number, 0)
            if self.isColumnHidden(number) is not (width == 0):
                self.setColumnHidden(number, width == 0)
            stretch = column.stretch and room
            mode = QHeaderView.ResizeMode.Stretch if stretch else QHeaderView.ResizeMode.Interactive
            if header.sectionResizeMode(number) != mode:
                header.setSectionResizeMode(number, mode)
            if width and not stretch:
                self.setColumnWidth(number, width)
        self._fitting = False

    def _wanted(self, number: int) -> Column:
        """A column as it likes to be, or as wide as somebody drew it."""
        column, chosen = self._columns[number], self._chosen.get(number)
        return column if chosen is None else replace(column, width=chosen, least=chosen)

    @Slot(int, int, int)
    def _width_chosen(self, number: int, _before: int, pixels: int) -> None:
        if self._fitting or pixels == 0 or number >= len(self._columns) or self._columns[number].stretch:
            return
        self._chosen[number] = max(1, round((pixels - PADDING) / self.fontMetrics().averageCharWidth()))
        self.looks_changed.emit()

    @Slot(int)
    def _width_forgotten(self, number: int) -> None:
        self._chosen.pop(number, None)
        self._fit_columns()
        self.looks_changed.emit()

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
            self.looks_changed.emit()
