"""Making a vault, opening it, letting go of the keys."""

import copy as copying
import os
import pickle
import stat
import traceback
from pathlib import Path

import pytest

from erap_desktop.vault.derive import STANDARD
from erap_desktop.vault.errors import NoVault, VaultExists, VaultLocked, WrongPassphrase
from erap_desktop.vault.keys import Keys
from erap_desktop.vault.vault import Vault
from erap_desktop.vault.vaultfile import decode
from tests.desktop.vault.parts import CHEAP, PASSPHRASE, WRONG, finder


def test_at_the_standard_cost_the_passphrase_opens_after_a_restart(
    tmp_path: Path, recovery_public: bytes
) -> None:
    keys = Vault(tmp_path, keychain=finder(None)).create(PASSPHRASE, recovery_public)
    slot = decode((tmp_path / "vault.json").read_bytes()).passphrase
    assert slot is not None
    assert (slot.cost.memory_kib, slot.cost.passes, slot.cost.lanes) == (65536, 3, 4)
    assert slot.cost == STANDARD
    assert Vault(tmp_path, keychain=finder(None)).unlock(PASSPHRASE) == keys


def test_a_wrong_passphrase_does_not_open(vault: Vault) -> None:
    with pytest.raises(WrongPassphrase, match="passphrase"):
        vault.unlock(WRONG)
    assert not vault.is_unlocked


def test_two_slots_are_there_from_the_first_write_on(folder: Path) -> None:
    body = decode((folder / "vault.json").read_bytes())
    assert body.generation == 1
    assert body.passphrase is not None
    assert len(body.recovery.sealed) > 96


def test_the_slot_says_that_it_stands_without_a_keychain(vault: Vault) -> None:
    assert vault.state().keychain is None


def test_keys_are_random_and_independent(keys: Keys, tmp_path: Path, recovery_public: bytes) -> None:
    other = Vault(tmp_path / "other", cost=CHEAP, keychain=finder(None)).create(PASSPHRASE, recovery_public)
    assert len({keys.outbox, keys.replica, keys.documents, other.outbox, other.replica, other.documents}) == 6
    assert {len(key) for key in (keys.outbox, keys.replica, keys.documents)} == {32}


def test_keys_of_another_length_are_refused() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Keys(b"short", bytes(32), bytes(32))
    with pytest.raises(ValueError, match="96 bytes"):
        Keys.unpack(bytes(95))


def test_keys_show_themselves_nowhere(keys: Keys) -> None:
    assert "hidden" in repr(keys)
    assert keys.outbox.hex() not in f"{keys} {keys!r} {[keys]}"
    with pytest.raises(TypeError):
        pickle.dumps(keys)
    with pytest.raises(TypeError):
        copying.copy(keys)


def test_neither_keys_nor_passphrase_are_in_any_file(folder: Path, vault: Vault, keys: Keys) -> None:
    vault.unlock(PASSPHRASE)
    for file in folder.iterdir():
        content = file.read_bytes()
        for secret in (keys.outbox, keys.replica, keys.documents, PASSPHRASE.encode()):
            assert secret not in content
            assert secret.hex().encode() not in content


def test_an_error_shows_no_secret(vault: Vault) -> None:
    with pytest.raises(WrongPassphrase) as caught:
        vault.unlock(WRONG)
    assert WRONG not in "".join(traceback.format_exception(caught.value))


def test_locking_lets_go_of_the_keys(vault: Vault) -> None:
    assert vault.unlock(PASSPHRASE) == vault.keys
    vault.lock()
    assert not vault.is_unlocked
    with pytest.raises(VaultLocked):
        _ = vault.keys


def test_a_second_vault_is_never_made_over_the_first(
    vault: Vault, folder: Path, recovery_public: bytes, keys: Keys
) -> None:
    with pytest.raises(VaultExists):
        vault.create(WRONG, recovery_public)
    (folder / "vault.json").write_bytes(b"damaged")
    with pytest.raises(VaultExists):
        vault.create(WRONG, recovery_public)
    assert vault.unlock(PASSPHRASE) == keys


def test_a_profile_without_a_vault_says_so(tmp_path: Path) -> None:
    vault = Vault(tmp_path / "nothing here", keychain=finder(None))
    assert not vault.exists()
    with pytest.raises(NoVault, match="Enrol"):
        vault.unlock(PASSPHRASE)


@pytest.mark.skipif(os.name == "nt", reason="modes are a POSIX thing")
def test_only_the_owner_may_read_whatever_the_umask(tmp_path: Path, recovery_public: bytes) -> None:
    before = os.umask(0)
    try:
        folder = tmp_path / "profile"
        vault = Vault(folder, cost=CHEAP, keychain=finder(None))
        vault.create(PASSPHRASE, recovery_public)
        with pytest.raises(WrongPassphrase):
            vault.unlock(WRONG)
    finally:
        os.umask(before)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}
    assert len(list(folder.iterdir())) == 4  # the vault, its copy, the counter, the lock
