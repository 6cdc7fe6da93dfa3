"""What a person is told: one line, nothing left unfilled, always what is safe and what to do next."""

import re
import subprocess
import sys

import pytest

from erap_desktop.vault import errors
from erap_desktop.vault.errors import (
    KeychainGone,
    Notice,
    Said,
    TooSoon,
    VaultError,
    WrongPassphrase,
)
from erap_desktop.vault.messages import TEXTS

EXAMPLES: list[Said] = [
    WrongPassphrase(9, 0),
    WrongPassphrase(3, 15),
    TooSoon(4),
    *(KeychainGone(reason, "kwallet") for reason in ("off", "none", "no_answer", "missing", "different")),
    errors.PassphraseUnfit("passphrase.too_short", length=3, minimum=8),
    errors.PassphraseUnfit("passphrase.too_long", length=3000, maximum=1024),
    errors.VaultUnreadable(reason="Permission denied"),
    errors.VaultTampered(detail="passes=1 is below 2"),
    errors.VaultNotSaved(reason="No space left on device"),
    errors.VaultNotConfirmed(reason="Input/output error"),
    errors.NotEnoughMemory(mib=64),
    errors.WrongRecoveryKey(fingerprint="00112233"),
    errors.NoVault(),
    errors.VaultExists(),
    errors.VaultDamaged(),
    errors.VaultNewer(),
    errors.VaultBusy(),
    errors.VaultLocked(),
    errors.PassphraseDestroyed(),
    errors.BadRecoveryKey(),
    Notice("notice.previous_used"),
    Notice("notice.previous_stale", reason="No space left on device"),
    Notice("notice.keychain_unused"),
]


@pytest.mark.parametrize("said", EXAMPLES, ids=lambda said: said.key)
def test_every_message_is_whole(said: Said) -> None:
    assert "\n" not in str(said)
    for part in (said.what, said.safe, said.next, str(said)):
        assert part.endswith(".")
        assert not re.search(r"[{}]", part)
    assert str(said) == f"{said.what} {said.next}"


def test_every_text_is_used_and_every_error_has_one() -> None:
    assert {said.key for said in EXAMPLES} == set(TEXTS)
    kinds = {
        kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, VaultError)
    }
    assert kinds - {VaultError} == {type(said) for said in EXAMPLES if isinstance(said, VaultError)}


@pytest.mark.parametrize("said", [WrongPassphrase(9, 0), WrongPassphrase(2, 30), TooSoon(1)], ids=str)
def test_a_wrong_passphrase_is_called_that(said: Said) -> None:
    assert "passphrase" in said.what
    assert said.what == said.what.strip()


def test_damage_is_not_blamed_on_the_passphrase() -> None:
    assert "damaged" in str(errors.VaultDamaged())
    assert "passphrase" not in str(errors.VaultDamaged())


def test_the_vault_costs_the_start_of_the_program_neither_keyring_nor_qt() -> None:
    check = (
        "import sys, erap_desktop.vault.vault, erap_desktop.vault.idle, erap_desktop.vault.lease;"
        "heavy = {'keyring', 'PySide6', 'sqlalchemy', 'httpx'};"
        "print(sorted(heavy & {name.split('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
