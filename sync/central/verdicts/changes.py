"""What one transaction changes: read ahead in bulk, written at its end in few statements, published last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, Table, insert, select

from sync.casework.case import Case
from sync.casework.policy import Policy
from sync.central.feed.publish import Publication, publish
from sync.central.rollout.publish_policy import policy_of
from sync.central.scopes.membership import publications
from sync.central.store import objects, schema
from sync.central.store.database import lock
from sync.central.store.objects import Key, Step, Stored
from sync.central.store.upsert import upsert
from sync.protocol import decoders

_COMMAND = schema.command


class Given(NamedTuple):
    """The verdict of a stored command, and who sent it."""

    author: str
    verdict: str
    reason: str
    detail: str


class Changes(list[Publication]):
    """The publications of a transaction, and the rows and objects it has yet to write.

    Whoever asks the connection for something that a command before may have written calls `flush` first.
    """

    def __init__(self, connection: Connection, agency: str) -> None:
        super().__init__()
        self._connection, self._agency = connection, agency
        self._locked: set[str] = set()
        self._objects: dict[Key, Stored | None] = {}
        self._written: set[Key] = set()
        self._steps: list[tuple[str, str, Step]] = []
        self._rows: dict[Table, list[dict[str, Any]]] = defaultdict(list)
        self._cases: dict[UUID, tuple[Case, int]] = {}
        self._unindexed: dict[UUID, Case] = {}
        self._commands: dict[UUID, Given | None] = {}
        self._policies: dict[str, Policy | None] = {}

    def lock(self, *keys: str) -> None:
        """Holds named locks until the transaction ends; what is held already costs nothing."""
        new = set(keys) - self._locked
        lock(self._connection, *new)
        self._locked |= new

    def expect(self, keys: Iterable[Key], commands: Iterable[UUID] = ()) -> None:
        """Reads objects, and commands by their identifier, ahead. Their locks are held already."""
        unknown = [key for key in keys if key not in self._objects]
        if unknown:
            found = objects.load_all(self._connection, self._agency, unknown)
            self._objects |= {key: found.get(key) for key in unknown}
        ids = [id_ for id_ in commands if id_ not in self._commands]
        if ids:
            self._commands |= dict.fromkeys(ids)
            query = select(*(_COMMAND.c[name] for name in ("id", *Given._fields)))
            query = query.where(_COMMAND.c.agency == self._agency, _COMMAND.c.id.in_(ids))
            for id_, *given in self._connection.execute(query.order_by(_COMMAND.c.device, _COMMAND.c.seq)):
                self._commands[id_] = self._commands[id_] or Given(*given)

    def load(self, kind: str, id_: str) -> Stored | None:
        """An object as this transaction leaves it so far."""
        self.expect([(kind, id_)])
        return self._objects[kind, id_]

    def case(self, id_: UUID) -> Case | None:
        """A case as this transaction leaves it so far. Its lock is held."""
        stored = self.load("case", str(id_))
        return decoders.case.decode(stored.body) if stored else None

    def save(self, kind: str, id_: str, body: bytes, version: int | None = None) -> Step | None:
        """The object's next (or the given) version; None when nothing changed."""
        step = objects.advance(self.load(kind, id_), body, version)
        if step is not None:
            self._objects[kind, id_] = step.stored
            self._written.add((kind, id_))
            self._steps.append((kind, id_, step))
        return step

    def add_row(self, table: Table, **row: Any) -> None:
        """A row to be written with the others of its table, in the order they were given."""
        self._rows[table].append(row)

    def add_command(self, id_: UUID, given: Given, **row: Any) -> None:
        """A command with its verdict."""
        self.add_row(_COMMAND, id=id_, **row, **given._asdict())
        self._commands[id_] = self._commands.get(id_) or given

    def given(self, id_: UUID) -> Given | None:
        """The verdict given to a command that came before under this identifier."""
        self.expect((), [id_])
        return self._commands[id_]

    def touch(self, case: Case, header_version: int) -> None:
        """The case, as it is now, is to be indexed, and published at the end."""
        self._cases[case.id] = case, header_version
        self._unindexed[case.id] = case

    def policy(self, version: str) -> Policy | None:
        """The policy a command was made under; the current one where it names none."""
        if version not in self._policies:
            self._policies[version] = policy_of(self._connection, self._agency, version)
        return self._policies[version]

    def flush(self) -> None:
        """Writes everything but what is published."""
        if self._written:
            now = {key: stored for key in sorted(self._written) if (stored := self._objects[key])}
            objects.write(self._connection, self._agency, now, self._steps)
        if self._unindexed:
            upsert(self._connection, schema.case, [_index_row(case) for case in self._unindexed.values()])
        for table, rows in self._rows.items():
            self._connection.execute(insert(table), rows)
        for written in (self._written, self._steps, self._unindexed, self._rows):
            written.clear()

    def absorb(self, other: Changes) -> None:
        """Takes over what another, flushed, has to publish."""
        self += other
        self._cases |= other._cases

    def finish(self) -> None:
        """Writes, then publishes: the last thing before the commit."""
        self.flush()
        if self._cases:
            self += publications(self._connection, self._agency, list(self._cases.values()))
        publish(self._connection, self._agency, self)


def _index_row(case: Case) -> dict[str, Any]:
    return {
        "agency": case.agency,
        "id": case.id,
        "number": case.number or str(case.id),
        "status": case.status.value,
        "office": case.assignment.office,
        "assignee": case.assignment.assignee,
        "version": case.version,
        "due": case.due,
    }
