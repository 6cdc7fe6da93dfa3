"""The half of a passphrase slot that stays on the laptop: a secret in its system keychain."""

import secrets
from collections.abc import Callable

from erap_desktop.vault import keychains, slots
from erap_desktop.vault.errors import KeychainGone, Notice
from erap_desktop.vault.keychains import Keychain, KeychainTrouble
from erap_desktop.vault.vaultfile import PassphraseSlot

Device = tuple[str, bytes]
"""The keychain's name and the secret it holds."""


class DeviceSecrets:
    """Device secrets, one entry a slot. The keychain is looked for only when one is needed."""

    def __init__(self, find: Callable[[str | None], Keychain | None]) -> None:
        self._find = find

    def make(self, slot_id: bytes) -> tuple[Device | None, tuple[Notice, ...]]:
        """A fresh secret that the keychain took and gave back; None where there is no keychain that does."""
        keychain = self._find(None)
        if keychain is None:
            return None, ()
        secret = secrets.token_bytes(slots.DEVICE_SECRET_BYTES)
        try:
            keychain.store(slot_id.hex(), secret)
        except KeychainTrouble as trouble:
            if trouble.reason != "no_answer":
                keychain.forget(slot_id.hex())
            return None, (Notice("notice.keychain_unused"),)
        return (keychain.name, secret), ()

    def fetch(self, slot: PassphraseSlot, vault_id: bytes) -> bytes | None:
        """The secret of a slot, None if it has none. Raises `KeychainGone`."""
        if slot.device is None:
            return None
        name = slot.device.keychain
        keychain = self._find(name)
        if keychain is None:
            raise KeychainGone("off" if keychains.switched_off() else "none", name)
        try:
            secret = keychain.fetch(slot.slot_id.hex())
        except KeychainTrouble as trouble:
            raise KeychainGone(trouble.reason, name) from trouble
        if slots.device_check(vault_id, secret) != slot.device.check:
            raise KeychainGone("different", name)
        return secret

    def forget(self, slot: PassphraseSlot) -> None:
        """Remove a slot's entry. One that stays behind opens nothing by itself."""
        if slot.device and (keychain := self._find(slot.device.keychain)):
            keychain.forget(slot.slot_id.hex())
