"""A sealed copy of a command: signed by its laptop, then sealed to the server, which alone can open it.

    copy = name:8  sealed        sealed opens to MessagePack [signature, envelope], bound to "<device>|<seq>"

`name` says which key it is sealed to: the first bytes of its SHA-256. The signature (Ed25519) makes a copy an
order of its laptop, whoever carries it.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import NamedTuple

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from sync.casework.values import encode
from sync.protocol.errors import UNREADABLE
from sync.protocol.sealing import SealError, open_sealed, seal
from sync.protocol.signing import SignatureError

NAME_BYTES = 8
_decoder = msgspec.msgpack.Decoder(tuple[bytes, bytes])


class UnknownKeyError(SealError):
    """The copy is sealed to a key that is not at hand."""


class Opened(NamedTuple):
    """What a copy holds, not yet verified."""

    envelope: bytes
    signature: bytes


def key_name(public_key: bytes) -> bytes:
    """What a sealing key is called in the copies sealed to it."""
    return sha256(public_key).digest()[:NAME_BYTES]


def make_copy(server_key: bytes, signing_key: bytes, device: int, seq: int, envelope: bytes) -> bytes:
    """The bytes of a copy. Keys are raw 32 bytes: X25519 public, Ed25519 private."""
    signature = Ed25519PrivateKey.from_private_bytes(signing_key).sign(_statement(device, seq, envelope))
    return key_name(server_key) + seal(server_key, encode((signature, envelope)), _bound_to(device, seq))


def open_copy(private_keys: Mapping[bytes, bytes], copy: bytes, device: int, seq: int) -> Opened:
    """What a copy of this number holds. `private_keys` by their names. Raises SealError, UnknownKeyError."""
    private = private_keys.get(copy[:NAME_BYTES])
    if private is None:
        raise UnknownKeyError("the copy is sealed to a key that is not here")
    try:
        signature, envelope = _decoder.decode(open_sealed(private, copy[NAME_BYTES:], _bound_to(device, seq)))
    except UNREADABLE as error:
        raise SealError("the copy holds no command") from error
    return Opened(envelope, signature)


def verify_copy(opened: Opened, public_key: bytes, device: int, seq: int) -> None:
    """Raises SignatureError unless the laptop with this key made the command under this number."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(
            opened.signature, _statement(device, seq, opened.envelope)
        )
    except (InvalidSignature, ValueError) as error:
        raise SignatureError("the copy is not signed by its laptop") from error


def _bound_to(device: int, seq: int) -> bytes:
    return f"{device}|{seq}".encode()


def _statement(device: int, seq: int, envelope: bytes) -> bytes:
    return f"erap command\n{device}\n{seq}\n".encode() + sha256(envelope).digest()
