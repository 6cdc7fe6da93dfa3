"""One section of the case file: a card that knows how to show its part of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from erap_desktop.ui.widgets.card import Card

if TYPE_CHECKING:
    from erap_desktop.services.casepage import CasePage


class Section(Card):
    """``id`` names the section in the navigation; ``fill`` is called with each new page and language."""

    id = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.page: CasePage | None = None

    def heading(self) -> str:
        """What the section is called, in the language that is shown."""
        raise NotImplementedError

    def short(self) -> str:
        """What the navigation calls it; the heading unless that is long."""
        return self.heading()

    def count(self) -> int | None:
        """How many things it holds, for the navigation; None where that says nothing."""
        return None

    def fill(self, page: CasePage) -> None:
        """Show the section's part of a case."""
        raise NotImplementedError

    def show_page(self, page: CasePage | None) -> None:
        """Show a case, or nothing."""
        self.page = page
        self.set_title(self.heading())
        if page is not None:
            self.fill(page)
