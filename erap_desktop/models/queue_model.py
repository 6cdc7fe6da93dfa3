"""The queue as a table: what each cell says, in words, as a badge, and as one sentence a row."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt

from erap_desktop.models import format as words
from erap_desktop.models.case_words import due_badge, step_badge, step_word
from erap_desktop.models.item_roles import ItemRole
from erap_desktop.models.keyed_table import Index, KeyedTableModel
from erap_desktop.models.queue_rows import SORT_KEYS, Filters, Flag, Line, QueueData

_Role = Qt.ItemDataRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
COLUMNS = ("state", "number", "applicant", "county", "status", "due", "cents", "flags", "assignee")


class QueueModel(KeyedTableModel[Line]):
    """All cases in memory; those that are asked for are shown, in the order that is asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data = QueueData()
        self._filters = Filters()
        self._sort = ("due", Qt.SortOrder.AscendingOrder)
        self._sorted: list[Line] = []

    # --- What is shown --------------------------------------------------------------------------------

    def set_data(self, data: QueueData) -> None:
        """Another reading of the queue; rows that stay keep their place in selection and scroll."""
        self._data = data
        self._sorted = self._in_order()
        self.show(self._filters.keep(self._sorted))

    def set_filters(self, filters: Filters) -> None:
        """Shows what is asked for."""
        self._filters = filters
        self.show(filters.keep(self._sorted))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Another order; equal rows stay as they were."""
        self._sort = (COLUMNS[column], order)
        self._sorted = self._in_order()
        self.show(self._filters.keep(self._sorted))

    def _in_order(self) -> list[Line]:
        name, order = self._sort
        by_due = sorted(self._data.lines, key=SORT_KEYS["due"])
        if name == "due" and order is Qt.SortOrder.AscendingOrder:
            return by_due
        down = order is Qt.SortOrder.DescendingOrder
        return sorted(by_due, key=SORT_KEYS[name], reverse=down)

    @property
    def contents(self) -> QueueData:
        """Everything, shown or not."""
        return self._data

    @property
    def filters(self) -> Filters:
        """What is asked for."""
        return self._filters

    def line(self, row: int) -> Line:
        """The case of a row. Raises IndexError."""
        return self.shown[row]

    def refresh_words(self) -> None:
        """Another language or theme: say every cell and heading again."""
        if self.shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.shown) - 1, len(COLUMNS) - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    # --- The table ------------------------------------------------------------------------------------

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """Text, badge, tip, alignment or the row's id."""
        if role not in _ANSWERED or not index.isValid():
            return None
        line, column = self.shown[index.row()], COLUMNS[index.column()]
        if role == _Role.DisplayRole:
            return self._text(line, column)
        if role in (ItemRole.BADGE, ItemRole.BADGE_ICON):
            badge = self._badge(line, column)
            return badge[role == ItemRole.BADGE_ICON] if badge else None
        if role == _Role.TextAlignmentRole:
            return _RIGHT if column == "cents" else None
        if role == _Role.ToolTipRole:
            return self._tip(line, column)
        if role == ItemRole.ROW_ID:
            return line.id
        return self.sentence(line) if index.column() == 0 else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        """The headings."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _Role.TextAlignmentRole and COLUMNS[section] == "cents":
            return _RIGHT
        return _heading(COLUMNS[section]) if role == _Role.DisplayRole else None

    def _text(self, line: Line, column: str) -> str:
        if column == "state":
            return ""
        if column == "number":
            return line.number or QCoreApplication.translate("QueueModel", "new here")
        if column == "status":
            return step_word(line.status)
        if column == "due":
            return self._due(line)
        if column == "cents":
            return words.money(line.cents) if line.cents else "–"
        if column == "flags":
            return ", ".join(flag_word(flag, line) for flag in line.flags)
        if column == "assignee":
            return line.assignee_name or QCoreApplication.translate("QueueModel", "nobody yet")
        return line.applicant if column == "applicant" else line.county or "–"

    def _due(self, line: Line) -> str:
        if line.due is None or line.status in ("approved", "denied", "withdrawn"):
            return "–"
        return words.due(line.due, self._data.today)

    def _badge(self, line: Line, column: str) -> tuple[str, str] | None:
        if column == "state":
            return _STATES.get(line.state)
        if column == "status":
            return step_badge(line.status)
        if column == "due":
            return due_badge(line.due, line.status, self._data.today)
        return _FLAGS[line.flags[0]] if column == "flags" and line.flags else None

    def _tip(self, line: Line, column: str) -> str:
        if column == "due" and line.due is not None:
            return words.long_date(line.due)
        if column == "state":
            tip = state_tip(line)
            return f"{word}: {tip}" if (word := state_word(line)) else tip
        return self._text(line, column)

    def sentence(self, line: Line) -> str:
        """The whole row for a screen reader."""
        said = (
            line.number or QCoreApplication.translate("QueueModel", "new here"),
            line.applicant,
            line.county,
            step_word(line.status),
            self._due(line) if line.due else "",
            words.money(line.cents) if line.cents else "",
            *(flag_word(flag, line) for flag in line.flags),
            state_tip(line),
        )
        return ", ".join(part for part in said if part and part != "–")


_ANSWERED = frozenset(
    {
        _Role.DisplayRole,
        _Role.TextAlignmentRole,
        _Role.ToolTipRole,
        _Role.AccessibleTextRole,
        ItemRole.BADGE,
        ItemRole.BADGE_ICON,
        ItemRole.ROW_ID,
    }
)
_STATES = {
    "saved": ("info", "on-laptop"),
    "held": ("warning", "hourglass"),
    "contested": ("error", "contested"),
    "rejected": ("error", "error"),
    "left": ("neutral", "arrow-right"),
}
_FLAGS = {
    Flag.EVICTION: ("error", "flag"),
    Flag.CONTESTED: ("error", "contested"),
    Flag.LATE_WORK: ("warning", "hourglass"),
    Flag.CHANGED: ("warning", "edit"),
}


def _heading(column: str) -> str:
    headings = {
        "state": QCoreApplication.translate("QueueModel", "Sync"),
        "number": QCoreApplication.translate("QueueModel", "Number"),
        "applicant": QCoreApplication.translate("QueueModel", "Applicant"),
        "county": QCoreApplication.translate("QueueModel", "County"),
        "status": QCoreApplication.translate("QueueModel", "Step"),
        "due": QCoreApplication.translate("QueueModel", "Due"),
        "cents": QCoreApplication.translate("QueueModel", "Asked for"),
        "flags": QCoreApplication.translate("QueueModel", "Look at"),
        "assignee": QCoreApplication.translate("QueueModel", "Assigned to"),
    }
    return headings[column]


def state_word(line: Line) -> str:
    """The sync mark in a word or two; nothing for a case that is the same at the office."""
    words_by_state = {
        "saved": QCoreApplication.translate("QueueModel", "Not sent"),
        "held": QCoreApplication.translate("QueueModel", "On hold"),
        "contested": QCoreApplication.translate("QueueModel", "Contested"),
        "rejected": QCoreApplication.translate("QueueModel", "Not accepted"),
        "left": QCoreApplication.translate("QueueModel", "Moved"),
    }
    return words_by_state.get(line.state, "")


def state_tip(line: Line) -> str:
    """The sync mark in a sentence."""
    tips = {
        "confirmed": QCoreApplication.translate("QueueModel", "everything is at the office"),
        "held": QCoreApplication.translate("QueueModel", "the office holds your work until somebody decides"),
        "contested": QCoreApplication.translate("QueueModel", "two people decided differently"),
        "rejected": QCoreApplication.translate("QueueModel", "the office did not accept a change of yours"),
        "left": QCoreApplication.translate("QueueModel", "now with {name}; only to be read here").format(
            name=line.left_to or "–"
        ),
    }
    if line.state == "saved":
        return QCoreApplication.translate("QueueModel", "%Ln changes not sent yet", "", line.pending)
    return tips.get(line.state, "")


def flag_word(flag: Flag, line: Line | None = None) -> str:
    """What is remarkable, in words; an eviction with its date where a case is given."""
    if flag is Flag.EVICTION and line is not None and line.eviction is not None:
        return QCoreApplication.translate("QueueModel", "Eviction {date}").format(
            date=words.short_date(line.eviction)
        )
    names = {
        Flag.EVICTION: QCoreApplication.translate("QueueModel", "Eviction date"),
        Flag.CONTESTED: QCoreApplication.translate("QueueModel", "Two decisions"),
        Flag.LATE_WORK: QCoreApplication.translate("QueueModel", "Late work"),
        Flag.CHANGED: QCoreApplication.translate("QueueModel", "Facts changed"),
    }
    return names[flag]
