"""What stands in the way of a sync: what happened, what is safe, what to do, and the button that does it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from erap_desktop.services.sync_problems import Problem
from erap_desktop.ui.i18n import QT_TRANSLATE_NOOP
from erap_desktop.ui.widgets.badge import BadgeKind

OPEN_BROWSER, SYNC_AGAIN, REBUILD, CONFIRM = "open-browser", "sync-again", "rebuild", "confirm"


@dataclass(frozen=True, slots=True)
class NoticeWords:
    """Kind, icon, sentence and explanation; `act` names what the button does ("" for none)."""

    kind: BadgeKind
    icon: str
    title: str
    text: str
    act: str = ""
    button: str = ""


_WORDS: dict[Problem, NoticeWords] = {
    Problem.PORTAL: NoticeWords(
        "warning",
        "sign-in",
        QT_TRANSLATE_NOOP("SyncNotices", "This network wants a sign-in"),
        QT_TRANSLATE_NOOP(
            "SyncNotices",
            "A page of the network answered instead of the office. Your work is safe here. Sign in to the "
            "network in the browser, then sync.",
        ),
        OPEN_BROWSER,
        QT_TRANSLATE_NOOP("SyncNotices", "Open the sign-in page"),
    ),
    Problem.CERTIFICATE: NoticeWords(
        "error",
        "shield",
        QT_TRANSLATE_NOOP("SyncNotices", "Somebody else answered for the office"),
        QT_TRANSLATE_NOOP(
            "SyncNotices",
            "The certificate shown is not the office’s, or is not valid today, so nothing was sent to them. "
            "Your work is safe here. Check the date of this computer and use another network; tell your "
            "administrator if it happens everywhere.",
        ),
        SYNC_AGAIN,
        QT_TRANSLATE_NOOP("SyncNotices", "Try again"),
    ),
    Problem.PROXY: NoticeWords(
        "warning",
        "sign-in",
        QT_TRANSLATE_NOOP("SyncNotices", "The proxy of this network wants a password"),
        QT_TRANSLATE_NOOP(
            "SyncNotices",
            "Nothing was sent, and your work is safe here. Use another network, or ask your administrator to "
            "enter the password in the proxy settings of this computer.",
        ),
        SYNC_AGAIN,
        QT_TRANSLATE_NOOP("SyncNotices", "Try again"),
    ),
    Problem.TOO_LARGE: NoticeWords(
        "warning",
        "send",
        QT_TRANSLATE_NOOP("SyncNotices", "One change is too large for this network"),
        QT_TRANSLATE_NOOP(
            "SyncNotices",
            "It and the changes made after it are safe on this laptop. Sync from another network, for "
            "example in the office. If it happens there, too, tell support.",
        ),
        SYNC_AGAIN,
        QT_TRANSLATE_NOOP("SyncNotices", "Try again"),
    ),
    Problem.COPY: NoticeWords(
        "error",
        "copy",
        QT_TRANSLATE_NOOP("SyncNotices", "Another copy of this laptop has been at the office"),
        QT_TRANSLATE_NOOP(
            "SyncNotices",
            "These files were restored from a backup or copied. Everything made here is kept and will be "
            "sent once this laptop has a number of its own: ask your administrator for a one-time code and "
            "enroll again.",
        ),
    ),
    Problem.OFFICE_BEHIND: NoticeWords(
        "error",
        "error",
        QT_TRANSLATE_NOOP("SyncNotices", "The office knows less than it did"),
        QT_TRANSLATE_NOOP(
            "SyncNotices",
            "It was probably restored from a backup. Nothing was sent, and everything you did is kept here. "
            "Tell your administrator before anything else.",
        ),
    ),
    Problem.UNKNOWN_LAPTOP: NoticeWords(
        "error",
        "key",
        QT_TRANSLATE_NOOP("SyncNotices", "The office does not accept this laptop any more"),
        QT_TRANSLATE_NOOP(
            "SyncNotices",
            "It was removed from the list, or your account was closed. Your work is safe here. Ask your "
            "administrator for a one-time code and enroll again.",
        ),
    ),
    Problem.UPGRADE: NoticeWords(
        "warning",
        "download",
        QT_TRANSLATE_NOOP("SyncNotices", "The office has a newer program"),
        QT_TRANSLATE_NOOP(
            "SyncNotices",
            "What you did was taken in. To get news of your cases, install the newer version of this "
            "program.",
        ),
    ),
    Problem.OFFICE_BUSY: NoticeWords(
        "neutral",
        "hourglass",
        QT_TRANSLATE_NOOP("SyncNotices", "The office system is busy"),
        QT_TRANSLATE_NOOP("SyncNotices", "Nothing is lost. It tries again by itself."),
    ),
    Problem.REFUSED: NoticeWords(
        "error",
        "error",
        QT_TRANSLATE_NOOP("SyncNotices", "The office could not take this sync"),
        QT_TRANSLATE_NOOP(
            "SyncNotices",
            "That is a fault of the program, not of yours. Your work is safe here. Please tell support.",
        ),
        SYNC_AGAIN,
        QT_TRANSLATE_NOOP("SyncNotices", "Try again"),
    ),
    Problem.MASS_LEAVE: NoticeWords(
        "warning",
        "archive",
        QT_TRANSLATE_NOOP("SyncNotices", "More than half of your cases have left this laptop"),
        QT_TRANSLATE_NOOP(
            "SyncNotices",
            "You can still read them, in case it is a mistake: if nobody told you of a change, call your "
            "supervisor. They are removed once you confirm it, or tomorrow if the office still says so.",
        ),
        CONFIRM,
        QT_TRANSLATE_NOOP("SyncNotices", "Remove them"),
    ),
    Problem.DISAGREES: NoticeWords(
        "warning",
        "sync",
        QT_TRANSLATE_NOOP("SyncNotices", "This laptop’s copy is not the same as the office’s"),
        QT_TRANSLATE_NOOP(
            "SyncNotices",
            "It repairs itself with the next syncs. Your own work is not affected. If this stays for a "
            "day, tell support.",
        ),
        SYNC_AGAIN,
        QT_TRANSLATE_NOOP("SyncNotices", "Sync again"),
    ),
    Problem.STOPPED: NoticeWords(
        "error",
        "sync",
        QT_TRANSLATE_NOOP("SyncNotices", "This laptop’s copy can not be made the same as the office’s"),
        QT_TRANSLATE_NOOP(
            "SyncNotices",
            "Everything was tried that can be tried today. What you do here is safe and still goes to the "
            "office, but a case may look different there. Please tell support.",
        ),
    ),
    Problem.DAMAGED: NoticeWords(
        "error",
        "database",
        QT_TRANSLATE_NOOP("SyncNotices", "The copy of your cases on this laptop is damaged"),
        QT_TRANSLATE_NOOP(
            "SyncNotices",
            "Your own work is kept in another file and is safe. The copy can be made anew; the cases come "
            "again with the next sync.",
        ),
        REBUILD,
        QT_TRANSLATE_NOOP("SyncNotices", "Make the copy anew"),
    ),
    Problem.DAMAGED_WORK: NoticeWords(
        "error",
        "database",
        QT_TRANSLATE_NOOP("SyncNotices", "The file with your own work is damaged"),
        QT_TRANSLATE_NOOP(
            "SyncNotices",
            "Nothing was thrown away, and each change also exists as a sealed copy that the office can open. "
            "Do not delete anything; ask your administrator to collect the copies.",
        ),
    ),
    Problem.DISK_FULL: NoticeWords(
        "error",
        "warning",
        QT_TRANSLATE_NOOP("SyncNotices", "The disk of this laptop is full"),
        QT_TRANSLATE_NOOP(
            "SyncNotices",
            "Everything saved before is safe. Free some space, then sync. Until then new work may not be "
            "saved.",
        ),
        SYNC_AGAIN,
        QT_TRANSLATE_NOOP("SyncNotices", "Sync again"),
    ),
    Problem.DISK: NoticeWords(
        "error",
        "warning",
        QT_TRANSLATE_NOOP("SyncNotices", "The disk of this laptop refused"),
        QT_TRANSLATE_NOOP(
            "SyncNotices",
            "Everything saved before is safe. If it happens again, have the disk looked at.",
        ),
        SYNC_AGAIN,
        QT_TRANSLATE_NOOP("SyncNotices", "Sync again"),
    ),
    Problem.ELSEWHERE: NoticeWords(
        "neutral",
        "hourglass",
        QT_TRANSLATE_NOOP("SyncNotices", "Another program is syncing this profile"),
        QT_TRANSLATE_NOOP("SyncNotices", "Nothing is wrong. This window tries again by itself."),
    ),
    Problem.UNFORESEEN: NoticeWords(
        "error",
        "error",
        QT_TRANSLATE_NOOP("SyncNotices", "The sync could not be done"),
        QT_TRANSLATE_NOOP(
            "SyncNotices",
            "Something unforeseen happened; that is a fault of ours. Your work is safe here. Please tell "
            "support.",
        ),
        SYNC_AGAIN,
        QT_TRANSLATE_NOOP("SyncNotices", "Try again"),
    ),
}
REBUILT = NoticeWords(
    "info",
    "database",
    QT_TRANSLATE_NOOP("SyncNotices", "The copy of your cases was made anew"),
    QT_TRANSLATE_NOOP(
        "SyncNotices", "It had been damaged. Your own work is safe; the cases come again with the next sync."
    ),
)


def notice_for(problem: Problem) -> NoticeWords | None:
    """The words for a problem, in the language that is shown; None where the headline says enough."""
    found = _WORDS.get(problem)
    return said(found) if found else None


def said(words: NoticeWords) -> NoticeWords:
    """The same, translated."""
    return NoticeWords(
        words.kind,
        words.icon,
        _say(words.title),
        _say(words.text),
        words.act,
        _say(words.button) if words.button else "",
    )


def _say(text: str) -> str:
    return QCoreApplication.translate("SyncNotices", text)
