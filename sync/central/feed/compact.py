"""Compaction of feeds: of each object the last entry is kept, and all of the newest entries.

An entry says only that an object changed or left, and bodies are read when a frame is made, so a reader at
any cursor needs no more than the last entry of each object. Earlier ones tell what a reader holds, so that a
change can travel as a difference; who is further behind than what is kept gets the object whole.
"""

from __future__ import annotations

from functools import partial

from sqlalchemy import Connection, and_, delete, exists, select

from sync.central.store.database import Database, lock
from sync.central.store.schema import entry, feed

KEPT = 2_000  # the newest entries of a feed, so that who was away for days still gets differences
AT_ONCE = 1_000  # entries removed in one transaction, so that no writer waits for long


def compact(database: Database, agency: str, kept: int = KEPT) -> int:
    """Removes what no reader needs, while readers and writers go on. Returns how many entries went."""
    grown = select(feed.c.name, feed.c.number).where(feed.c.agency == agency, feed.c.number > kept)
    with database.read() as connection:
        feeds = connection.execute(grown.order_by(feed.c.name)).all()
    removed = 0
    for name, number in feeds:
        some = partial(_remove, agency=agency, name=name, floor=number - kept)
        while count := database.write(some):
            removed += count
    return removed


def _remove(connection: Connection, *, agency: str, name: str, floor: int) -> int:
    """Removes entries with a successor no newer than `floor`. Nothing written later can make them needed."""
    lock(connection, f"compact:{agency}")
    later = entry.alias()
    successor = exists().where(
        later.c.agency == agency,
        later.c.feed == name,
        later.c.kind == entry.c.kind,
        later.c.id == entry.c.id,
        later.c.number > entry.c.number,
        later.c.number <= floor,
    )
    mine = and_(entry.c.agency == agency, entry.c.feed == name)
    stale = select(entry.c.number).where(mine, entry.c.number < floor, successor)
    numbers = list(connection.execute(stale.order_by(entry.c.number).limit(AT_ONCE)).scalars())
    if numbers:
        connection.execute(delete(entry).where(mine, entry.c.number.in_(numbers)))
    return len(numbers)
