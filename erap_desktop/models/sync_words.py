"""What a person did, and how far it has come, in words of the language that is shown."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from erap_desktop.models.format import when
from erap_desktop.services.sync_items import NEEDS, SyncItem

_DONE: dict[str, object] = {
    "open-case": QT_TRANSLATE_NOOP("SyncWords", "New application"),
    "note": QT_TRANSLATE_NOOP("SyncWords", "Note"),
    "document": QT_TRANSLATE_NOOP("SyncWords", "Document added"),
    "correct": QT_TRANSLATE_NOOP("SyncWords", "Fact corrected"),
    "checklist": QT_TRANSLATE_NOOP("SyncWords", "Checklist mark"),
    "request-information": QT_TRANSLATE_NOOP("SyncWords", "Information requested"),
    "recommend": QT_TRANSLATE_NOOP("SyncWords", "Recommendation"),
    "approve": QT_TRANSLATE_NOOP("SyncWords", "Approval"),
    "deny": QT_TRANSLATE_NOOP("SyncWords", "Denial"),
    "close-at-request": QT_TRANSLATE_NOOP("SyncWords", "Closed at the applicant’s request"),
    "withdraw": QT_TRANSLATE_NOOP("SyncWords", "Taking something back"),
    "reassign": QT_TRANSLATE_NOOP("SyncWords", "Reassignment"),
    "settle": QT_TRANSLATE_NOOP("SyncWords", "Settlement of two decisions"),
    "adopt": QT_TRANSLATE_NOOP("SyncWords", "Answer to work that waited"),
    "draft": QT_TRANSLATE_NOOP("SyncWords", "Begun and not saved"),
    "merge": QT_TRANSLATE_NOOP("SyncWords", "Two cases made one"),
    "link-party": QT_TRANSLATE_NOOP("SyncWords", "Two contacts made one"),
    "configure": QT_TRANSLATE_NOOP("SyncWords", "Settings for laptops"),
}
_STATE: dict[str, object] = {
    "saved": QT_TRANSLATE_NOOP("SyncWords", "Only on this laptop"),
    "received": QT_TRANSLATE_NOOP("SyncWords", "Received, answer to come"),
    "accepted": QT_TRANSLATE_NOOP("SyncWords", "Confirmed"),
    "contested": QT_TRANSLATE_NOOP("SyncWords", "Two decisions"),
    "held": QT_TRANSLATE_NOOP("SyncWords", "Set aside"),
    "rejected": QT_TRANSLATE_NOOP("SyncWords", "Not accepted"),
    "withdrawn": QT_TRANSLATE_NOOP("SyncWords", "Taken back"),
    "draft": QT_TRANSLATE_NOOP("SyncWords", "The case has left"),
}
_DISPOSITION: dict[str, object] = {
    "adopted": QT_TRANSLATE_NOOP("SyncWords", "Adopted"),
    "declined": QT_TRANSLATE_NOOP("SyncWords", "Declined"),
    "retried": QT_TRANSLATE_NOOP("SyncWords", "Tried again"),
}
_BADGES: dict[str, tuple[str, str]] = {
    "saved": ("info", "on-laptop"),
    "received": ("info", "cloud"),
    "accepted": ("success", "check-circle"),
    "contested": ("warning", "contested"),
    "held": ("warning", "pause"),
    "rejected": ("error", "cross-circle"),
    "withdrawn": ("neutral", "undo"),
    "draft": ("warning", "edit"),
}


def done_word(kind: str) -> str:
    """What was done, from the kind of the command: "Approval". A newer program's kind as it came."""
    return QCoreApplication.translate("SyncWords", str(_DONE[kind])) if kind in _DONE else kind


def state_word(item: SyncItem) -> str:
    """How far it has come; what was dealt with says how."""
    if item.taken_back:
        return QCoreApplication.translate("SyncWords", str(_STATE["withdrawn"]))
    if item.disposition in _DISPOSITION:
        return QCoreApplication.translate("SyncWords", str(_DISPOSITION[item.disposition]))
    if item.acknowledged:
        return QCoreApplication.translate("SyncWords", "{state}, seen").format(state=_state(item.state))
    return _state(item.state)


def state_badge(item: SyncItem) -> tuple[str, str]:
    """Kind and icon of the badge of its state; what needs nobody any more is quiet."""
    if item.taken_back:
        return _BADGES["withdrawn"]
    kind, icon = _BADGES.get(item.state, ("neutral", "dot"))
    asks = kind in ("warning", "error")
    return ("neutral", icon) if asks and item.group != NEEDS else (kind, icon)


def case_word(item: SyncItem) -> str:
    """Which case: number and applicant, or why there is neither."""
    if item.case is None:
        return QCoreApplication.translate("SyncWords", "No case")
    if not item.here and item.state in ("saved", "received"):
        return QCoreApplication.translate("SyncWords", "New here, no number yet")
    if not item.here:
        return QCoreApplication.translate("SyncWords", "No longer on this laptop")
    number = item.number or QCoreApplication.translate("SyncWords", "no number yet")
    return f"{number}  {item.applicant}".strip()


def item_sentence(item: SyncItem, now: datetime) -> str:
    """A whole row in a sentence, for a screen reader."""
    return QCoreApplication.translate("SyncWords", "{what}, {case}, {when}, {state}").format(
        what=done_word(item.kind),
        case=case_word(item),
        when=when(item.made_at, now),
        state=state_word(item),
    )


def _state(state: str) -> str:
    return QCoreApplication.translate("SyncWords", str(_STATE[state])) if state in _STATE else state
