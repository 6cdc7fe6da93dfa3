"""The vault's sentences for translation: the same English by the same keys, as literals for the catalogue."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from erap_desktop.ui.i18n import QT_TRANSLATE_NOOP

Part = str | tuple[str, ...]


class Told(NamedTuple):
    """What happened, what is safe, what to do next, in the language that is shown."""

    what: str
    safe: str
    next: str


_DATA_SAFE = QT_TRANSLATE_NOOP(
    "Vault", "Every case, decision and document on this laptop is still here, encrypted and unchanged."
)
_NOT_COUNTED = QT_TRANSLATE_NOOP("Vault", "This was not counted as a wrong passphrase.")
_UNTOUCHED = QT_TRANSLATE_NOOP("Vault", "It was not touched.")
_ASK_RECOVERY = QT_TRANSLATE_NOOP(
    "Vault",
    "Ask your administrator to open this laptop with the agency's recovery key; you then choose"
    " a new passphrase.",
)

SENTENCES: dict[str, tuple[Part, Part, Part]] = {
    "vault.none": (
        QT_TRANSLATE_NOOP("Vault", "This profile has no vault yet."),
        QT_TRANSLATE_NOOP("Vault", "Nothing is stored here that could be lost."),
        QT_TRANSLATE_NOOP("Vault", "Enrol this laptop first."),
    ),
    "vault.exists": (
        QT_TRANSLATE_NOOP("Vault", "This profile already has a vault."),
        _UNTOUCHED,
        QT_TRANSLATE_NOOP("Vault", "Unlock it, or choose another profile folder."),
    ),
    "vault.damaged": (
        QT_TRANSLATE_NOOP("Vault", "The file with this laptop's keys is damaged, and so is its copy."),
        _DATA_SAFE,
        QT_TRANSLATE_NOOP(
            "Vault", "Put back vault.json from a backup of the profile folder, or ask your administrator."
        ),
    ),
    "vault.unreadable": (
        QT_TRANSLATE_NOOP("Vault", "The file with this laptop's keys could not be read: {reason}."),
        _DATA_SAFE,
        QT_TRANSLATE_NOOP(
            "Vault",
            "Check that the disk is connected and that you may read the profile folder, then try again.",
        ),
    ),
    "vault.newer": (
        QT_TRANSLATE_NOOP(
            "Vault", "The file with this laptop's keys was written by a newer version of ERAP Desktop."
        ),
        _UNTOUCHED,
        QT_TRANSLATE_NOOP("Vault", "Update ERAP Desktop, then try again."),
    ),
    "vault.tampered": (
        QT_TRANSLATE_NOOP(
            "Vault",
            "The file with this laptop's keys was changed by something other than ERAP Desktop: {detail}.",
        ),
        (QT_TRANSLATE_NOOP("Vault", "It was not used."), _DATA_SAFE),
        (QT_TRANSLATE_NOOP("Vault", "Tell your administrator before you go on."), _ASK_RECOVERY),
    ),
    "vault.busy": (
        QT_TRANSLATE_NOOP("Vault", "Another ERAP Desktop on this laptop is using the vault at this moment."),
        QT_TRANSLATE_NOOP("Vault", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Vault", "Wait until it is done, then try again."),
    ),
    "vault.locked": (
        QT_TRANSLATE_NOOP("Vault", "This laptop is locked."),
        _DATA_SAFE,
        QT_TRANSLATE_NOOP("Vault", "Unlock it with your passphrase."),
    ),
    "vault.not_saved": (
        QT_TRANSLATE_NOOP("Vault", "The keys could not be saved: {reason}."),
        QT_TRANSLATE_NOOP("Vault", "Nothing was changed: whatever opened this laptop before still opens it."),
        QT_TRANSLATE_NOOP("Vault", "Free some disk space or check the disk, then try again."),
    ),
    "vault.not_confirmed": (
        QT_TRANSLATE_NOOP("Vault", "The keys were saved, but the disk did not confirm it: {reason}."),
        _DATA_SAFE,
        QT_TRANSLATE_NOOP(
            "Vault", "Check the disk. Unlock with the new passphrase; if it is refused, with the one before."
        ),
    ),
    "vault.memory": (
        QT_TRANSLATE_NOOP(
            "Vault", "There is not enough free memory to check the passphrase ({mib} MiB are needed)."
        ),
        _NOT_COUNTED,
        QT_TRANSLATE_NOOP("Vault", "Close other programs, then try again."),
    ),
    "passphrase.wrong": (
        QT_TRANSLATE_NOOP("Vault", "Wrong passphrase. Tries left: {left}."),
        _DATA_SAFE,
        QT_TRANSLATE_NOOP("Vault", "Check Caps Lock and the keyboard layout, then try again."),
    ),
    "passphrase.wrong_wait": (
        QT_TRANSLATE_NOOP("Vault", "Wrong passphrase. Tries left: {left}."),
        _DATA_SAFE,
        QT_TRANSLATE_NOOP(
            "Vault",
            "Wait {wait} s before the next try. With none left, only the agency's recovery key opens it.",
        ),
    ),
    "passphrase.too_soon": (
        QT_TRANSLATE_NOOP(
            "Vault", "The passphrase was not checked: after several wrong ones there is a pause."
        ),
        _NOT_COUNTED,
        QT_TRANSLATE_NOOP("Vault", "Wait {wait} s, then try again."),
    ),
    "passphrase.destroyed": (
        QT_TRANSLATE_NOOP(
            "Vault", "The passphrase no longer opens this laptop: it was wrong ten times in a row."
        ),
        _DATA_SAFE,
        _ASK_RECOVERY,
    ),
    "passphrase.too_short": (
        QT_TRANSLATE_NOOP("Vault", "This passphrase is too short: it has {length} characters."),
        QT_TRANSLATE_NOOP("Vault", "Nothing was changed."),
        QT_TRANSLATE_NOOP(
            "Vault", "Choose one of at least {minimum} characters; three or four words are easy to remember."
        ),
    ),
    "passphrase.too_long": (
        QT_TRANSLATE_NOOP("Vault", "This passphrase is too long: it has {length} characters."),
        QT_TRANSLATE_NOOP("Vault", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Vault", "Choose one of at most {maximum} characters."),
    ),
    "keychain.off": (
        QT_TRANSLATE_NOOP(
            "Vault",
            "This laptop's keys need the system keychain, and ERAP_KEYCHAIN=off keeps it from being asked.",
        ),
        (_NOT_COUNTED, _DATA_SAFE),
        (QT_TRANSLATE_NOOP("Vault", "Start without ERAP_KEYCHAIN=off."), _ASK_RECOVERY),
    ),
    "keychain.none": (
        QT_TRANSLATE_NOOP(
            "Vault", "This laptop's keys need the system keychain ({name}), and it is not there."
        ),
        (_NOT_COUNTED, _DATA_SAFE),
        (
            QT_TRANSLATE_NOOP(
                "Vault", "Sign in to the desktop as usual and try again. If the keychain is gone for good:"
            ),
            _ASK_RECOVERY,
        ),
    ),
    "keychain.no_answer": (
        QT_TRANSLATE_NOOP("Vault", "The system keychain ({name}) did not answer."),
        (_NOT_COUNTED, _DATA_SAFE),
        (
            QT_TRANSLATE_NOOP(
                "Vault",
                "Unlock the keychain, answer its question if it asks, then try again. If it stays so:",
            ),
            _ASK_RECOVERY,
        ),
    ),
    "keychain.missing": (
        QT_TRANSLATE_NOOP("Vault", "The system keychain ({name}) no longer holds this laptop's entry."),
        (_NOT_COUNTED, _DATA_SAFE),
        _ASK_RECOVERY,
    ),
    "keychain.different": (
        QT_TRANSLATE_NOOP(
            "Vault", "The system keychain ({name}) holds another entry than the one this laptop stored."
        ),
        (_NOT_COUNTED, _DATA_SAFE),
        _ASK_RECOVERY,
    ),
    "recovery.wrong_key": (
        QT_TRANSLATE_NOOP("Vault", "This is not the recovery key that this laptop was set up with."),
        _DATA_SAFE,
        QT_TRANSLATE_NOOP("Vault", "Use the recovery key whose public key begins with {fingerprint}."),
    ),
    "recovery.bad_key": (
        QT_TRANSLATE_NOOP("Vault", "The agency's recovery key cannot be used."),
        QT_TRANSLATE_NOOP("Vault", "Nothing was stored or changed."),
        QT_TRANSLATE_NOOP(
            "Vault", "Ask your administrator to check the recovery key on the server, then enrol again."
        ),
    ),
    "notice.previous_used": (
        QT_TRANSLATE_NOOP("Vault", "The file with this laptop's keys was damaged; its copy was used."),
        _DATA_SAFE,
        QT_TRANSLATE_NOOP(
            "Vault", "Nothing needs to be done now; if you see this again, have the disk checked."
        ),
    ),
    "notice.previous_stale": (
        QT_TRANSLATE_NOOP(
            "Vault", "The copy of the file with this laptop's keys could not be renewed: {reason}."
        ),
        QT_TRANSLATE_NOOP("Vault", "The file itself is saved."),
        QT_TRANSLATE_NOOP(
            "Vault", "Free some disk space or check the disk; the copy is renewed when you next unlock."
        ),
    ),
    "notice.keychain_unused": (
        QT_TRANSLATE_NOOP(
            "Vault", "The system keychain could not be used; the keys are protected by the passphrase alone."
        ),
        _DATA_SAFE,
        QT_TRANSLATE_NOOP(
            "Vault", "Nothing needs to be done; changing the passphrase later tries the keychain again."
        ),
    ),
}


def told(key: str, values: dict[str, int | str]) -> Told:
    """A vault's message in the language that is shown. Raises KeyError for a key that is not known."""
    what, safe, next_ = (_said(part).format(**values) for part in SENTENCES[key])
    return Told(what, safe, next_)


def _said(part: Part) -> str:
    sentences = (part,) if isinstance(part, str) else part
    return " ".join(QCoreApplication.translate("Vault", sentence) for sentence in sentences)
