"""Invented applications: whole cases, each with the person it goes to and where it stands.

Drawn from published margins: the counties of New Mexico's assisted addresses, the income bands of its ERA1
households (57 % at or below the 30 % limit, 21 % to 50 %, 22 % to 80 %; Treasury), HUD's limits and rents,
about 80 % of payments to landlords. Nobody in them exists; every case is marked synthetic.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

from sync.casework.case import Case, MonthRequest, Note
from sync.casework.commands import OpenCase
from sync.casework.household import Evidence, Hardship, Income, InstabilityRisk, Languages
from sync.casework.income import LimitRow, limit_row
from sync.casework.places import Party, Tenancy
from sync.casework.policy import Policy
from sync.casework.values import Record, Status
from sync.central.demo import people, statements
from sync.central.demo.chance import Chance
from sync.central.demo.homes import Homes, heritage_of, phone
from sync.central.demo.names import Heritage
from sync.central.demo.papers import documents
from sync.central.demo.people import Household
from sync.central.demo.plan import Kind, Slot, kinds, slots
from sync.central.demo.remarks import intake_notes
from sync.central.demo.traces import with_gap, worked_on
from sync.central.rollout.policy_files import Figures

_RISKS = {"past_due_rent": 52.0, "eviction_notice": 22.0, "utility_shutoff": 14.0, "overcrowding": 12.0}
_BANDS = {"extremely_low": 57.0, "very_low": 21.0, "low": 22.0}
_TO_LANDLORD = 0.8


class DemoCase(Record, frozen=True):
    """One invented application, the caseworker it is meant for (None: nobody yet), and its status."""

    body: OpenCase
    assignee: str | None
    status: Status


def make_applications(
    n: int,
    seed: int,
    policy: Policy,
    figures: Figures,
    *,
    today: date,
    caseworkers: int = 0,
    agency: str = "nm",
) -> list[DemoCase]:
    """`n` cases for `worker1` … `workerK`, the same for the same arguments, on every machine.

    The cases of each caseworker differ in number by at most one; at least ten and at least 15 % of each
    one's (all, if fewer) are in review, complete, and pass every rule but the income limit. No other case
    fails a rule.
    Raises ValueError where the policy carries no table for its program's fiscal years.
    """
    return list(
        each_application(n, seed, policy, figures, today=today, caseworkers=caseworkers, agency=agency)
    )


def each_application(
    n: int,
    seed: int,
    policy: Policy,
    figures: Figures,
    *,
    today: date,
    caseworkers: int = 0,
    agency: str = "nm",
) -> Iterator[DemoCase]:
    """The same cases in the same order, one at a time: for more of them than fit into memory."""
    chance = Chance(seed)
    maker = _Maker(chance, policy, Homes(chance, policy, figures, agency), today, agency)
    planned = chance.shuffled(slots(n, caseworkers))
    for slot, kind in zip(planned, kinds(planned), strict=True):
        yield maker.case(slot, kind)


class _Maker:
    """Draws one case after the other."""

    def __init__(self, chance: Chance, policy: Policy, homes: Homes, today: date, agency: str) -> None:
        self._chance = chance
        self._policy = policy
        self._homes = homes
        self._today = today
        self._agency = agency

    def case(self, slot: Slot, kind: Kind) -> DemoCase:
        chance, homes = self._chance, self._homes
        applied = self._applied()
        area = homes.zip_code(homes.county())
        heritage = heritage_of(chance, area.county)
        size = chance.weighted(people.LARGE_SIZES if kind is Kind.LARGE else people.SIZES)
        home = people.household(chance, size, heritage, applied)
        place = homes.place(area, heritage)
        residence = homes.residence(place, area, applied)
        landlord = homes.landlord(area, applied)
        tenancy = homes.tenancy(area, size, residence, landlord, applied)
        languages = self._languages(heritage)
        risk = self._risk(applied)
        incomes = self._incomes(home, area.county, kind, applied)
        months, parties = self._months(tenancy, landlord, applied)
        asked_for = tuple(sorted({month.month for month in months}))
        whole = Case(
            id=chance.id(applied),
            agency=self._agency,
            program=self._policy.program.id,
            status=slot.status,
            submitted=applied,
            due=applied + timedelta(days=45 + chance.whole(0, 14)),
            synthetic=True,
            applicant=home.applicant.id,
            members={member.id: member for member in home.members},
            incomes=incomes,
            zero_income_attested=not incomes,
            languages=languages,
            phone=phone(chance, area.latitude) if chance.happens(0.93) else "",
            email=f"{home.family.lower()}{chance.whole(10, 99)}@example.org" if chance.happens(0.55) else "",
            hardship=self._hardship(languages, tenancy, applied),
            risk=risk,
            residences={residence.id: residence},
            tenancies={tenancy.id: tenancy},
            months=months,
            months_paid_before=chance.whole(1, 6) if chance.happens(0.15) else 0,
            documents=documents(
                chance, home, incomes, lease=tenancy.lease, risk=risk.kind, months=asked_for, applied=applied
            ),
            notes=self._notes(tenancy, applied),
        )
        case = worked_on(chance, with_gap(chance, whole, kind), slot, self._policy, self._today)
        return DemoCase(body=OpenCase(case=case, parties=parties), assignee=slot.assignee, status=slot.status)

    def _applied(self) -> date:
        """Up to ten weeks ago, never before the program began (unless that lies ahead)."""
        drawn = self._today - timedelta(days=self._chance.whole(1, 70))
        return max(drawn, min(self._policy.program.award_from, self._today))

    def _languages(self, heritage: Heritage) -> Languages:
        if heritage is Heritage.HISPANIC and self._chance.happens(0.34):
            return Languages(spoken="es", written="es", interpreter=self._chance.happens(0.4))
        if heritage is Heritage.DINE and self._chance.happens(0.45):
            return Languages(spoken="nv", written="en", interpreter=True)
        return Languages()

    def _risk(self, applied: date) -> InstabilityRisk:
        kind = self._chance.weighted(_RISKS)
        ahead = self._today + timedelta(days=self._chance.whole(3, 40))
        on_paper = kind == "eviction_notice"
        return InstabilityRisk(
            kind=kind,
            evidence=Evidence.DOCUMENT if on_paper else Evidence.ATTESTED,
            eviction_date=ahead if on_paper else None,
        )

    def _hardship(self, languages: Languages, tenancy: Tenancy, applied: date) -> Hardship:
        chance = self._chance
        kind = chance.weighted(statements.KINDS)
        behind = tenancy.months_behind or 1
        began = (applied - timedelta(days=30 * behind + chance.whole(10, 60))).month
        words = statements.statement(
            chance, "nv" if languages.spoken == "nv" else languages.written, kind, behind, began
        )
        return Hardship(attested=True, attested_on=applied, kind=kind, statement=words)

    def _incomes(self, home: Household, county: str, kind: Kind, applied: date) -> dict[UUID, Income]:
        chance = self._chance
        row = limit_row(self._policy, county, len(home.members))
        if row is None:
            raise ValueError(f"policy {self._policy.version} carries no income limit for county {county}")
        if kind is Kind.ORDINARY and chance.happens(0.04):
            return {}
        annual = self._annual_cents(row, kind)
        exact = kind in (Kind.AT_LIMIT, Kind.JUST_BELOW)
        return people.incomes(chance, home, annual, applied, exact=exact)

    def _annual_cents(self, row: LimitRow, kind: Kind) -> int:
        chance = self._chance
        if kind is Kind.OVER_LIMIT:
            return int(row.low80_cents * chance.between(1.04, 1.6))
        if kind is Kind.AT_LIMIT:
            return row.low80_cents
        if kind is Kind.JUST_BELOW:
            return row.low80_cents - chance.whole(1, 200_00)
        band = chance.weighted(_BANDS)
        if band == "low":
            return chance.whole(row.very_low50_cents, row.low80_cents)
        if band == "very_low":
            return chance.whole(row.extremely_low30_cents, row.very_low50_cents)
        return int(row.extremely_low30_cents * chance.between(0.25, 1.0))

    def _months(
        self, tenancy: Tenancy, landlord: Party, applied: date
    ) -> tuple[tuple[MonthRequest, ...], tuple[Party, ...]]:
        """Arrears month by month, up to three months ahead, often a utility; and the parties to be paid."""
        chance = self._chance
        behind, rent = tenancy.months_behind or 0, tenancy.rent_cents or 0
        payee = landlord.id if chance.happens(_TO_LANDLORD) else None
        asked = [
            MonthRequest(month=_month(applied, -back), expense="rental_arrears", cents=rent, payee=payee)
            for back in range(behind, 0, -1)
        ]
        asked += [
            MonthRequest(month=_month(applied, ahead), expense="rent", cents=rent, payee=payee)
            for ahead in range(chance.weighted({0: 20.0, 1: 15.0, 2: 20.0, 3: 45.0}))
        ]
        if not chance.happens(0.55):
            return tuple(asked), (landlord,)
        utility = self._homes.utility(applied)
        asked += [
            MonthRequest(
                month=_month(applied, -back),
                expense="utility_arrears",
                cents=chance.whole(45_00, 260_00),
                payee=utility.id,
            )
            for back in range(min(behind, chance.whole(1, 4)), 0, -1)
        ]
        return tuple(asked), (landlord, utility)

    def _notes(self, tenancy: Tenancy, applied: date) -> dict[UUID, Note]:
        chance = self._chance
        notes = {}
        for index, words in enumerate(intake_notes(chance, tenancy.months_behind or 0)):
            day = min(applied + timedelta(days=index), self._today)
            notes[chance.id(day)] = Note(text=words, by="intake", at=chance.moment(day))
        return notes


def _month(day: date, offset: int) -> str:
    """The month so many months after (before, if negative) that of the day, as YYYY-MM."""
    index = day.year * 12 + day.month - 1 + offset
    return f"{index // 12}-{index % 12 + 1:02d}"
