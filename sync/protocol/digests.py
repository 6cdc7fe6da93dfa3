"""Digest of a feed's membership: the sum of 128-bit hashes of (type, id, version), modulo 2^128.

A sum can be kept up incrementally on both ends and doesn't depend on order.
"""

from __future__ import annotations

from hashlib import blake2b

DIGEST_BYTES = 16
_MODULUS = 1 << (8 * DIGEST_BYTES)
EMPTY = bytes(DIGEST_BYTES)


def member(type_: str, id_: str, version: int) -> int:
    """The hash of one object."""
    text = f"{type_}\0{id_}\0{version}".encode()
    return int.from_bytes(blake2b(text, digest_size=DIGEST_BYTES).digest(), "big")


def shifted(digest: bytes, added: int = 0, removed: int = 0) -> bytes:
    """A digest after adding and removing members."""
    value = (int.from_bytes(digest, "big") + added - removed) % _MODULUS
    return value.to_bytes(DIGEST_BYTES, "big")
