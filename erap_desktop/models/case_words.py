"""Where a case stands, in words and as a kind of badge, the same on every screen."""

from datetime import date

from PySide6.QtCore import QCoreApplication

DECIDED = frozenset({"approved", "denied", "withdrawn"})
SOON_DAYS = 7
NEAR_DAYS = 3


def step_word(status: str) -> str:
    """A status such as `in_review` in the language that is shown; a newer server's word as it came."""
    words = {
        "submitted": QCoreApplication.translate("CaseWords", "Submitted"),
        "assigned": QCoreApplication.translate("CaseWords", "Not started"),
        "in_review": QCoreApplication.translate("CaseWords", "In review"),
        "information_requested": QCoreApplication.translate("CaseWords", "Waiting on applicant"),
        "second_review": QCoreApplication.translate("CaseWords", "Second review"),
        "approved": QCoreApplication.translate("CaseWords", "Approved"),
        "denied": QCoreApplication.translate("CaseWords", "Denied"),
        "withdrawn": QCoreApplication.translate("CaseWords", "Withdrawn"),
        "contested": QCoreApplication.translate("CaseWords", "Two decisions"),
    }
    return words.get(status, status)


def step_badge(status: str) -> tuple[str, str]:
    """Kind and icon of the badge of a status."""
    known = {
        "submitted": ("neutral", "mail"),
        "assigned": ("neutral", "ring"),
        "in_review": ("info", "scale"),
        "information_requested": ("warning", "hourglass"),
        "second_review": ("accent", "person"),
        "approved": ("success", "check-circle"),
        "denied": ("neutral", "cross-circle"),
        "withdrawn": ("neutral", "minus"),
        "contested": ("error", "contested"),
    }
    return known.get(status, ("neutral", "dot"))


def due_badge(due: date | None, status: str, today: date) -> tuple[str, str] | None:
    """Kind and icon of the badge of a due date; None where nothing presses."""
    if due is None or status in DECIDED:
        return None
    days = (due - today).days
    if days < 0:
        return "error", "clock"
    return ("warning", "clock") if days <= NEAR_DAYS else None
