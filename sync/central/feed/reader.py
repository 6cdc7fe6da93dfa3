"""Reading feeds: each frame in its own short snapshot, from a cursor on.

First a pass over the membership in order of what is due (a first sync), then entries by number. An entry says
only *that* something changed; bodies are read now, so what is skipped between is never missed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import zip_longest
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, and_, bindparam, func, or_, select, tuple_

from sync.casework.values import pack
from sync.central.store.prepared import Prepared
from sync.central.store.schema import change, entry, feed, member, object_
from sync.protocol import decoders, digests
from sync.protocol.messages import Change, Cursor, Entries, Entry, FeedHead, Leave, Put, wire_id
from sync.protocol.redaction import has_protected_parts, redacted

FRAME_BYTES = 1024 * 1024  # bodies in one frame, well below what a laptop takes for a frame of ours

NOWHERE = FeedHead(0, digests.EMPTY)  # a feed in which nothing has been

# Asked for by every request with commands: made once.
_NAMES = [f"name{n}" for n in range(4)]  # one reader follows no more feeds
_HEADS = Prepared(
    select(feed.c.name, feed.c.number, feed.c.digest).where(
        feed.c.agency == bindparam("agency"),
        or_(*(feed.c.name == bindparam(name) for name in _NAMES)),
    )
)


class Subscription(NamedTuple):
    """One feed of one reader: the name it has on the wire, and the one it has here."""

    local: str
    name: str
    agency: str
    reader: str


def head(connection: Connection, subscription: Subscription) -> FeedHead:
    """Number and digest of a feed in this snapshot."""
    row = connection.execute(
        select(feed.c.number, feed.c.digest).where(
            feed.c.agency == subscription.agency, feed.c.name == subscription.name
        )
    ).first()
    return FeedHead(row.number, row.digest) if row else NOWHERE


def heads(connection: Connection, feeds: Sequence[Subscription]) -> dict[str, FeedHead]:
    """Number and digest of several feeds of one agency, by the name they have on the wire, in one read."""
    names = {one.name: one.local for one in feeds}
    assert len(names) <= len(_NAMES)
    asked = dict(zip_longest(_NAMES, names, fillvalue=""))
    rows = _HEADS.rows(connection, agency=feeds[0].agency, **asked)
    found = {names[row.name]: FeedHead(row.number, row.digest) for row in rows}
    return {one.local: found.get(one.local, NOWHERE) for one in feeds}


def next_entries(
    connection: Connection, subscription: Subscription, cursor: Cursor, limit: int
) -> Entries | None:
    """The next part of a feed after a cursor, of at most `limit` entries, or None at the feed's end."""
    at = head(connection, subscription)
    if cursor.number > at.number or (cursor.start is not None and cursor.start > at.number):
        return Entries(subscription.local, cursor, Cursor(), (), reset=True)
    if cursor.number == 0 and (at.number > 0 or cursor.start is not None):
        return _first_pass(connection, subscription, cursor, at, limit)
    if cursor.number == at.number:
        return None
    return _since(connection, subscription, cursor, at, limit)


def _first_pass(
    connection: Connection, subscription: Subscription, cursor: Cursor, at: FeedHead, limit: int
) -> Entries:
    start = at.number if cursor.start is None else cursor.start
    mine = and_(member.c.agency == subscription.agency, member.c.feed == subscription.name)
    query = select(member.c.due, member.c.kind, member.c.id).where(mine)
    if cursor.after is not None:
        query = query.where(tuple_(member.c.due, member.c.kind, member.c.id) > tuple_(*cursor.after))
    order = (member.c.due, member.c.kind, member.c.id)
    found = connection.execute(query.order_by(*order).limit(limit)).all()
    bodies = bodies_of(connection, subscription.agency, [(row.kind, row.id) for row in found])
    rows = _fitting(found, bodies)
    done = len(found) < limit and len(rows) == len(found)
    last = rows[-1] if rows else None
    after = (last.due, last.kind, last.id) if last else cursor.after
    end = Cursor(number=start) if done else Cursor(start=start, after=after)
    left = 0 if done else _count_after(connection, mine, after)
    keys = [(row.kind, row.id) for row in rows]
    entries = [put(subscription, key, bodies[key]) for key in keys if key in bodies]
    return Entries(subscription.local, cursor, end, tuple(entries), left=left)


def _fitting(rows: Sequence[Any], bodies: dict[tuple[str, str], Any]) -> Sequence[Any]:
    """As many rows as fit into one frame, the first in any case; each object counts once."""
    seen: set[tuple[str, str]] = set()
    size = 0
    for count, row in enumerate(rows):
        key = (row.kind, row.id)
        if key in bodies and key not in seen:
            seen.add(key)
            size += len(bodies[key].body)
        if count and size > FRAME_BYTES:
            return rows[:count]
    return rows


def _count_after(connection: Connection, mine: object, after: tuple[str, str, str] | None) -> int:
    query = select(func.count()).select_from(member).where(mine)  # type: ignore[arg-type]
    if after is not None:
        query = query.where(tuple_(member.c.due, member.c.kind, member.c.id) > tuple_(*after))
    return int(connection.execute(query).scalar_one())


