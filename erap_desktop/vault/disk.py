"""The few things the vault asks of a file system, and a write that a crash cannot tear."""

import contextlib
import os
import sys
from pathlib import Path
from typing import Protocol


class Disk(Protocol):
    """One step each, so that a test can stop between any two of them. All raise OSError."""

    def read(self, path: Path, limit: int) -> bytes:
        """At most `limit` bytes."""
        ...

    def create(self, path: Path) -> int:
        """A descriptor of a new file that only its owner may read; the file must not exist."""
        ...

    def write(self, file: int, data: bytes) -> int:
        """How many bytes were taken, as os.write."""
        ...

    def sync(self, file: int) -> None:
        """Content is on the medium when this returns."""
        ...

    def close(self, file: int) -> None:
        """Give the descriptor back."""
        ...

    def replace(self, source: Path, target: Path) -> None:
        """Put `source` in the place of `target` in one step."""
        ...

    def sync_folder(self, folder: Path) -> None:
        """Names are on the medium when this returns."""
        ...

    def remove(self, path: Path) -> None:
        """Remove it if it is there."""
        ...


class LocalDisk:
    """The operating system's files. Modes are set here whatever the umask is."""

    def read(self, path: Path, limit: int) -> bytes:
        with path.open("rb") as file:
            return file.read(limit)

    def create(self, path: Path) -> int:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        return os.open(path, flags, 0o600)

    def write(self, file: int, data: bytes) -> int:
        return os.write(file, data)

    def sync(self, file: int) -> None:
        if sys.platform == "darwin":
            # fsync(2) on macOS leaves data in the drive's cache; F_FULLFSYNC empties it.
            import fcntl

            fcntl.fcntl(file, fcntl.F_FULLFSYNC)
        else:
            os.fsync(file)

    def close(self, file: int) -> None:
        os.close(file)

    def replace(self, source: Path, target: Path) -> None:
        os.replace(source, target)

    def sync_folder(self, folder: Path) -> None:
        if sys.platform == "win32":  # a folder cannot be opened there; NTFS journals the rename
            return
        file = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(file)
        finally:
            os.close(file)

    def remove(self, path: Path) -> None:
        path.unlink(missing_ok=True)


class NotConfirmed(OSError):  # noqa: N818 - the write did not fail
    """The new file is in its place, but the folder could not be synced: a power cut may bring the old one
    back."""


def put(disk: Disk, path: Path, data: bytes) -> None:
    """Write a file so that after a crash at any moment `path` is whole: either as it was or as it is now.

    Temp file, fsync, rename, fsync of the folder. OSError: nothing was changed. `NotConfirmed`: see there.
    """
    temp = temp_of(path)
    disk.remove(temp)
    try:
        _fill(disk, temp, data)
        disk.replace(temp, path)
    except OSError:
        with contextlib.suppress(OSError):  # the next write removes it, too
            disk.remove(temp)
        raise
    try:
        disk.sync_folder(path.parent)
    except OSError as failure:
        raise NotConfirmed(*failure.args) from failure


def temp_of(path: Path) -> Path:
    """Where `put` writes before the rename."""
    return path.with_name(path.name + ".tmp")


def _fill(disk: Disk, path: Path, data: bytes) -> None:
    file = disk.create(path)
    try:
        rest = data
        while rest:
            rest = rest[disk.write(file, rest) :]
        disk.sync(file)
    finally:
        disk.close(file)
