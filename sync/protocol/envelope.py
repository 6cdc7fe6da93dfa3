"""The envelope of one command: the bytes that are signed for, hashed, kept, and never re-encoded."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from uuid import UUID

import msgspec

from sync.casework.commands import BODIES, AnyBody, Body, Command, Expects
from sync.casework.values import encode
from sync.protocol.errors import UNREADABLE


class EnvelopeError(ValueError):
    """The bytes are no envelope of any revision."""


class Envelope(msgspec.Struct, frozen=True, array_like=True):
    """One command as it travels. New fields are appended, so that older programs still read the first ones.

    `seq` is contiguous per device; `tag` names kind and revision; `device_time` and `clock_offset_ms` are for
    the record only and decide nothing.
    """

    id: UUID
    seq: int
    tag: str
    case: UUID
    base: int
    epoch: int
    expects: Expects
    body: msgspec.Raw
    as_of: datetime | None = None
    policy: str = ""
    device_time: datetime | None = None
    clock_offset_ms: int | None = None


_decoder = msgspec.msgpack.Decoder(Envelope)


def tag_of(body: Body) -> str:
    """Kind and revision, e.g. `note.1`."""
    return str(type(body).__struct_config__.tag)


def encode_envelope(command: Command, device_time: datetime, clock_offset_ms: int | None) -> bytes:
    """The bytes of a command, made once, when it is saved."""
    return encode(
        Envelope(
            id=command.id,
            seq=command.seq,
            tag=tag_of(command.body),
            case=command.case,
            base=command.base,
            epoch=command.epoch,
            expects=command.expects,
            body=msgspec.Raw(encode(command.body)),
            as_of=command.as_of,
            policy=command.policy,
            device_time=device_time,
            clock_offset_ms=clock_offset_ms,
        )
    )


def decode_envelope(data: bytes) -> Envelope:
    """Raises EnvelopeError for bytes that are no envelope."""
    try:
        return _decoder.decode(data)
    except UNREADABLE as error:
        raise EnvelopeError(str(error)) from error


def body_of(envelope: Envelope) -> AnyBody | None:
    """The typed body, None when its kind isn't known here. Raises EnvelopeError when it is malformed."""
    try:
        return BODIES.decode(envelope.tag, bytes(envelope.body))
    except UNREADABLE as error:
        raise EnvelopeError(str(error)) from error


def to_command(envelope: Envelope, device: int) -> Command | None:
    """The command for the reducer; None when it is not understood. Raises EnvelopeError when malformed."""
    body = body_of(envelope)
    if body is None:
        return None
    return Command(
        id=envelope.id,
        device=device,
        seq=envelope.seq,
        case=envelope.case,
        body=body,
        base=envelope.base,
        epoch=envelope.epoch,
        expects=envelope.expects,
        as_of=envelope.as_of,
        policy=envelope.policy,
    )


HASH_BYTES = 16


def envelope_hash(data: bytes) -> bytes:
    """Hash over the bytes as received (SHA-256, first 16 bytes)."""
    return sha256(data).digest()[:HASH_BYTES]


def chain(previous: bytes, data: bytes) -> bytes:
    """Hash of a device's history up to and including this envelope; a fork shows as a different chain."""
    return sha256(previous + envelope_hash(data)).digest()[:HASH_BYTES]
