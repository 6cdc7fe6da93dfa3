"""Sealing to a public key: whoever has only the public half can put something in, and never take it out.

X25519 with an ephemeral key, HKDF-SHA256 over both public keys, ChaCha20-Poly1305. Layout:
version:u8  ephemeral:32  ciphertext. The salt-free construction follows the shape of RFC 9180 base mode.
"""

from __future__ import annotations

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_VERSION = b"\x01"
_KEY_BYTES = 32
_NONCE = bytes(12)  # each key is used once, so the nonce may be constant


class SealError(ValueError):
    """The sealed bytes are damaged, or sealed to another key."""


def new_keypair() -> tuple[bytes, bytes]:
    """A private and a public key, raw 32 bytes each."""
    private = X25519PrivateKey.generate()
    return private.private_bytes_raw(), private.public_key().public_bytes_raw()


def public_of(private_key: bytes) -> bytes:
    """The public half of a private key."""
    return X25519PrivateKey.from_private_bytes(private_key).public_key().public_bytes_raw()


def seal(public_key: bytes, plaintext: bytes, aad: bytes) -> bytes:
    """Sealed bytes that only the holder of the private key can open, bound to `aad`."""
    ephemeral = X25519PrivateKey.generate()
    sender = ephemeral.public_key().public_bytes_raw()
    shared = ephemeral.exchange(X25519PublicKey.from_public_bytes(public_key))
    key = _derive(shared, sender, public_key)
    return _VERSION + sender + ChaCha20Poly1305(key).encrypt(_NONCE, plaintext, _VERSION + aad)


def open_sealed(private_key: bytes, sealed: bytes, aad: bytes) -> bytes:
    """The plaintext. Raises SealError when the bytes are damaged or meant for another key."""
    if sealed[:1] != _VERSION or len(sealed) < 1 + _KEY_BYTES + 16:
        raise SealError("not a sealed item of a known version")
    private = X25519PrivateKey.from_private_bytes(private_key)
    public = private.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    sender = sealed[1 : 1 + _KEY_BYTES]
    try:
        shared = private.exchange(X25519PublicKey.from_public_bytes(sender))
        key = _derive(shared, sender, public)
        return ChaCha20Poly1305(key).decrypt(_NONCE, sealed[1 + _KEY_BYTES :], _VERSION + aad)
    except (InvalidTag, ValueError) as error:
        raise SealError("the sealed item is damaged or sealed to another key") from error


def _derive(shared: bytes, sender: bytes, recipient: bytes) -> bytes:
    info = b"erap seal 1" + sender + recipient
    return HKDF(algorithm=hashes.SHA256(), length=_KEY_BYTES, salt=None, info=info).derive(shared)
