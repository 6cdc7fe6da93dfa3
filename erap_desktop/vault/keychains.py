"""The system keychain: a device secret in it makes a copied profile folder useless elsewhere.

Only keychains known to encrypt are used, made directly from their class. `keyring.get_keyring()` is never
asked: its choice follows an environment variable and a configuration file, and may be a plaintext file, a
null backend or a chain of others. There is no plaintext fallback; without a keychain the passphrase stands
alone.
"""

import base64
import binascii
import hmac
import importlib
import os
import queue
import sys
import threading
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final, NamedTuple, Protocol, TypeVar

T = TypeVar("T")

TIMEOUT: Final = 3.0
"""Seconds for one question. A locked or half-configured Secret Service never answers: jaraco/keyring pull
735."""

SERVICE: Final = "ERAP Desktop"
SWITCH: Final = "ERAP_KEYCHAIN"


class KeychainTrouble(Exception):  # noqa: N818 - an answer inside this package; a person is told KeychainGone
    """The keychain did not do what it was asked; `reason` is no_answer, missing or different."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


class Backend(Protocol):
    """What is used of keyring's backends."""

    def get_password(self, service: str, username: str) -> str | None: ...
    def set_password(self, service: str, username: str, password: str) -> None: ...
    def delete_password(self, service: str, username: str) -> None: ...


class Allowed(NamedTuple):
    """A keychain that may be used: the name kept in the slot, keyring's class, where it exists."""

    name: str
    module: str
    class_name: str
    platform: str


ALLOWED: Final = (
    Allowed("windows-credential-manager", "keyring.backends.Windows", "WinVaultKeyring", "win32"),
    Allowed("macos-keychain", "keyring.backends.macOS", "Keyring", "darwin"),
    Allowed("secret-service", "keyring.backends.SecretService", "Keyring", "linux"),
    Allowed("kwallet", "keyring.backends.kwallet", "DBusKeyring", "linux"),
)


class Keychain:
    """One keychain, each question with a time limit."""

    def __init__(self, backend: Backend, name: str, timeout: float = TIMEOUT) -> None:
        self._backend = backend
        self.name = name
        self._timeout = timeout

    def store(self, item: str, secret: bytes) -> None:
        """Write, read back, compare. Raises `KeychainTrouble`."""
        text = base64.b64encode(secret).decode("ascii")
        self._ask(lambda: self._backend.set_password(SERVICE, item, text))
        if not hmac.compare_digest(self.fetch(item), secret):
            raise KeychainTrouble("different")

    def fetch(self, item: str) -> bytes:
        """The secret under that name. Raises `KeychainTrouble`."""
        text = self._ask(lambda: self._backend.get_password(SERVICE, item))
        if text is None:
            raise KeychainTrouble("missing")
        try:
            return base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError) as foreign:
            raise KeychainTrouble("different") from foreign

    def forget(self, item: str) -> bool:
        """Remove it; False if the keychain would not. An entry left behind opens nothing by itself."""
        try:
            self._ask(lambda: self._backend.delete_password(SERVICE, item))
        except KeychainTrouble:
            return False
        return True

    def _ask(self, question: Callable[[], T]) -> T:
        return within(self._timeout, question)


def switched_off(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether ERAP_KEYCHAIN=off keeps the keychain from being asked (no desktop session, tests)."""
    return environ.get(SWITCH, "").strip().lower() == "off"


def trusted(backend: object) -> str | None:
    """The name of a backend on the list, by its exact class; None for every other (plaintext, null, chain,
    fail)."""
    kind = type(backend)
    for allowed in ALLOWED:
        if (kind.__module__, kind.__qualname__) == (allowed.module, allowed.class_name):
            return allowed.name
    return None


def system(
    only: str | None = None, *, environ: Mapping[str, str] = os.environ, timeout: float = TIMEOUT
) -> Keychain | None:
    """This machine's keychain, or None if there is none, it does not answer, or it is switched off.

    `only` names the one wanted, where a slot was made with it: a desktop may have two. keyring is imported
    only here, off the way to the first window (some 80 ms).
    """
    if switched_off(environ):
        return None
    for allowed in ALLOWED:
        if not sys.platform.startswith(allowed.platform) or only not in (None, allowed.name):
            continue
        try:
            backend = within(timeout, partial(_make, allowed))
        except KeychainTrouble:
            continue
        if trusted(backend) == allowed.name:
            return Keychain(backend, allowed.name, timeout)
    return None


def _make(allowed: Allowed) -> Backend:
    kind = getattr(importlib.import_module(allowed.module), allowed.class_name)
    if not kind.viable:
        raise KeychainTrouble("no_answer")
    backend: Backend = kind()
    return backend


def within(seconds: float, question: Callable[[], T]) -> T:
    """The answer to a question that may never come back. Raises `KeychainTrouble` for a failure or silence.

    The question runs in a daemon thread: one that hangs is left behind and does not keep the program from
    ending.
    """
    answers: queue.SimpleQueue[tuple[bool, T | None]] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answers.put((True, question()))
        except Exception:
            # Whatever D-Bus, pywin32 or the Security framework raise: the keychain cannot be used now. Its
            # text is not kept, it may name entries.
            answers.put((False, None))

    threading.Thread(target=ask, name="keychain", daemon=True).start()
    try:
        done, answer = answers.get(timeout=seconds)
    except queue.Empty:
        raise KeychainTrouble("no_answer") from None
    if not done:
        raise KeychainTrouble("no_answer")
    return answer  # type: ignore[return-value]
