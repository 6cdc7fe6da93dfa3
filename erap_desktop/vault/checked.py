"""Small files that know whether they are whole: a JSON body beside its own SHA-256.

The checksum finds accidents (a flipped bit, a cut file) before any key is derived, so that damage is never
taken for a wrong passphrase. It keeps nobody out: against someone who edits the file stands the encryption
itself.
"""

import hashlib
import hmac
from typing import Final, TypeVar

import msgspec

T = TypeVar("T")

LARGEST: Final = 64 * 1024
"""Bytes; a vault file has about 1,200."""


class NotWhole(Exception):  # noqa: N818 - it is an answer inside this package, not shown to anyone
    """The bytes are not what was once written."""


class _Envelope(msgspec.Struct, forbid_unknown_fields=True):
    sha256: str
    body: msgspec.Raw


def wrap(body: bytes) -> bytes:
    """A JSON body in its envelope, one line."""
    return msgspec.json.encode(_Envelope(_digest(body), msgspec.Raw(body))) + b"\n"


def unwrap(data: bytes) -> bytes:
    """The body, exactly as it was wrapped; `NotWhole` for anything else."""
    if len(data) > LARGEST:
        raise NotWhole
    envelope = decode(data, _Envelope)
    body = bytes(envelope.body)
    if not hmac.compare_digest(envelope.sha256.encode(), _digest(body).encode()):
        raise NotWhole
    return body


def decode(data: bytes, type_: type[T]) -> T:
    """JSON bytes as `type_`; `NotWhole` whatever is wrong with them."""
    try:
        return msgspec.json.decode(data, type=type_)
    except (msgspec.MsgspecError, ValueError, RecursionError) as damage:
        raise NotWhole from damage


def _digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()
