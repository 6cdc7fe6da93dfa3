"""One signature per request: Ed25519 of the device over method, path, time, counter and body hash.

It travels in one header:  `ERAP <device>.<token>.<time>.<counter>.<signature>`  (base64url without padding).
The time is for the record; the counter is stored with pushes only. Replaying an idle request changes nothing.
"""

from __future__ import annotations

import base64
import binascii
from hashlib import sha256
from typing import NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

SCHEME = "ERAP"
_PARTS = 5
_DEVICES, _COUNTERS = 2**31, 2**63  # what the store can keep


class SignatureError(ValueError):
    """The header is malformed or the signature doesn't fit the request."""


class Credentials(NamedTuple):
    """What a device signs with. `token` is the opaque text given at enrolment."""

    device: int
    token: str
    signing_key: bytes


class Signed(NamedTuple):
    """A parsed header, not yet verified."""

    device: int
    token: str
    time: int
    counter: int
    signature: bytes


def new_signing_key() -> tuple[bytes, bytes]:
    """Private and public Ed25519 key, raw 32 bytes each."""
    private = Ed25519PrivateKey.generate()
    return private.private_bytes_raw(), private.public_key().public_bytes_raw()


def authorization(
    credentials: Credentials, method: str, path: str, body: bytes, time: int, counter: int
) -> str:
    """The header's value for one request. `time` in Unix seconds of the device's own clock."""
    message = _message(method, path, body, time, counter)
    signature = Ed25519PrivateKey.from_private_bytes(credentials.signing_key).sign(message)
    fields = (str(credentials.device), credentials.token, f"{time:x}", f"{counter:x}", _text(signature))
    return f"{SCHEME} {'.'.join(fields)}"


def parse(header: str) -> Signed:
    """The fields of a header. Raises SignatureError."""
    scheme, _, rest = header.partition(" ")
    fields = rest.split(".")
    if scheme != SCHEME or len(fields) != _PARTS:
        raise SignatureError("no ERAP authorization")
    try:
        signature = base64.urlsafe_b64decode(fields[4] + "=" * (-len(fields[4]) % 4))
        device, time, counter = int(fields[0]), int(fields[2], 16), int(fields[3], 16)
    except (ValueError, binascii.Error) as error:
        raise SignatureError("malformed ERAP authorization") from error
    if not (0 <= device < _DEVICES and -_COUNTERS < time < _COUNTERS and 0 <= counter < _COUNTERS):
        raise SignatureError("malformed ERAP authorization")
    return Signed(device, fields[1], time, counter, signature)


def verify(signed: Signed, public_key: bytes, method: str, path: str, body: bytes) -> None:
    """Raises SignatureError unless the device's key signed this request."""
    message = _message(method, path, body, signed.time, signed.counter)
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signed.signature, message)
    except (InvalidSignature, ValueError) as error:
        raise SignatureError("the signature does not fit the request") from error


def _message(method: str, path: str, body: bytes, time: int, counter: int) -> bytes:
    head = f"{method}\n{path}\n{time:x}\n{counter:x}\n".encode()
    return head + sha256(body).digest()


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
