"""How long a laptop may go on without having met the server.

A lease only locks. No state here destroys anything: `sealed` means that this laptop opens again after it has
met the server (its outbox still leaves, that needs no key) or with the recovery key. A wipe comes only as a
signed order, never from a clock.
"""

from datetime import datetime, timedelta
from itertools import pairwise
from typing import Final, Literal

LeaseState = Literal["active", "warn", "read-only", "locked", "sealed"]
LeaseDays = tuple[int, int, int, int]

STATES: Final[tuple[LeaseState, ...]] = ("active", "warn", "read-only", "locked", "sealed")

STANDARD_DAYS: Final[LeaseDays] = (3, 10, 14, 30)
"""Days after the last contact: warn, read-only, locked, sealed. The administrator sets others within signed
bounds; these are the project's own choice (three days cover a weekend, thirty a long leave)."""


def highest_seen(seen: datetime | None, now: datetime) -> datetime:
    """The latest time this laptop's clock has ever shown. Stored by the caller; after a contact it starts
    again from the server's time, which is how a clock that once ran ahead is forgiven."""
    _demand_zone(now)
    return now if seen is None else max(seen, now)


def lease_state(
    last_contact: datetime,
    now: datetime,
    days: LeaseDays = STANDARD_DAYS,
    *,
    highest: datetime | None = None,
) -> LeaseState:
    """The state of the lease at `now`; a boundary belongs to the stricter state.

    `last_contact` is the server's time of it, `highest` what `highest_seen` gave so far. All times carry a
    zone (ValueError otherwise). A clock set forward may lock; one set back never extends, because the highest
    time seen counts. `days` must be positive and rising (ValueError otherwise).
    """
    _demand_zone(last_contact)
    if days[0] <= 0 or any(later <= earlier for earlier, later in pairwise(days)):
        raise ValueError(f"lease days must be positive and rising: {days}")
    gone = highest_seen(highest, now) - last_contact
    return STATES[sum(gone >= timedelta(days=limit) for limit in days)]


def _demand_zone(moment: datetime) -> None:
    if moment.tzinfo is None:
        raise ValueError("a time without a zone cannot be compared")
