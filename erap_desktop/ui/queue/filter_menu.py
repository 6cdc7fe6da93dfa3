"""The menu of filters, made from what there is: steps, counties, things to look at, people; with counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from erap_desktop.models.case_words import step_word
from erap_desktop.models.format import count
from erap_desktop.models.queue_model import flag_word
from erap_desktop.models.queue_rows import Filters, Flag, QueueData

FIELDS = ("statuses", "flags", "counties", "assignees")


def value_word(field: str, value: object, data: QueueData) -> str:
    """One value of a filter in words."""
    if field == "statuses":
        return step_word(str(value))
    if isinstance(value, Flag):
        return flag_word(value)
    if field == "assignees":
        names = {line.assignee: line.assignee_name for line in data.lines}
        return names.get(str(value)) or QCoreApplication.translate("QueueFilters", "nobody yet")
    return str(value) or QCoreApplication.translate("QueueFilters", "county not known")


def field_word(field: str) -> str:
    """What a filter is about, in words."""
    names = {
        "statuses": QCoreApplication.translate("QueueFilters", "Step"),
        "flags": QCoreApplication.translate("QueueFilters", "Look at"),
        "counties": QCoreApplication.translate("QueueFilters", "County"),
        "assignees": QCoreApplication.translate("QueueFilters", "Assigned to"),
    }
    return names[field]


def toggled(filters: Filters, field: str, value: object) -> Filters:
    """The filters with one value more, or less."""
    changed = getattr(filters, field) ^ {value}
    values: dict[str, Any] = {field: frozenset(changed)}
    return replace(filters, **values)


class FilterMenu(QMenu):
    """`chosen` carries field and value of an entry that was pressed."""

    chosen = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.triggered.connect(self._pressed)

    def fill(self, data: QueueData, filters: Filters) -> None:
        """Offers what the cases of the chosen view have."""
        self.clear()
        lines = [line for line in data.lines if line.views & filters.view]
        counted: dict[str, Counter[object]] = {
            "statuses": Counter(line.status for line in lines),
            "flags": Counter(flag for line in lines for flag in line.flags),
            "counties": Counter(line.county for line in lines),
            "assignees": Counter(line.assignee for line in lines),
        }
        for field in FIELDS:
            if field == "assignees" and not data.whole_office:
                continue
            chosen: frozenset[object] = getattr(filters, field)
            self._add(field, {*counted[field], *chosen}, counted[field], chosen, data)

    def _add(
        self,
        field: str,
        values: Iterable[object],
        counted: Counter[object],
        chosen: frozenset[object],
        data: QueueData,
    ) -> None:
        sub = self.addMenu(field_word(field))
        worded = sorted((value_word(field, value, data), str(value), value) for value in values)
        for word, _, value in worded:
            action = sub.addAction(f"{word}\t{count(counted[value])}")
            action.setCheckable(True)
            action.setChecked(value in chosen)
            action.setData((field, value))
        sub.setEnabled(bool(worded))

    @Slot(QAction)
    def _pressed(self, action: QAction) -> None:
        found = action.data()
        if isinstance(found, tuple):
            self.chosen.emit(*found)
