"""Whom settings are for: everyone, some offices, or some people."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from erap_desktop.services.fleet import Audience, Fleet
from erap_desktop.ui.theme import space
from erap_desktop.ui.widgets.segmented import Segment, Segmented

EVERYONE, OFFICES, PEOPLE = "everyone", "offices", "people"
_ROWS = 4


class AudiencePicker(QWidget):
    """`changed` when somebody else is chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space("s"))
        self.kind = Segmented()
        self.kind.setObjectName("audienceKind")
        self.list = QListWidget()
        self.list.setObjectName("audienceList")
        self.list.hide()
        layout.addWidget(self.kind)
        layout.addWidget(self.list)
        self._ticked: dict[str, set[str]] = {OFFICES: set(), PEOPLE: set()}
        self._known: dict[str, tuple[tuple[str, str], ...]] = {OFFICES: (), PEOPLE: ()}
        self.kind.chosen.connect(self._kind_chosen)
        self.list.itemChanged.connect(self._item_changed)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self.kind.setAccessibleName(self.tr("For whom"))
        self.list.setAccessibleName(self.tr("Chosen offices or people"))
        self.kind.set_segments(
            (
                Segment(EVERYONE, self.tr("Everyone")),
                Segment(OFFICES, self.tr("Offices")),
                Segment(PEOPLE, self.tr("People")),
            )
        )

    def show_fleet(self, fleet: Fleet) -> None:
        """The offices and people that have laptops."""
        self._known = {OFFICES: tuple((one, one) for one in fleet.offices), PEOPLE: fleet.people}
        self._fill()

    @property
    def audience(self) -> Audience | None:
        """Who is chosen; None while offices or people are to be chosen and none is."""
        kind = self.kind.current()
        if kind == EVERYONE:
            return Audience()
        chosen = tuple(sorted(self._ticked[kind]))
        if not chosen:
            return None
        return Audience(offices=chosen) if kind == OFFICES else Audience(users=chosen)

    def _fill(self) -> None:
        kind = self.kind.current()
        self.list.setVisible(kind != EVERYONE)
        if kind == EVERYONE:
            return
        self.list.blockSignals(True)
        self.list.clear()
        for id_, name in self._known[kind]:
            item = QListWidgetItem(name)
            item.setData(Qt.ItemDataRole.UserRole, id_)
            ticked = id_ in self._ticked[kind]
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        height = self.list.sizeHintForRow(0) if self._known[kind] else self.fontMetrics().height()
        self.list.setFixedHeight(min(_ROWS, max(1, len(self._known[kind]))) * height + 8)

    @Slot(str)
    def _kind_chosen(self, _: str) -> None:
        self._fill()
        self.changed.emit()

    @Slot(QListWidgetItem)
    def _item_changed(self, item: QListWidgetItem) -> None:
        ticked = self._ticked[self.kind.current()]
        id_ = str(item.data(Qt.ItemDataRole.UserRole))
        if item.checkState() is Qt.CheckState.Checked:
            ticked.add(id_)
        else:
            ticked.discard(id_)
        self.changed.emit()
