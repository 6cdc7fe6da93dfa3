"""The rules' own data: programs, income limits, rents, codes. Types only; the files are read elsewhere.

A policy is dated, cited and versioned. A determination names the version it was made under.
"""

from __future__ import annotations

from datetime import date

from sync.casework.values import Record, Text


class CountyLimits(Record, frozen=True):
    """HUD Section 8 income limits of one county and year, whole dollars a year, persons 1 to 8."""

    low80: tuple[int, ...]
    very_low50: tuple[int, ...]
    extremely_low30: tuple[int, ...]
    median: int


class LimitTable(Record, frozen=True):
    """One fiscal year of HUD income limits, keyed by county FIPS code."""

    fiscal_year: int
    source: str
    counties: dict[str, CountyLimits]


class RentTable(Record, frozen=True):
    """One fiscal year of HUD fair market rents: county FIPS to dollars a month for 0 to 4 bedrooms."""

    fiscal_year: int
    source: str
    counties: dict[str, tuple[int, ...]]


class DenialCode(Record, frozen=True):
    """A reason a case may be denied for, with the rule it rests on.

    `rule` names the eligibility rule whose result it must not contradict; '' if none is computed yet.
    """

    title: Text
    citation: str
    rule: str = ""
    supervisor_only: bool = False
    needs_reason: bool = False


class ChecklistItem(Record, frozen=True):
    """One thing a caseworker ticks off."""

    title: Text
    citation: str = ""


class RuleText(Record, frozen=True):
    """Name of a rule and its explanation per result; `{name}` stands for an input of the rule."""

    title: Text
    citation: str
    passed: Text
    failed: Text
    need: Text


class Program(Record, frozen=True):
    """One grant's constants. Dates are inclusive; None is open-ended."""

    id: str
    name: Text
    rules: str
    money: str
    citation: str
    limit_year: int
    rent_year: int
    award_from: date
    award_until: date
    arrears_from: date
    max_months: int
    expenses: dict[str, Text]
    last_obligation: date | None = None


class Policy(Record, frozen=True):
    """Everything a determination rests on, under one version name."""

    version: str
    effective: date
    program: Program
    limits: dict[str, LimitTable]
    rents: dict[str, RentTable]
    counties: dict[str, str]
    codes: dict[str, DenialCode]
    checklist: dict[str, ChecklistItem]
    rules: dict[str, RuleText]
    checklist_order: tuple[str, ...] = ()

    def checklist_items(self) -> list[tuple[str, ChecklistItem]]:
        """The checklist in the order of its file; a stored record keeps its keys in another."""
        order = {name: place for place, name in enumerate(self.checklist_order)}
        return sorted(self.checklist.items(), key=lambda item: order.get(item[0], len(order)))

    def limit_table(self) -> LimitTable | None:
        """The income limits of the program's fiscal year, if this policy carries them."""
        return self.limits.get(str(self.program.limit_year))

    def rent_table(self) -> RentTable | None:
        return self.rents.get(str(self.program.rent_year))
