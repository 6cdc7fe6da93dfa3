"""Which history of the server this laptop's cursors are of, and what it can show as its witness.

A server put back from a backup begins a new epoch. The cursors of the old one mean nothing there: a new copy
is filled beside the one that is read. Until it is whole its epoch is remembered apart, so that a copy that
comes to nothing leaves the old one with its own.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import msgspec

from sync.casework.values import encode
from sync.engine.ports import Clock, OutboxPort, ReplicaPort
from sync.protocol.messages import ROOT_BYTES, AuditHead, Cursor, Entries, Head

SHOWN_EVERY = timedelta(hours=1)  # by a laptop that sends nothing; with a command it always is
_EPOCH, _NEXT, _WITNESS, _SHOWN = "server_epoch", "next_epoch", "witness", "witness_shown"
_decoder = msgspec.msgpack.Decoder(AuditHead)


class History:
    """The server's epoch and the newest audit head it gave, kept beside the rows they belong to."""

    def __init__(self, outbox: OutboxPort, replica: ReplicaPort, clock: Clock) -> None:
        self._outbox, self._replica, self._clock = outbox, replica, clock
        self._in_full = self._shown = False
        self._epoch = 0

    def epoch(self) -> int:
        """The epoch of the cursors; 0 before anything is known."""
        filled = self._replica.recall(_NEXT) if self._replica.filling() else None
        self._epoch = int(filled or self._replica.recall(_EPOCH) or self._outbox.first_epoch())
        return self._epoch

    def witness(self, *, pushes: bool) -> AuditHead | None:
        """What to show with the next request: in full when it was asked for, by and by, or not at all."""
        kept = self._kept()
        self._shown = pushes or self._in_full or self._due()
        if not self._shown:
            return None
        if self._in_full:
            return kept or AuditHead(0, b"")
        return AuditHead(kept.size, kept.root[:ROOT_BYTES]) if kept else AuditHead(0, b"")

    def show_in_full(self) -> None:
        """The server doesn't know what it was shown, or less than it once answered: the next is evidence."""
        self._in_full = True

    def note(self, head: Head) -> None:
        """Keeps what the answer tells of the server. Writes nothing after a quiet exchange."""
        self._in_full = False
        if not self._epoch:
            self._replica.remember(_EPOCH, str(head.server_epoch))
        if head.audit is not None:
            self._replica.remember(_WITNESS, encode(head.audit).hex())
        if self._shown or head.audit is not None:
            self._replica.remember(_SHOWN, self._clock.now().isoformat())

    def begin(self, epoch: int) -> None:
        """The server is in another epoch: everything is brought anew, beside what people go on reading."""
        self._replica.remember(_WITNESS, "")
        if not self._replica.cursors():
            self._replica.remember(_EPOCH, str(epoch))
        elif self._replica.start_beside():
            self._replica.remember(_NEXT, str(epoch))
        else:  # no room for two: in place, where a case stays to be read until it has come again
            for feed, cursor in self._replica.cursors().items():
                self._replica.apply(Entries(feed, cursor, Cursor(), (), reset=True))
            self._replica.remember(_EPOCH, str(epoch))

    def swapped(self) -> None:
        """The copy that was filled is the one that is read now."""
        if filled := self._replica.recall(_NEXT):
            self._replica.remember(_EPOCH, filled)
            self._replica.remember(_NEXT, "")

    def _kept(self) -> AuditHead | None:
        kept = self._replica.recall(_WITNESS)
        return _decoder.decode(bytes.fromhex(kept)) if kept else None

    def _due(self) -> bool:
        shown = self._replica.recall(_SHOWN)
        return shown is None or abs(self._clock.now() - datetime.fromisoformat(shown)) >= SHOWN_EVERY
