"""What is ticked off in the course of a review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from erap_desktop.models.format import when
from erap_desktop.models.policy_text import shown
from erap_desktop.ui.casefile.section import Section
from erap_desktop.ui.theme import space, text_label

if TYPE_CHECKING:
    from erap_desktop.services.casepage import CasePage


class ChecklistSection(Section):
    """``marked`` carries the item and whether it is now done."""

    id = "checklist"
    marked = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(space("l"))
        self._grid.setVerticalSpacing(space("xs"))
        self._grid.setColumnStretch(1, 1)
        self._boxes: dict[str, tuple[QCheckBox, QLabel]] = {}
        self._none = text_label("", "muted", wrap=True)
        self.body.addLayout(self._grid)
        self.body.addWidget(self._none)

    def heading(self) -> str:
        return self.tr("Checklist")

    def fill(self, page: CasePage) -> None:
        items = page.policy.checklist_items() if page.policy else []
        self._none.setText(self.tr("The checklist comes with the rules of the program. Sync once to get it."))
        self._none.setVisible(not items)
        for item, text in items:
            box, who = self._row(item)
            mark = page.case.checklist.get(item)
            box.setText(shown(text.title))
            box.setToolTip(text.citation)
            box.setChecked(mark is not None and mark.done)
            box.setEnabled(page.may_work)
            who.setText("")
            if mark is not None:
                state = self.tr("{name}, {time}") if mark.done else self.tr("unticked by {name}, {time}")
                who.setText(state.format(name=page.name_of(mark.by), time=when(mark.at, page.now)))

    def _row(self, item: str) -> tuple[QCheckBox, QLabel]:
        if item not in self._boxes:
            box, who = QCheckBox(), text_label("", "caption")
            box.setProperty("item", item)
            box.clicked.connect(self._clicked)
            row = len(self._boxes)
            self._grid.addWidget(box, row, 0)
            self._grid.addWidget(who, row, 1)
            self._boxes[item] = (box, who)
        return self._boxes[item]

    def focus_first(self) -> None:
        """Put the focus on the first item."""
        for box, _ in self._boxes.values():
            box.setFocus(Qt.FocusReason.ShortcutFocusReason)
            break

    @Slot(bool)
    def _clicked(self, checked: bool) -> None:
        sender = self.sender()
        if sender is not None:
            self.marked.emit(str(sender.property("item")), checked)
