"""A device secret in the system keychain: half of the passphrase slot, never the only half."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from keyring.backends import chainer, fail, null

from erap_desktop.vault import keychains
from erap_desktop.vault.errors import KeychainGone, WrongPassphrase
from erap_desktop.vault.keychains import Keychain, KeychainTrouble
from erap_desktop.vault.keys import Keys
from erap_desktop.vault.vault import Vault
from tests.desktop.vault.parts import (
    CHEAP,
    OTHER,
    PASSPHRASE,
    WRONG,
    FailingBackend,
    Finder,
    ForgetfulBackend,
    MemoryBackend,
    SilentBackend,
    finder,
)

pytestmark = pytest.mark.usefixtures("remember_derivations")


@pytest.fixture
def backend() -> MemoryBackend:
    return MemoryBackend()


@pytest.fixture
def find(backend: MemoryBackend) -> Finder:
    return finder(backend)


@pytest.fixture
def joined(tmp_path: Path, find: Finder, recovery_public: bytes) -> tuple[Vault, Keys]:
    """A vault made with a keychain at hand."""
    vault = Vault(tmp_path / "joined", cost=CHEAP, keychain=find)
    return vault, vault.create(PASSPHRASE, recovery_public)


@pytest.fixture
def silent() -> Iterator[SilentBackend]:
    backend = SilentBackend()
    yield backend
    backend.released.set()
    for thread in threading.enumerate():
        if thread.name == "keychain":
            thread.join(5)


# --- joined ---------------------------------------------------------------------------------------------


def test_passphrase_and_keychain_together_open(joined: tuple[Vault, Keys]) -> None:
    vault, keys = joined
    assert vault.state().keychain == "secret-service"
    assert vault.unlock(PASSPHRASE) == keys


def test_the_keychain_alone_opens_nothing(joined: tuple[Vault, Keys]) -> None:
    with pytest.raises(WrongPassphrase):
        joined[0].unlock(WRONG)


def test_the_entry_is_neither_a_key_nor_the_passphrase(
    joined: tuple[Vault, Keys], backend: MemoryBackend
) -> None:
    (entry,) = backend.entries.values()
    assert PASSPHRASE not in entry
    assert len(entry) == 44  # 32 random bytes in base64


def test_a_vault_made_without_one_never_asks_for_it(vault: Vault, keys: Keys) -> None:
    assert vault.unlock(PASSPHRASE) == keys


def test_a_new_passphrase_gets_a_new_entry_and_the_old_one_goes(
    joined: tuple[Vault, Keys], backend: MemoryBackend
) -> None:
    vault, keys = joined
    before = dict(backend.entries)
    vault.change_passphrase(PASSPHRASE, OTHER)
    assert len(backend.entries) == 1
    assert backend.entries.keys().isdisjoint(before)
    assert vault.unlock(OTHER) == keys


def test_an_old_copy_of_the_file_does_not_open_with_the_old_passphrase(
    joined: tuple[Vault, Keys], tmp_path: Path
) -> None:
    vault, _ = joined
    file = tmp_path / "joined" / "vault.json"
    old = file.read_bytes()
    vault.change_passphrase(PASSPHRASE, OTHER)
    file.write_bytes(old)
    with pytest.raises(KeychainGone):
        vault.unlock(PASSPHRASE)


# --- gone -----------------------------------------------------------------------------------------------


def gone(vault: Vault) -> KeychainGone:
    with pytest.raises(KeychainGone) as caught:
        vault.unlock(PASSPHRASE)
    assert "not counted as a wrong passphrase" in caught.value.safe
    assert "still here" in caught.value.safe
    assert "recovery key" in caught.value.next
    assert vault.state().attempts_left == 10
    return caught.value


def test_no_keychain_any_more(joined: tuple[Vault, Keys], find: Finder) -> None:
    find.backend = None
    assert gone(joined[0]).reason == "none"


def test_switched_off(joined: tuple[Vault, Keys], find: Finder, monkeypatch: pytest.MonkeyPatch) -> None:
    find.backend = None
    monkeypatch.setenv("ERAP_KEYCHAIN", "off")
    assert "ERAP_KEYCHAIN=off" in str(gone(joined[0]))


def test_an_entry_that_is_missing(joined: tuple[Vault, Keys], backend: MemoryBackend) -> None:
    backend.entries.clear()
    assert gone(joined[0]).reason == "missing"


@pytest.mark.parametrize("entry", ["", "not base64!", "c29tZXRoaW5nIGVsc2U=", "c29tZXRoaW5nIGVsc2U"])
def test_an_entry_that_is_another_is_not_taken_for_a_wrong_passphrase(
    joined: tuple[Vault, Keys], backend: MemoryBackend, entry: str
) -> None:
    backend.entries = dict.fromkeys(backend.entries, entry)
    assert gone(joined[0]).reason == "different"


def test_a_keychain_that_fails(joined: tuple[Vault, Keys], find: Finder) -> None:
    find.backend = FailingBackend()
    assert gone(joined[0]).reason == "no_answer"


def test_a_keychain_that_never_answers(
    joined: tuple[Vault, Keys], find: Finder, silent: SilentBackend
) -> None:
    find.backend, find.timeout = silent, 0.05
    assert gone(joined[0]).reason == "no_answer"


def test_it_comes_back(joined: tuple[Vault, Keys], find: Finder, backend: MemoryBackend) -> None:
    vault, keys = joined
    find.backend = None
    gone(vault)
    find.backend = backend
    assert vault.unlock(PASSPHRASE) == keys


def test_the_recovery_key_opens_without_it_and_the_new_slot_stands_alone(
    joined: tuple[Vault, Keys], find: Finder, recovery_private: bytes
) -> None:
    vault, keys = joined
    find.backend = None
    assert vault.recover(recovery_private, OTHER) == keys
    assert vault.state().keychain is None
    assert vault.unlock(OTHER) == keys


# --- unfit at the moment the vault is made --------------------------------------------------------------


@pytest.mark.parametrize("unfit", [ForgetfulBackend(), FailingBackend()])
def test_a_keychain_that_does_not_give_back_what_it_took_is_not_used(
    tmp_path: Path, recovery_public: bytes, unfit: MemoryBackend
) -> None:
    vault = Vault(tmp_path, cost=CHEAP, keychain=finder(unfit))
    keys = vault.create(PASSPHRASE, recovery_public)
    assert [notice.key for notice in vault.notices] == ["notice.keychain_unused"]
    assert vault.state().keychain is None
    assert Vault(tmp_path, cost=CHEAP, keychain=finder(None)).unlock(PASSPHRASE) == keys


def test_a_silent_keychain_does_not_keep_a_vault_from_being_made(
    tmp_path: Path, recovery_public: bytes, silent: SilentBackend
) -> None:
    vault = Vault(tmp_path, cost=CHEAP, keychain=finder(silent, 0.05))
    vault.create(PASSPHRASE, recovery_public)
    assert vault.state().keychain is None


# --- which keychains ------------------------------------------------------------------------------------


class PlaintextKeyring(MemoryBackend):
    """Named as the backend of keyrings.alt that writes passwords to a file as they are."""

    __module__ = "keyrings.alt.file"


class Keyring(MemoryBackend):
    """As the Secret Service backend is called, and from elsewhere."""


REFUSED: list[type] = [null.Keyring, fail.Keyring, chainer.ChainerBackend, PlaintextKeyring, Keyring, object]


@pytest.mark.parametrize("refused", REFUSED, ids=lambda kind: f"{kind.__module__}.{kind.__qualname__}")
def test_only_keychains_on_the_list_are_trusted(refused: type) -> None:
    assert keychains.trusted(refused()) is None


def test_a_class_derived_from_one_on_the_list_is_not_on_it() -> None:
    from keyring.backends import SecretService

    class Derived(SecretService.Keyring):  # type: ignore[misc,unused-ignore]
        pass

    assert keychains.trusted(SecretService.Keyring.__new__(SecretService.Keyring)) == "secret-service"
    assert keychains.trusted(Derived.__new__(Derived)) is None


def test_every_class_on_the_list_exists() -> None:
    import importlib

    for allowed in keychains.ALLOWED:
        assert hasattr(importlib.import_module(allowed.module), allowed.class_name)


def test_nobody_chooses_a_backend_through_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'no bus'}")
    found = keychains.system(environ={})
    assert found is None or found.name in {allowed.name for allowed in keychains.ALLOWED}


@pytest.mark.parametrize("value", ["off", "OFF", " off "])
def test_the_switch_keeps_it_from_being_asked(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    def never(module: str) -> None:
        raise AssertionError(module)

    monkeypatch.setattr("importlib.import_module", never)
    assert keychains.system(environ={"ERAP_KEYCHAIN": value}) is None


def test_a_backend_that_cannot_be_used_here_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        keychains, "ALLOWED", (keychains.Allowed("gone", "no.such.module", "X", sys.platform),)
    )
    assert keychains.system(environ={}) is None


def test_a_question_without_an_answer_ends(silent: SilentBackend) -> None:
    keychain = Keychain(silent, "secret-service", timeout=0.01)
    with pytest.raises(KeychainTrouble, match="no_answer"):
        keychain.fetch("item")
    assert not keychain.forget("not there")


REAL = """
import secrets
from erap_desktop.vault import keychains
keychain = keychains.system()
secret = secrets.token_bytes(32)
keychain.store("item", secret)
assert keychain.fetch("item") == secret
assert keychain.forget("item")
print(keychain.name)
"""


def test_a_real_secret_service_takes_and_gives_back(tmp_path: Path) -> None:
    start = "printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1"
    command = f'{start}; exec "$0" -c "$1"'
    (tmp_path / "run").mkdir(mode=0o700)
    environ = os.environ | {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path / "run")}
    environ |= {"XDG_DATA_HOME": str(tmp_path), "PYTHONPATH": str(Path.cwd())}
    environ.pop("ERAP_KEYCHAIN", None)
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", command, sys.executable, REAL],
        env=environ,
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert done.stdout.strip() == "secret-service", done.stderr
