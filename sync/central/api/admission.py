"""How much is under way at once. What is beyond that is told when to come again, and costs nothing.

A county's laptops return together when its line comes back. Letting all of them in would make each wait for
all others, beyond every time-out, and then come again; so a bounded number is let in, and the others are
spread over the time that those before them need.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import ceil
from random import Random
from time import perf_counter
from typing import TypeVar, TypeVarTuple

import anyio
import anyio.to_thread

Ts = TypeVarTuple("Ts")
T = TypeVar("T")
ROOM = 8  # exchanges under way for each worker: enough that none is idle until the next laptop comes
LONGEST_SECONDS = 60


class BusyError(Exception):
    """No room. `retry_after` in seconds is when there may be."""

    def __init__(self, retry_after: int) -> None:
        super().__init__(f"come again in {retry_after} s")
        self.retry_after = retry_after


class Admission:
    """The worker threads of one process and the exchanges that wait for them. For the event loop alone."""

    def __init__(self, workers: int, random: Random | None = None) -> None:
        self._limiter = anyio.CapacityLimiter(workers)
        self._workers, self._random = workers, random or Random()
        self._under_way = 0
        self._outside = 0  # told to come again, and not yet back
        self._seconds = 0.05  # one exchange takes the whole process this long, as lately measured

    @contextmanager
    def admitted(self) -> Iterator[None]:
        """A place for a new exchange. Raises BusyError when all are taken."""
        if self._under_way >= ROOM * self._workers:
            self._outside += 1
            raise BusyError(self._retry_after())
        with self.under_way():
            yield
        self._outside = max(0, self._outside - 1)

    @contextmanager
    def under_way(self) -> Iterator[None]:
        """Counts what was admitted and goes on: an answer that is still being read."""
        self._under_way += 1
        try:
            yield
        finally:
            self._under_way -= 1

    async def work(self, function: Callable[[*Ts], T], *arguments: *Ts) -> T:
        """Runs a function in a worker's thread, in the order in which they were asked for."""

        def timed() -> T:
            begun = perf_counter()
            try:
                return function(*arguments)
            finally:
                taken = perf_counter() - begun
                self._seconds += 0.05 * (taken / self._workers - self._seconds)

        return await anyio.to_thread.run_sync(timed, limiter=self._limiter)

    def _retry_after(self) -> int:
        """Whole seconds, spread over the time needed for everybody who was sent away."""
        needed = ceil(self._outside * self._seconds)
        return min(LONGEST_SECONDS, self._random.randint(1, 1 + needed))
