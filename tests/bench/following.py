"""A reader that follows a table by "greater than the last number seen" while others write to it."""

from __future__ import annotations

from threading import Event, Thread

from sqlalchemy import select

from sync.central.service import Central
from sync.central.store.schema import entry, feed, leaf

OFFICE_FEED = "office:north"


class Follower:
    """Reads a growing table by "greater than the last number seen" while others write."""

    def __init__(self, central: Central, *, naive: bool) -> None:
        self._central, self._naive = central, naive
        self._stop = Event()
        self.seen: set[int] = set()
        self._last = self._newest()
        self._thread = Thread(target=self._follow, daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Reads what is left and stops."""
        self._stop.set()
        self._thread.join()
        self._read()

    def _newest(self) -> int:
        column = leaf.c.id if self._naive else feed.c.number
        query = select(column).order_by(column.desc()).limit(1)
        if not self._naive:
            query = query.where(feed.c.name == OFFICE_FEED)
        with self._central.database.read() as connection:
            return connection.execute(query).scalar() or 0

    def _follow(self) -> None:
        while not self._stop.is_set():
            self._read()

    def _read(self) -> None:
        if self._naive:
            query = select(leaf.c.id).where(leaf.c.id > self._last)
        else:
            query = select(entry.c.number).where(entry.c.feed == OFFICE_FEED, entry.c.number > self._last)
        with self._central.database.read() as connection:
            numbers = list(connection.execute(query).scalars())
        self.seen.update(numbers)
        self._last = max([self._last, *numbers])


def entries(central: Central) -> int:
    """How many entries the office's feed has had."""
    with central.database.read() as connection:
        number = connection.execute(select(feed.c.number).where(feed.c.name == OFFICE_FEED)).scalar()
    return int(number or 0)
