"""The vault of a profile: made at enrolment, opened with a passphrase, opened again with the recovery key."""

import secrets
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from erap_desktop.vault import keychains, slots, turn
from erap_desktop.vault.attempts import LIMIT, Attempts, delay_after
from erap_desktop.vault.derive import STANDARD, Cost
from erap_desktop.vault.device import DeviceSecrets
from erap_desktop.vault.disk import Disk, LocalDisk
from erap_desktop.vault.errors import (
    Notice,
    PassphraseDestroyed,
    TooSoon,
    VaultExists,
    VaultLocked,
    VaultNotConfirmed,
    VaultNotSaved,
    WrongPassphrase,
)
from erap_desktop.vault.keychains import Keychain
from erap_desktop.vault.keys import Keys
from erap_desktop.vault.passphrase import SHORTEST, as_bytes, check_new
from erap_desktop.vault.store import Loaded, VaultStore
from erap_desktop.vault.vaultfile import VERSION, Body, PassphraseSlot

LOCK_NAME: Final = "vault.lock"


@dataclass(frozen=True)
class VaultState:
    """What an unlock screen shows before anything is typed."""

    passphrase_opens: bool
    """False once ten wrong passphrases destroyed the slot: offer recovery."""
    keychain: str | None
    """The keychain that is needed besides, by name."""
    attempts_left: int
    wait: int
    """Seconds until a passphrase is looked at."""


