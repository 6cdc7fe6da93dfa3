"""Full-text search as one types: only the answer to the latest text counts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from erap_desktop.models.desk import Desk
from erap_desktop.models.queue_rows import find

if TYPE_CHECKING:
    from erap_desktop.services.session import Session

Hits = frozenset[UUID] | None


class Searching(QObject):
    """`found` carries the ids of the cases that match, or None when nothing is looked for."""

    found = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._text = ""

    @Slot(str)
    def look_for(self, text: str) -> None:
        """Looks for another text."""
        self._text = text.strip()
        self.again()

    @Slot()
    def again(self) -> None:
        """Looks again, after the cases changed."""
        if not self._text:
            self.found.emit(None)
        elif self._desk.is_open:
            self._desk.query(partial(_find, text=self._text)).succeeded.connect(self._answered)

    @property
    def active(self) -> bool:
        """Whether anything is looked for."""
        return bool(self._text)

    @Slot(object)
    def _answered(self, answer: tuple[str, frozenset[UUID]]) -> None:
        text, hits = answer
        if text == self._text:
            self.found.emit(hits)


def _find(session: Session, text: str) -> tuple[str, frozenset[UUID]]:
    return text, find(session, text)
