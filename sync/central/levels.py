"""How hard an answer is compressed: by the laptop's line, and by how busy this process is.

Measured on the 500 cases of a first sync in columns (see decision 14): level 9 is within 1 % of levels 12 and
15 at a fraction of their time; 19 takes 4 % off for 0.4 s of a core, which only a thin line gives back.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from sync.protocol.frames import DEFAULT_LEVEL

HARD, LIGHT = 19, 3
THIN_LINE = 48 * 1024  # bytes a second: 15 KB less take longer than the time they cost
CROWD = 4  # answers at once in one process, from which on processor time is scarcer than the line


class Answering:
    """Counts the answers that this process is giving."""

    def __init__(self) -> None:
        self._lock = Lock()
        self.count = 0

    @contextmanager
    def one(self) -> Iterator[None]:
        """Counts one answer while it is given."""
        with self._lock:
            self.count += 1
        try:
            yield
        finally:
            with self._lock:
                self.count -= 1

    def level(self, budget: int | None, *, first: bool) -> int:
        """zstd's level for an answer; `budget`: bytes that the line carries in about a second, if known."""
        if self.count > CROWD:
            return LIGHT
        thin = budget is not None and budget <= THIN_LINE
        return HARD if first and thin else DEFAULT_LEVEL
