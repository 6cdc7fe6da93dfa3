"""The small vocabulary every other module uses: outcomes, states, labels, and how a record is stored.

Money is integer cents. Instants are aware UTC datetimes. Identifiers are UUIDv7 made by whoever creates
the thing; people and offices are named by short slugs that never change.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any
from uuid import UUID

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Base of every stored and transmitted fact. Fields at their default are not written."""


class Outcome(StrEnum):
    """What a decision says."""

    APPROVE = "approve"
    DENY = "deny"
    CLOSE = "close"


class Result(StrEnum):
    """Three-valued result of a rule: missing data is never a denial."""

    PASS = "pass"
    FAIL = "fail"
    NEED_INFORMATION = "need_information"


class Status(StrEnum):
    """Where a case stands in its life."""

    SUBMITTED = "submitted"
    ASSIGNED = "assigned"
    IN_REVIEW = "in_review"
    INFORMATION_REQUESTED = "information_requested"
    SECOND_REVIEW = "second_review"
    APPROVED = "approved"
    DENIED = "denied"
    WITHDRAWN = "withdrawn"
    CONTESTED = "contested"


class DecisionState(StrEnum):
    """What became of a decision. The words are those of the outbox, so that both ends say the same."""

    SAVED = "saved"
    RECEIVED = "received"
    ACCEPTED = "accepted"
    CONTESTED = "contested"
    HELD = "held"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"


class Disposition(StrEnum):
    """What became of a command after its verdict, which itself never changes. Set once."""

    ADOPTED = "adopted"
    DECLINED = "declined"
    RETRIED = "retried"


class Sensitivity(StrEnum):
    """Who may read a case, note or document beyond the person it is assigned to."""

    STANDARD = "standard"
    PROTECTED = "protected"  # named readers only (Pub. L. 116-260 div. N §501(g)(4))


class Role(StrEnum):
    """What a member of staff may do. Deny by default."""

    CASEWORKER = "caseworker"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"
    SYSTEM = "system"  # intake and the command line of the server, always named in the audit


class Text(Record, frozen=True):
    """One sentence in the two languages of the program."""

    en: str
    es: str


_encoder = msgspec.msgpack.Encoder(uuid_format="bytes")
_decoder = msgspec.msgpack.Decoder()


def encode(message: Any) -> bytes:
    """MessagePack with identifiers as 16 bytes: for messages, which nobody compares byte by byte."""
    return _encoder.encode(message)


def pack(record: Any) -> bytes:
    """The stored form: MessagePack with every key in one order, so that equal records are equal bytes.

    A field without a value isn't stored, however deep: in a difference None means "gone".
    """
    return _encoder.encode(_in_order(_decoder.decode(_encoder.encode(record))))


def _in_order(value: Any) -> Any:
    if type(value) is dict:
        return {key: _in_order(value[key]) for key in sorted(value, key=_key) if value[key] is not None}
    if type(value) is list:
        return [_in_order(item) for item in value]
    return value


def _key(key: str | bytes) -> tuple[bytes, bool]:
    return (key, True) if isinstance(key, bytes) else (key.encode(), False)


def unpack(data: bytes) -> Any:
    """A stored record as plain values, unknown fields included."""
    return _decoder.decode(data)


def uuid7(unix_ms: int, random: bytes) -> UUID:
    """A time-ordered identifier (RFC 9562 §5.7) from injected time (milliseconds) and 10 random bytes."""
    value = (unix_ms & (2**48 - 1)) << 80 | int.from_bytes(random[:10], "big")
    value = value & ~(0xF << 76) | 0x7 << 76
    return UUID(int=value & ~(0x3 << 62) | 0x2 << 62)
