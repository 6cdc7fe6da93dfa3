"""Wrapping the keys into a slot, and getting them out again."""

import hashlib
import hmac
import secrets
from typing import Final

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from erap_desktop.vault import vaultfile
from erap_desktop.vault.derive import SALT_BYTES, Cost, wrapping_key
from erap_desktop.vault.errors import BadRecoveryKey, VaultTampered, WrongRecoveryKey
from erap_desktop.vault.keys import Keys
from erap_desktop.vault.vaultfile import Device, PassphraseSlot, RecoverySlot
from sync.protocol import sealing

NONCE_BYTES: Final = 12
"""NIST SP 800-38D: 96 bits. Each wrapping key is used once (fresh salt), so a nonce can never repeat under
it."""

DEVICE_SECRET_BYTES: Final = 32


def device_check(vault_id: bytes, secret: bytes) -> bytes:
    """16 bytes by which the right device secret is recognised."""
    return hmac.digest(secret, b"erap vault, device secret" + vault_id, hashlib.sha256)[:16]


def new_passphrase_slot(
    keys: Keys,
    vault_id: bytes,
    passphrase: bytes,
    cost: Cost,
    slot_id: bytes,
    device: tuple[str, bytes] | None,
    made_at: int,
) -> PassphraseSlot:
    """Slot P over `keys`; `device` is the keychain's name and the secret it holds. One derivation."""
    salt = secrets.token_bytes(SALT_BYTES)
    empty = PassphraseSlot(
        slot_id=slot_id,
        made_at=made_at,
        cost=cost,
        salt=salt,
        device=None if device is None else Device(device[0], device_check(vault_id, device[1])),
        nonce=secrets.token_bytes(NONCE_BYTES),
        wrapped=b"",
    )
    key = wrapping_key(passphrase, salt, cost, None if device is None else device[1])
    data = vaultfile.passphrase_slot_data(vault_id, empty)
    slot = msgspec.structs.replace(empty, wrapped=AESGCM(key).encrypt(empty.nonce, keys.pack(), data))
    if unwrap(slot, vault_id, key) != keys:
        raise RuntimeError("a fresh slot does not open")
    return slot


def open_passphrase_slot(
    slot: PassphraseSlot, vault_id: bytes, passphrase: bytes, device_secret: bytes | None
) -> Keys | None:
    """The keys, or None if this passphrase does not open the slot. One derivation."""
    return unwrap(slot, vault_id, wrapping_key(passphrase, slot.salt, slot.cost, device_secret))


def unwrap(slot: PassphraseSlot, vault_id: bytes, key: bytes) -> Keys | None:
    """The keys under a wrapping key, or None if key, parameters or content are not the ones it was made
    with."""
    try:
        packed = AESGCM(key).decrypt(slot.nonce, slot.wrapped, vaultfile.passphrase_slot_data(vault_id, slot))
    except InvalidTag:
        return None
    return Keys.unpack(packed)


def new_recovery_slot(keys: Keys, vault_id: bytes, public_key: bytes, made_at: int) -> RecoverySlot:
    """Slot E over `keys`. Raises `BadRecoveryKey` if nothing can be sealed to that key."""
    if len(public_key) != 32:
        raise BadRecoveryKey
    empty = RecoverySlot(made_at=made_at, public_key=public_key, sealed=b"")
    data = vaultfile.recovery_slot_data(vault_id, empty)
    try:
        sealed = sealing.seal(public_key, keys.pack(), data)
    except ValueError as unfit:  # what X25519 says of a point of low order
        raise BadRecoveryKey from unfit
    return msgspec.structs.replace(empty, sealed=sealed)


def open_recovery_slot(slot: RecoverySlot, vault_id: bytes, private_key: bytes) -> Keys:
    """The keys, with the agency's recovery private key (raw, 32 bytes).

    Raises `WrongRecoveryKey` for another key, `VaultTampered` if the slot is not as it was made.
    """
    if len(private_key) != 32 or _public(private_key) != slot.public_key:
        raise WrongRecoveryKey(fingerprint=slot.public_key.hex()[:16])
    try:
        packed = sealing.open_sealed(private_key, slot.sealed, vaultfile.recovery_slot_data(vault_id, slot))
        return Keys.unpack(packed)
    except ValueError as damage:  # sealing.SealError, or sealed by someone else with the public key
        raise VaultTampered(detail="the recovery slot does not open") from damage


def _public(private_key: bytes) -> bytes:
    return X25519PrivateKey.from_private_bytes(private_key).public_key().public_bytes_raw()
