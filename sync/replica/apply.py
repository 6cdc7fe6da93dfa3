"""Applying one frame of a feed: objects, digest and cursor, in the transaction of the caller.

Frames are applied in the order of their cursors and bodies are read when a frame is made, so what a frame
says is never older than what is held: it counts, also where its version is lower (the server was restored, or
repairs this copy).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, Connection, and_, delete, select, tuple_, update
from sqlalchemy.dialects.sqlite import insert

from sync.casework.values import Record, pack
from sync.protocol import digests
from sync.protocol.messages import Change, Cursor, Entries, Entry, Held, Put, StoredVerdict, object_id
from sync.protocol.patches import PatchError, merge
from sync.replica import case_index
from sync.replica.errors import CursorMovedError
from sync.replica.reading import understood
from sync.replica.replica_schema import AGAIN, HELD, LEFT, feed, object_

Key = tuple[str, bytes]
_IN_QUEUE = frozenset({"case", "header"})
_STAYS_MEANWHILE = frozenset({"case", "party", "policy", "person", "configuration", "verdict"})
_AT_ONCE = 400
_cursor = msgspec.msgpack.Decoder(Cursor)
_verdict = msgspec.msgpack.Decoder(StoredVerdict)


class Applied(NamedTuple):
    """What a frame did; the shape of the engine's own `Applied`.

    `received` counts objects put or changed. `applied` maps each case touched that contains work of this
    device to its last number. `left`: cases whose membership ended, `gaps`: objects whose patches don't fit.
    """

    received: int
    applied: dict[UUID, int]
    left: tuple[UUID, ...]
    verdicts: tuple[StoredVerdict, ...]
    gaps: tuple[Held, ...]


class Stored(NamedTuple):
    """An object as it is kept: see `replica_schema` for its standing."""

    version: int
    standing: str
    left_to: str
    body: bytes


class _Numbers(Record, frozen=True):
    """The one field of a case that says what it contains of each device."""

    applied: dict[str, int] = {}


_numbers = msgspec.msgpack.Decoder(_Numbers)


def apply(connection: Connection, entries: Entries, device: int) -> Applied:
    """Raises CursorMovedError when the frame doesn't begin where the feed stands."""
    cursor, digest = stand(connection, entries.feed)
    if entries.start != cursor:
        raise CursorMovedError(entries.feed)
    if entries.reset:
        _begin_anew(connection, entries.feed)
        digest = digests.EMPTY
    work = _Work(entries.feed, digest, load(connection, entries))
    for entry in entries.entries:
        work.take(entry)
    if entries.end.complete and not entries.reset:
        work.sweep(_never_came_again(connection, entries.feed))
    _store(connection, work)
    _move(connection, entries, work.digest)
    _index(connection, work)
    return _told(work, device)


def stand(connection: Connection, name: str) -> tuple[Cursor, bytes]:
    """Cursor and digest of a feed; both empty before it has begun."""
    row = connection.execute(select(feed.c.cursor, feed.c.digest).where(feed.c.name == name)).first()
    return (_cursor.decode(row.cursor), row.digest) if row else (Cursor(), digests.EMPTY)


def load(connection: Connection, entries: Entries) -> dict[Key, Stored]:
    """What is held of the objects that a frame names."""
    keys = [(entry.kind, entry.id) for entry in entries.entries]
    found: dict[Key, Stored] = {}
    for at in range(0, len(keys), _AT_ONCE):
        wanted = tuple_(object_.c.kind, object_.c.id).in_(keys[at : at + _AT_ONCE])
        found |= _kept(connection, and_(wanted, object_.c.feed == entries.feed))
    return found


def _kept(connection: Connection, wanted: ColumnElement[bool]) -> dict[Key, Stored]:
    c = object_.c
    rows = connection.execute(
        select(c.kind, c.id, c.version, c.standing, c.left_to, c.body).where(wanted).order_by(c.n)
    )
    return {(row[0], row[1]): Stored._make(row[2:]) for row in rows}


def verdicts_of(entries: Entries, held: dict[Key, Stored]) -> tuple[StoredVerdict, ...]:
    """The verdicts a frame carries, in its order."""
    work = _Work(entries.feed, digests.EMPTY, dict(held))
    for entry in entries.entries:
        work.take(entry)
    return _verdicts(work)


