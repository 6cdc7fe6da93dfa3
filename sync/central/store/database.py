"""Opening the store: one snapshot to read in, one retried transaction to write in. No query lives here."""

from __future__ import annotations

import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any, TypeVar

import sqlcipher3.dbapi2 as sqlite  # a newer SQLite than Python's own; the embedded store uses no key
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, text
from sqlalchemy.exc import DBAPIError

T = TypeVar("T")
OLDEST_SQLITE = (3, 51, 3)  # earlier ones can damage a WAL that is being reset
BUSY_MS = 30_000
SCHEME = "postgresql+psycopg://"
_TRIES = 12
_CONFLICTS = ("40001", "40P01", "55P03")  # serialisation failure, deadlock, lock not available


class StoreError(RuntimeError):
    """The store can't be used; the text says why and what to do."""


class Database:
    """A store, embedded or PostgreSQL. Hold one per process and `close` it at the end."""

    def __init__(self, data: Path, url: str | None = None) -> None:
        self.data = data
        self.embedded = url is None
        if url is None:
            _check_sqlite()
            path = data / "central.db"
            self._reader = _sqlite_engine(path, "BEGIN")
            self._writer = _sqlite_engine(path, "BEGIN IMMEDIATE")
        else:
            self._reader = _postgres_engine(url, "REPEATABLE READ")
            self._writer = _postgres_engine(url, "READ COMMITTED")
        self._random = Random()

    @property
    def writer(self) -> Engine:
        """For migrations alone."""
        return self._writer

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A short read in one snapshot."""
        with self._reader.connect() as connection, connection.begin():
            yield connection

    def write(self, work: Callable[[Connection], T]) -> T:
        """Runs `work` in one transaction, again from the start when the database asks for it."""
        for attempt in range(_TRIES):
            try:
                with self._writer.connect() as connection, connection.begin():
                    return work(connection)
            except DBAPIError as error:
                if not must_retry(error) or attempt == _TRIES - 1:
                    raise
                time.sleep(self._random.uniform(0, 0.01 * 2**attempt))
        raise AssertionError("unreachable")

    def close(self) -> None:
        self._reader.dispose()
        self._writer.dispose()


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


def _check_sqlite() -> None:
    if sqlite.sqlite_version_info < OLDEST_SQLITE:
        raise StoreError(f"SQLite {sqlite.sqlite_version} is too old; 3.51.3 or newer is needed")


def _sqlite_engine(path: Path, begin: str) -> Engine:
    def connect() -> Any:
        connection = sqlite.connect(str(path), isolation_level=None, check_same_thread=False)
        connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA trusted_schema=OFF")
        if path.exists():
            path.chmod(stat.S_IRUSR | stat.S_IWUSR)
        return connection

    engine = create_engine(
        "sqlite://", module=sqlite, creator=connect, poolclass=QueuePool, pool_size=8, max_overflow=24
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _postgres_engine(url: str, isolation: Any) -> Engine:
    if not url.startswith(SCHEME):
        raise StoreError(f"--database-url must begin with {SCHEME}; without it the embedded store is used")
    try:
        return create_engine(url, isolation_level=isolation, pool_size=8, max_overflow=24, pool_pre_ping=True)
    except ValueError as error:
        raise StoreError(f"--database-url can not be used: {error}") from error


def lock(connection: Connection, *keys: str) -> None:
    """Holds named locks until the transaction ends, in one order, also for rows that don't exist yet.

    On SQLite the one writer holds them all.
    """
    if connection.dialect.name != "postgresql":
        return
    for key in sorted(set(keys)):
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))"), {"key": key})
