"""The sections of a case file under each other, and a navigation that follows the scrolling."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from erap_desktop.ui.casefile.section import Section
from erap_desktop.ui.theme import space
from erap_desktop.ui.widgets.page import Page
from erap_desktop.ui.widgets.segmented import Segment, Segmented

if TYPE_CHECKING:
    from erap_desktop.services.casepage import CasePage


class Contents(QWidget):
    """``page`` scrolls; ``nav`` names the sections."""

    def __init__(self, top: QWidget, sections: Sequence[Section], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sections = tuple(sections)
        self._going = False
        self.nav = Segmented()
        self.page = Page(max_width=1180)
        self.page.body.addWidget(top)
        for section in sections:
            self.page.body.addWidget(section)
        self.nav.chosen.connect(self.go_to)
        self.page.verticalScrollBar().valueChanged.connect(self._scrolled)
        holder = QWidget()
        row = QVBoxLayout(holder)
        row.setContentsMargins(space("xl") - space("s"), space("s"), space("xl"), space("xs"))
        row.addWidget(self.nav)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(holder)
        column.addWidget(self.page, 1)

    def show_page(self, page: CasePage | None) -> None:
        """Show a case in every section; the scroll position stays."""
        for section in self.sections:
            section.show_page(page)
        self.nav.setAccessibleName(self.tr("Sections of the case"))
        self.page.set_name(self.tr("Case file"))
        self.nav.set_segments([Segment(s.id, s.short(), s.count()) for s in self._named()])

    @Slot(str)
    def go_to(self, section_id: str) -> None:
        """Scroll a section to the top."""
        section = next(one for one in self.sections if one.id == section_id)
        self._going = True
        self.page.verticalScrollBar().setValue(self._top_of(section) - space("s"))
        self._going = False
        if section in self._named():
            self.nav.choose(section_id)

    def step(self, by: int) -> str:
        """Go to the next or previous section; returns its id."""
        named = self._named()
        now = next((n for n, s in enumerate(named) if s.id == self.nav.current()), 0)
        target = named[min(max(now + by, 0), len(named) - 1)].id
        self.go_to(target)
        return target

    def to_top(self) -> None:
        """As when another case is shown."""
        self.page.verticalScrollBar().setValue(0)
        self.nav.choose(self._named()[0].id)

    def _named(self) -> list[Section]:
        return [section for section in self.sections if section.id != "waiting"]

    def _top_of(self, section: Section) -> int:
        content = self.page.widget()
        return section.mapTo(content, QPoint(0, 0)).y() if content is not None else 0

    @Slot(int)
    def _scrolled(self, value: int) -> None:
        if self._going:
            return
        reading = value + self.page.viewport().height() // 4
        above = [s for s in self._named() if self._top_of(s) <= reading]
        current = above[-1].id if above else self._named()[0].id
        at_end = value == self.page.verticalScrollBar().maximum() and value > 0
        if at_end:
            current = self._named()[-1].id
        if current != self.nav.current():
            self.nav.choose(current)
