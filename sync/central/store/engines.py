"""The engines below the store: how connections are made, shared out, and begin their transactions."""

from __future__ import annotations

import stat
from pathlib import Path
from time import monotonic
from typing import Any, NamedTuple

import sqlcipher3.dbapi2 as sqlite  # a newer SQLite than Python's own; the embedded store uses no key
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DisconnectionError

BUSY_MS = 30_000
SCHEME = "postgresql+psycopg://"
SPARE = 2  # beyond the workers' connections: for the audit and for notes of contact
_TRUSTED_SECONDS = 5.0  # a connection used this recently is taken to be alive


class Engines(NamedTuple):
    """Three ways into one store."""

    glance: Engine  # each statement by itself: nothing is begun, nothing is to be committed
    reader: Engine  # one snapshot
    writer: Engine  # one transaction

    def dispose(self) -> None:
        for engine in self:
            engine.dispose()


def embedded_engines(path: Path) -> Engines:
    """SQLite in a file; whoever may write is found when the transaction begins."""
    begins = (None, "BEGIN", "BEGIN IMMEDIATE")
    return Engines(*(_sqlite_engine(path, begin) for begin in begins))


def postgres_engines(url: str, connections: int) -> Engines:
    """One pool of at most `connections` (and a spare few), whatever they are used for.

    Raises ValueError for an address that can't be one.
    """
    engine = create_engine(
        url,
        isolation_level="AUTOCOMMIT",
        skip_autocommit_rollback=True,
        pool_size=connections,
        max_overflow=SPARE,
    )
    _ping_after_a_pause(engine)
    return Engines(
        engine,
        engine.execution_options(isolation_level="REPEATABLE READ"),
        engine.execution_options(isolation_level="READ COMMITTED"),
    )


def _ping_after_a_pause(engine: Engine) -> None:
    """Finds out about a restarted database before a statement does, without a ping for every request."""

    @event.listens_for(engine, "checkin")
    def _used(_: Any, record: Any) -> None:
        record.info["used"] = monotonic()

    @event.listens_for(engine, "checkout")
    def _alive(connection: Any, record: Any, _: Any) -> None:
        if monotonic() - record.info.get("used", monotonic()) <= _TRUSTED_SECONDS:
            return
        try:
            engine.dialect.do_ping(connection)
        except engine.dialect.loaded_dbapi.Error as error:
            raise DisconnectionError("the database was restarted") from error


def _sqlite_engine(path: Path, begin: str | None) -> Engine:
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
    if begin is not None:

        @event.listens_for(engine, "begin")
        def _begin(connection: Connection) -> None:
            connection.exec_driver_sql(begin)

    return engine
