"""How far a running sync is, and how long it will still take: only when that can be told honestly."""

from __future__ import annotations

from dataclasses import dataclass

LEAST_SECONDS = 3.0
LEAST_SHARE = 0.05


@dataclass(frozen=True, slots=True)
class Transfer:
    """`done` of `total` objects, bytes so far; `seconds_left` None while nobody can know."""

    done: int
    total: int
    bytes_down: int
    seconds_left: float | None


class TransferMeter:
    """Fed with each step of one sync. Progress never goes back and never passes all of it."""

    def __init__(self) -> None:
        self._began: float | None = None
        self._first = 0
        self._share = 0.0

    def step(self, received: int, left: int, bytes_down: int, now: float) -> Transfer:
        """One report of the engine at a moment of a steady clock, in seconds."""
        if self._began is None:
            self._began, self._first = now, received
        total = received + left
        share = received / total if total else 1.0
        self._share = max(self._share, share)
        return Transfer(min(round(self._share * total), total), total, bytes_down, self._left(now))

    def _left(self, now: float) -> float | None:
        assert self._began is not None
        spent = now - self._began
        if spent < LEAST_SECONDS or self._share < LEAST_SHARE:
            return None
        return spent * (1 - self._share) / self._share
