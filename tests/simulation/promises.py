"""The promises I1 to I16 as checks of a world. Each looks at what is stored, never at how it came about."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import select

from sync.casework.case import Case
from sync.casework.values import DecisionState, Role
from sync.central.scopes.subscriptions import subscriptions
from sync.central.service import Central
from sync.central.store import schema
from sync.central.verdicts.effects import load_case
from sync.engine.report import SyncReport
from sync.protocol.messages import object_id
from tests.simulation.laptop import Laptop
from tests.simulation.template import OFFICE, USERS

DECIDING = frozenset({"approve.1", "deny.1", "close-at-request.1"})
ROUNDS_AT_MOST = 40  # in one sync
QUIET_BYTES = 250
NOWHERE = UUID(int=0)


class BrokenPromiseError(AssertionError):
    """A promise that doesn't hold, and what shows it."""

    def __init__(self, promise: str, what: str) -> None:
        super().__init__(f"{promise}: {what}")
        self.promise = promise


def hold(promise: str, holds: bool, what: str) -> None:
    """Raises BrokenPromiseError."""
    if not holds:
        raise BrokenPromiseError(promise, what)


class Made(NamedTuple):
    """A command that is in the outbox of its laptop."""

    name: str
    device: int
    seq: int
    case: UUID
    tag: str


class Ledger:
    """What was seen so far, against which the next look is held."""

    def __init__(self) -> None:
        self.made: dict[UUID, Made] = {}
        self.answered: dict[tuple[int, int], Any] = {}
        self._known: dict[str, int] = {}
        self._holders: dict[UUID, str | None] = {}

    # --- Laptops --------------------------------------------------------------------------------------

    def learn(self, laptop: Laptop) -> None:
        """Notes what the laptop has saved since the last look. I1: each number given is in the outbox."""
        outbox = laptop.session.outbox
        last, known = outbox.last_seq(), self._known.get(laptop.name, 0)
        if last == known:
            return
        hold("I1", last > known, f"{laptop.name} has given {last} numbers and had given {known}")
        new = {item.seq: item for item in outbox.items() if item.seq > known}
        for seq in range(known + 1, last + 1):
            hold("I1", seq in new, f"{laptop.name}#{seq} was saved and is not in the outbox")
            item = new[seq]
            name = f"{laptop.name}#{seq}"
            self.made[item.id] = Made(name, item.device, seq, item.case, item.tag)
        self._known[laptop.name] = last

    def check_outbox(self, laptop: Laptop) -> None:
        """I1, I9: what the server doesn't have is here, twice; what is said of a command is so."""
        session = laptop.session
        items = {item.seq: item for item in session.outbox.items()}
        copies = {n.seq for n in session.outbox.sealed.copies()}
        copies |= {one.number.seq for one in session.outbox.sealed.unsettled()}
        for made in self.made.values():
            if made.device != session.identity.device:
                continue
            answer, item = self.answered.get((made.device, made.seq)), items.get(made.seq)
            if answer is None:
                waits = item is not None and item.here and item.state in ("saved", "received")
                hold("I1", waits, f"{made.name} is neither at the server nor waiting on its laptop")
                hold("I1", made.seq in copies, f"{made.name} has no sealed copy")
            elif item is not None and item.state not in ("saved", "received"):
                hold("I9", item.state == answer.verdict, f"{made.name} is said to be {item.state}")

    # --- The server -----------------------------------------------------------------------------------

    def check_log(self, central: Central) -> None:
        """I1 to I6: what the server's log says, and that it says of the past what it has always said."""
        table = schema.command
        columns = (table.c.device, table.c.seq, table.c.id, table.c.hash, table.c.verdict, table.c.reason)
        more = (table.c.disposition, table.c.tag, table.c.case, table.c.author)
        with central.database.read() as connection:
            query = select(*columns, *more).order_by(table.c.device, table.c.seq)
            rows = {(row.device, row.seq): row for row in connection.execute(query)}
            new = [row for key, row in rows.items() if key not in self.answered]
            cases = self._touched(connection, central.agency, rows, new)
        self._unchanged(rows)
        self._each_once(rows)
        for row in new:
            self._new(row, cases.get(row.case))
        self._holders |= {id_: case.assignment.assignee for id_, case in cases.items()}
        self.answered = rows

    def _touched(self, connection: Any, agency: str, rows: Any, new: list[Any]) -> dict[UUID, Case]:
        ids = {row.case for row in new} | ({row.case for row in rows.values()} - self._holders.keys())
        found = {id_: load_case(connection, agency, id_) for id_ in ids - {NOWHERE}}
        return {id_: case for id_, case in found.items() if case is not None}

    def _unchanged(self, rows: Any) -> None:
        for key, before in self.answered.items():
            name = f"{key[0]}.{key[1]}"
            now = rows.get(key)
            hold("I1", now is not None, f"command {name} is gone from the log")
            same = (now.hash, now.verdict, now.reason) == (before.hash, before.verdict, before.reason)
            hold("I3", same, f"the verdict on {name} was {before.verdict}, is {now.verdict}")
            set_once = before.disposition in (None, now.disposition)
            hold("I3", set_once, f"what became of {name} was {before.disposition}, is {now.disposition}")

    def _each_once(self, rows: Any) -> None:
        counts = Counter(row.id for row in rows.values() if row.id != NOWHERE)
        twice = [id_ for id_, count in counts.items() if count > 1]
        hold("I2", not twice, f"in the log more than once: {[self.name_of(id_) for id_ in twice]}")
        last: Counter[int] = Counter()
        for device, seq in rows:
            hold("I4", seq == last[device] + 1, f"{device}.{seq} came after {device}.{last[device]}")
            last[device] = seq

    def _new(self, row: Any, case: Case | None) -> None:
        if row.tag not in DECIDING or case is None or row.reason == "not_understood":
            return
        kept = row.id in case.decisions
        if row.verdict in ("accepted", "contested", "held") and row.reason != "could_not_be_run":
            hold("I5", kept, f"the decision {self.name_of(row.id)} was {row.verdict} and is not on its case")
        if row.verdict in ("accepted", "contested"):
            holders = {self._holders.get(row.case), case.assignment.assignee}
            entitled = row.author in holders or USERS.get(row.author) is Role.SUPERVISOR
            hold("I6", entitled, f"{self.name_of(row.id)} of a former owner took effect by itself")

    def name_of(self, command: UUID) -> str:
        """A command's name in the story."""
        made = self.made.get(command)
        return made.name if made else "?"


