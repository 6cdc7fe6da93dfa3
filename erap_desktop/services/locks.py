"""One sync, one window at a time per profile: a lock the operating system drops when the process ends."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from erap_desktop.services.errors import ServiceError


class AlreadyRunningError(ServiceError):
    """Another process holds the lock."""


@contextmanager
def held(path: Path, what: str) -> Iterator[int]:
    """Holds the lock file; yields its descriptor. Raises AlreadyRunningError at once when it is taken."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if not _take(descriptor):
            raise AlreadyRunningError(
                f"{what} of this profile is already running; nothing was changed. Wait for it to end."
            )
        yield descriptor
    finally:
        os.close(descriptor)


def _take(descriptor: int) -> bool:
    if os.name == "nt":
        import msvcrt

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
