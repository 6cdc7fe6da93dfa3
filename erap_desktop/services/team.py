"""The team as its supervisor sees it: who has how much, and moving cases from one to another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from erap_desktop.services import work
from erap_desktop.services.casefile import QueueRow, queue
from erap_desktop.services.errors import ServiceError
from erap_desktop.services.session import Session
from sync.casework.values import Status

BUCKETS = ("start", "review", "waiting", "second", "contested", "decided")
_BUCKET_OF = {
    Status.SUBMITTED: "start",
    Status.ASSIGNED: "start",
    Status.IN_REVIEW: "review",
    Status.INFORMATION_REQUESTED: "waiting",
    Status.SECOND_REVIEW: "second",
    Status.CONTESTED: "contested",
    Status.APPROVED: "decided",
    Status.DENIED: "decided",
    Status.WITHDRAWN: "decided",
}
NOBODY = ""
_SOON = timedelta(days=7)


class TeamCase(NamedTuple):
    """One case of the office. `bucket` is one of BUCKETS; `moving`: its reassignment waits on this laptop."""

    id: UUID
    number: str | None
    applicant: str
    county: str
    status: str
    bucket: str
    due: date | None
    assignee: str
    asked_cents: int
    overdue: bool
    contested: bool
    late_work: int
    moving: bool


class Load(NamedTuple):
    """What one person has. The buckets are exclusive and add up to `total`; overdue cases are open ones."""

    user: str
    name: str
    buckets: dict[str, int]
    overdue: int
    late_work: int
    active: bool

    @property
    def id(self) -> str:
        """What a list knows it by."""
        return self.user

    @property
    def total(self) -> int:
        """All cases, decided ones too."""
        return sum(self.buckets.values())

    @property
    def open(self) -> int:
        """Cases that still need work."""
        return self.total - self.buckets["decided"]


class Team(NamedTuple):
    """`as_of`: the server's time of what is shown, None before the first sync. `today`: the date here."""

    loads: tuple[Load, ...]
    cases: tuple[TeamCase, ...]
    as_of: datetime | None
    now: datetime
    today: date
    names: dict[str, str]

    @property
    def total(self) -> Load:
        """All of the office."""
        buckets = {name: sum(load.buckets[name] for load in self.loads) for name in BUCKETS}
        overdue = sum(load.overdue for load in self.loads)
        late = sum(load.late_work for load in self.loads)
        return Load("*", "", buckets, overdue, late, True)

    def cases_of(self, user: str) -> tuple[TeamCase, ...]:
        """The cases of one person, or of nobody."""
        return tuple(case for case in self.cases if case.assignee == user)

    def targets(self, without: frozenset[str] = frozenset()) -> tuple[Load, ...]:
        """Whom cases may be given to, the least loaded first."""
        able = [one for one in self.loads if one.active and one.user and one.user not in without]
        return tuple(sorted(able, key=lambda one: (one.open, one.user)))


def team(session: Session) -> Team:
    """Reads the office's cases, own waiting work included."""
    now = session.clock()
    today = now.astimezone().date()
    rows = [row for row in queue(session) if row.state != "left"]
    cases = tuple(_case(row, today) for row in rows)
    names = {person.user: person.display or person.user for person in session.people()}
    workers = session.caseworkers()
    office = session.identity.office
    users = {user for user, at in workers.items() if at == office} | {case.assignee for case in cases}
    by_user: dict[str, list[TeamCase]] = defaultdict(list)
    for case in cases:
        by_user[case.assignee].append(case)
    loads = [_load(user, names, by_user[user], active=user in workers) for user in users]
    ordered = sorted(loads, key=lambda one: (one.user == NOBODY, -one.overdue, one.user))
    return Team(tuple(ordered), cases, session.replica.last_as_of(), now, today, names)


def _case(row: QueueRow, today: date) -> TeamCase:
    bucket = _BUCKET_OF.get(Status(row.status), "review") if row.status in set(Status) else "review"
    late = row.row.due is not None and row.row.due < today and bucket != "decided"
    return TeamCase(
        id=row.id,
        number=row.number,
        applicant=row.applicant,
        county=row.county,
        status=row.status,
        bucket=bucket,
        due=row.row.due,
        assignee=row.assignee or NOBODY,
        asked_cents=row.row.asked_cents,
        overdue=late,
        contested=row.row.contested,
        late_work=row.row.late_work,
        moving=row.assignee != row.row.assignee,
    )


