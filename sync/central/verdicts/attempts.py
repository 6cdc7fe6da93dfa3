"""Commands that end the process: noted before they run, so that the next process knows them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, delete

from sync.central.store.database import Database
from sync.central.store.objects import next_value
from sync.central.store.schema import counter

AT_MOST = 2


@contextmanager
def attempt(database: Database, agency: str, device: int, seq: int) -> Iterator[bool]:
    """Yields whether the command may run: False after it ended the process `AT_MOST` times.

    The note is taken back when the block ends in any way but with the process: whatever is raised has a cause
    that is told and tried again.
    """
    name = f"try:{device}.{seq}"
    tries = database.write(lambda connection: next_value(connection, agency, name))
    try:
        yield tries <= AT_MOST
    finally:
        database.write(lambda connection: _forget(connection, agency, name))


def _forget(connection: Connection, agency: str, name: str) -> None:
    connection.execute(delete(counter).where(counter.c.agency == agency, counter.c.name == name))
