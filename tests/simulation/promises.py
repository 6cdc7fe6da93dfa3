"""The promises I1 to I16 as checks of a world. Each looks at what is stored, never at how it came about."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import select

from sync.casework.case import Case
from sync.casework.values import Role
from sync.central.service import Central
from sync.central.store import schema
from sync.central.verdicts.effects import load_case
from tests.simulation.laptop import Laptop
from tests.simulation.template import USERS

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
    """A command that is in the outbox of its laptop. `name` is that it goes by in the story."""

    name: str
    laptop: str
    case: UUID
    tag: str


class Ledger:
    """What was seen so far, against which the next look is held."""

    def __init__(self) -> None:
        self.made: dict[UUID, Made] = {}
        self.answered: dict[tuple[int, int], Any] = {}
        self.stored: dict[UUID, Any] = {}
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
            self.made[item.id] = Made(f"{laptop.name}#{seq}", laptop.name, item.case, item.tag)
        self._known[laptop.name] = last

    def renumbered(self, laptop: Laptop) -> None:
        """The laptop goes on under another device number: what it has given so far is known."""
        self._known[laptop.name] = laptop.session.outbox.last_seq()

    def check_outbox(self, laptop: Laptop) -> None:
        """I1, I9: what the server doesn't have is here, twice; what is said of a command is so."""
        outbox = laptop.session.outbox
        items = {item.id: item for item in outbox.items()}
        copies = {*outbox.sealed.copies()} | {one.number for one in outbox.sealed.unsettled()}
        for id_, made in self.made.items():
            if made.laptop != laptop.name:
                continue
            answer, item = self.stored.get(id_), items.get(id_)
            if answer is None:
                waits = item is not None and item.here and item.state in ("saved", "received")
                hold("I1", waits, f"{made.name} is neither at the server nor waiting on its laptop")
                assert item is not None
                hold("I1", (item.device, item.seq) in copies, f"{made.name} has no sealed copy")
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
        self.stored = {row.id: row for row in rows.values()}

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
        said: dict[UUID, str] = {}
        for row in rows.values():
            first = said.setdefault(row.id, row.verdict)
            same = first == row.verdict or row.id == NOWHERE
            hold("I2", same, f"{self.name_of(row.id)} was {first} and, sent again, {row.verdict}")
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
        turned_away = row.reason == "not_allowed" and row.author in case.assignment.history.values()
        hold("I6", not turned_away, f"{self.name_of(row.id)} of a former owner is kept for nobody")

    def name_of(self, command: UUID) -> str:
        """A command's name in the story."""
        made = self.made.get(command)
        return made.name if made else "?"
