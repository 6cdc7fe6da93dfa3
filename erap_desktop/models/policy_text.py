"""Texts and months as the policy and the case record them, in the language that is shown."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLocale

from erap_desktop.models.format import month_text
from sync.casework.policy import Policy
from sync.casework.values import Text


def shown(text: Text) -> str:
    """A sentence of the policy in the language that is shown."""
    return text.es if QLocale().language() is QLocale.Language.Spanish else text.en


def month_name(month: str) -> str:
    """A month as recorded ("2026-07") in words: "July 2026". What is no month is shown as it is."""
    try:
        return month_text(date.fromisoformat(f"{month}-01"))
    except ValueError:
        return month


def month_span(months: Sequence[str]) -> str:
    """Months as recorded, from the first to the last, in short: "Jul – Nov 2026"."""
    days = sorted(date.fromisoformat(f"{month}-01") for month in months)
    if not days:
        return ""
    first, last = days[0], days[-1]
    if first == last:
        return _short(first)
    begin = _month(first) if first.year == last.year else _short(first)
    return f"{begin} – {_short(last)}"


def _short(day: date) -> str:
    return f"{_month(day)} {day.year}"


def _month(day: date) -> str:
    return QLocale().standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)


def expense_name(expense: str, policy: Policy | None) -> str:
    """An expense by its name in the program; the recorded word where the program doesn't know it."""
    known = policy.program.expenses.get(expense) if policy else None
    return shown(known) if known else expense.replace("_", " ").capitalize()


def code_title(code: str, policy: Policy | None) -> str:
    """A denial code with its title: "D03 The household's income is above …"."""
    known = policy.codes.get(code) if policy else None
    return f"{code}  {shown(known.title)}" if known else code
