"""One at a time: the window and a command line share a profile folder and must not guess or write at once."""

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from erap_desktop.vault.errors import VaultBusy

PATIENCE: Final = 10.0
"""Seconds. An unlock holds the turn for well under one, with a silent keychain for three."""

_STEP: Final = 0.05


@contextlib.contextmanager
def hold(path: Path, pause: Callable[[float], None]) -> Iterator[None]:
    """Hold the file lock on `path`; the operating system gives it back if the holder dies.

    Raises `VaultBusy` after `PATIENCE`. Where the file cannot be made or the file system knows no locks (a
    full disk, some network drives) it goes on without: nobody is locked out for that, and a write is one
    rename anyway.
    """
    try:
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        yield
        return
    try:
        _wait(file, pause)
        yield
    finally:
        os.close(file)  # gives the lock back


def _wait(file: int, pause: Callable[[float], None]) -> None:
    waited = 0.0
    while not _taken(file):
        if waited >= PATIENCE:
            raise VaultBusy
        pause(_STEP)
        waited += _STEP


if sys.platform == "win32":
    import msvcrt

    def _taken(file: int) -> bool:
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        except OSError:
            return True
        return True

else:
    import fcntl

    def _taken(file: int) -> bool:
        """True when the lock is ours, or there are no locks here."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True