class _Work:
    """One frame: what is kept of its objects, and what becomes of them."""

    def __init__(self, name: str, digest: bytes, kept: dict[Key, Stored]) -> None:
        self.feed = name
        self.digest = digest
        self.kept = kept
        self.written: dict[Key, Stored] = {}
        self.removed: set[Key] = set()
        self.gaps: list[Held] = []

    def take(self, entry: Entry) -> None:
        if isinstance(entry, Put):
            self._put((entry.kind, entry.id), entry.version, bytes(entry.body))
        elif isinstance(entry, Change):
            self._change(entry)
        else:
            self._leave((entry.kind, entry.id), entry.to)

    def sweep(self, never_came_again: dict[Key, Stored]) -> None:
        """Objects that a feed begun anew didn't bring again: they had left meanwhile."""
        for key, stored in never_came_again.items():
            if self.kept.setdefault(key, stored).standing == AGAIN:
                self._leave(key, "")

    def having(self, kind: str, standing: str = HELD) -> dict[bytes, Stored]:
        """What was written of a kind, by identifier."""
        return {
            key[1]: one for key, one in self.written.items() if key[0] == kind and one.standing == standing
        }

    def _put(self, key: Key, version: int, body: bytes) -> None:
        self._count(key, added=digests.member(key[0], object_id(*key), version))
        self.kept[key] = self.written[key] = Stored(version, HELD, "", body)
        self.removed.discard(key)

    def _change(self, entry: Change) -> None:
        key = (entry.kind, entry.id)
        before = self.kept.get(key)
        if before is None or before.standing != HELD or entry.base > before.version:
            self.gaps.append(Held(entry.kind, entry.id, before.version if before else 0))
            return
        new = entry.patches[before.version - entry.base :]
        body = before.body
        try:
            for patch in new:
                body = merge(body, bytes(patch))
        except PatchError:
            self.gaps.append(Held(entry.kind, entry.id, before.version))
            return
        if new:
            self._put(key, before.version + len(new), body)

    def _leave(self, key: Key, to: str) -> None:
        """A case stays to be read until its pending work is answered; anything else goes at once."""
        self._count(key, added=0)
        before = self.kept.pop(key, None)
        if before is None:
            return
        if key[0] == "case":
            self.kept[key] = self.written[key] = before._replace(standing=LEFT, left_to=to)
        else:
            self.written.pop(key, None)
            self.removed.add(key)

    def _count(self, key: Key, added: int) -> None:
        """The digest with a new membership of this object in place of the one it had."""
        before, removed = self.kept.get(key), 0
        if before is not None and before.standing == HELD:
            removed = digests.member(key[0], object_id(*key), before.version)
        self.digest = digests.shifted(self.digest, added=added, removed=removed)


def _begin_anew(connection: Connection, name: str) -> None:
    """Membership ends; what a person may be looking at stays until it has come again, or hasn't."""
    mine = object_.c.feed == name
    gone = and_(mine, object_.c.kind.not_in(_STAYS_MEANWHILE))
    dropped = connection.execute(select(object_.c.kind, object_.c.id).where(gone)).all()
    connection.execute(delete(object_).where(gone))
    connection.execute(update(object_).where(mine, object_.c.standing == HELD).values(standing=AGAIN))
    case_index.refresh(connection, {UUID(bytes=row.id) for row in dropped if row.kind in _IN_QUEUE})


def _never_came_again(connection: Connection, name: str) -> dict[Key, Stored]:
    return _kept(connection, and_(object_.c.feed == name, object_.c.standing == AGAIN))


def _store(connection: Connection, work: _Work) -> None:
    if work.written:
        rows = [
            {"feed": work.feed, "kind": kind, "id": id_, **stored._asdict()}
            for (kind, id_), stored in work.written.items()
        ]
        statement = insert(object_)
        values = {name: statement.excluded[name] for name in Stored._fields}
        by = ["kind", "id", "feed"]
        connection.execute(statement.on_conflict_do_update(index_elements=by, set_=values), rows)
    for kind, id_ in work.removed:
        this = and_(object_.c.kind == kind, object_.c.id == id_, object_.c.feed == work.feed)
        connection.execute(delete(object_).where(this))


def _move(connection: Connection, entries: Entries, digest: bytes) -> None:
    """The cursor, in the transaction of the rows it speaks of. A feed set back to nothing isn't kept."""
    if entries.end == Cursor():
        connection.execute(delete(feed).where(feed.c.name == entries.feed))
        return
    row = {"name": entries.feed, "cursor": pack(entries.end), "digest": digest}
    statement = insert(feed).values(row)
    connection.execute(statement.on_conflict_do_update(index_elements=["name"], set_=row))


def _index(connection: Connection, work: _Work) -> None:
    touched: dict[str, set[bytes]] = defaultdict(set)
    for kind, id_ in (*work.written, *work.removed):
        touched[kind].add(id_)
    cases = {UUID(bytes=id_) for kind in _IN_QUEUE for id_ in touched[kind]}
    cases |= case_index.cases_of_parties(connection, {UUID(bytes=id_) for id_ in touched["party"]})
    if touched["policy"]:  # it names the counties
        cases |= case_index.all_cases(connection)
    case_index.refresh(connection, cases)


def contained(connection: Connection, device: int) -> dict[UUID, int]:
    """Each case held that contains work of a device, with the last number of it."""
    mine = and_(object_.c.kind == "case", object_.c.standing == HELD)
    rows = connection.execute(select(object_.c.id, object_.c.body).where(mine))
    return _contained({row.id: row.body for row in rows}, device)


def _contained(bodies: Mapping[bytes, bytes], device: int) -> dict[UUID, int]:
    read = {id_: understood(_numbers, body) for id_, body in bodies.items()}
    numbers = {id_: one.applied.get(str(device), 0) for id_, one in read.items() if one}
    return {UUID(bytes=id_): number for id_, number in numbers.items() if number}


def _told(work: _Work, device: int) -> Applied:
    applied = _contained({id_: stored.body for id_, stored in work.having("case").items()}, device)
    received = sum(stored.standing == HELD for stored in work.written.values())
    left = tuple(UUID(bytes=id_) for id_ in work.having("case", LEFT))
    return Applied(received, applied, left, _verdicts(work), tuple(work.gaps))


def _verdicts(work: _Work) -> tuple[StoredVerdict, ...]:
    """Those in a form this program doesn't know are left out; an upgrade will understand them."""
    read = (understood(_verdict, stored.body) for stored in work.having("verdict").values())
    return tuple(verdict for verdict in read if verdict is not None)
