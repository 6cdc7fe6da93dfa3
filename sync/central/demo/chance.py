"""Chance from a seed: the same seed draws the same cases on every machine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from random import Random
from typing import TypeVar
from uuid import UUID

from sync.casework.values import uuid7

_Thing = TypeVar("_Thing")


class Chance:
    """Draws from one seeded stream; the order of the draws is part of the result."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)

    def whole(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return self._random.randint(low, high)

    def between(self, low: float, high: float) -> float:
        return self._random.uniform(low, high)

    def happens(self, probability: float) -> bool:
        return self._random.random() < probability

    def pick(self, things: Sequence[_Thing]) -> _Thing:
        return things[self._random.randrange(len(things))]

    def weighted(self, weights: Mapping[_Thing, float]) -> _Thing:
        return self._random.choices(list(weights), weights=list(weights.values()))[0]

    def sample(self, things: Sequence[_Thing], count: int) -> list[_Thing]:
        return self._random.sample(things, min(count, len(things)))

    def shuffled(self, things: Sequence[_Thing]) -> list[_Thing]:
        return self._random.sample(things, len(things))

    def shares(self, count: int) -> list[float]:
        """Positive parts that add up to one, none of them tiny."""
        raw = [self._random.uniform(1, 3) for _ in range(count)]
        return [part / sum(raw) for part in raw]

    def moment(self, day: date) -> datetime:
        """A time of an office day in New Mexico, in UTC, to the second."""
        clock = time(self._random.randint(15, 22), self._random.randrange(60), self._random.randrange(60))
        return datetime.combine(day, clock, UTC)

    def id(self, day: date) -> UUID:
        """An identifier made on that day."""
        made = int(self.moment(day).timestamp() * 1000) + self._random.randrange(1000)
        return uuid7(made, self._random.randbytes(10))
