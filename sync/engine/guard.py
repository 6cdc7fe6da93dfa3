"""The guard against a mass leave: where more than half of all cases left at once, removing them is confirmed.

A mistake at the server (a wrong office, a lost table) would otherwise empty every laptop within minutes. The
cases have left the feed, so digests agree and they can only be read; but their bytes stay until a later sync
finds that the server still means it, and a person who was told started that sync, or it comes a day later.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sync.engine.ports import ReplicaPort

AT_LEAST = 10  # fewer cases than this are brought again in a moment
A_DAY = timedelta(days=1)  # by the server's clock: long enough for an office to notice a mistake
_KEY = "mass_leave"  # how many had left when it was first seen, and the server's time then


def confirmed(replica: ReplicaPort, leaving: int, server_time: datetime | None, *, by_hand: bool) -> bool:
    """Whether the cases that have left may be removed. `server_time` is None when no answer came.

    `by_hand`: a person started this sync and had been told. A mass leave seen for the first time, or that has
    grown since, is never confirmed by the sync that sees it.
    """
    if leaving < AT_LEAST or leaving <= replica.case_count():
        if replica.recall(_KEY):
            replica.remember(_KEY, "")
        return True
    if server_time is None:
        return False
    seen, _, since = (replica.recall(_KEY) or "0 ").partition(" ")
    if int(seen) < leaving:
        replica.remember(_KEY, f"{leaving} {server_time.isoformat()}")
        return False
    return by_hand or server_time - datetime.fromisoformat(since) >= A_DAY
