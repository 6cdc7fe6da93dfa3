"""Delivering sealed copies: what the server lacks of them, whoever carries them.

It asks what is known there, then brings what comes after, in order. A copy the server can't take yet, because
one before it is missing, is kept there.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from msgspec.structs import replace

from sync.casework.values import encode
from sync.engine.ports import CopiesPort, DepositTransport, NoConnectionError
from sync.protocol.frames import FrameReader, NotOurFrameError
from sync.protocol.messages import DepositAnswer, DepositRequest
from sync.protocol.versions import MAX_COMMANDS, MAX_PUSH_BYTES


@dataclass
class Delivered:
    """What came of it: per laptop the highest number in the server's log, and what isn't there yet."""

    sent: int = 0
    known: dict[int, int] = field(default_factory=dict)
    waiting: set[tuple[int, int]] = field(default_factory=set)
    refused: dict[tuple[int, int], str] = field(default_factory=dict)
    unknown: set[int] = field(default_factory=set)

    def take(self, answer: DepositAnswer) -> None:
        """One answer."""
        self.known |= answer.known
        self.unknown = (self.unknown - set(answer.known)) | set(answer.unknown)
        self.waiting = {
            one for one in self.waiting | set(answer.waiting) if one[1] > self.known.get(one[0], 0)
        }
        self.refused |= {(device, seq): why for device, seq, why in answer.refused}


def deliver(copies: CopiesPort, transport: DepositTransport, epoch: int = 0) -> Delivered:
    """Brings the server what it lacks. Raises NoConnectionError; what was brought until then is there.

    `epoch` is the server's as the cursors know it; a laptop that is locked has none to tell.
    """
    done = Delivered()
    devices = tuple(copies.copied_devices())
    if not devices:
        return done
    done.take(_told(transport, DepositRequest(devices, epoch=epoch), copies))
    for device in sorted(set(devices) & set(done.known)):
        after = done.known[device]
        while items := tuple(copies.copies_after(device, after, MAX_COMMANDS, MAX_PUSH_BYTES)):
            done.take(_told(transport, DepositRequest((device,), items, epoch=epoch), copies))
            done.sent += len(items)
            after = items[-1].seq
    return done


def _told(transport: DepositTransport, request: DepositRequest, copies: CopiesPort) -> DepositAnswer:
    """One request; once more with the enrolments when the server has forgotten a laptop."""
    answer = ask(transport, request)
    if answer is None or answer.unknown:
        told = replace(request, laptops=tuple(copies.enrolments()))
        answer = ask(transport, told) or answer
    if answer is None:
        raise NoConnectionError("the server does not accept this laptop")
    return answer


def ask(transport: DepositTransport, request: DepositRequest) -> DepositAnswer | None:
    """One deposit and its answer; None when the carrier is refused. Raises NoConnectionError."""
    reader = FrameReader()
    try:
        for data in transport.deposit(encode(request)):
            for frame in reader.feed(data):
                return frame if isinstance(frame, DepositAnswer) else None
    except NotOurFrameError as error:
        raise NoConnectionError(str(error), portal=not reader.begun) from error
    raise NoConnectionError("the answer broke off")
