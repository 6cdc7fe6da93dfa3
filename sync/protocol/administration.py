"""Commands that are about no case, or about the log itself: configuration, parties, retries, a restore."""

from __future__ import annotations

from enum import StrEnum
from uuid import UUID

from sync.casework.understood import Bodies
from sync.casework.values import Record


class Order(Record, frozen=True):
    """Base of these bodies."""


class LinkParty(Order, frozen=True, tag="link-party.1"):
    """Says that two parties are one: `party` becomes an alias of `into`. A supervisor's."""

    party: UUID
    into: UUID


class Retry(Order, frozen=True, tag="retry.1"):
    """The server's own, after an upgrade: decides again what it had held as not understood."""

    device: int
    seq: int


class Metered(StrEnum):
    """What a laptop does by itself where bytes cost money: all as usual, send commands only, or nothing."""

    USUAL = "usual"
    COMMANDS = "commands"
    BY_HAND = "by_hand"


class Configure(Order, frozen=True, tag="configure.1"):
    """New sync settings for some laptops. `users` and `offices` name the audience; both empty: everyone.

    Fields left at None stay as they are on each laptop. `quiet_hours`: from and to, minutes of the local day.
    """

    users: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    poll_seconds: int | None = None
    scope_statuses: tuple[str, ...] | None = None
    max_document_bytes: int | None = None
    document_budget_bytes: int | None = None
    idle_lock_minutes: int | None = None
    lease_days: tuple[int, int, int, int] | None = None
    note: str = ""
    metered: str | None = None
    quiet_hours: tuple[int, int] | None = None


class ServerRestored(Order, frozen=True, tag="restored.1"):
    """The server's own: its store came from a backup, and epoch `epoch` follows `before`.

    `why`: `operator`; `witness` (a laptop brought a head of the audit that is lost: `lost_size` leaves, root
    `lost_root`); `receipt` (a laptop brought a verdict that is lost).
    """

    epoch: int
    before: int
    why: str
    lost_size: int = 0
    lost_root: bytes = b""


ORDERS: Bodies[Order] = Bodies((Configure, LinkParty, Retry, ServerRestored))

POLL_SECONDS = (15, 24 * 3600)
MAX_DOCUMENT_BYTES = (100_000, 100_000_000)
DOCUMENT_BUDGET_BYTES = (10_000_000, 100_000_000_000)
IDLE_LOCK_MINUTES = (1, 60)
LEASE_DAYS = (1, 60)
DAY_MINUTES = (0, 24 * 60 - 1)


def problem(settings: Configure) -> str:
    """Why these settings can't be used; '' when they can. Floors can not be lowered by anyone."""
    bounds = (
        ("poll_seconds", settings.poll_seconds, POLL_SECONDS),
        ("max_document_bytes", settings.max_document_bytes, MAX_DOCUMENT_BYTES),
        ("document_budget_bytes", settings.document_budget_bytes, DOCUMENT_BUDGET_BYTES),
        ("idle_lock_minutes", settings.idle_lock_minutes, IDLE_LOCK_MINUTES),
    )
    for name, value, (low, high) in bounds:
        if value is not None and not low <= value <= high:
            return f"{name} must be between {low} and {high}"
    if settings.metered is not None and settings.metered not in set(Metered):
        return f"metered must be one of {', '.join(Metered)}"
    if any(not DAY_MINUTES[0] <= one <= DAY_MINUTES[1] for one in settings.quiet_hours or ()):
        return f"quiet_hours must be minutes of a day, {DAY_MINUTES[0]} to {DAY_MINUTES[1]}"
    days = settings.lease_days
    if days is not None and not (LEASE_DAYS[0] <= days[0] < days[1] < days[2] < days[3] <= LEASE_DAYS[1]):
        return f"lease_days must rise and lie between {LEASE_DAYS[0]} and {LEASE_DAYS[1]}"
    return ""
