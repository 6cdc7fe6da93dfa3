"""A case of which only the header is on this laptop: what that means, and how to get the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from erap_desktop.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from erap_desktop.services.casepage import CasePage


class HeaderOnly(EmptyState):
    """``whole_asked_for``: the person wants to read all of it."""

    whole_asked_for = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("cloud", parent)
        self._asked = False
        self._holder = ""
        self.action.clicked.connect(self._ask)
        self.retranslate()

    def retranslate(self) -> None:
        """Say how it stands."""
        if self._asked:
            self.say(
                self.tr("This case is not on this laptop yet."),
                self.tr("It comes with the next sync and is shown here as soon as it has arrived."),
            )
            return
        title = self.tr("Only the header of this case is on this laptop.")
        text = self.tr(
            "As a supervisor you see where every case stands; the whole file stays with who works on it."
        )
        if self._holder:
            holder = self.tr("It is with {name}.").format(name=self._holder)
            text = f"{text} {holder}"
        self.say(title, text, self.tr("Get the whole case"))

    def show_page(self, page: CasePage) -> None:
        """Name who has it, and say whether it is to come."""
        self._asked = page.reading.asked
        self._holder = page.name_of(page.case.assignment.assignee)
        self.retranslate()

    def reset(self) -> None:
        """Another case is shown."""
        self._asked, self._holder = False, ""
        self.retranslate()

    @Slot()
    def _ask(self) -> None:
        self.whole_asked_for.emit()
