"""The common facts of a case that can be corrected one by one, with the plain value that is recorded now."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, NamedTuple

from sync.casework import fields
from sync.casework.case import Case
from sync.casework.commands import CorrectField


class Kind(StrEnum):
    """How a value is typed."""

    MONEY = "money"
    PERIOD = "period"
    EVIDENCE = "evidence"
    COUNT = "count"
    YES_NO = "yes_no"
    TEXT = "text"
    COUNTY = "county"
    RISK = "risk"


class Fact(NamedTuple):
    """One fact. `name` says which (`income_amount`), `about` whose (a person and the source of an income).

    `value` is the plain value at `path`; None where nothing is recorded.
    """

    path: tuple[str, ...]
    kind: Kind
    name: str
    person: str = ""
    source: str = ""
    value: Any = None

    @property
    def id(self) -> str:
        return "/".join(self.path)

    def correction(self, value: Any, reason: str) -> CorrectField:
        """The command that records another value."""
        return CorrectField(path=self.path, was=self.value, value=value, reason=reason)


def correctable(case: Case) -> tuple[Fact, ...]:
    """Facts in the order of the case file."""
    return tuple(fact._replace(value=fields.read(case, fact.path)) for fact in _facts(case))


def _facts(case: Case) -> Iterator[Fact]:
    yield from _incomes(case)
    yield Fact(("zero_income_attested",), Kind.YES_NO, "zero_income")
    yield Fact(("hardship", "attested"), Kind.YES_NO, "hardship")
    yield Fact(("risk", "kind"), Kind.RISK, "risk_kind")
    yield Fact(("risk", "evidence"), Kind.EVIDENCE, "risk_evidence")
    if case.residence is not None:
        yield Fact(("residences", str(case.residence.id), "place", "county"), Kind.COUNTY, "county")
    if case.tenancy is not None:
        yield Fact(("tenancies", str(case.tenancy.id), "rent_cents"), Kind.MONEY, "rent")
    yield Fact(("months_paid_before",), Kind.COUNT, "months_paid_before")
    yield Fact(("phone",), Kind.TEXT, "phone")
    yield Fact(("email",), Kind.TEXT, "email")


def _incomes(case: Case) -> Iterator[Fact]:
    names = {member.id: member.name for member in case.people}
    for income in case.incomes.values():
        if income.member not in names or income.until is not None:
            continue
        at, who = ("incomes", str(income.id)), names[income.member]
        yield Fact((*at, "cents"), Kind.MONEY, "income_amount", who, income.source)
        yield Fact((*at, "period"), Kind.PERIOD, "income_period", who, income.source)
        yield Fact((*at, "evidence"), Kind.EVIDENCE, "income_evidence", who, income.source)
