"""One encrypted database in use: transactions, typed errors, checks, giving space back."""

from __future__ import annotations

import itertools
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from sync.replica import cipher, keycheck
from sync.replica.durable import disk_error, private_folder, sync_folder
from sync.replica.errors import (
    BusyError,
    DamagedError,
    DiskError,
    DiskFullError,
    NewerSchemaError,
    StoreError,
)

_IMMEDIATE = "erap_immediate"
_UNREADABLE = frozenset({sqlcipher.SQLITE_NOTADB, sqlcipher.SQLITE_CORRUPT})
_BUSY = frozenset({sqlcipher.SQLITE_BUSY, sqlcipher.SQLITE_LOCKED})
_DISK = frozenset({sqlcipher.SQLITE_IOERR, sqlcipher.SQLITE_CANTOPEN, sqlcipher.SQLITE_READONLY})
_SHORT_READ = sqlcipher.SQLITE_IOERR | 2 << 8
_READER_SECONDS = 0.5
_SOME_PAGES = 64 * 1024  # less than this free is full: SQLite reports some shortages as mere I/O errors


def files_of(path: Path) -> tuple[Path, ...]:
    """Every file that belongs to a database, there or not."""
    suffixes = ("", "-wal", "-shm", "-journal", keycheck.SUFFIX, keycheck.SUFFIX + ".new")
    return tuple(path.with_name(path.name + suffix) for suffix in suffixes)


def _has_log(path: Path) -> bool:
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def set_aside(path: Path) -> None:
    """Renames the files of a damaged database to the first free `<name>.damaged-<n>`. Raises DiskError."""
    numbers = (n for n in itertools.count(1) if not _aside(path, n).exists())
    number = next(numbers)
    try:
        for file in files_of(path):
            if file.exists():
                file.rename(_aside(file, number))
        sync_folder(path.parent)
    except OSError as error:
        raise disk_error(path, error) from error


def _aside(path: Path, number: int) -> Path:
    return path.with_name(f"{path.name}.damaged-{number}")


