"""What vault.json says: two slots, each wrapping the same keys, as in LUKS."""

from typing import Annotated, Final

import msgspec

from erap_desktop.vault import checked
from erap_desktop.vault.derive import Cost
from erap_desktop.vault.errors import VaultNewer

VERSION: Final = 1

Bytes16 = Annotated[bytes, msgspec.Meta(min_length=16, max_length=16)]
Bytes12 = Annotated[bytes, msgspec.Meta(min_length=12, max_length=12)]
Bytes32 = Annotated[bytes, msgspec.Meta(min_length=32, max_length=32)]
WrappedKeys = Annotated[bytes, msgspec.Meta(min_length=112, max_length=112)]  # 96 of keys, 16 of tag
SealedKeys = Annotated[bytes, msgspec.Meta(min_length=97, max_length=4096)]
Seconds = Annotated[int, msgspec.Meta(ge=0)]


class Device(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the device secret of a passphrase slot is kept.

    `check` recognises the right secret, so that a wrong one is not taken for a wrong passphrase. It is a MAC
    keyed with 256 random bits: it helps nobody to guess them.
    """

    keychain: Annotated[str, msgspec.Meta(max_length=64)]
    check: Bytes16


class PassphraseSlot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Slot P: the keys under a key from the passphrase and, where there is a keychain, a device secret.

    `device` is null where the passphrase stands alone. Everything but `wrapped` is associated data of it.
    """

    slot_id: Bytes16
    made_at: Seconds
    cost: Cost
    salt: Bytes16
    device: Device | None
    nonce: Bytes12
    wrapped: WrappedKeys


class RecoverySlot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Slot E: the keys sealed to the agency's recovery key (X25519, raw). The rest is associated data."""

    made_at: Seconds
    public_key: Bytes32
    sealed: SealedKeys


class Body(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file. `passphrase` is null after ten wrong ones. `generation` goes up by one with every
    write."""

    version: int
    vault_id: Bytes16
    generation: Annotated[int, msgspec.Meta(ge=1)]
    passphrase: PassphraseSlot | None
    recovery: RecoverySlot


class _Version(msgspec.Struct):
    version: int


def encode(body: Body) -> bytes:
    """The file's bytes."""
    return checked.wrap(msgspec.json.encode(body))


def decode(data: bytes) -> Body:
    """The file's content. Raises `checked.NotWhole`, and `VaultNewer` for a whole file of a later version."""
    raw = checked.unwrap(data)
    if checked.decode(raw, _Version).version > VERSION:
        raise VaultNewer
    body = checked.decode(raw, Body)
    if body.version != VERSION:
        raise checked.NotWhole
    return body


def passphrase_slot_data(vault_id: bytes, slot: PassphraseSlot) -> bytes:
    """Associated data of slot P: which vault, which version, every parameter of the slot."""
    return msgspec.json.encode(("passphrase", VERSION, vault_id, msgspec.structs.replace(slot, wrapped=b"")))


def recovery_slot_data(vault_id: bytes, slot: RecoverySlot) -> bytes:
    """Associated data of slot E, likewise."""
    return msgspec.json.encode(("recovery", VERSION, vault_id, msgspec.structs.replace(slot, sealed=b"")))
