"""What can go wrong with the vault, each thing its own type, each saying what is safe and what to do next."""

# ruff: noqa: N818 - these names are what a person is told ("wrong passphrase"), not "...Error".

from typing import ClassVar

from erap_desktop.vault.messages import TEXTS

Value = int | str


class Said:
    """A message by key with its values: the parts and one line of it. Translations use `key` and `values`."""

    key: str
    values: dict[str, Value]

    @property
    def what(self) -> str:
        """What happened."""
        return TEXTS[self.key].what.format(**self.values)

    @property
    def safe(self) -> str:
        """What is not lost or changed."""
        return TEXTS[self.key].safe.format(**self.values)

    @property
    def next(self) -> str:
        """What to do now."""
        return TEXTS[self.key].next.format(**self.values)

    def __str__(self) -> str:
        return f"{self.what} {self.next}"


class Notice(Said):
    """Something a person should know although what they asked for was done."""

    def __init__(self, key: str, **values: Value) -> None:
        self.key = key
        self.values = values


class VaultError(Said, Exception):
    """Base of everything the vault raises for a person to read."""

    default_key: ClassVar[str] = ""

    def __init__(self, key: str | None = None, **values: Value) -> None:
        self.key = key or self.default_key
        self.values = values
        super().__init__(self.key)


class NoVault(VaultError):
    """The profile folder holds no vault: this laptop is not enrolled."""

    default_key = "vault.none"


class VaultExists(VaultError):
    """A vault would be made where there is one, whole or damaged; it is never written over."""

    default_key = "vault.exists"


class VaultDamaged(VaultError):
    """Neither vault.json nor its previous copy is whole."""

    default_key = "vault.damaged"


class VaultUnreadable(VaultError):
    """The operating system refuses to read the file (value `reason`)."""

    default_key = "vault.unreadable"


class VaultNewer(VaultError):
    """The file is whole but of a later version than this program knows."""

    default_key = "vault.newer"


class VaultTampered(VaultError):
    """The file is whole and says something this program never writes (value `detail`)."""

    default_key = "vault.tampered"


class VaultBusy(VaultError):
    """Another process has held the vault for longer than an unlock takes."""

    default_key = "vault.busy"


class VaultLocked(VaultError):
    """The keys were asked for while the vault is locked."""

    default_key = "vault.locked"


class VaultNotSaved(VaultError):
    """A change did not reach the disk; the vault is as it was before (value `reason`)."""

    default_key = "vault.not_saved"


class VaultNotConfirmed(VaultError):
    """A change was put in place but the disk did not confirm it: after a power cut either may be there."""

    default_key = "vault.not_confirmed"


class NotEnoughMemory(VaultError):
    """Argon2id could not get its memory (value `mib`)."""

    default_key = "vault.memory"


class WrongPassphrase(VaultError):
    """The passphrase does not open the slot."""

    def __init__(self, attempts_left: int, delay: int) -> None:
        self.attempts_left = attempts_left
        self.delay = delay
        """Seconds before the next passphrase is looked at; 0 for the first two wrong ones."""
        key = "passphrase.wrong_wait" if delay else "passphrase.wrong"
        super().__init__(key, left=attempts_left, wait=delay)


class TooSoon(VaultError):
    """A passphrase given during the pause after wrong ones: not looked at, not counted."""

    def __init__(self, delay: int) -> None:
        self.delay = delay
        """Whole seconds still to wait, at least 1."""
        super().__init__("passphrase.too_soon", wait=delay)


class PassphraseDestroyed(VaultError):
    """The passphrase slot is gone after ten wrong passphrases; the recovery slot and the data are not."""

    default_key = "passphrase.destroyed"


class PassphraseUnfit(VaultError):
    """A new passphrase is too short or too long."""


class KeychainGone(VaultError):
    """The slot was made with a secret in the system keychain, and that secret cannot be had.

    `reason` is off (ERAP_KEYCHAIN=off), none (no keychain here), no_answer, missing or different.
    """

    def __init__(self, reason: str, name: str) -> None:
        self.reason = reason
        super().__init__(f"keychain.{reason}", name=name)


class WrongRecoveryKey(VaultError):
    """A recovery private key that does not belong to this vault's recovery slot."""

    default_key = "recovery.wrong_key"


class BadRecoveryKey(VaultError):
    """A recovery public key to which nothing can be sealed."""

    default_key = "recovery.bad_key"