def _load(user: str, names: dict[str, str], cases: list[TeamCase], *, active: bool) -> Load:
    buckets = {name: sum(1 for case in cases if case.bucket == name) for name in BUCKETS}
    overdue = sum(1 for case in cases if case.overdue)
    late = sum(1 for case in cases if case.late_work)
    return Load(user, names.get(user, user), buckets, overdue, late, active)


class Impact(NamedTuple):
    """What moving cases to `to` would do. `heard`: last contact of each former holder's laptops, where known.

    `moved` leaves out cases that are theirs already. `open_before` and `open_after` are the target's.
    """

    to: str
    moved: tuple[UUID, ...]
    already: int
    open_before: int
    open_after: int
    overdue: int
    soon: int
    contested: int
    late_work: int
    decided: int
    holders: dict[str, int]
    heard: dict[str, datetime | None]


def impact(session: Session, chosen: tuple[UUID, ...], to: str) -> Impact:
    """Works out what would happen, from what this laptop knows now."""
    now = team(session)
    wanted = set(chosen)
    cases = [case for case in now.cases if case.id in wanted]
    moved = [case for case in cases if case.assignee != to]
    target = next((load for load in now.loads if load.user == to), None)
    before = target.open if target else 0
    holders: dict[str, int] = defaultdict(int)
    for case in moved:
        if case.assignee:
            holders[case.assignee] += 1
    return Impact(
        to=to,
        moved=tuple(case.id for case in moved),
        already=len(cases) - len(moved),
        open_before=before,
        open_after=before + sum(1 for case in moved if case.bucket != "decided"),
        overdue=sum(1 for case in moved if case.overdue),
        soon=sum(1 for case in moved if _soon(case, now.today)),
        contested=sum(1 for case in moved if case.contested),
        late_work=sum(1 for case in moved if case.late_work),
        decided=sum(1 for case in moved if case.bucket == "decided"),
        holders=dict(holders),
        heard=_heard(session, holders),
    )


def _soon(case: TeamCase, today: date) -> bool:
    open_ = case.bucket != "decided" and not case.overdue
    return open_ and case.due is not None and case.due <= today + _SOON


def _heard(session: Session, users: Iterable[str]) -> dict[str, datetime | None]:
    """Only an administrator's laptop holds the fleet; elsewhere nothing is known, and that is said."""
    known: dict[str, datetime | None] = dict.fromkeys(users)
    for laptop in session.replica.laptops():
        if laptop.user in known and laptop.last_contact is not None:
            before = known[laptop.user]
            known[laptop.user] = max(before, laptop.last_contact) if before else laptop.last_contact
    return known


class Receipt(NamedTuple):
    """What was saved on this laptop: the commands, and the cases for which the rules did not allow it."""

    to: str
    commands: tuple[UUID, ...]
    refused: tuple[UUID, ...]


def reassign_all(session: Session, chosen: tuple[UUID, ...], to: str, remark: str = "") -> Receipt:
    """One command for each case; a case that can't be moved doesn't keep the others back."""
    saved: list[UUID] = []
    refused: list[UUID] = []
    for case in chosen:
        try:
            saved.append(work.reassign(session, case, to, remark).command)
        except ServiceError:
            refused.append(case)
    return Receipt(to, tuple(saved), tuple(refused))


class Undone(NamedTuple):
    """How many were taken back, and how many had left the laptop already."""

    taken_back: int
    too_late: int


def take_back(session: Session, commands: tuple[UUID, ...]) -> Undone:
    """Takes back what has not left this laptop."""
    done = 0
    for command in commands:
        try:
            work.withdraw(session, command)
        except ServiceError:
            continue
        done += 1
    return Undone(done, len(commands) - done)


def holds_back(session: Session, commands: tuple[UUID, ...]) -> bool:
    """True while all of these are only on this laptop."""
    return bool(commands) and all(session.outbox.withdrawable(one) for one in commands)