def _since(
    connection: Connection, subscription: Subscription, cursor: Cursor, at: FeedHead, limit: int
) -> Entries:
    mine = and_(entry.c.agency == subscription.agency, entry.c.feed == subscription.name)
    fresh = and_(mine, entry.c.number > cursor.number)
    columns = (entry.c.number, entry.c.kind, entry.c.id, entry.c.version, entry.c.to)
    found = connection.execute(select(*columns).where(fresh).order_by(entry.c.number).limit(limit)).all()
    puts = {(row.kind, row.id) for row in found if row.version is not None}
    bodies = bodies_of(connection, subscription.agency, sorted(puts))
    rows = _fitting(found, bodies)
    end = Cursor(number=rows[-1].number)
    leaving = 0
    if any(row.version is None for row in rows) or end.number < at.number:
        query = select(func.count()).select_from(entry).where(fresh, entry.c.version.is_(None))
        leaving = int(connection.execute(query.where(entry.c.kind == "case")).scalar_one())
    entries = _latest(connection, subscription, cursor, rows, bodies)
    return Entries(
        subscription.local, cursor, end, tuple(entries), left=at.number - end.number, leaving=leaving
    )


def _latest(
    connection: Connection,
    subscription: Subscription,
    cursor: Cursor,
    rows: Sequence[Any],
    bodies: dict[tuple[str, str], Any],
) -> list[Entry]:
    """One entry per object: its last, with what the reader holds as the base of a difference."""
    last = {(row.kind, row.id): row for row in rows}
    puts = [key for key, row in last.items() if row.version is not None]
    bases = _bases(connection, subscription, cursor.number, puts)
    patches = _patches(connection, subscription.agency, bases, bodies)
    entries: list[Entry] = []
    for key, row in sorted(last.items(), key=lambda item: item[1].number):
        if row.version is None:
            entries.append(Leave(row.kind, wire_id(row.kind, row.id), row.to))
        elif key in bodies:
            made = patches.get(key, [])
            entries.append(_change_or_put(subscription, key, bodies[key], bases.get(key), made))
    return entries


def bodies_of(connection: Connection, agency: str, keys: list[tuple[str, str]]) -> dict[tuple[str, str], Any]:
    """The objects of these keys that exist, in the order of the keys."""
    if not keys:
        return {}
    columns = (object_.c.kind, object_.c.id, object_.c.version, object_.c.body)
    where = and_(object_.c.agency == agency, tuple_(object_.c.kind, object_.c.id).in_(keys))
    found = {(row.kind, row.id): row for row in connection.execute(select(*columns).where(where))}
    return {key: found[key] for key in keys if key in found}


def _bases(
    connection: Connection, subscription: Subscription, number: int, keys: list[tuple[str, str]]
) -> dict[tuple[str, str], int]:
    """The version of each object as of the cursor; absent if it wasn't in the feed then."""
    if not keys:
        return {}
    mine = and_(
        entry.c.agency == subscription.agency,
        entry.c.feed == subscription.name,
        entry.c.number <= number,
        tuple_(entry.c.kind, entry.c.id).in_(keys),
    )
    latest = (
        select(entry.c.kind, entry.c.id, func.max(entry.c.number).label("number"))
        .where(mine)
        .group_by(entry.c.kind, entry.c.id)
        .subquery()
    )
    rows = connection.execute(
        select(entry.c.kind, entry.c.id, entry.c.version).where(
            entry.c.agency == subscription.agency,
            entry.c.feed == subscription.name,
            entry.c.number == latest.c.number,
            entry.c.version.is_not(None),
        )
    )
    return {(row.kind, row.id): row.version for row in rows}


def _patches(
    connection: Connection,
    agency: str,
    bases: dict[tuple[str, str], int],
    bodies: dict[tuple[str, str], Any],
) -> dict[tuple[str, str], list[bytes]]:
    """Of each object, the differences from the version the reader holds on."""
    since = {key: base for key, base in bases.items() if key in bodies and base < bodies[key].version}
    if not since:
        return {}
    query = select(change.c.kind, change.c.id, change.c.version, change.c.patch).where(
        change.c.agency == agency,
        tuple_(change.c.kind, change.c.id).in_(list(since)),
        change.c.version > min(since.values()),
    )
    found: dict[tuple[str, str], list[bytes]] = defaultdict(list)
    for row in connection.execute(query.order_by(change.c.version)):
        key = row.kind, row.id
        if since[key] < row.version <= bodies[key].version:
            found[key].append(row.patch)
    return found


def _change_or_put(
    subscription: Subscription,
    key: tuple[str, str],
    stored: Any,
    base: int | None,
    patches: list[bytes],
) -> Entry:
    if base is None or base >= stored.version or (key[0] == "case" and _is_redacted(subscription, stored)):
        return put(subscription, key, stored)
    if len(patches) != stored.version - base or sum(map(len, patches)) >= len(stored.body):
        return put(subscription, key, stored)
    return Change(key[0], wire_id(*key), base, tuple(msgspec.Raw(patch) for patch in patches))


def _is_redacted(subscription: Subscription, stored: Any) -> bool:
    case = decoders.case.decode(stored.body)
    return redacted(case, subscription.reader) is not case


def put(subscription: Subscription, key: tuple[str, str], stored: Any) -> Put:
    """An object whole, as this reader may have it."""
    body: bytes = stored.body
    if key[0] == "case":
        case = decoders.case.decode(body)
        if has_protected_parts(case):
            body = pack(redacted(case, subscription.reader))
    return Put(key[0], wire_id(*key), stored.version, msgspec.Raw(body))
