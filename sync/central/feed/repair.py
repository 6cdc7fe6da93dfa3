"""Repairing a feed whose digest disagrees: what the laptop holds is compared with what it should hold."""

from __future__ import annotations

from sqlalchemy import Connection, select

from sync.central.feed.reader import FRAME_BYTES, Subscription, bodies_of, head, put
from sync.central.store.schema import member
from sync.protocol.messages import Cursor, Entries, Entry, Held, Leave, object_id, wire_id

AT_MOST = 500  # objects in one repair


def repairs(
    connection: Connection, subscription: Subscription, cursor: Cursor, held: tuple[Held, ...]
) -> Entries:
    """One frame from the cursor to the feed's end with everything that differs, whole.

    What doesn't fit into one frame is no repair any more: the feed begins anew.
    """
    at = head(connection, subscription)
    rows = connection.execute(
        select(member.c.kind, member.c.id, member.c.version).where(
            member.c.agency == subscription.agency, member.c.feed == subscription.name
        )
    )
    should = {(row.kind, row.id): row.version for row in rows}
    has = {(one.kind, object_id(one.kind, one.id)): one.version for one in held}
    wrong = [key for key, version in should.items() if has.get(key) != version]
    if len(wrong) > AT_MOST:
        return Entries(subscription.local, cursor, Cursor(), (), reset=True)
    bodies = bodies_of(connection, subscription.agency, wrong)
    if sum(len(stored.body) for stored in bodies.values()) > FRAME_BYTES:
        return Entries(subscription.local, cursor, Cursor(), (), reset=True)
    entries: list[Entry] = [put(subscription, key, stored) for key, stored in bodies.items()]
    entries += [Leave(key[0], wire_id(*key)) for key in has if key not in should]
    return Entries(subscription.local, cursor, Cursor(number=at.number), tuple(entries))
