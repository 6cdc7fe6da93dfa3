"""The rows of the queue as plain values: read on the database's thread, sorted and filtered in memory.

Ten thousand rows are sorted and filtered here in well under 100 ms; a proxy model over Python takes a second.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum, IntFlag
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from erap_desktop.models.case_words import DECIDED, SOON_DAYS

if TYPE_CHECKING:
    from erap_desktop.services.casefile import QueueRow
    from erap_desktop.services.session import Session


class View(IntFlag):
    """The saved views, as bits: a case is in several of them."""

    DUE_SOON = 1
    IN_REVIEW = 2
    WAITING = 4
    NEEDS_YOU = 8
    CONTESTED = 16
    ALL = 32


class Flag(Enum):
    """What is remarkable about a case."""

    EVICTION = "eviction"
    CONTESTED = "contested"
    LATE_WORK = "late_work"
    CHANGED = "changed"  # facts changed after the decision: to be determined again


class Line(NamedTuple):
    """One case of the queue.

    `views` are those it is in; `sort_name` is the applicant without case and accents.
    """

    id: UUID
    number: str
    applicant: str
    sort_name: str
    county: str
    status: str
    due: date | None
    cents: int
    assignee: str
    assignee_name: str
    pending: int
    state: str
    eviction: date | None
    flags: tuple[Flag, ...]
    views: int
    synthetic: bool
    left_to: str


@dataclass(frozen=True)
class QueueData:
    """Everything the queue shows, as of one moment.

    `counts` is per view; `ever_synced`: the office has been reached at least once.
    """

    lines: tuple[Line, ...] = ()
    counts: dict[View, int] = field(default_factory=dict)
    today: date = date.min
    whole_office: bool = False
    ever_synced: bool = False

    @property
    def read(self) -> bool:
        """Whether this was read at all, and is not what stands before the first reading."""
        return self.today != date.min


@dataclass(frozen=True)
class Filters:
    """What is looked for; empty means anything. `found`: ids of the full-text search, None when none runs."""

    view: View = View.DUE_SOON
    statuses: frozenset[str] = frozenset()
    counties: frozenset[str] = frozenset()
    flags: frozenset[Flag] = frozenset()
    assignees: frozenset[str] = frozenset()
    found: frozenset[UUID] | None = None

    @property
    def narrows(self) -> bool:
        """Whether anything beside the view is asked for."""
        chosen = self.statuses or self.counties or self.flags or self.assignees
        return bool(chosen) or self.found is not None

    def keep(self, lines: Iterable[Line]) -> list[Line]:
        """The lines that are asked for, in the order they came."""
        kept = [line for line in lines if line.views & self.view]
        if self.found is not None:
            kept = [line for line in kept if line.id in self.found]
        if self.statuses:
            kept = [line for line in kept if line.status in self.statuses]
        if self.counties:
            kept = [line for line in kept if line.county in self.counties]
        if self.assignees:
            kept = [line for line in kept if line.assignee in self.assignees]
        if self.flags:
            kept = [line for line in kept if not self.flags.isdisjoint(line.flags)]
        return kept


SortKey = Callable[[Line], Any]

_IN_ORDER = (
    "contested",
    "second_review",
    "in_review",
    "assigned",
    "submitted",
    "information_requested",
    "approved",
    "denied",
    "withdrawn",
)
_STEPS: dict[str, int] = {name: number for number, name in enumerate(_IN_ORDER)}

SORT_KEYS: dict[str, SortKey] = {
    "state": lambda line: (line.state == "confirmed", line.state),
    "number": lambda line: (not line.number, line.number),
    "applicant": lambda line: line.sort_name,
    "county": lambda line: (not line.county, line.county),
    "status": lambda line: _STEPS.get(line.status, 99),
    "due": lambda line: (line.due is None or line.status in DECIDED, line.due or date.max),
    "cents": lambda line: line.cents,
    "assignee": lambda line: (not line.assignee_name, line.assignee_name),
    "flags": lambda line: (not line.flags, line.eviction or date.max),
}


def load(session: Session) -> QueueData:
    """Reads the queue; runs on the database's thread."""
    from erap_desktop.services.casefile import queue
    from erap_desktop.services.syncing import last_sync

    policy = session.policy()
    counties = policy.counties if policy else {}
    names = {person.user: person.display for person in session.people()}
    today = session.clock().astimezone().date()
    make = _Lines(today, counties, names)
    lines = tuple(make.line(row) for row in queue(session))
    return QueueData(
        lines=lines,
        counts={view: sum(1 for line in lines if line.views & view) for view in View},
        today=today,
        whole_office="supervisor" in session.identity.roles,
        ever_synced=last_sync(session.folder) is not None,
    )


def find(session: Session, text: str) -> frozenset[UUID]:
    """Full-text search; runs on the database's thread."""
    return frozenset(session.replica.search(text, 20_000))


class _Lines:
    def __init__(self, today: date, counties: dict[str, str], names: dict[str, str]) -> None:
        self._today = today
        self._counties = counties
        self._names = names

    def line(self, row: QueueRow) -> Line:
        facts = row.row
        due = date.fromisoformat(row.due) if row.due else None
        flags = tuple(_flags(row))
        assignee = row.assignee or ""
        return Line(
            id=row.id,
            number=row.number or "",
            applicant=row.applicant,
            sort_name=plain(row.applicant),
            county=self._counties.get(row.county, row.county),
            status=row.status,
            due=due,
            cents=facts.asked_cents,
            assignee=assignee,
            assignee_name=self._names.get(assignee, assignee),
            pending=row.pending,
            state=row.state,
            eviction=facts.eviction_date,
            flags=flags,
            views=self._views(row, due, flags),
            synthetic=facts.synthetic,
            left_to=self._names.get(facts.left_to, facts.left_to) if facts.left else "",
        )

    def _views(self, row: QueueRow, due: date | None, flags: Collection[Flag]) -> int:
        views = View.ALL
        if row.state == "left":
            return views
        soon = due is not None and due <= self._today + timedelta(days=SOON_DAYS)
        if soon and row.status not in DECIDED:
            views |= View.DUE_SOON
        if row.status in ("in_review", "second_review"):
            views |= View.IN_REVIEW
        if row.status == "information_requested":
            views |= View.WAITING
        if row.state in ("held", "contested", "rejected") or Flag.CHANGED in flags:
            views |= View.NEEDS_YOU
        if not {Flag.CONTESTED, Flag.LATE_WORK}.isdisjoint(flags):
            views |= View.CONTESTED
        return views


def _flags(row: QueueRow) -> Iterable[Flag]:
    facts = row.row
    if facts.contested or row.state == "contested":
        yield Flag.CONTESTED
    if facts.late_work:
        yield Flag.LATE_WORK
    if facts.redetermination_due:
        yield Flag.CHANGED
    if facts.eviction_date is not None and row.status not in DECIDED:
        yield Flag.EVICTION


def plain(text: str) -> str:
    """A name without case and accents, so that José stands beside Jose."""
    split = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in split if not unicodedata.combining(letter))
