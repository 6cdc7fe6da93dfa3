"""Files that a crash or a power cut can not tear: written, fsynced, renamed, and the folder fsynced."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

from sync.replica.errors import DiskError, DiskFullError

PRIVATE = 0o600
_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def private_folder(folder: Path) -> None:
    """Makes the folder for its owner alone, if it isn't there; its name is then on the medium."""
    if not folder.is_dir():
        private_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
        sync_folder(folder.parent)


def write_new(path: Path, data: bytes) -> None:
    """A new file, on the medium when this returns. Raises OSError, and then leaves nothing behind."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), PRIVATE)
    try:
        _write_all(file, data)
        _sync(file)
    except OSError:
        os.close(file)
        path.unlink(missing_ok=True)
        raise
    os.close(file)


def replace_file(path: Path, data: bytes) -> None:
    """The file with this content, or as it was: never something between. Raises OSError."""
    temp = path.with_name(path.name + ".new")
    temp.unlink(missing_ok=True)
    write_new(temp, data)
    os.replace(temp, path)
    sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """Content is on the medium when this returns. Raises OSError."""
    file = os.open(path, os.O_RDWR)
    try:
        _sync(file)
    finally:
        os.close(file)


def sync_folder(folder: Path) -> None:
    """Names are on the medium when this returns. Raises OSError."""
    if sys.platform == "win32":  # a folder can not be opened there; NTFS journals the rename
        return
    file = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def disk_error(path: Path, error: OSError) -> DiskError:
    """The typed error for what the operating system said."""
    if error.errno in _NO_SPACE:
        return DiskFullError(path)
    return DiskError(path, error.strerror or "input/output error")


def _write_all(file: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(file, view) :]


def _sync(file: int) -> None:
    if sys.platform == "darwin":
        # fsync(2) on macOS leaves data in the drive's cache; F_FULLFSYNC empties it.
        import fcntl

        fcntl.fcntl(file, fcntl.F_FULLFSYNC)
    else:
        os.fsync(file)
