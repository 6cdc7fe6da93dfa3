"""Counting the digests of feeds anew from their members; one that is wrong is put right."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from sqlalchemy import Connection, and_, func, or_, select, update

from sync.central.store.database import Database
from sync.central.store.schema import feed, member, object_
from sync.protocol import digests


class Recounted(NamedTuple):
    """How many feeds were looked at, and whose digest was wrong and is right now.

    `outdated`: members that name another version than the object has. No program error is known that makes
    them; they can't be mended without knowing what did.
    """

    feeds: int
    mended: tuple[str, ...]
    outdated: int

    @property
    def ok(self) -> bool:
        """True when nothing was wrong."""
        return not self.mended and not self.outdated


def recount(database: Database, agency: str) -> Recounted:
    """Looks at every feed in a snapshot of its own; only where it is wrong, at once more under its lock."""
    with database.read() as connection:
        names = connection.execute(select(feed.c.name).where(feed.c.agency == agency)).scalars().all()
        outdated = _outdated(connection, agency)
    mended = []
    for name in sorted(names):
        with database.read() as connection:
            right = _counted(connection, agency, name) == _kept(connection, agency, name)
        if not right and database.write(partial(_mend, agency=agency, name=name)):
            mended.append(name)
    return Recounted(len(names), tuple(mended), outdated)


def _outdated(connection: Connection, agency: str) -> int:
    o, m = object_.c, member.c
    same = and_(o.agency == m.agency, o.kind == m.kind, o.id == m.id)
    wrong = or_(o.version.is_(None), o.version != m.version)
    query = select(func.count()).select_from(member.outerjoin(object_, same))
    return connection.execute(query.where(m.agency == agency, wrong)).scalar_one()


def _mend(connection: Connection, *, agency: str, name: str) -> bool:
    """False when it was right after all: nobody publishes while the counter is locked."""
    kept = _kept(connection, agency, name, lock=True)
    counted = _counted(connection, agency, name)
    if counted == kept:
        return False
    where = (feed.c.agency == agency, feed.c.name == name)
    connection.execute(update(feed).where(*where).values(digest=counted))
    return True


def _kept(connection: Connection, agency: str, name: str, *, lock: bool = False) -> bytes:
    query = select(feed.c.digest).where(feed.c.agency == agency, feed.c.name == name)
    return bytes(connection.execute(query.with_for_update() if lock else query).scalar_one())


def _counted(connection: Connection, agency: str, name: str) -> bytes:
    mine = and_(member.c.agency == agency, member.c.feed == name)
    rows = connection.execute(select(member.c.kind, member.c.id, member.c.version).where(mine))
    return digests.shifted(digests.EMPTY, added=sum(digests.member(*row) for row in rows))
