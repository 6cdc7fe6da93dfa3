"""What a worksheet still needs, and which fact to record for it."""

from __future__ import annotations

from typing import NamedTuple

from erap_desktop.models.correctable import Fact, correctable
from sync.casework.case import Case
from sync.casework.eligibility import Worksheet
from sync.casework.values import Result

_NAMES = {
    "residences": ("county",),
    "tenancies": ("rent",),
    "hardship": ("hardship",),
    "risk": ("risk_kind", "risk_evidence"),
    "months_paid_before": ("months_paid_before",),
}


class MissingFact(NamedTuple):
    """One missing thing. `what` is the field of the case; `fact` is None where it can't be recorded here."""

    what: str
    fact: Fact | None


def missing_facts(case: Case, sheet: Worksheet) -> tuple[MissingFact, ...]:
    """Each once, in the order of the tests; only what a required test waits for."""
    facts = correctable(case)
    waiting = [rule for rule in sheet.rules if rule.required and rule.result is Result.NEED_INFORMATION]
    wanted = dict.fromkeys(what for rule in waiting for what in rule.missing)
    found = [one for what in wanted for one in _facts_for(what, facts)]
    return tuple(found)


def _facts_for(what: str, facts: tuple[Fact, ...]) -> list[MissingFact]:
    if what == "incomes":
        unknown = [fact for fact in facts if fact.name == "income_amount" and fact.value is None]
        unknown = unknown or [fact for fact in facts if fact.name == "zero_income"]
        return [MissingFact(what, fact) for fact in unknown]
    named = [fact for fact in facts if fact.name in _NAMES.get(what, ()) and _unknown(fact)]
    return [MissingFact(what, fact) for fact in named] or [MissingFact(what, None)]


def _unknown(fact: Fact) -> bool:
    return fact.value in (None, "", "none")
