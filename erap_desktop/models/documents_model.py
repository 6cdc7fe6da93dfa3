"""The papers of a case as a table: what they are, for whom, which months they cover, when they came."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt

from erap_desktop.models import fact_words
from erap_desktop.models.format import data_size, date_text
from erap_desktop.models.item_roles import ItemRole
from erap_desktop.models.keyed_table import Index, KeyedTableModel
from erap_desktop.models.policy_text import month_span
from sync.casework.case import Document

COLUMNS = ("name", "kind", "member", "months", "received")
_DISPLAY = Qt.ItemDataRole.DisplayRole


class Paper(NamedTuple):
    """One document with the name of the person it is about ("" when about the household)."""

    id: UUID
    kind: str
    name: str
    member: str
    months: tuple[str, ...]
    received: datetime | None
    size: int
    kept: bool


def papers(documents: Mapping[UUID, Document], names: Mapping[UUID, str]) -> list[Paper]:
    """The papers in the order they came, those without a date first."""
    rows = [
        Paper(
            id=one.id,
            kind=one.kind,
            name=one.name,
            member=names.get(one.member, "") if one.member else "",
            months=one.months,
            received=one.received,
            size=one.size,
            kept=bool(one.media_type),
        )
        for one in documents.values()
    ]
    return sorted(rows, key=lambda row: (row.received is not None, row.received, row.name))


class DocumentsModel(KeyedTableModel[Paper]):
    """Texts follow the language: call `retranslate` when it changes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        if role not in _ROLES or not index.isValid():
            return None
        paper, column = self.shown[index.row()], COLUMNS[index.column()]
        if role == ItemRole.ROW_ID:
            return paper.id
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (self._text(paper, name) for name in COLUMNS)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{paper.name}, {data_size(paper.size)}" if paper.kept else self._not_kept(paper)
        return self._text(paper, column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != _DISPLAY:
            return None
        words = {
            "kind": QCoreApplication.translate("DocumentsModel", "Kind"),
            "name": QCoreApplication.translate("DocumentsModel", "Document"),
            "member": QCoreApplication.translate("DocumentsModel", "About"),
            "months": QCoreApplication.translate("DocumentsModel", "Months"),
            "received": QCoreApplication.translate("DocumentsModel", "Received"),
        }
        return words[COLUMNS[section]]

    def retranslate(self) -> None:
        """Ask views to read everything again."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        if self.shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.shown) - 1, len(COLUMNS) - 1))

    def _text(self, paper: Paper, column: str) -> str:
        if column == "kind":
            return fact_words.document(paper.kind)
        if column == "months":
            return month_span(paper.months)
        if column == "received":
            return date_text(paper.received.astimezone().date()) if paper.received else ""
        return str(getattr(paper, column))

    def _not_kept(self, paper: Paper) -> str:
        return QCoreApplication.translate("DocumentsModel", "{name}: seen, not kept").format(name=paper.name)


_ROLES = frozenset(
    {_DISPLAY, ItemRole.ROW_ID, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}
)
