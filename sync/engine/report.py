"""What a sync did, for the screen and for scripts, and its progress while it runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sync.casework.verdict import Verdict
from sync.protocol.messages import StoredVerdict


@dataclass
class SyncReport:
    """Counts of one sync. `online` is false when the server wasn't reached or its answer broke off.

    `refused` is the code of a refusal (`fork`: another copy of this laptop has been here); `why` says in
    one plain sentence what went wrong; `portal`: somebody else answered in the server's place.
    `server_time` is that of the last answer. `mass_leave`: so many cases have left, and wait for somebody to
    confirm it before they are removed.
    `durable_through`: up to this number the server has our commands in a backup.
    `stopped`: both ends disagree and nothing that may be tried today is left.
    `too_large`: the oldest command alone is more than somebody on the way lets pass; it stays here.
    """

    online: bool = False
    why: str = ""
    portal: bool = False
    refused: str = ""
    retry_after: int | None = None
    server_time: datetime | None = None
    durable_through: int = 0
    sent: int = 0
    accepted: int = 0
    contested: int = 0
    held: int = 0
    rejected: int = 0
    withdrawn: int = 0
    round_trips: int = 0
    bytes_up: int = 0
    bytes_down: int = 0
    digest_ok: bool = True
    mass_leave: int = 0
    repairs: int = 0
    stopped: bool = False
    too_large: bool = False
    arrived: set[UUID] = field(default_factory=set)
    removed_cases: set[UUID] = field(default_factory=set)

    @property
    def received(self) -> int:
        """Cases that came or changed."""
        return len(self.arrived)

    @property
    def removed(self) -> int:
        """Cases that left this laptop."""
        return len(self.removed_cases)

    @property
    def changed(self) -> bool:
        """True when the stores are not what they were."""
        return bool(self.received or self.removed or self.sent)

    def count(self, verdict: StoredVerdict) -> None:
        """A verdict that is news."""
        name = Verdict(verdict.verdict).value if verdict.verdict in set(Verdict) else "held"
        setattr(self, name, getattr(self, name) + 1)


class Progress(NamedTuple):
    """How far a sync is: objects received, objects still to come in this feed, bytes so far."""

    received: int
    left: int
    bytes_down: int


Observer = Callable[[Progress], None]
