"""The replica: what the server said, in `replica.db`. Disposable. It fulfils the engine's ReplicaPort.

Nothing but frames from the server is ever written here; what the person did is in the outbox.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from uuid import UUID

import msgspec
from sqlalchemy import and_, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from sync.casework.case import Case
from sync.casework.places import Party
from sync.casework.policy import Policy
from sync.protocol import digests
from sync.protocol.messages import (
    CaseHeader,
    Cursor,
    Entries,
    Held,
    Laptop,
    Person,
    StoredVerdict,
    SyncConfiguration,
    object_id,
)
from sync.replica import apply, case_index, erasing, reading, search
from sync.replica.apply import Applied
from sync.replica.beside import Beside
from sync.replica.reading import CaseRow
from sync.replica.replica_file import opened, remove
from sync.replica.replica_schema import AGAIN, HELD, LEFT, feed, meta, object_
from sync.replica.store import Store

AS_OF = "server_time"  # the engine remembers here, in ISO 8601, the server's time of the last complete answer
_case = msgspec.msgpack.Decoder(Case)
_header = msgspec.msgpack.Decoder(CaseHeader)
_party = msgspec.msgpack.Decoder(Party)
_policy = msgspec.msgpack.Decoder(Policy)
_person = msgspec.msgpack.Decoder(Person)
_configuration = msgspec.msgpack.Decoder(SyncConfiguration)
_laptop = msgspec.msgpack.Decoder(Laptop)
_cursor = msgspec.msgpack.Decoder(Cursor)


class Replica:
    """`replica.db`. May be used from any thread and by several processes."""

    def __init__(self, path: Path, key: bytes, *, device: int) -> None:
        """Opens it, makes it, or redraws it where an older program wrote it. `key` is 32 raw bytes.

        Raises WrongKeyError, DamagedError (then `rebuild` helps), NewerSchemaError, DiskError, BusyError.
        """
        self.path = path
        self.device = device
        self._store = opened(path, key)
        self._beside = Beside(path, key)

    @classmethod
    def rebuild(cls, path: Path, key: bytes, *, device: int) -> Replica:
        """Removes the files and begins with an empty replica; the next sync fills it. Raises DiskError."""
        remove(path)
        Beside(path, key).discard()
        return cls(path, key, device=device)

    def close(self) -> None:
        self._beside.let_go()
        self._store.close()

    def check(self) -> None:
        """Reads the whole file. Raises DamagedError."""
        self._store.check()

    def tidy(self) -> bool:
        """Lets go of a copy under way; erases what a purge left because the disk was full or the file busy.

        True when nothing is left.
        """
        self._beside.let_go()
        return erasing.erase(self._store, meta)

    def data_version(self) -> int:
        """A number that changes when anything was committed, also by another process."""
        return self._store.data_version()

    # --- What the screens read ------------------------------------------------------------------------

    def rows(self, order_by: str = "due", *, descending: bool = False) -> list[CaseRow]:
        """Every case of the queue, sorted by a column of `reading.SORTABLE`; no body is decoded."""
        with self._store.read() as connection:
            return reading.rows(connection, order_by, descending=descending)

    def row(self, case: UUID) -> CaseRow | None:
        with self._store.read() as connection:
            return reading.row(connection, case)

    def case(self, id_: UUID) -> Case | None:
        """The case as the server last said it is, also one that has left. Raises NotUnderstoodError."""
        with self._store.read() as connection:
            return reading.one(connection, "case", id_.bytes, _case)

    def header(self, id_: UUID) -> CaseHeader | None:
        with self._store.read() as connection:
            return reading.one(connection, "header", id_.bytes, _header)

    def party(self, id_: UUID) -> Party | None:
        with self._store.read() as connection:
            return reading.one(connection, "party", id_.bytes, _party)

    def policies(self) -> dict[str, Policy]:
        """Every policy held, by its version."""
        with self._store.read() as connection:
            return {policy.version: policy for policy in reading.every(connection, "policy", _policy)}

    def policy(self, version: str | None = None) -> Policy | None:
        """The policy of that version; without one, the one that came into effect last."""
        known = self.policies()
        if version is not None:
            return known.get(version)
        return max(known.values(), key=lambda policy: (policy.effective, policy.version), default=None)

    def people(self) -> tuple[Person, ...]:
        with self._store.read() as connection:
            return tuple(reading.every(connection, "person", _person))

    def configuration(self) -> SyncConfiguration | None:
        """The newest configuration of this laptop."""
        with self._store.read() as connection:
            known = reading.every(connection, "configuration", _configuration)
        return max(known, key=lambda one: one.version, default=None)

    def laptops(self) -> tuple[Laptop, ...]:
        """All laptops, for an administrator."""
        with self._store.read() as connection:
            return tuple(sorted(reading.every(connection, "laptop", _laptop), key=lambda one: one.device))

    def search(self, typed: str, most: int = 50) -> list[UUID]:
        """Cases in which every word typed begins some word, best first."""
        with self._store.read() as connection:
            return search.find(connection, typed, most)

    def last_as_of(self) -> datetime | None:
        """The server's time of the last complete answer; None before the first."""
        remembered = self.recall(AS_OF)
        return datetime.fromisoformat(remembered) if remembered else None

    # --- The engine's port ----------------------------------------------------------------------------

    def _feeds(self) -> Store:
        """Where frames go: the copy being filled beside this one, if there is one."""
        return self._beside.store() or self._store

    def cursors(self) -> dict[str, Cursor]:
        """Where each feed stands; feeds never begun are not in it."""
        with self._feeds().read() as connection:
            rows = connection.execute(select(feed.c.name, feed.c.cursor))
            return {row.name: _cursor.decode(row.cursor) for row in rows}

    def verdicts_in(self, entries: Entries) -> tuple[StoredVerdict, ...]:
        """The verdicts a frame of the device feed carries, without applying it."""
        with self._feeds().read() as connection:
            return apply.verdicts_of(entries, apply.load(connection, entries))

    def apply(self, entries: Entries) -> Applied:
        """One transaction: rows, search index, digest and cursor. Raises CursorMovedError.

        While a copy is filled beside, nothing counts as contained yet: the screens don't show that copy.
        """
        store = self._feeds()
        with store.write() as connection:
            applied = apply.apply(connection, entries, self.device)
        return applied if store is self._store else applied._replace(applied={})

    def digest(self, name: str) -> bytes:
        """The digest of the membership held."""
        with self._feeds().read() as connection:
            return apply.stand(connection, name)[1]

    def held(self, name: str) -> tuple[Held, ...]:
        """Everything held of a feed, for a repair."""
        with self._feeds().read() as connection:
            return reading.held(connection, name)

    def recount(self, name: str) -> bool:
        """Counts the digest anew from the rows, and keeps that. True when it was right."""
        with self._feeds().write() as connection:
            _, kept = apply.stand(connection, name)
            members = reading.held(connection, name)
            added = sum(digests.member(m.kind, object_id(m.kind, m.id), m.version) for m in members)
            counted = digests.shifted(digests.EMPTY, added=added)
            if counted != kept:
                connection.execute(feed.update().where(feed.c.name == name).values(digest=counted))
            return counted == kept

    def begun_anew(self) -> tuple[str, ...]:
        """Feeds that were set back, of which something hasn't come again yet."""
        some = select(object_.c.feed).where(object_.c.standing == AGAIN).distinct()
        with self._feeds().read() as connection:
            return tuple(connection.execute(some.order_by(object_.c.feed)).scalars())

    def ended_badly(self) -> bool:
        """True, once, when the process before this one didn't close the store."""
        found, self._store.found_log = self._store.found_log, False
        return found

    def left_cases(self) -> tuple[UUID, ...]:
        """Cases that have left and whose rows are still here."""
        gone = and_(object_.c.standing == LEFT, object_.c.kind == "case")
        with self._store.read() as connection:
            ids = connection.execute(select(object_.c.id).where(gone).order_by(object_.c.n)).scalars()
            return tuple(UUID(bytes=id_) for id_ in ids)

    def purge(self, cases: tuple[UUID, ...]) -> None:
        """Removes rows, index and pages of cases that have left; the file shrinks. Spares the others."""
        gone = and_(
            object_.c.standing == LEFT,
            object_.c.kind == "case",
            object_.c.id.in_([case.bytes for case in cases]),
        )
        with self._store.write() as connection:
            removed = connection.execute(delete(object_).where(gone)).rowcount
            if removed:
                case_index.refresh(connection, cases)
                search.rebuild(connection)
                erasing.due(connection, meta)
        if removed:
            erasing.erase(self._store, meta)

    def case_count(self) -> int:
        """Cases in the user feed."""
        mine = and_(object_.c.feed == "user", object_.c.kind == "case", object_.c.standing == HELD)
        with self._store.read() as connection:
            return connection.execute(select(func.count()).select_from(object_).where(mine)).scalar_one()

    def remember(self, key: str, value: str) -> None:
        """A small fact kept beside the rows. Writes nothing when it is known already."""
        if self.recall(key) == value:
            return
        row = {"key": key, "value": value}
        statement = insert(meta).values(row)
        with self._store.write() as connection:
            connection.execute(statement.on_conflict_do_update(index_elements=["key"], set_=row))

    def recall(self, key: str) -> str | None:
        with self._store.read() as connection:
            return connection.execute(select(meta.c.value).where(meta.c.key == key)).scalar()

    # --- A new copy beside this one -------------------------------------------------------------------

    def start_beside(self) -> bool:
        """Begins a new copy, which the next frames fill while this one goes on being read.

        Begins again when one is under way. False, with nothing changed here, when the disk has no room.
        """
        return self._beside.begin()

    def filling(self) -> bool:
        """True while a new copy is under way."""
        return self._beside.store() is not None

    def swap_in(self) -> dict[UUID, int]:
        """The new copy is whole: what is read becomes it, at once. Cases it lacks have left.

        Returns each case that contains work of this device, with its last number. Call `end_beside` after.
        """
        self._beside.swap_into(self._store)
        with self._store.read() as connection:
            return apply.contained(connection, self.device)

    def end_beside(self) -> None:
        """Removes the file of the new copy; until then a crash repeats the swap, which changes nothing."""
        self._beside.discard()
