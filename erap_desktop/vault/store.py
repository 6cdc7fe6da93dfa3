"""vault.json and its previous copy: which of them counts, and how a change gets onto the disk.

At rest both files are equal. A change keeps the old one as `vault.json.previous` until the new one is safely
in place, and only then renews the copy: an old copy would still open with the old passphrase.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from erap_desktop.vault import checked, vaultfile
from erap_desktop.vault.disk import Disk, NotConfirmed, put, temp_of
from erap_desktop.vault.errors import (
    Notice,
    NoVault,
    VaultDamaged,
    VaultNotConfirmed,
    VaultNotSaved,
    VaultUnreadable,
)
from erap_desktop.vault.vaultfile import Body

CURRENT: Final = "vault.json"
PREVIOUS: Final = "vault.json.previous"


@dataclass(frozen=True)
class Loaded:
    """A vault file that was read: its content, its bytes, and whether it is the current one or the copy."""

    body: Body
    data: bytes
    is_current: bool

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What a person should know about how it was read."""
        return () if self.is_current else (Notice("notice.previous_used"),)


class VaultStore:
    """The two files in a profile folder."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self._folder = folder
        self._disk = disk

    def exists(self) -> bool:
        """Whether there is any of the two files, whole or not. Raises `VaultUnreadable`."""
        return any(self._read(name) is not None for name in (CURRENT, PREVIOUS))

    def load(self) -> Loaded:
        """The current file, or the copy if that one is not whole.

        Raises `NoVault`, `VaultDamaged`, `VaultUnreadable`, `VaultNewer`.
        """
        trouble: list[Exception] = []
        for name in (CURRENT, PREVIOUS):
            try:
                data = self._read(name)
                if data is not None:
                    return Loaded(vaultfile.decode(data), data, name == CURRENT)
            except (VaultUnreadable, checked.NotWhole) as failure:
                trouble.append(failure)
        if not trouble:
            raise NoVault
        raise next((t for t in trouble if isinstance(t, VaultUnreadable)), VaultDamaged())

    def save(self, body: Body, old: Loaded | None) -> tuple[Notice, ...]:
        """Put `body` in place of `old`, durably; then renew the copy.

        Raises `VaultNotSaved` (all is as before) or `VaultNotConfirmed`. A copy that could not be renewed is
        only a notice: `renew_copy` makes up for it at the next unlock.
        """
        data = vaultfile.encode(body)
        try:
            if old is not None and old.is_current:
                self._copy(old.data)
        except OSError as failure:
            raise VaultNotSaved(reason=_reason(failure)) from failure
        try:
            put(self._disk, self._folder / CURRENT, data)
        except NotConfirmed as doubt:
            raise VaultNotConfirmed(reason=_reason(doubt)) from doubt
        except OSError as failure:
            raise VaultNotSaved(reason=_reason(failure)) from failure
        return self.renew_copy(Loaded(body, data, True))

    def renew_copy(self, loaded: Loaded) -> tuple[Notice, ...]:
        """Make both files equal to what was loaded: the copy renewed, or the current one mended from the
        copy."""
        try:
            self._disk.remove(temp_of(self._folder / CURRENT))
            if loaded.is_current:
                self._copy(loaded.data)
            else:
                put(self._disk, self._folder / CURRENT, loaded.data)
        except OSError as failure:
            return (Notice("notice.previous_stale", reason=_reason(failure)),)
        return ()

    def discard(self) -> bool:
        """Take back a vault that was being made and holds nothing yet; False if the disk would not."""
        try:
            for name in (CURRENT, PREVIOUS):
                self._disk.remove(self._folder / name)
        except OSError:
            return False
        return True

    def _copy(self, data: bytes) -> None:
        try:
            if self._read(PREVIOUS) == data:
                return
        except VaultUnreadable:
            pass  # written anew below
        put(self._disk, self._folder / PREVIOUS, data)

    def _read(self, name: str) -> bytes | None:
        try:
            return self._disk.read(self._folder / name, checked.LARGEST + 1)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as failure:
            raise VaultUnreadable(reason=_reason(failure)) from failure


def _reason(failure: OSError) -> str:
    """The system's own words, without the path."""
    return failure.strerror or type(failure).__name__
