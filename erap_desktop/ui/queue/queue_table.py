"""The table of the queue: finds its place again by id."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from erap_desktop.models.queue_model import COLUMNS, QueueModel
from erap_desktop.ui.widgets.column_fit import Column
from erap_desktop.ui.widgets.data_table import DataTable

# What gives way when the table is narrow is said in the peek pane and to screen readers.
_WIDTHS = {
    "state": Column(6, badge=True, gives_way=5),
    "number": Column(11),
    "applicant": Column(24, least=22, stretch=True),
    "county": Column(12, gives_way=1),
    "status": Column(23, badge=True, gives_way=6),
    "due": Column(22, least=19, badge=True),
    "cents": Column(11, gives_way=2),
    "flags": Column(19, badge=True, gives_way=3),
    "assignee": Column(14, gives_way=4),
}
_MOST_SELECTED = 500


class QueueTable(DataTable):
    """A DataTable over a QueueModel. `show_assignee` is for those who see the cases of several people."""

    def __init__(self, model: QueueModel, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("queueTable")
        self._queue = model
        self._kept: tuple[UUID | None, list[UUID], int] = (None, [], 0)
        model.modelAboutToBeReset.connect(self._keep_place)
        self.setModel(model)
        model.modelReset.connect(self._find_place)
        self.set_columns([_WIDTHS[name] for name in COLUMNS])
        self.set_sorting(COLUMNS.index("due"))
        self.show_assignee(False)

    def show_assignee(self, shown: bool) -> None:
        """Whether the column of assignees has a meaning."""
        self.show_column(COLUMNS.index("assignee"), shown)

    @property
    def current_id(self) -> UUID | None:
        """The case of the current row."""
        row = self.currentIndex().row()
        return self._queue.shown[row].id if 0 <= row < len(self._queue.shown) else None

    def go_to_id(self, case_id: UUID) -> bool:
        """Makes a case the current row; False when it is not shown."""
        row = self._queue.row_of(case_id)
        if row >= 0:
            self.select_row(row)
        return row >= 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """ "/" is the screen's: it searches."""
        if event.key() == Qt.Key.Key_Slash:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _keep_place(self) -> None:
        rows = self.selected_rows()
        ids = [self._queue.shown[row].id for row in rows[:_MOST_SELECTED]]
        self._kept = (self.current_id, ids, self.verticalScrollBar().value())

    @Slot()
    def _find_place(self) -> None:
        current, ids, scroll = self._kept
        rows = [row for id_ in ids if (row := self._queue.row_of(id_)) >= 0]
        row = self._queue.row_of(current) if current else -1
        if row < 0:
            if self._queue.rowCount():
                self.select_row(0)
            return
        selection = QItemSelection()
        for one in rows:
            selection.select(self._queue.index(one, 0), self._queue.index(one, len(COLUMNS) - 1))
        none = QItemSelectionModel.SelectionFlag.NoUpdate
        self.selectionModel().setCurrentIndex(self._queue.index(row, 0), none)
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.verticalScrollBar().setValue(scroll)
        self.scrollTo(self._queue.index(row, 0))
