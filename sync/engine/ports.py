"""What the engine needs of the world. The replica and the transport fulfil it; tests may put faults between.

Every call is a point where a crash can happen, and the order of calls is part of the protocol: a verdict is
noted in the outbox first, then the replica commits a frame with its cursor, then the outbox is trimmed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from sync.protocol.errors import CursorMovedError as CursorMovedError
from sync.protocol.messages import CopyItem, Cursor, Entries, Held, StoredVerdict, Wanted


class Outgoing(Protocol):
    """One saved command on its way: its number and its bytes, which are never re-encoded."""

    @property
    def seq(self) -> int: ...
    @property
    def data(self) -> bytes: ...


class CopiesPort(Protocol):
    """The folder of sealed copies. No key is needed to list and to deliver them."""

    def copied_devices(self) -> Sequence[int]:
        """The numbers of the laptops whose copies are here: this one, and those it was before."""
        ...

    def copies_after(self, device: int, seq: int, max_items: int, max_bytes: int) -> Sequence[CopyItem]:
        """The first copies of a laptop after a number, in order, at least one if there is any."""
        ...

    def enrolments(self) -> Sequence[bytes]:
        """The server's own statements of who these laptops are."""
        ...


class OutboxPort(CopiesPort, Protocol):
    """The precious store: what the person did."""

    def device(self) -> int:
        """The number of this laptop."""
        ...

    def first_epoch(self) -> int:
        """The server's epoch when this laptop was enrolled; 0 where that isn't known."""
        ...

    def last_seq(self) -> int:
        """The highest number given to a command; 0 before the first."""
        ...

    def chain_before(self, seq: int) -> bytes:
        """The chain hash of the history before a number (16 bytes; zeros before 1)."""
        ...

    def unanswered(self, max_commands: int, max_bytes: int) -> Sequence[Outgoing]:
        """The first commands without a verdict, contiguous, at least one if there is any."""
        ...

    def answer(self, verdict: StoredVerdict) -> bool:
        """Notes a verdict or its disposition. Idempotent. True when it is news for this command."""
        ...

    def applied(self, case: UUID, seq: int) -> None:
        """The replica's base now contains this device's commands up to `seq`: their bytes may go."""
        ...

    def wishes(self, most: int) -> Mapping[UUID, Wanted]:
        """Cases of others that are wanted, or no longer, of which the server wasn't told."""
        ...

    def wishes_told(self, told: Mapping[UUID, Wanted]) -> None:
        """The server has these now. Writes nothing for none."""
        ...

    def waits(self, case: UUID) -> bool:
        """True while a command of this case has no verdict, or a draft is neither saved nor discarded."""
        ...

    def kept(self) -> tuple[UUID, ...]:
        """Cases of which content is still kept although every command of theirs is answered."""
        ...

    def forget(self, cases: tuple[UUID, ...]) -> None:
        """These have left and everything of them was answered: nothing of their content stays."""
        ...


class Listed(Protocol):
    """A case of the queue."""

    @property
    def whole(self) -> bool:
        """The case itself is here, not only its header."""
        ...


class Applied(Protocol):
    """What a frame did to the replica."""

    @property
    def applied(self) -> dict[UUID, int]:
        """Each case touched, with the last number of this device that it contains."""
        ...

    @property
    def gaps(self) -> tuple[Held, ...]:
        """Objects whose patches did not fit: they must be fetched whole."""
        ...


class ReplicaPort(Protocol):
    """The disposable store: what the server said."""

    def cursors(self) -> dict[str, Cursor]:
        """Where each feed stands; feeds never begun have an empty cursor."""
        ...

    def verdicts_in(self, entries: Entries) -> tuple[StoredVerdict, ...]:
        """The verdicts a frame of the device feed carries, without applying it."""
        ...

    def apply(self, entries: Entries) -> Applied:
        """One transaction: rows, search index, digest and cursor.

        Raises CursorMovedError when `entries.start` isn't the stored cursor (another process was faster).
        """
        ...

    def digest(self, feed: str) -> bytes:
        """The digest of the membership held."""
        ...

    def recount(self, feed: str) -> bool:
        """Counts the digest anew from what is held, and keeps that. True when it was right."""
        ...

    def ended_badly(self) -> bool:
        """True, once, when the process before this one didn't close the store."""
        ...

    def held(self, feed: str) -> tuple[Held, ...]:
        """Everything held of a feed, for a repair."""
        ...

    def begun_anew(self) -> tuple[str, ...]:
        """Feeds that were set back, of which something hasn't come again yet."""
        ...

    def left_cases(self) -> tuple[UUID, ...]:
        """Cases that have left and whose rows are still here."""
        ...

    def purge(self, cases: tuple[UUID, ...]) -> None:
        """Removes rows, search index and pages of cases that have left; the file shrinks."""
        ...

    def row(self, case: UUID) -> Listed | None:
        """A case as the queue lists it, None when it isn't here."""
        ...

    def case_count(self) -> int:
        """Cases in the user feed."""
        ...

    def remember(self, key: str, value: str) -> None:
        """A small fact kept beside the rows (server epoch, a mass leave seen once, repairs of a day)."""
        ...

    def recall(self, key: str) -> str | None: ...

    def start_beside(self) -> bool:
        """Begins a new copy beside this one. Until it is swapped in, cursors, digests and frames are the new
        copy's; everything else is the old one's. False when there is no room for it.
        """
        ...

    def filling(self) -> bool:
        """True while a new copy is under way."""
        ...

    def swap_in(self) -> dict[UUID, int]:
        """The new copy is whole and becomes the one that is read; cases it lacks have left.

        Returns the last number of this device that each case contains. Doing it twice changes nothing.
        """
        ...

    def end_beside(self) -> None:
        """Throws the new copy away, after it was swapped in or because it is no better."""
        ...


class NoConnectionError(RuntimeError):
    """The answer didn't come, or isn't ours. `portal` when somebody else answered in the server's place.

    `retry_after`: a proxy before the server asked to be left alone for so many seconds.
    """

    def __init__(self, why: str, *, portal: bool = False, retry_after: int | None = None) -> None:
        super().__init__(why)
        self.portal = portal
        self.retry_after = retry_after


class TooLargeError(NoConnectionError):
    """Somebody on the way, or the server, takes no request of this size; nothing of it was looked at."""


class DepositTransport(Protocol):
    """What delivering sealed copies needs: no right to read anything goes with it."""

    def deposit(self, body: bytes) -> Iterator[bytes]:
        """Carries copies to the server, and its answer back. Raises NoConnectionError."""
        ...


class Transport(DepositTransport, Protocol):
    """One request at a time. The body of the answer comes in pieces as it arrives."""

    def exchange(self, body: bytes, *, pushes: bool) -> Iterator[bytes]:
        """Raises NoConnectionError. `pushes`: the request carries commands, so its counter counts."""
        ...


class Clock(Protocol):
    """The laptop's own clock. Nothing but display and pacing depends on it."""

    def now(self) -> datetime: ...
