"""Opening the store: one snapshot to read in, one retried transaction to write in. No query lives here."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from random import Random
from threading import Lock
from typing import TypeVar

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import URL, Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from sync.central.store.engines import SCHEME, Engines, embedded_engines, postgres_engines

T = TypeVar("T")
OLDEST_SQLITE = (3, 51, 3)  # earlier ones can damage a WAL that is being reset
CONNECTIONS = 8
_TRIES = 12
_CONFLICTS = ("40001", "40P01", "55P03")  # serialisation failure, deadlock, lock not available
_ACCEPTED = text(
    "SELECT current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int"
)
_LOCKS = text(
    "SELECT pg_advisory_xact_lock(hashtextextended(key, 0)) FROM unnest(CAST(:keys AS text[])) AS key"
)


class StoreError(RuntimeError):
    """The store can't be used; the text says why and what to do."""


class Database:
    """A store, embedded or PostgreSQL. Hold one per process and `close` it at the end.

    `connections` is how many this process keeps to PostgreSQL; all processes share what it accepts.
    """

    def __init__(self, data: Path, url: str | None = None, *, connections: int = CONNECTIONS) -> None:
        self.data, self.connections = data, connections
        self.embedded = url is None
        self._engines = _embedded(data) if url is None else _postgres(url, connections)
        # SQLite lets one write and makes the others sleep and ask again; here they stand in line instead.
        self._turn = Lock() if url is None else nullcontext()
        self._random = Random()

    @property
    def writer(self) -> Engine:
        """For migrations alone."""
        return self._engines.writer

    @property
    def url(self) -> URL:
        """Where it is."""
        return self._engines.writer.url

    def accepts(self) -> int | None:
        """How many connections PostgreSQL gives to all processes together; None for the embedded store."""
        if self.embedded:
            return None
        with self.glance() as connection:
            return int(connection.execute(_ACCEPTED).scalar_one())

    def glance(self) -> AbstractContextManager[Connection]:
        """For single statements that are right each by itself: nothing is begun or committed."""
        return self._engines.glance.connect()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A short read in one snapshot."""
        with self._engines.reader.connect() as connection, connection.begin():
            yield connection

    def write(self, work: Callable[[Connection], T]) -> T:
        """Runs `work` in one transaction, again from the start when the database asks for it."""
        for attempt in range(_TRIES):
            try:
                with self._turn, self._engines.writer.connect() as connection, connection.begin():
                    return work(connection)
            except DBAPIError as error:
                if not must_retry(error) or attempt == _TRIES - 1:
                    raise
                time.sleep(self._random.uniform(0, 0.01 * 2**attempt))
        raise AssertionError("unreachable")

    def close(self) -> None:
        self._engines.dispose()


def storable(text: str) -> str:
    """A text somebody sent, as both stores can keep it: PostgreSQL takes no NUL."""
    return text.replace("\0", "\N{REPLACEMENT CHARACTER}")


def must_retry(error: BaseException) -> bool:
    """True for faults that are the transaction's and not the command's: run all of it again."""
    if not isinstance(error, DBAPIError):
        return False
    state = getattr(error.orig, "sqlstate", None)
    if state is not None:
        return state in _CONFLICTS
    message = str(error.orig)
    return "database is locked" in message or "database table is locked" in message


def is_environment(error: BaseException) -> bool:
    """True for faults of the database, disk or connection: they're never a command's own."""
    if isinstance(error, OSError | MemoryError):
        return True
    if not isinstance(error, DBAPIError):
        return False
    state = getattr(error.orig, "sqlstate", None)
    if state is not None:
        return str(state)[:2] in ("08", "40", "53", "55", "57", "58")
    return isinstance(error.orig, sqlite.OperationalError)


def _embedded(data: Path) -> Engines:
    if sqlite.sqlite_version_info < OLDEST_SQLITE:
        raise StoreError(f"SQLite {sqlite.sqlite_version} is too old; 3.51.3 or newer is needed")
    return embedded_engines(data / "central.db")


def _postgres(url: str, connections: int) -> Engines:
    if not url.startswith(SCHEME):
        raise StoreError(f"--database-url must begin with {SCHEME}; without it the embedded store is used")
    try:
        return postgres_engines(url, connections)
    except ValueError as error:
        raise StoreError(f"--database-url can not be used: {error}") from error


def lock(connection: Connection, *keys: str) -> None:
    """Holds named locks until the transaction ends, in one order, also for rows that don't exist yet.

    On SQLite the one writer holds them all.
    """
    if keys and connection.dialect.name == "postgresql":
        connection.execute(_LOCKS, {"keys": sorted(set(keys))})
