"""Opening an encrypted database: raw key, every setting set and read back, a mismatch refuses to run."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

import sqlcipher3.dbapi2 as sqlcipher

from sync.replica.durable import PRIVATE
from sync.replica.errors import SettingsError, UnsafeSqliteError

KEY_BYTES = 32
OLDEST_SQLITE = (3, 51, 3)  # before it, resetting the WAL could lose a committed transaction
BUSY_SECONDS = 15.0
SMALLEST_FILE = 512  # SQLite takes anything shorter for an empty database

# Name, value as it is set, value as it is read back.
SETTINGS: tuple[tuple[str, str, str], ...] = (
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", "2"),
    ("temp_store", "MEMORY", "2"),
    ("secure_delete", "ON", "1"),
    ("cell_size_check", "ON", "1"),
    ("foreign_keys", "ON", "1"),
    ("trusted_schema", "OFF", "0"),
    ("mmap_size", "0", "0"),
)
_ALSO: tuple[tuple[str, str], ...] = (("cipher_log_level", "NONE"), ("cipher_status", "1"))


def connect(path: Path, key: bytes) -> sqlcipher.Connection:
    """A connection with every setting in place. Raises SettingsError, and sqlcipher's errors as they are."""
    _make_private(path)
    connection = _keyed(str(path), key, uri=False)
    try:
        for name, value, read_back in SETTINGS:
            # Those that live in the file are set once: setting them again would take the write lock.
            if _read(connection, name) != read_back:
                connection.execute(f"PRAGMA {name}={value}").fetchall()
        _read_back(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def probe(path: Path, key: bytes) -> int:
    """The schema's number (`user_version`), read without changing the file. Raises sqlcipher's errors."""
    connection = _keyed(f"file:{quote(str(path))}?mode=ro", key, uri=True)
    try:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])
    finally:
        connection.close()


def raw_key(key: bytes) -> str:
    """The key as SQLCipher takes it as it is. A shorter text would be taken for a passphrase."""
    if len(key) != KEY_BYTES:
        raise ValueError(f"a database key is exactly {KEY_BYTES} bytes")
    return f"x'{key.hex()}'"


def _keyed(database: str, key: bytes, *, uri: bool) -> sqlcipher.Connection:
    if sqlcipher.sqlite_version_info < OLDEST_SQLITE:
        raise UnsafeSqliteError(f"SQLite {sqlcipher.sqlite_version} is not safe to keep work in")
    key_text = raw_key(key)
    # Pooled connections go from thread to thread, never used by two at a time; SQLite is built for that.
    connection = sqlcipher.connect(
        database, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False, uri=uri
    )
    try:
        connection.execute("PRAGMA cipher_log_level=NONE").fetchall()  # it would write to stderr
        connection.execute(f'PRAGMA key="{key_text}"').fetchall()
        if not connection.execute("PRAGMA cipher_version").fetchall():
            raise UnsafeSqliteError("this SQLite can not encrypt")
    except BaseException:
        connection.close()
        raise
    return connection


def _read_back(connection: sqlcipher.Connection) -> None:
    wanted = [(name, value) for name, _, value in SETTINGS]
    for name, value in (*wanted, *_ALSO):
        found = _read(connection, name)
        if found != value:
            raise SettingsError(name, value, found)


def _read(connection: sqlcipher.Connection, name: str) -> str:
    rows = connection.execute(f"PRAGMA {name}").fetchall()
    return str(rows[0][0]) if rows else ""


def _make_private(path: Path) -> None:
    """For the owner alone, whatever the umask is. SQLite gives WAL and index the mode of the database."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE))
    except FileExistsError:
        if path.stat().st_mode & 0o077:
            path.chmod(PRIVATE)