class Store:
    """A database file. May be used from any thread; each transaction has a connection of its own.

    Readers see one snapshot and wait for nobody; writers wait for each other, also across processes.
    """

    def __init__(self, path: Path, key: bytes, *, newest: int, may_be_missing: bool) -> None:
        """Opens, or makes an empty file. `newest` is the highest schema number this program knows.

        Raises WrongKeyError, DamagedError, NewerSchemaError, DiskError, BusyError, SettingsError; the file is
        then as it was. `may_be_missing`: a file that has gone is simply made again.
        """
        cipher.raw_key(key)
        self.path = path
        self._key = key
        self.found_log = _has_log(path)  # whoever had it last didn't close it, or has it open now
        self._watch: sqlcipher.Connection | None = None
        self._watching = threading.Lock()
        with self._typed_errors():
            private_folder(path.parent)
            self._refuse_remains(may_be_missing)
            self._refuse_newer(newest)
            self._engine = self._new_engine()
        try:
            with self.read():
                pass
        except StoreError:
            self._engine.dispose()
            raise

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One snapshot."""
        with self._typed_errors(), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction, the only writer of all processes. Committed, and on the medium, when it ends."""
        with self._typed_errors(), self._engine.connect() as connection:
            writer = connection.execution_options(**{_IMMEDIATE: True})
            with writer.begin():
                yield writer

    @contextmanager
    def write_beside(self, other: Path, name: str) -> Iterator[Connection]:
        """One write transaction in which another database of the same key can be read under `name`."""
        with self._typed_errors(), self._engine.connect() as connection:
            driver = connection.connection.driver_connection
            assert isinstance(driver, sqlcipher.Connection)
            driver.execute(f"ATTACH DATABASE ? AS {name} KEY ?", (str(other), cipher.raw_key(self._key)))
            try:
                writer = connection.execution_options(**{_IMMEDIATE: True})
                with writer.begin():
                    yield writer
            finally:
                driver.execute(f"DETACH DATABASE {name}")

    def version(self) -> int:
        """The schema's number; 0 for an empty file."""
        with self.read() as connection:
            return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())

    def vouch(self) -> None:
        """Notes beside the file that its key is the right one; called once the schema is there."""
        keycheck.vouch(self.path, self._key)

    def data_version(self) -> int:
        """A number that changes when anything was committed, by this process or another."""
        with self._typed_errors(), self._watching:
            if self._watch is None:
                self._watch = cipher.connect(self.path, self._key)
            return int(self._watch.execute("PRAGMA data_version").fetchone()[0])

    def check(self) -> None:
        """Reads the whole file. Raises DamagedError. Each of the two checks misses what the other finds."""
        self.checkpoint()
        with self.outside_transaction() as connection:
            problems = connection.execute("PRAGMA cipher_integrity_check").fetchall()
            problems += [row for row in connection.execute("PRAGMA integrity_check(1)") if row != ("ok",)]
        if problems:
            raise DamagedError(self.path, f"{len(problems)} of its pages can not be read")

    def checkpoint(self) -> bool:
        """Moves the WAL into the file and empties it. False when somebody is still reading the WAL."""
        with self.outside_transaction() as connection:
            connection.set_busy_timeout(_READER_SECONDS)
            try:
                busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            finally:
                connection.set_busy_timeout(cipher.BUSY_SECONDS)
            return not busy

    def rewrite(self) -> bool:
        """Writes the file anew from what is live, so that it shrinks and holds no byte of what was deleted.

        Deleting alone does not do that: SQLite keeps copies of cells it has moved in the gaps of its pages,
        also with secure_delete. False when a reader elsewhere keeps the old pages: they go the next time.
        """
        with self.outside_transaction() as connection:
            connection.execute("VACUUM")
        return self.checkpoint()

    def copy_to(self, path: Path) -> None:
        """A copy of the committed state under the same key, in a file that must not exist."""
        with self.outside_transaction() as connection:
            connection.execute("ATTACH DATABASE ? AS copied KEY ?", (str(path), cipher.raw_key(self._key)))
            try:
                connection.execute("SELECT sqlcipher_export('copied')").fetchall()
                number = connection.execute("PRAGMA main.user_version").fetchone()[0]
                connection.execute(f"PRAGMA copied.user_version={number}")
            finally:
                connection.execute("DETACH DATABASE copied")

    def close(self) -> None:
        """Ends every connection. The last process to do so empties the WAL into the file."""
        with self._watching:
            if self._watch is not None:
                self._watch.close()
                self._watch = None
        self._engine.dispose()

    @contextmanager
    def outside_transaction(self) -> Iterator[sqlcipher.Connection]:
        """A connection for what SQLite does only outside a transaction."""
        with self._typed_errors():
            pooled = self._engine.raw_connection()
            try:
                connection = pooled.driver_connection
                assert isinstance(connection, sqlcipher.Connection)
                yield connection
            finally:
                pooled.close()

    def _new_engine(self) -> Engine:
        engine = create_engine(
            "sqlite://",
            module=sqlcipher,
            creator=lambda: cipher.connect(self.path, self._key),
            poolclass=QueuePool,
            pool_size=2,
            max_overflow=14,
            hide_parameters=True,  # no value of a row in an error's text
        )
        event.listen(engine, "begin", _begin)
        return engine

    def _refuse_remains(self, may_be_missing: bool) -> None:
        """SQLite would take a file that was emptied, or removed, for a new database."""
        if not keycheck.was_made(self.path):
            return
        if not self.path.exists():
            if not may_be_missing:
                raise DamagedError(self.path, "the file has gone")
        elif self.path.stat().st_size < cipher.SMALLEST_FILE:
            raise DamagedError(self.path, "the file was emptied")

    def _refuse_newer(self, newest: int) -> None:
        if not self.path.exists() or self.path.stat().st_size < cipher.SMALLEST_FILE:
            return
        found = cipher.probe(self.path, self._key)
        if found > newest:
            raise NewerSchemaError(self.path, found, newest)

    @contextmanager
    def _typed_errors(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            typed = self._typed(error.orig)
            if typed is None:
                raise
            raise typed from error
        except sqlcipher.Error as error:
            typed = self._typed(error)
            if typed is None:
                raise
            raise typed from error
        except OSError as error:
            raise disk_error(self.path, error) from error

    def _typed(self, error: Any) -> StoreError | None:
        code = getattr(error, "sqlite_errorcode", sqlcipher.SQLITE_OK)
        primary = code & 0xFF
        if primary in _UNREADABLE or code == _SHORT_READ:
            return keycheck.unreadable(self.path, self._key, "a part of it can not be read")
        if primary in _BUSY:
            return BusyError(self.path)
        if primary == sqlcipher.SQLITE_FULL or (primary in _DISK and self._no_space()):
            return DiskFullError(self.path)
        if primary in _DISK:
            return DiskError(self.path, "it can not be read or written")
        return None

    def _no_space(self) -> bool:
        if not hasattr(os, "statvfs"):
            return False
        free = os.statvfs(self.path.parent)
        return free.f_bavail * free.f_frsize < _SOME_PAGES


def _begin(connection: Connection) -> None:
    """The driver begins nothing by itself. A reader that became a writer would be told "busy" at once."""
    immediate = connection.get_execution_options().get(_IMMEDIATE, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
