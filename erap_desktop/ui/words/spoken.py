"""What may be said aloud at the table before the office has answered, and what may not."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from erap_desktop.ui.i18n import Translation


def may_say(choice: str) -> str:
    """A sentence for the applicant, in the language that is shown; "" where nothing needs saying."""
    words = {
        "approve": QCoreApplication.translate(
            "Spoken",
            "I have written down that help can be given. The office confirms it; then you get a letter.",
        ),
        "deny": QCoreApplication.translate(
            "Spoken",
            "I have written down what I found. The office writes to you with the reasons and how to appeal.",
        ),
        "ask": QCoreApplication.translate(
            "Spoken",
            "We need a few more papers from you. You get a list; nothing is decided against you meanwhile.",
        ),
        "recommend": QCoreApplication.translate(
            "Spoken", "Your case goes to a second person, who reads it and decides. Nothing is decided yet."
        ),
        "close": QCoreApplication.translate(
            "Spoken", "I close the application as you asked. You may apply again at any time."
        ),
    }
    return words.get(choice, "")


def may_not_say(choice: str) -> str:
    """What would be a promise that nobody can make yet."""
    words = {
        "approve": QCoreApplication.translate(
            "Spoken", "Do not say yet: “You are approved”, an amount, or a date."
        ),
        "deny": QCoreApplication.translate(
            "Spoken", "Do not say yet: “You are denied”. The days for an appeal run from the letter."
        ),
    }
    return words.get(choice, "")


def in_their_language(choice: str, language: str) -> str:
    """The same sentence in the language the applicant speaks, where that is the program's other one."""
    if language != "es" or QLocale().language() is QLocale.Language.Spanish:
        return ""
    said = may_say(choice)
    found = Translation.current().translate_into("es", "Spoken", said) if said else ""
    return found if found != said else ""
