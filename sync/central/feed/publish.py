"""Writing to feeds: all changes of a transaction are collected and published at its end, in one lock order.

Each feed is numbered by its own counter row, locked before it is read and bumped last. A sequence would hand
out numbers before the commit that makes them visible, and readers would step over them.
"""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, select, tuple_, update

from sync.central.store.database import lock
from sync.central.store.schema import entry, feed, member
from sync.protocol import digests


class Publication(NamedTuple):
    """One change of one feed: an object put at a version, or (version None) an object that leaves."""

    feed: str
    kind: str
    id: str
    version: int | None
    due: str = ""
    to: str = ""


def publish(connection: Connection, agency: str, changes: list[Publication]) -> None:
    """Appends entries, keeps membership and digest, bumps each counter once. The last write before commit."""
    by_feed: dict[str, dict[tuple[str, str], Publication]] = defaultdict(dict)
    for one in changes:
        by_feed[one.feed][one.kind, one.id] = one
    for name in sorted(by_feed):
        _publish_feed(connection, agency, name, list(by_feed[name].values()))


def _publish_feed(connection: Connection, agency: str, name: str, changes: list[Publication]) -> None:
    where = (feed.c.agency == agency, feed.c.name == name)
    counter = select(feed.c.number, feed.c.digest).where(*where).with_for_update()
    row = connection.execute(counter).first()
    if row is None:  # a row that doesn't exist can't be locked: two may be about to make it
        lock(connection, f"feed:{agency}:{name}")
        row = connection.execute(counter).first()
    if row is None:
        connection.execute(insert(feed).values(agency=agency, name=name, number=0, digest=digests.EMPTY))
        number, digest = 0, digests.EMPTY
    else:
        number, digest = row.number, row.digest
    present = _members(connection, agency, name, changes)
    entries, members, gone = [], [], []
    for one in changes:
        before = present.get((one.kind, one.id))
        if one.version is None and before is None:
            continue
        number += 1
        if before is not None:
            digest = digests.shifted(digest, removed=digests.member(one.kind, one.id, before))
            gone.append((one.kind, one.id))
        key = {"agency": agency, "feed": name, "kind": one.kind, "id": one.id, "number": number}
        entries.append({**key, "version": one.version, "to": one.to})
        if one.version is not None:
            digest = digests.shifted(digest, added=digests.member(one.kind, one.id, one.version))
            members.append({**key, "version": one.version, "due": one.due})
    if not entries:
        return
    if gone:
        connection.execute(
            delete(member).where(
                member.c.agency == agency, member.c.feed == name, tuple_(member.c.kind, member.c.id).in_(gone)
            )
        )
    connection.execute(insert(entry), entries)
    if members:
        connection.execute(insert(member), members)
    connection.execute(update(feed).where(*where).values(number=number, digest=digest))


def _members(
    connection: Connection, agency: str, name: str, changes: list[Publication]
) -> dict[tuple[str, str], int]:
    keys = [(one.kind, one.id) for one in changes]
    found: dict[tuple[str, str], int] = {}
    for at in range(0, len(keys), 400):
        rows = connection.execute(
            select(member.c.kind, member.c.id, member.c.version).where(
                member.c.agency == agency,
                member.c.feed == name,
                tuple_(member.c.kind, member.c.id).in_(keys[at : at + 400]),
            )
        )
        found |= {(row.kind, row.id): row.version for row in rows}
    return found
