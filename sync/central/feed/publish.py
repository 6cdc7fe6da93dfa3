"""Writing to feeds: all changes of a transaction are collected and published at its end, in one lock order.

Each feed is numbered by its own counter row, locked before it is read and bumped last. A sequence would hand
out numbers before the commit that makes them visible, and readers would step over them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    bindparam,
    delete,
    insert,
    select,
    tuple_,
    update,
)

from sync.central.store.database import lock
from sync.central.store.schema import entry, feed, member
from sync.central.store.upsert import upsert
from sync.protocol import digests


class Publication(NamedTuple):
    """One change of one feed: an object put at a version, or (version None) an object that leaves."""

    feed: str
    kind: str
    id: str
    version: int | None
    due: str = ""
    to: str = ""


def publish(connection: Connection, agency: str, changes: Sequence[Publication]) -> None:
    """Appends entries, keeps membership and digest, bumps each counter once. The last write before commit.

    The counters are what all of an office wait for: between their lock and the commit there are few
    statements, however many changes there are.
    """
    by_feed: dict[str, dict[tuple[str, str], Publication]] = defaultdict(dict)
    for one in changes:
        by_feed[one.feed][one.kind, one.id] = one
    if not by_feed:
        return
    feeds = _locked(connection, agency, sorted(by_feed))
    present = _members(connection, agency, changes)
    written = _Written(agency)
    for name in sorted(by_feed):
        written.add(feeds[name], present.get(name, {}), by_feed[name].values())
    written.keep(connection)


class _Feed(NamedTuple):
    name: str
    number: int
    digest: bytes


def _locked(connection: Connection, agency: str, names: list[str]) -> dict[str, _Feed]:
    """The counter rows, locked in one order, and made where there is none yet."""
    query = select(feed.c.name, feed.c.number, feed.c.digest).where(feed.c.agency == agency)
    query = query.where(feed.c.name.in_(names)).order_by(feed.c.name).with_for_update()
    found = {row.name: _Feed(*row) for row in connection.execute(query)}
    missing = [name for name in names if name not in found]
    if missing:  # a row that doesn't exist can't be locked: two may be about to make it
        lock(connection, *(f"feed:{agency}:{name}" for name in missing))
        found = {row.name: _Feed(*row) for row in connection.execute(query)}
    new = [_Feed(name, 0, digests.EMPTY) for name in names if name not in found]
    if new:
        connection.execute(insert(feed), [{"agency": agency, **one._asdict()} for one in new])
    return found | {one.name: one for one in new}


class _Written:
    """The rows of one publishing, of all its feeds together."""

    def __init__(self, agency: str) -> None:
        self._agency = agency
        self._entries: list[dict[str, Any]] = []
        self._members: list[dict[str, Any]] = []
        self._left: list[dict[str, Any]] = []
        self._feeds: list[dict[str, Any]] = []

    def add(self, to: _Feed, present: dict[tuple[str, str], int], changes: Iterable[Publication]) -> None:
        """Numbers the changes of one feed. What leaves without having been there is no change."""
        number, digest = to.number, to.digest
        for one in changes:
            before = present.get((one.kind, one.id))
            if one.version is None and before is None:
                continue
            number += 1
            key = {"agency": self._agency, "feed": to.name, "kind": one.kind, "id": one.id}
            self._entries.append({**key, "number": number, "version": one.version, "to": one.to})
            if before is not None:
                digest = digests.shifted(digest, removed=digests.member(one.kind, one.id, before))
            if one.version is None:
                self._left.append({f"of_{name}": value for name, value in key.items()})
            else:
                digest = digests.shifted(digest, added=digests.member(one.kind, one.id, one.version))
                self._members.append({**key, "number": number, "version": one.version, "due": one.due})
        if number > to.number:
            self._feeds.append({"of_name": to.name, "number": number, "digest": digest})

    def keep(self, connection: Connection) -> None:
        """Writes them, the counters last."""
        if self._left:
            connection.execute(
                delete(member).where(*_bound(member, "agency", "feed", "kind", "id")), self._left
            )
        if self._members:
            upsert(connection, member, self._members)
        if self._entries:
            connection.execute(insert(entry), self._entries)
        if self._feeds:
            numbered = update(feed).where(feed.c.agency == self._agency, *_bound(feed, "name"))
            connection.execute(numbered, self._feeds)


def _bound(table: Table, *columns: str) -> list[ColumnElement[bool]]:
    return [table.c[column] == bindparam(f"of_{column}") for column in columns]


def _members(
    connection: Connection, agency: str, changes: Sequence[Publication]
) -> dict[str, dict[tuple[str, str], int]]:
    """What each feed holds of these objects, by feed."""
    keys = sorted({(one.feed, one.kind, one.id) for one in changes})
    found: dict[str, dict[tuple[str, str], int]] = defaultdict(dict)
    for at in range(0, len(keys), 400):
        rows = connection.execute(
            select(member.c.feed, member.c.kind, member.c.id, member.c.version).where(
                member.c.agency == agency,
                tuple_(member.c.feed, member.c.kind, member.c.id).in_(keys[at : at + 400]),
            )
        )
        for row in rows:
            found[row.feed][row.kind, row.id] = row.version
    return found
