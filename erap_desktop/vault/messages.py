"""Every sentence the vault says to a person, in one place.

The key of a text is stable: a translation looks it up by key and fills in the same values. `what` says what
happened, `safe` what is not lost, `next` what to do now.
"""

from typing import Final, NamedTuple


class Text(NamedTuple):
    """One message: what happened, what is safe, what to do next. Values are filled in with `str.format`."""

    what: str
    safe: str
    next: str


_DATA_SAFE: Final = "Every case, decision and document on this laptop is still here, encrypted and unchanged."
_ASK_RECOVERY: Final = (
    "Ask your administrator to open this laptop with the agency's recovery key; "
    "you then choose a new passphrase."
)

TEXTS: Final[dict[str, Text]] = {
    # --- the file -------------------------------------------------------------------------------------
    "vault.none": Text(
        "This profile has no vault yet.",
        "Nothing is stored here that could be lost.",
        "Enrol this laptop first.",
    ),
    "vault.exists": Text(
        "This profile already has a vault.",
        "It was not touched.",
        "Unlock it, or choose another profile folder.",
    ),
    "vault.damaged": Text(
        "The file with this laptop's keys is damaged, and so is its copy.",
        _DATA_SAFE,
        "Put back vault.json from a backup of the profile folder, or ask your administrator.",
    ),
    "vault.unreadable": Text(
        "The file with this laptop's keys could not be read: {reason}.",
        _DATA_SAFE,
        "Check that the disk is connected and that you may read the profile folder, then try again.",
    ),
    "vault.newer": Text(
        "The file with this laptop's keys was written by a newer version of ERAP Desktop.",
        "It was not touched.",
        "Update ERAP Desktop, then try again.",
    ),
    "vault.tampered": Text(
        "The file with this laptop's keys was changed by something other than ERAP Desktop: {detail}.",
        "It was not used. " + _DATA_SAFE,
        "Tell your administrator before you go on. " + _ASK_RECOVERY,
    ),
    "vault.busy": Text(
        "Another ERAP Desktop on this laptop is using the vault at this moment.",
        "Nothing was changed.",
        "Wait until it is done, then try again.",
    ),
    "vault.locked": Text(
        "This laptop is locked.",
        _DATA_SAFE,
        "Unlock it with your passphrase.",
    ),
    "vault.not_saved": Text(
        "The keys could not be saved: {reason}.",
        "Nothing was changed: whatever opened this laptop before still opens it.",
        "Free some disk space or check the disk, then try again.",
    ),
    "vault.not_confirmed": Text(
        "The keys were saved, but the disk did not confirm it: {reason}.",
        _DATA_SAFE,
        "Check the disk. Unlock with the new passphrase; if it is refused, with the one before.",
    ),
    "vault.memory": Text(
        "There is not enough free memory to check the passphrase ({mib} MiB are needed).",
        "This was not counted as a wrong passphrase.",
        "Close other programs, then try again.",
    ),
    # --- the passphrase -------------------------------------------------------------------------------
    "passphrase.wrong": Text(
        "Wrong passphrase. Tries left: {left}.",
        _DATA_SAFE,
        "Check Caps Lock and the keyboard layout, then try again.",
    ),
    "passphrase.wrong_wait": Text(
        "Wrong passphrase. Tries left: {left}.",
        _DATA_SAFE,
        "Wait {wait} s before the next try. With none left, only the agency's recovery key opens it.",
    ),
    "passphrase.too_soon": Text(
        "The passphrase was not checked: after several wrong ones there is a pause.",
        "This was not counted as a wrong passphrase.",
        "Wait {wait} s, then try again.",
    ),
    "passphrase.destroyed": Text(
        "The passphrase no longer opens this laptop: it was wrong ten times in a row.",
        _DATA_SAFE,
        _ASK_RECOVERY,
    ),
    "passphrase.too_short": Text(
        "This passphrase is too short: it has {length} characters.",
        "Nothing was changed.",
        "Choose one of at least {minimum} characters; three or four words are easy to remember.",
    ),
    "passphrase.too_long": Text(
        "This passphrase is too long: it has {length} characters.",
        "Nothing was changed.",
        "Choose one of at most {maximum} characters.",
    ),
    # --- the system keychain --------------------------------------------------------------------------
    "keychain.off": Text(
        "This laptop's keys need the system keychain, and ERAP_KEYCHAIN=off keeps it from being asked.",
        "This was not counted as a wrong passphrase. " + _DATA_SAFE,
        "Start without ERAP_KEYCHAIN=off. " + _ASK_RECOVERY,
    ),
    "keychain.none": Text(
        "This laptop's keys need the system keychain ({name}), and it is not there.",
        "This was not counted as a wrong passphrase. " + _DATA_SAFE,
        "Sign in to the desktop as usual and try again. If the keychain is gone for good: " + _ASK_RECOVERY,
    ),
    "keychain.no_answer": Text(
        "The system keychain ({name}) did not answer.",
        "This was not counted as a wrong passphrase. " + _DATA_SAFE,
        "Unlock the keychain, answer its question if it asks, then try again. If it stays so: "
        + _ASK_RECOVERY,
    ),
    "keychain.missing": Text(
        "The system keychain ({name}) no longer holds this laptop's entry.",
        "This was not counted as a wrong passphrase. " + _DATA_SAFE,
        _ASK_RECOVERY,
    ),
    "keychain.different": Text(
        "The system keychain ({name}) holds another entry than the one this laptop stored.",
        "This was not counted as a wrong passphrase. " + _DATA_SAFE,
        _ASK_RECOVERY,
    ),
    # --- the recovery key -----------------------------------------------------------------------------
    "recovery.wrong_key": Text(
        "This is not the recovery key that this laptop was set up with.",
        _DATA_SAFE,
        "Use the recovery key whose public key begins with {fingerprint}.",
    ),
    "recovery.bad_key": Text(
        "The agency's recovery key cannot be used.",
        "Nothing was stored or changed.",
        "Ask your administrator to check the recovery key on the server, then enrol again.",
    ),
    # --- said beside a result, not instead of one -----------------------------------------------------
    "notice.previous_used": Text(
        "The file with this laptop's keys was damaged; its copy was used.",
        _DATA_SAFE,
        "Nothing needs to be done now; if you see this again, have the disk checked.",
    ),
    "notice.previous_stale": Text(
        "The copy of the file with this laptop's keys could not be renewed: {reason}.",
        "The file itself is saved.",
        "Free some disk space or check the disk; the copy is renewed when you next unlock.",
    ),
    "notice.keychain_unused": Text(
        "The system keychain could not be used; the keys are protected by the passphrase alone.",
        _DATA_SAFE,
        "Nothing needs to be done; changing the passphrase later tries the keychain again.",
    ),
}
