"""The names of facts that can be corrected, and their values in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from erap_desktop.models import fact_words
from erap_desktop.models.correctable import Fact, Kind, correctable
from erap_desktop.models.format import count, money
from erap_desktop.models.place_text import county_text
from sync.casework.case import Case
from sync.casework.policy import Policy


def fact_name(fact: Fact) -> str:
    """What a fact is called: "Amount of Wages, Elena Chávez"."""
    if fact.person:
        return _income_name(fact)
    names = {
        "zero_income": QCoreApplication.translate("FactNames", "No income at all, declared"),
        "hardship": QCoreApplication.translate("FactNames", "Hardship declared in writing"),
        "risk_kind": QCoreApplication.translate("FactNames", "Risk to the home"),
        "risk_evidence": QCoreApplication.translate("FactNames", "Risk to the home: shown by"),
        "county": QCoreApplication.translate("FactNames", "County of the home"),
        "rent": QCoreApplication.translate("FactNames", "Rent a month"),
        "months_paid_before": QCoreApplication.translate("FactNames", "Months of help before"),
        "phone": QCoreApplication.translate("FactNames", "Phone"),
        "email": QCoreApplication.translate("FactNames", "E-mail"),
    }
    return names[fact.name]


def _income_name(fact: Fact) -> str:
    names = {
        "income_amount": QCoreApplication.translate("FactNames", "{source} of {name}: amount"),
        "income_period": QCoreApplication.translate("FactNames", "{source} of {name}: how often"),
        "income_evidence": QCoreApplication.translate("FactNames", "{source} of {name}: shown by"),
    }
    return names[fact.name].format(source=fact_words.source(fact.source), name=fact.person)


def value_text(fact: Fact, policy: Policy | None) -> str:
    """The value that is recorded now, in words."""
    value = fact.value
    if fact.kind is Kind.PERIOD:
        return fact_words.period(str(value or "month"))
    if fact.kind is Kind.EVIDENCE:
        return fact_words.evidence(str(value or "none"))
    if value is None or value == "":
        return QCoreApplication.translate("FactNames", "not yet known")
    if fact.kind is Kind.RISK:
        return fact_words.risk(str(value))
    if fact.kind is Kind.MONEY:
        return money(int(value))
    if fact.kind is Kind.YES_NO:
        yes, no = (
            QCoreApplication.translate("FactNames", "Yes"),
            QCoreApplication.translate("FactNames", "No"),
        )
        return yes if value else no
    if fact.kind is Kind.COUNTY:
        return county_text(str(value), policy.counties if policy else {})
    return count(value) if fact.kind is Kind.COUNT else str(value)


def path_name(case: Case, path: tuple[str, ...]) -> str:
    """The name of the fact at a path; a fact of a kind that isn't corrected here is named by its field."""
    known = next((fact for fact in correctable(case) if fact.path == path), None)
    return fact_name(known) if known else path[-1].replace("_", " ").capitalize()
