"""The guard against a mass leave: more than half of all cases going at once needs a second sync to confirm.

A mistake at the server (a wrong office, a lost table) would otherwise empty every laptop within minutes.
"""

from __future__ import annotations

from sync.engine.ports import ReplicaPort
from sync.protocol.messages import Entries

AT_LEAST = 10  # fewer cases than this are brought again in a moment
_KEY = "mass_leave:"


class MassLeaveGuard:
    """Decides, for one exchange, whether a feed's frames may be applied."""

    def __init__(self, replica: ReplicaPort) -> None:
        self._replica = replica
        self._allowed: set[str] = set()
        self.skipped: frozenset[str] = frozenset()
        self.leaving = 0

    def stops(self, entries: Entries) -> bool:
        """True when this frame must wait for the next sync. Remembers that it was seen once."""
        feed = entries.feed
        if feed in self.skipped:
            return True
        if feed in self._allowed or not self._is_mass(entries):
            return False
        seen = str(entries.start.number)
        if self._replica.recall(_KEY + feed) == seen:
            self._allowed.add(feed)
            return False
        self._replica.remember(_KEY + feed, seen)
        self.skipped |= {feed}
        self.leaving = entries.leaving
        return True

    def _is_mass(self, entries: Entries) -> bool:
        return entries.leaving >= AT_LEAST and 2 * entries.leaving > self._replica.case_count()
