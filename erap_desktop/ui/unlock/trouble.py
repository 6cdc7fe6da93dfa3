"""Why a profile could not be opened or made, in plain words: what happened, what is safe, what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

from erap_desktop.services.errors import ServiceError
from erap_desktop.ui.unlock.vault_words import told
from erap_desktop.vault.errors import (
    PassphraseDestroyed,
    PassphraseUnfit,
    TooSoon,
    VaultError,
    WrongPassphrase,
)

Place = Literal["passphrase", "server", "user", "code", "ca", "page"]


@dataclass(frozen=True)
class Trouble:
    """`place` is the field it belongs to, or the page. `wait` in seconds; `rebuild`: a new copy can be made.

    `final`: no passphrase helps.
    """

    title: str
    text: str
    place: Place = "page"
    wait: int = 0
    rebuild: bool = False
    final: bool = False

    @property
    def sentence(self) -> str:
        """Both in one."""
        return f"{self.title} {self.text}".strip()


def explain(error: Exception) -> Trouble:
    """An error of unlocking or enrolling, in the language that is shown."""
    from erap_desktop.services.problems import problem_kind

    if isinstance(error, VaultError):
        return _of_vault(error)
    if isinstance(error, ServiceError) and error.key in _PLACES:
        title, text = _service_words(error)
        return Trouble(title, text, _PLACES[error.key])
    title, text = _store_words(problem_kind(error), str(error))
    return Trouble(title, text, rebuild=problem_kind(error) == "damaged_copy")


def _of_vault(error: VaultError) -> Trouble:
    said = told(error.key, error.values)
    if isinstance(error, WrongPassphrase | TooSoon):
        return Trouble(said.what, said.next, "passphrase", wait=error.delay)
    if isinstance(error, PassphraseUnfit):
        return Trouble(said.what, said.next, "passphrase")
    return Trouble(said.what, f"{said.safe} {said.next}", final=isinstance(error, PassphraseDestroyed))


def _store_words(kind: str, detail: str) -> tuple[str, str]:
    words = {
        "damaged_copy": (
            QCoreApplication.translate("Trouble", "The copy of your cases on this laptop is damaged."),
            QCoreApplication.translate(
                "Trouble",
                "Your own work is safe: it is kept apart. The copy can be thrown away and brought anew "
                "from the office.",
            ),
        ),
        "damaged_work": (
            QCoreApplication.translate("Trouble", "The file with your own work is damaged."),
            QCoreApplication.translate(
                "Trouble",
                "Nothing was changed and nothing is thrown away. Tell your administrator before you go on; "
                "a second copy of every change is kept for them.",
            ),
        ),
        "newer": (
            QCoreApplication.translate("Trouble", "A newer ERAP Desktop has been used on this laptop."),
            QCoreApplication.translate(
                "Trouble", "Nothing was touched. Install the newer version, then unlock again."
            ),
        ),
        "not_enrolled": (
            QCoreApplication.translate("Trouble", "Setting up this laptop was not finished."),
            QCoreApplication.translate(
                "Trouble", "Nothing is stored here that could be lost. Set it up again with a new code."
            ),
        ),
        "busy": (
            QCoreApplication.translate("Trouble", "Another program is using the files of this laptop."),
            QCoreApplication.translate("Trouble", "Nothing was changed. Wait a moment, then try again."),
        ),
        "disk_full": (
            QCoreApplication.translate("Trouble", "The disk is full."),
            QCoreApplication.translate("Trouble", "What was saved is safe. Free some space, then try again."),
        ),
    }
    other = QCoreApplication.translate("Trouble", "This could not be opened."), detail
    return words.get(kind, other)


_PLACES: dict[str, Place] = {
    "enrol.bad_url": "server",
    "enrol.plain_http": "server",
    "enrol.unreachable": "server",
    "enrol.slow": "server",
    "enrol.broken_off": "server",
    "enrol.certificate": "server",
    "enrol.expired": "server",
    "enrol.proxy": "server",
    "enrol.stranger": "server",
    "enrol.bad_ca": "ca",
    "enrol.bad_code": "code",
    "enrol.locked": "code",
    "enrol.bad_request": "user",
    "enrol.other_person": "user",
}


def _service_words(error: ServiceError) -> tuple[str, str]:
    ask = QCoreApplication.translate(
        "Trouble", "Nothing was changed. Check the address with your administrator."
    )
    again = QCoreApplication.translate(
        "Trouble", "Nothing was changed and the code is still good. Check the connection, then try again."
    )
    words = {
        "enrol.bad_url": (
            QCoreApplication.translate("Trouble", "This is not an address of a server."),
            QCoreApplication.translate("Trouble", "It looks like https://erap.example.org."),
        ),
        "enrol.plain_http": (
            QCoreApplication.translate("Trouble", "This address is not encrypted."),
            QCoreApplication.translate("Trouble", "Only addresses that begin with https are used."),
        ),
        "enrol.unreachable": (
            QCoreApplication.translate("Trouble", "The server could not be reached."),
            again,
        ),
        "enrol.slow": (QCoreApplication.translate("Trouble", "The server did not answer in time."), again),
        "enrol.broken_off": (QCoreApplication.translate("Trouble", "The connection broke off."), again),
        "enrol.certificate": (
            QCoreApplication.translate(
                "Trouble", "Somebody answered with a certificate that is not the server's."
            ),
            QCoreApplication.translate(
                "Trouble",
                "Nothing was sent to them. If your agency uses its own certificate authority, choose its "
                "file; otherwise use another network.",
            ),
        ),
        "enrol.expired": (
            QCoreApplication.translate("Trouble", "The server’s certificate is not valid today."),
            QCoreApplication.translate(
                "Trouble",
                "Nothing was sent. Look whether date and time of this computer are right; if they are, tell "
                "your administrator.",
            ),
        ),
        "enrol.proxy": (
            QCoreApplication.translate("Trouble", "The proxy of this network wants a password."),
            QCoreApplication.translate(
                "Trouble",
                "Nothing was sent. Use another network, or ask your administrator to enter the password in "
                "the proxy settings of this computer.",
            ),
        ),
        "enrol.stranger": (
            QCoreApplication.translate("Trouble", "What answered is not an ERAP server."),
            QCoreApplication.translate(
                "Trouble",
                "Perhaps this network wants a sign-in: open a web page, sign in there, then try again.",
            ),
        ),
        "enrol.bad_ca": (
            QCoreApplication.translate("Trouble", "This file is not a certificate."),
            QCoreApplication.translate(
                "Trouble", "Choose the .pem file your administrator gave you, or none."
            ),
        ),
        "enrol.bad_code": (
            QCoreApplication.translate("Trouble", "The server does not accept this name with this code."),
            QCoreApplication.translate(
                "Trouble", "A code is good once and for a short time. Check both, or ask for a new code."
            ),
        ),
        "enrol.locked": (
            QCoreApplication.translate("Trouble", "There were too many wrong codes."),
            QCoreApplication.translate(
                "Trouble",
                "Nothing was changed. Ask your administrator for a new code, or try again in a quarter "
                "of an hour.",
            ),
        ),
        "enrol.bad_request": (QCoreApplication.translate("Trouble", "The server could not read this."), ask),
        "enrol.other_person": (
            QCoreApplication.translate("Trouble", "This laptop is set up for {user}.").format(
                user=error.values.get("user", "")
            ),
            QCoreApplication.translate(
                "Trouble", "Nothing was changed. Another person needs another profile."
            ),
        ),
    }
    return words[error.key]
