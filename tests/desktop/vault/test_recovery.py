"""The agency's recovery key opens a laptop whose passphrase does not any more."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from erap_desktop.vault import slots
from erap_desktop.vault.errors import BadRecoveryKey, PassphraseUnfit, WrongPassphrase, WrongRecoveryKey
from erap_desktop.vault.keys import Keys
from erap_desktop.vault.vault import Vault
from erap_desktop.vault.vaultfile import decode
from tests.desktop.vault.parts import CHEAP, OTHER, PASSPHRASE, finder

pytestmark = pytest.mark.usefixtures("remember_derivations")
ANOTHER = X25519PrivateKey.generate().private_bytes_raw()


def test_the_recovery_key_opens_and_makes_a_new_passphrase_slot(
    vault: Vault, keys: Keys, recovery_private: bytes
) -> None:
    assert vault.recover(recovery_private, OTHER) == keys
    assert vault.keys == keys
    assert vault.unlock(OTHER) == keys
    with pytest.raises(WrongPassphrase):
        vault.unlock(PASSPHRASE)


def test_recovery_can_be_repeated(vault: Vault, keys: Keys, recovery_private: bytes) -> None:
    vault.recover(recovery_private, OTHER)
    assert vault.recover(recovery_private, PASSPHRASE) == keys


def test_an_administrators_tool_opens_the_slot_from_the_file_alone(
    folder: Path, keys: Keys, recovery_private: bytes
) -> None:
    body = decode((folder / "vault.json").read_bytes())
    assert slots.open_recovery_slot(body.recovery, body.vault_id, recovery_private) == keys


@pytest.mark.parametrize(
    "wrong", [X25519PrivateKey.generate().private_bytes_raw(), b"", b"x" * 31, b"x" * 33]
)
def test_another_key_opens_nothing_and_changes_nothing(
    vault: Vault, keys: Keys, wrong: bytes, recovery_public: bytes
) -> None:
    with pytest.raises(WrongRecoveryKey, match=recovery_public.hex()[:16]):
        vault.recover(wrong, OTHER)
    assert vault.unlock(PASSPHRASE) == keys


def test_a_new_passphrase_has_to_be_fit_before_anything_is_opened(
    vault: Vault, keys: Keys, recovery_private: bytes
) -> None:
    with pytest.raises(PassphraseUnfit):
        vault.recover(recovery_private, "short")
    assert vault.unlock(PASSPHRASE) == keys


@pytest.mark.parametrize(
    "unusable", [b"", b"x" * 31, b"x" * 33, bytes(32)], ids=["empty", "31", "33", "low order"]
)
def test_no_vault_is_made_for_a_recovery_key_nothing_can_be_sealed_to(
    tmp_path: Path, unusable: bytes
) -> None:
    vault = Vault(tmp_path, cost=CHEAP, keychain=finder(None))
    with pytest.raises(BadRecoveryKey):
        vault.create(PASSPHRASE, unusable)
    assert not vault.exists()
    assert not vault.is_unlocked