def check_sync(laptop: Laptop, report: SyncReport) -> None:
    """I16: a sync ends."""
    hold("I16", report.round_trips <= ROUNDS_AT_MOST, f"{laptop.name} asked {report.round_trips} times")


def check_agreement(laptop: Laptop, report: SyncReport) -> None:
    """I7, I8 after a sync that nothing disturbed: both ends have the same, and nothing else is here."""
    central, session = laptop.server.central, laptop.session
    hold("I7", report.digest_ok, f"the digests of {laptop.name} disagree")
    me = session.identity
    feeds = subscriptions(central.agency, me.device, me.user, str(me.roles[0]), me.office)
    cursors = session.replica.cursors()
    table = schema.member
    for one in feeds:
        with central.database.read() as connection:
            rows = connection.execute(
                select(table.c.kind, table.c.id, table.c.version).where(table.c.feed == one.name)
            )
            there = {(row.kind, row.id): row.version for row in rows}
            number = connection.execute(
                select(schema.feed.c.number).where(schema.feed.c.name == one.name)
            ).scalar()
        cursor = cursors.get(one.local)
        hold("I7", (cursor.number if cursor else 0) == (number or 0), f"{one.local} is not at its end")
        here = {(h.kind, object_id(h.kind, h.id)): h.version for h in session.replica.held(one.local)}
        wrong = sorted(key for key in {*here, *there} if here.get(key) != there.get(key))
        hold("I7", not wrong, f"{laptop.name} has other versions in {one.local}: {wrong[:5]}")
        hold("I7", session.replica.recount(one.local), f"the digest of {one.local} is not that of its rows")
    left = [case for case in session.replica.left_cases() if not session.outbox.waits(case)]
    hold("I8", not left, f"{len(left)} cases that have left are still on {laptop.name}")
    listed = {row.id for row in session.replica.rows()}
    content = [i for i in session.outbox.items() if i.here and i.case not in listed and i.case != NOWHERE]
    remains = [i.seq for i in content if i.state not in ("saved", "received")]
    hold("I8", not remains, f"{laptop.name} keeps the content of {remains}, whose cases have left")


def check_decisions(case: Case) -> None:
    """I5: contradicting decisions are open or dealt with by name; at most one outcome stands."""
    accepted = {c for c, one in case.decisions.items() if one.state is DecisionState.ACCEPTED}
    if case.contested:
        hold("I5", case.standing is None, f"{case.number} is contested, and a decision stands")
        return
    if case.standing is not None:
        hold("I5", case.standing in accepted, f"what stands on {case.number} was not accepted")
        outcomes = {(case.decisions[one].outcome, case.decisions[one].lines) for one in accepted}
        hold("I5", len(outcomes) == 1, f"{case.number} has {len(outcomes)} outcomes at once")


__all__ = [
    "OFFICE",
    "BrokenPromiseError",
    "Ledger",
    "check_agreement",
    "check_decisions",
    "check_sync",
    "hold",
]
