"""One vault, made once at the cheapest permitted cost, and copied for each test."""

import functools
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from argon2.low_level import hash_secret_raw
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from erap_desktop.vault import derive
from erap_desktop.vault.keys import Keys
from erap_desktop.vault.vault import Vault
from tests.desktop.vault.parts import CHEAP, PASSPHRASE, Clock, finder

RECOVERY = X25519PrivateKey.generate()


@pytest.fixture(scope="session")
def recovery_private() -> bytes:
    """The agency's recovery private key, raw."""
    return RECOVERY.private_bytes_raw()


@pytest.fixture(scope="session")
def recovery_public() -> bytes:
    """The public one, as a laptop gets it at enrolment."""
    return RECOVERY.public_key().public_bytes_raw()


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, recovery_public: bytes) -> tuple[Path, Keys]:
    """A profile folder with a vault that `PASSPHRASE` opens without a keychain, and its keys."""
    folder = tmp_path_factory.mktemp("made")
    vault = Vault(folder, cost=CHEAP, clock=Clock(), keychain=finder(None))
    return folder, vault.create(PASSPHRASE, recovery_public)


@functools.cache
def _remembered(*inputs: Any) -> bytes:
    return hash_secret_raw(*inputs)


@pytest.fixture(autouse=True)
def no_word_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether a keychain is used is up to each test, whatever the environment says."""
    monkeypatch.delenv("ERAP_KEYCHAIN", raising=False)


@pytest.fixture
def remember_derivations(monkeypatch: pytest.MonkeyPatch) -> None:
    """The real Argon2id, asked once for the same inputs: for tests that open one slot hundreds of times."""
    monkeypatch.setattr(derive, "hash_secret_raw", _remembered)


@pytest.fixture
def keys(made: tuple[Path, Keys]) -> Keys:
    """The keys in every copy of that vault."""
    return made[1]


@pytest.fixture
def copy(made: tuple[Path, Keys], tmp_path: Path) -> Callable[[str], Path]:
    """Another copy of that folder."""

    def make(name: str) -> Path:
        return Path(shutil.copytree(made[0], tmp_path / name))

    return make


@pytest.fixture
def folder(copy: Callable[[str], Path]) -> Path:
    """A copy of that folder, this test's own."""
    return copy("profile")


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still until told."""
    return Clock()


@pytest.fixture
def vault(folder: Path, clock: Clock) -> Vault:
    """A locked vault over that folder."""
    return Vault(folder, cost=CHEAP, clock=clock, keychain=finder(None))
