"""Facts and their values in words, for corrections that wait beside what is recorded."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from erap_desktop.models.format import count, date_text, money


def field_name(path: tuple[str, ...]) -> str:
    """The name of a corrected fact, from its path; a field without a word of its own as it is recorded."""
    words = {
        "phone": QCoreApplication.translate("ContestedFields", "Telephone"),
        "email": QCoreApplication.translate("ContestedFields", "E-mail"),
        "due": QCoreApplication.translate("ContestedFields", "Due date"),
        "rent_cents": QCoreApplication.translate("ContestedFields", "Rent a month"),
        "cents": QCoreApplication.translate("ContestedFields", "Amount of an income"),
        "period": QCoreApplication.translate("ContestedFields", "Period of an income"),
        "evidence": QCoreApplication.translate("ContestedFields", "Evidence"),
        "months_paid_before": QCoreApplication.translate("ContestedFields", "Months of help before"),
        "months_behind": QCoreApplication.translate("ContestedFields", "Months behind"),
        "zero_income_attested": QCoreApplication.translate("ContestedFields", "No income, declared"),
        "attested": QCoreApplication.translate("ContestedFields", "Hardship declared"),
        "eviction_date": QCoreApplication.translate("ContestedFields", "Eviction date"),
        "county": QCoreApplication.translate("ContestedFields", "County"),
        "name": QCoreApplication.translate("ContestedFields", "Name"),
        "born": QCoreApplication.translate("ContestedFields", "Date of birth"),
    }
    if path and path[0] == "checklist":
        item = path[1].replace("_", " ")
        return QCoreApplication.translate("ContestedFields", "Checklist: {item}").format(item=item)
    last = path[-1] if path else ""
    return words.get(last, last.replace("_", " ").capitalize())


def value_text(value: object, path: tuple[str, ...], names: dict[str, str]) -> str:
    """A recorded value in words."""
    if value is None or value == "":
        return QCoreApplication.translate("ContestedFields", "nothing recorded")
    if isinstance(value, bool):
        yes, no = (
            QCoreApplication.translate("ContestedFields", "yes"),
            QCoreApplication.translate("ContestedFields", "no"),
        )
        return yes if value else no
    if isinstance(value, int):
        return money(value) if path and path[-1].endswith("cents") else count(value)
    text = str(value)
    return names.get(text) or _as_date(text) or text


def _as_date(text: str) -> str:
    try:
        return date_text(date.fromisoformat(text))
    except ValueError:
        return ""
