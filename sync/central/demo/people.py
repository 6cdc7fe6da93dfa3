"""Invented households: who lives together and what they earn."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from msgspec.structs import replace

from sync.casework.household import PERIODS_A_YEAR, Evidence, Income, Member, Period
from sync.central.demo.chance import Chance
from sync.central.demo.names import Heritage, given_name, surname

SIZES = {1: 26.0, 2: 24.0, 3: 18.0, 4: 14.0, 5: 8.5, 6: 4.5, 7: 2.0, 8: 1.0, 9: 1.0, 10: 0.6, 12: 0.4}
LARGE_SIZES = {9: 5.0, 10: 3.0, 11: 1.0, 12: 1.0}
_ADULT = 18
_COUPLE = {"spouse": 60.0, "partner": 40.0}
_OTHER_ADULTS = {"parent": 32.0, "adult_child": 32.0, "sibling": 26.0, "other": 10.0}
_CHILD_RELATIONS = {"child": 76.0, "grandchild": 14.0, "niece_or_nephew": 7.0, "foster_child": 3.0}
_SOURCES = {
    "wages": (Period.TWO_WEEKS, 46.0),
    "wages_weekly": (Period.WEEK, 12.0),
    "wages_half_month": (Period.HALF_MONTH, 8.0),
    "self_employment": (Period.YEAR, 5.0),
    "unemployment": (Period.WEEK, 8.0),
    "social_security": (Period.MONTH, 9.0),
    "ssi": (Period.MONTH, 5.0),
    "child_support": (Period.MONTH, 4.0),
    "pension": (Period.MONTH, 3.0),
}
_PERIODS = {source: period for source, (period, _) in _SOURCES.items()}
_SOURCE_WEIGHTS = {source: weight for source, (_, weight) in _SOURCES.items()}
_EVIDENCE = {Evidence.DOCUMENT: 68.0, Evidence.SEEN: 14.0, Evidence.ATTESTED: 18.0}


class Household(NamedTuple):
    """The members, the applicant first."""

    members: tuple[Member, ...]
    family: str

    @property
    def applicant(self) -> Member:
        return self.members[0]

    @property
    def earners(self) -> tuple[Member, ...]:
        """Members who may have an income of their own."""
        return tuple(m for m in self.members if m.relation not in _CHILD_RELATIONS)


def household(chance: Chance, size: int, heritage: Heritage, applied: date) -> Household:
    """A household of that many members, adults first."""
    family = surname(chance, heritage)
    couple = size > 1 and chance.happens(0.45)
    adults = min(size, 1 + couple + sum(chance.happens(0.28) for _ in range(1 + size // 3)))
    oldest = chance.whole(21, 68)
    taken: set[str] = set()
    members = []
    for index in range(size):
        if index == 0:
            relation = "self"
        elif index < adults:
            relation = chance.weighted(_COUPLE if couple and index == 1 else _other_adults(oldest))
        else:
            relation = chance.weighted(_children(oldest))
        first = _unused(chance, heritage, taken)
        last = surname(chance, heritage) if chance.happens(0.18) and index else family
        members.append(
            Member(
                id=chance.id(applied),
                name=f"{first} {last}",
                born=_born(chance, _age(chance, relation, oldest), applied),
                relation=relation,
                unemployed_days=_unemployed(chance) if index < adults else None,
            )
        )
    return Household(tuple(members), family)


def _other_adults(applicant: int) -> dict[str, float]:
    """Grown children only of those old enough to have them."""
    return {k: w for k, w in _OTHER_ADULTS.items() if k != "adult_child" or applicant >= 2 * _ADULT + 2}


def _children(applicant: int) -> dict[str, float]:
    return {k: w for k, w in _CHILD_RELATIONS.items() if k != "grandchild" or applicant >= 2 * _ADULT + 2}


def _age(chance: Chance, relation: str, applicant: int) -> int:
    """Whole years that go with the applicant's."""
    lowest, highest = {
        "self": (applicant, applicant),
        "spouse": (applicant - 9, applicant + 9),
        "partner": (applicant - 9, applicant + 9),
        "sibling": (applicant - 10, applicant + 10),
        "parent": (applicant + 18, applicant + 32),
        "adult_child": (_ADULT + 1, applicant - _ADULT),
        "other": (_ADULT + 1, 75),
        "child": (0, min(_ADULT - 1, applicant - _ADULT)),
        "grandchild": (0, min(_ADULT - 1, applicant - 2 * _ADULT)),
    }.get(relation, (0, _ADULT - 1))
    grown = relation not in _CHILD_RELATIONS
    return chance.whole(max(lowest, _ADULT + 1) if grown else lowest, max(highest, lowest))


def _born(chance: Chance, years: int, today: date) -> date:
    """A birthday of somebody of that age, to within a few days of leap years."""
    return today - timedelta(days=years * 365 + years // 4 + chance.whole(1, 360))


def _unused(chance: Chance, heritage: Heritage, taken: set[str]) -> str:
    """A given name that nobody of the household has yet."""
    first = given_name(chance, heritage)
    while first in taken:
        first = given_name(chance, heritage)
    taken.add(first)
    return first


def _unemployed(chance: Chance) -> int | None:
    return chance.whole(20, 240) if chance.happens(0.3) else None


def incomes(
    chance: Chance, home: Household, annual_cents: int, applied: date, *, exact: bool
) -> dict[UUID, Income]:
    """Incomes that add up to the amount in cents a year.

    Not exact: rounding down by pay period loses less than a dollar a week for each income. Exact: the last
    income is a yearly one and takes what is left over.
    """
    earners = home.earners
    count = min(chance.weighted({1: 46.0, 2: 36.0, 3: 14.0, 4: 4.0}), len(earners) * 2)
    left = annual_cents
    found = {}
    for index, share in enumerate(chance.shares(count)):
        source = chance.weighted(_SOURCE_WEIGHTS)
        if exact and index == count - 1:
            source, cents = "self_employment", left
        else:
            cents = int(annual_cents * share) // PERIODS_A_YEAR[_PERIODS[source]]
        period = _PERIODS[source]
        left -= cents * PERIODS_A_YEAR[period]
        income = Income(
            id=chance.id(applied),
            member=earners[index % len(earners)].id,
            source="wages" if source.startswith("wages") else source,
            period=period,
            cents=cents,
            evidence=chance.weighted(_EVIDENCE),
            since=applied - timedelta(days=chance.whole(40, 1400)),
        )
        found[income.id] = income
    return found


def with_one_unknown(chance: Chance, known: dict[UUID, Income]) -> dict[UUID, Income]:
    """The same incomes, one of them without its amount."""
    one = chance.pick(list(known))
    return {**known, one: replace(known[one], cents=None, evidence=Evidence.NONE)}
