"""Agreement with the server: digests, and the ladder of repair with its breaker.

First the objects that differ are fetched; at most three repairs a day; then the replica is built anew; if
that doesn't help either, the sync stops trying and says so. The outbox is touched by none of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sync.engine.ports import ReplicaPort
from sync.protocol.messages import Head, Held

REPAIRS_A_DAY = 3
_KEY = "repairs"


def disagreeing(replica: ReplicaPort, head: Head, skipped: frozenset[str]) -> tuple[str, ...]:
    """Feeds whose membership here is not the server's, where both stand at the same number."""
    cursors = replica.cursors()
    wrong = []
    for feed, at in head.heads.items():
        cursor = cursors.get(feed)
        here = cursor is not None and cursor.complete and cursor.number == at.number
        if here and feed not in skipped and replica.digest(feed) != at.digest:
            wrong.append(feed)
    return tuple(wrong)


class Breaker:
    """Counts the repairs of a day: three, then one rebuild, then none."""

    def __init__(self, replica: ReplicaPort, now: datetime) -> None:
        self._replica = replica
        self._today = f"{now:%Y-%m-%d}"

    def _used(self) -> int:
        day, _, count = (self._replica.recall(_KEY) or "").partition(" ")
        return int(count) if day == self._today else 0

    def next_step(self) -> str:
        """`repair`, `rebuild` or `stop`; each call counts."""
        used = self._used() + 1
        step = "repair" if used <= REPAIRS_A_DAY else "rebuild" if used == REPAIRS_A_DAY + 1 else "stop"
        if step == "rebuild":
            self._replica.start_over()
        if step != "stop":
            self._replica.remember(_KEY, f"{self._today} {used}")
        return step


def inventory(
    replica: ReplicaPort, feeds: tuple[str, ...], gaps: Mapping[str, tuple[Held, ...]]
) -> dict[str, tuple[Held, ...]]:
    """What is held of the feeds to repair; an object with a gap is listed as not held."""
    found = {}
    for feed in sorted({*feeds, *gaps}):
        missing = {(one.kind, one.id) for one in gaps.get(feed, ())}
        found[feed] = tuple(one for one in replica.held(feed) if (one.kind, one.id) not in missing)
    return found
