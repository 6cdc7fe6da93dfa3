"""Another passphrase for the same keys."""

from pathlib import Path

import pytest

from erap_desktop.vault.errors import PassphraseUnfit, WrongPassphrase
from erap_desktop.vault.keys import Keys
from erap_desktop.vault.vault import Vault
from erap_desktop.vault.vaultfile import decode
from tests.desktop.vault.parts import OTHER, PASSPHRASE, WRONG

pytestmark = pytest.mark.usefixtures("remember_derivations")


def test_the_new_one_opens_the_same_keys_and_the_old_one_nothing(vault: Vault, keys: Keys) -> None:
    vault.change_passphrase(PASSPHRASE, OTHER)
    assert vault.unlock(OTHER) == keys
    with pytest.raises(WrongPassphrase):
        vault.unlock(PASSPHRASE)


def test_the_recovery_slot_stays_as_it_is(
    vault: Vault, folder: Path, keys: Keys, recovery_private: bytes
) -> None:
    before = decode((folder / "vault.json").read_bytes())
    vault.change_passphrase(PASSPHRASE, OTHER)
    after = decode((folder / "vault.json").read_bytes())
    assert after.recovery == before.recovery
    assert after.generation == before.generation + 1
    assert vault.recover(recovery_private, PASSPHRASE) == keys


def test_the_old_one_does_not_live_on_in_the_copy(vault: Vault, folder: Path, keys: Keys) -> None:
    vault.change_passphrase(PASSPHRASE, OTHER)
    (folder / "vault.json").write_bytes(b"damaged, so that the copy is used")
    with pytest.raises(WrongPassphrase):
        vault.unlock(PASSPHRASE)
    assert vault.unlock(OTHER) == keys


def test_a_locked_vault_stays_locked_and_an_open_one_open(vault: Vault, keys: Keys) -> None:
    vault.change_passphrase(PASSPHRASE, OTHER)
    assert not vault.is_unlocked
    vault.unlock(OTHER)
    vault.change_passphrase(OTHER, PASSPHRASE)
    assert vault.keys == keys


def test_a_wrong_current_one_changes_nothing(vault: Vault, folder: Path, keys: Keys) -> None:
    before = (folder / "vault.json").read_bytes()
    with pytest.raises(WrongPassphrase):
        vault.change_passphrase(WRONG, OTHER)
    assert (folder / "vault.json").read_bytes() == before


def test_an_unfit_new_one_is_refused_before_the_current_one_is_tried(vault: Vault) -> None:
    with pytest.raises(PassphraseUnfit):
        vault.change_passphrase(WRONG, "short")
    assert vault.state().attempts_left == 10


def test_salt_and_nonce_are_fresh_each_time(vault: Vault, folder: Path) -> None:
    seen = set()
    for current, new in ((PASSPHRASE, OTHER), (OTHER, PASSPHRASE), (PASSPHRASE, OTHER)):
        vault.change_passphrase(current, new)
        slot = decode((folder / "vault.json").read_bytes()).passphrase
        assert slot is not None
        seen |= {slot.salt, slot.nonce, slot.slot_id, slot.wrapped}
    assert len(seen) == 12