class Vault:
    """The keys of one profile folder. Locked when made; `unlock`, `create` and `recover` open it.

    `clock` gives seconds UTC. `keychain` is asked for a keychain by name (or any) only when one is needed.
    Every method may raise `VaultBusy`, and those that read the file `NoVault`, `VaultDamaged`,
    `VaultUnreadable`, `VaultNewer`. What a person should know besides a result is in `notices`.
    """

    def __init__(
        self,
        folder: Path,
        *,
        keychain: Callable[[str | None], Keychain | None] = keychains.system,
        clock: Callable[[], float] = time.time,
        cost: Cost = STANDARD,
        disk: Disk | None = None,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        disk = disk or LocalDisk()
        self._folder = folder
        self._clock = clock
        self._cost = cost
        self._pause = pause
        self._store = VaultStore(folder, disk)
        self._attempts = Attempts(folder, disk)
        self._devices = DeviceSecrets(keychain)
        self._keys: Keys | None = None
        self.notices: tuple[Notice, ...] = ()
        """Of the last `create`, `unlock`, `change_passphrase` or `recover`."""

    # --- what it holds --------------------------------------------------------------------------------

    def exists(self) -> bool:
        """Whether this profile has a vault, whole or damaged."""
        return self._store.exists()

    def state(self) -> VaultState:
        """What to show before unlocking."""
        slot = self._store.load().body.passphrase
        if slot is None:
            return VaultState(False, None, 0, 0)
        failures = self._attempts.failures(slot.slot_id)
        return VaultState(
            passphrase_opens=True,
            keychain=slot.device.keychain if slot.device else None,
            attempts_left=max(0, LIMIT - failures),
            wait=self._attempts.wait(slot.slot_id, self._clock()),
        )

    @property
    def is_unlocked(self) -> bool:
        """Whether the keys are at hand."""
        return self._keys is not None

    @property
    def keys(self) -> Keys:
        """The keys; `VaultLocked` while there are none at hand."""
        if self._keys is None:
            raise VaultLocked
        return self._keys

    def lock(self) -> None:
        """Let go of the keys. Python cannot wipe memory: a hard lock also restarts the process."""
        self._keys = None

    # --- what a person does ---------------------------------------------------------------------------

    def create(self, passphrase: str, recovery_public_key: bytes) -> Keys:
        """Make fresh keys and both slots, in one write, before anything is stored under them.

        Raises `PassphraseUnfit`, `BadRecoveryKey`, `VaultExists`, `VaultNotSaved`, `NotEnoughMemory`; none of
        them leaves a vault behind.
        """
        check_new(passphrase, SHORTEST)
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as failure:
            raise VaultNotSaved(reason=failure.strerror or "no folder") from failure
        with self._turn():
            if self._store.exists():
                raise VaultExists
            keys, vault_id = Keys.random(), secrets.token_bytes(16)
            recovery = slots.new_recovery_slot(keys, vault_id, recovery_public_key, self._now())
            slot, notices = self._new_slot(keys, vault_id, passphrase)
            self._save_new(Body(VERSION, vault_id, 1, slot, recovery))
            self._attempts.reset()
            self.notices, self._keys = notices, keys
            return keys

    def unlock(self, passphrase: str) -> Keys:
        """The keys, for the right passphrase.

        Raises `WrongPassphrase` (counted), and without counting `TooSoon`, `KeychainGone`, `NotEnoughMemory`,
        `VaultTampered`; `PassphraseDestroyed` with the tenth wrong one in a row and from then on.
        """
        with self._turn():
            loaded, keys = self._open(passphrase)
            self.notices = loaded.notices + self._store.renew_copy(loaded)
            self._keys = keys
            return keys

    def change_passphrase(self, current: str, new: str) -> None:
        """Wrap the same keys anew; the recovery slot stays. Wrong passphrases count as in `unlock`.

        Raises what `unlock` raises, `PassphraseUnfit`, `VaultNotSaved` (the current passphrase still opens)
        and `VaultNotConfirmed`.
        """
        check_new(new, SHORTEST)
        with self._turn():
            loaded, keys = self._open(current)
            self._replace_slot(loaded, keys, new)

    def recover(self, private_key: bytes, new_passphrase: str) -> Keys:
        """Open with the agency's recovery private key (raw X25519, 32 bytes) and make a new passphrase slot.

        Works after `PassphraseDestroyed` and `KeychainGone`. Raises `WrongRecoveryKey`, `VaultTampered` (the
        slot does not open), `PassphraseUnfit`, `VaultNotSaved`, `VaultNotConfirmed`.
        """
        check_new(new_passphrase, SHORTEST)
        with self._turn():
            loaded = self._store.load()
            keys = slots.open_recovery_slot(loaded.body.recovery, loaded.body.vault_id, private_key)
            self._replace_slot(loaded, keys, new_passphrase)
            self._attempts.reset()
            self._keys = keys
            return keys

    # --- opening --------------------------------------------------------------------------------------

    def _open(self, passphrase: str) -> tuple[Loaded, Keys]:
        loaded = self._store.load()
        slot = loaded.body.passphrase
        if slot is None:
            raise self._destroyed(loaded)
        if self._attempts.failures(slot.slot_id) >= LIMIT and self._destroy(loaded, slot):
            raise PassphraseDestroyed  # a destruction that was cut short is finished
        self._attempts.follow_clock(slot.slot_id, self._clock())
        if wait := self._attempts.wait(slot.slot_id, self._clock()):
            raise TooSoon(wait)
        secret = self._devices.fetch(slot, loaded.body.vault_id)
        keys = slots.open_passphrase_slot(slot, loaded.body.vault_id, as_bytes(passphrase), secret)
        if keys is None:
            raise self._wrong(loaded, slot)
        self._attempts.reset()
        return loaded, keys

    def _wrong(self, loaded: Loaded, slot: PassphraseSlot) -> WrongPassphrase | PassphraseDestroyed:
        failures = self._attempts.count(slot.slot_id, self._clock())
        if failures >= LIMIT and self._destroy(loaded, slot):
            return PassphraseDestroyed()
        return WrongPassphrase(max(0, LIMIT - failures), delay_after(failures))

    def _destroy(self, loaded: Loaded, slot: PassphraseSlot) -> bool:
        """Remove the passphrase slot from both files; False if the disk would not take it (tried again
        later)."""
        try:
            self._store.save(_next(loaded.body, None), loaded)
        except (VaultNotSaved, VaultNotConfirmed):
            return False
        self._devices.forget(slot)
        self._attempts.reset()
        return True

    def _destroyed(self, loaded: Loaded) -> PassphraseDestroyed:
        self._store.renew_copy(loaded)  # after a crash the copy may still hold the slot
        return PassphraseDestroyed()

    # --- writing --------------------------------------------------------------------------------------

    def _new_slot(
        self, keys: Keys, vault_id: bytes, passphrase: str
    ) -> tuple[PassphraseSlot, tuple[Notice, ...]]:
        slot_id = secrets.token_bytes(16)
        device, notices = self._devices.make(slot_id)
        secret = as_bytes(passphrase)
        slot = slots.new_passphrase_slot(keys, vault_id, secret, self._cost, slot_id, device, self._now())
        return slot, notices

    def _save_new(self, body: Body) -> None:
        try:
            self._store.save(body, None)
        except (VaultNotSaved, VaultNotConfirmed) as failure:
            if not self._store.discard():
                raise
            if body.passphrase is not None:
                self._devices.forget(body.passphrase)
            raise VaultNotSaved(reason=failure.values["reason"]) from failure

    def _replace_slot(self, loaded: Loaded, keys: Keys, passphrase: str) -> None:
        """A new passphrase slot in place of the old. Its device secret gets an entry of its own, so that the
        old slot still opens if this is cut short; the old entry goes last, and old copies of the file with
        it."""
        slot, notices = self._new_slot(keys, loaded.body.vault_id, passphrase)
        try:
            stale = self._store.save(_next(loaded.body, slot), loaded)
        except VaultNotSaved:
            self._devices.forget(slot)
            raise
        if loaded.body.passphrase is not None and not stale:
            self._devices.forget(loaded.body.passphrase)
        self.notices = loaded.notices + notices + stale

    def _turn(self) -> AbstractContextManager[None]:
        return turn.hold(self._folder / LOCK_NAME, self._pause)

    def _now(self) -> int:
        return max(0, int(self._clock()))


def _next(body: Body, slot: PassphraseSlot | None) -> Body:
    return msgspec.structs.replace(body, generation=body.generation + 1, passphrase=slot)
