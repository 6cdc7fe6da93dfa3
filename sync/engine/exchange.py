"""One round trip: send, then take each frame in as soon as it is whole.

The order is the promise: a verdict is noted in the outbox, then the replica commits the frame with its
cursor, then the outbox is trimmed. A crash between any two of these repeats a step that changes nothing.
"""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from sync.engine.ports import NoConnectionError, OutboxPort, ReplicaPort, Transport
from sync.engine.report import Observer, Progress, SyncReport
from sync.engine.request import Asked, shared_dictionary
from sync.protocol.frames import FrameReader, NotOurFrameError
from sync.protocol.messages import DepositAnswer, Entries, Head, Held, Leave, Refusal, object_id, request_mark
from sync.protocol.requests import brief, pack_request


class Outcome(NamedTuple):
    """How an exchange ended: the last frame, and the feeds that need a repair."""

    end: Head | Refusal
    gaps: dict[str, tuple[Held, ...]]


class Exchange:
    """One request and its answer over the stores of one laptop."""

    def __init__(
        self,
        outbox: OutboxPort,
        replica: ReplicaPort,
        transport: Transport,
        report: SyncReport,
        observer: Observer | None,
    ) -> None:
        self._outbox, self._replica, self._transport = outbox, replica, transport
        self._report, self._observer = report, observer
        self._gaps: dict[str, tuple[Held, ...]] = {}

    def run(self, asked: Asked) -> Outcome:
        """Sends the request and commits what comes. Raises NoConnectionError when no last frame came."""
        body = pack_request(brief(asked.request), shared_dictionary(self._replica))
        self._report.round_trips += 1
        self._report.bytes_up += len(body)
        reader = FrameReader(asked.request.push)
        try:
            for data in self._transport.exchange(body, pushes=bool(asked.request.push)):
                self._report.bytes_down += len(data)
                for frame in reader.feed(data):
                    if isinstance(frame, DepositAnswer) or frame.asked not in (0, request_mark(body)):
                        raise NotOurFrameError("somebody on the way gave the answer to another question")
                    if not isinstance(frame, Entries):
                        return Outcome(frame, self._gaps)
                    self._take(frame)
        except NotOurFrameError as error:
            raise NoConnectionError(str(error), portal=not reader.begun) from error
        raise NoConnectionError("the answer broke off")

    def _take(self, entries: Entries) -> None:
        for verdict in self._replica.verdicts_in(entries):
            if self._outbox.answer(verdict) and verdict.disposition is None:
                self._report.count(verdict)
        applied = self._replica.apply(entries)
        for case, seq in applied.applied.items():
            self._outbox.applied(case, seq)
        if applied.gaps:
            self._gaps[entries.feed] = self._gaps.get(entries.feed, ()) + applied.gaps
        self._note(entries)

    def _note(self, entries: Entries) -> None:
        report = self._report
        for entry in entries.entries:
            if entry.kind in ("case", "header") and not isinstance(entry, Leave):
                report.arrived.add(UUID(object_id(entry.kind, entry.id)))
        if self._observer is not None:
            self._observer(Progress(report.received, entries.left, report.bytes_down))
