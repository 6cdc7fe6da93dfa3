"""A small file beside a database that tells a wrong key from a damaged file.

SQLCipher says "file is not a database" for both, and takes an emptied file for a new one. The file holds a
keyed hash of a constant: it proves that a key is the right one and says nothing about it. It is written once
the database has been made, so where it is, there was a database.
"""

from __future__ import annotations

import hmac
from hashlib import blake2b
from pathlib import Path

from sync.replica.durable import disk_error, replace_file
from sync.replica.errors import DamagedError, WrongKeyError

SUFFIX = ".key-check"
_BYTES = 16


def check_path(path: Path) -> Path:
    """Where the key check of a database is."""
    return path.with_name(path.name + SUFFIX)


def vouch(path: Path, key: bytes) -> None:
    """Notes that this key opens this database. Writes only when that isn't noted yet. Raises DiskError."""
    if _noted(path) == _value(path, key):
        return
    try:
        replace_file(check_path(path), _value(path, key))
    except OSError as error:
        raise disk_error(path, error) from error


def was_made(path: Path) -> bool:
    """True when a database was here once."""
    return check_path(path).exists()


def unreadable(path: Path, key: bytes, detail: str) -> WrongKeyError | DamagedError:
    """What is wrong with a database that SQLCipher can not read with this key."""
    noted = _noted(path)
    if noted is not None and len(noted) == _BYTES and not hmac.compare_digest(noted, _value(path, key)):
        return WrongKeyError(path)
    return DamagedError(path, detail)


def _noted(path: Path) -> bytes | None:
    try:
        return check_path(path).read_bytes()
    except FileNotFoundError:
        return None


def _value(path: Path, key: bytes) -> bytes:
    return blake2b(b"erap key check 1 " + path.name.encode(), key=key, digest_size=_BYTES).digest()
