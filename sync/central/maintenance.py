"""What the server does by itself, about once an hour: feeds compacted, whole cases nobody keeps taken back.

Digests are counted anew after each start, which also follows an end that nobody wanted, and once a week. Any
number of processes may do it at once: each step changes only what still has to be changed.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from sync.central.feed.compact import compact
from sync.central.feed.recount import recount
from sync.central.scopes import watching
from sync.central.service import Central

_log = logging.getLogger(__name__)
EVERY_SECONDS = 3600.0
FIRST_AFTER_SECONDS = 10.0  # laptops that waited for the server come first
RECOUNT_EVERY = timedelta(days=7)


class Maintenance:
    """One process's share of it."""

    def __init__(self, central: Central) -> None:
        self._central = central
        self._recounted: datetime | None = None

    def run(self) -> None:
        """Everything that is due, once."""
        central, now = self._central, self._central.clock()
        central.change(lambda c, changes: changes.extend(watching.expire(c, central.agency, now)))
        compact(central.database, central.agency)
        if self._recounted is None or now - self._recounted >= RECOUNT_EVERY:
            self._recount(now)

    def _recount(self, now: datetime) -> None:
        found = recount(self._central.database, self._central.agency)
        self._recounted = now
        if not found.ok:
            feeds = ", ".join(found.mended) or "none"
            _log.error("digests put right: %s; members of another version: %d", feeds, found.outdated)
