"""Agreement with the server: digests, and the ladder of repair with its breaker.

First the objects that differ are fetched; at most three repairs a day; then a new copy is filled beside the
one that is read; if that doesn't help either, the sync stops trying and says so. What waits goes out all the
same.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import Enum, auto

from sync.engine.ports import ReplicaPort
from sync.protocol.messages import Cursor, Head, Held

REPAIRS_A_DAY = 3
RECOUNT_EVERY = timedelta(days=7)
_RECOUNTED = "recounted"  # when, by the laptop's clock: it paces this and decides nothing
_KEY = "repairs"  # the day, how many were used of it, whether a new copy was made since both ends agreed


class Step(Enum):
    """The rungs of the ladder."""

    REPAIR = auto()
    REBUILD = auto()
    STOP = auto()


def recount_when_due(replica: ReplicaPort, now: datetime) -> None:
    """Weekly, and after an end that nobody wanted, digests are counted anew from what is held."""
    last = replica.recall(_RECOUNTED)
    fresh = last is not None and timedelta(0) <= now - datetime.fromisoformat(last) < RECOUNT_EVERY
    if replica.ended_badly() or not fresh:
        for feed in replica.cursors():
            replica.recount(feed)
        replica.remember(_RECOUNTED, now.isoformat())


def disagreeing(replica: ReplicaPort, head: Head) -> tuple[str, ...]:
    """Feeds whose membership here is not the server's, where both stand at the same number."""
    cursors = replica.cursors()
    wrong = []
    for feed, at in head.heads.items():
        cursor = cursors.get(feed)
        here = cursor is not None and cursor.complete and cursor.number == at.number
        if here and replica.digest(feed) != at.digest:
            wrong.append(feed)
    return tuple(wrong)


class Breaker:
    """Counts repairs: three a day; then one new copy, until both ends have agreed again; then none."""

    def __init__(self, replica: ReplicaPort, now: datetime) -> None:
        self._replica = replica
        self._today = f"{now:%Y-%m-%d}"

    def next_step(self) -> Step:
        """What to try next; each call counts."""
        used, rebuilt = self._used()
        if used < REPAIRS_A_DAY:
            self._note(used + 1, rebuilt)
            return Step.REPAIR
        if not rebuilt and self._replica.start_beside():
            self._note(used, rebuilt=True)
            return Step.REBUILD
        return Step.STOP

    def agreed(self) -> None:
        """Both ends agree: another new copy may be made when they don't. Writes only what is news."""
        used, rebuilt = self._used()
        if rebuilt:
            self._note(used, rebuilt=False)

    def _used(self) -> tuple[int, bool]:
        day, count, rebuilt = (self._replica.recall(_KEY) or "- 0 0").split(" ")
        return int(count) if day == self._today else 0, rebuilt == "1"

    def _note(self, used: int, rebuilt: bool) -> None:
        self._replica.remember(_KEY, f"{self._today} {used} {int(rebuilt)}")


def stands_at(replica: ReplicaPort, head: Head) -> bool:
    """True when every feed is held up to where it ends."""
    cursors = replica.cursors()
    return all(cursors.get(feed, Cursor()) == Cursor(at.number) for feed, at in head.heads.items())


def inventory(
    replica: ReplicaPort, feeds: tuple[str, ...], gaps: Mapping[str, tuple[Held, ...]]
) -> dict[str, tuple[Held, ...]]:
    """What is held of the feeds to repair; an object with a gap is listed as not held."""
    found = {}
    for feed in sorted({*feeds, *gaps}):
        missing = {(one.kind, one.id) for one in gaps.get(feed, ())}
        found[feed] = tuple(one for one in replica.held(feed) if (one.kind, one.id) not in missing)
    return found
