"""Settings for laptops as a form: what is to change, checked against the bounds nobody can lower."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from erap_desktop.services.fleet import Audience
from sync.protocol import administration as bounds
from sync.protocol.administration import Configure
from sync.protocol.messages import SyncConfiguration

POLL, SCOPE, DOCUMENT = "poll_seconds", "scope_statuses", "max_document_bytes"
BUDGET, IDLE, LEASE = "document_budget_bytes", "idle_lock_minutes", "lease_days"
METERED, QUIET = "metered", "quiet_hours"
EVERYONE = Audience()
FIELDS = (POLL, QUIET, METERED, SCOPE, DOCUMENT, BUDGET, IDLE, LEASE)
BOUNDS: dict[str, tuple[int, int]] = {
    POLL: bounds.POLL_SECONDS,
    DOCUMENT: bounds.MAX_DOCUMENT_BYTES,
    BUDGET: bounds.DOCUMENT_BUDGET_BYTES,
    IDLE: bounds.IDLE_LOCK_MINUTES,
    LEASE: bounds.LEASE_DAYS,
}


@dataclass(frozen=True)
class SettingsForm:
    """`values` holds only what is to change, by the name of the setting; the rest stays as it is."""

    values: dict[str, Any] = field(default_factory=dict)
    audience: Audience = EVERYONE
    note: str = ""

    def wrong(self) -> frozenset[str]:
        """The settings whose value is out of bounds."""
        return frozenset(name for name, value in self.values.items() if not _fits(name, value))

    @property
    def ready(self) -> bool:
        """Something is to change, and all of it may."""
        return bool(self.values) and not self.wrong()

    def settings(self) -> Configure:
        """The command's body."""
        return Configure(
            users=self.audience.users, offices=self.audience.offices, note=self.note, **self.values
        )


def standing(configuration: SyncConfiguration, name: str) -> Any:
    """The value of a setting as a laptop follows it now."""
    return getattr(configuration, name)


def _fits(name: str, value: Any) -> bool:
    if name in (SCOPE, METERED, QUIET):  # their editors give nothing else
        return True
    low, high = BOUNDS[name]
    if name == LEASE:
        rising = all(earlier < later for earlier, later in pairwise(value))
        return rising and low <= value[0] and value[-1] <= high
    return bool(low <= value <= high)
