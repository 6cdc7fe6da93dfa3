"""What the one sync mark of the window has to say, as plain facts.

The words are found in ``ui/shell/pill_words``.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from erap_desktop.models.rests import Rest


class PillKind(StrEnum):
    """The one thing that matters most about syncing now."""

    ALL_RECEIVED = "all-received"
    WAITING = "waiting"
    OFFLINE = "offline"
    SENDING = "sending"
    PAUSED = "paused"
    NEEDS_YOU = "needs-you"
    BUSY = "busy"
    UNSURE = "unsure"
    SIGN_IN = "sign-in"


@dataclass(frozen=True, slots=True)
class PillState:
    """State of the sync mark.

    ``waiting``: changes that are only on this laptop. ``since``: when it went offline, or when the oldest
    waiting change was made. ``checked``: last time the office answered. ``sent`` of ``total``: progress of
    a sending. ``needs``: things only a person can settle. ``retry_seconds``: until the next try by itself.
    ``connect_before``: when the oldest change must be sent. ``rest``: why nothing goes by
    itself. Moments are aware datetimes.
    """

    kind: PillKind
    waiting: int = 0
    since: datetime | None = None
    checked: datetime | None = None
    sent: int = 0
    total: int = 0
    needs: int = 0
    retry_seconds: int = 0
    connect_before: datetime | None = None
    rest: Rest = Rest.NONE

    def honest(self) -> "PillState":
        """The same facts under a name they bear out.

        "Everything is at the office" stands only when nothing waits and nothing needs a person; a count
        that says otherwise wins over the name.
        """
        if self.kind is PillKind.NEEDS_YOU and self.needs > 0:
            return self
        if self.kind not in (PillKind.ALL_RECEIVED, PillKind.WAITING, PillKind.NEEDS_YOU):
            return self
        if self.needs > 0 and not (self.kind is PillKind.WAITING and self.waiting > 0):
            return replace(self, kind=PillKind.NEEDS_YOU)
        return replace(self, kind=PillKind.WAITING if self.waiting > 0 else PillKind.ALL_RECEIVED)

    @property
    def count(self) -> int:
        """The number shown beside the words; 0 shows none."""
        return self.needs if self.kind is PillKind.NEEDS_YOU else self.waiting
