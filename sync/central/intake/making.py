"""From an application to the case it opens: what one field alone can not tell is checked here."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import msgspec

from sync.casework.case import Case, MonthRequest
from sync.casework.commands import OpenCase
from sync.casework.household import Hardship, Income, InstabilityRisk, Languages, Member
from sync.casework.places import Party, Place, Residence, Tenancy
from sync.casework.policy import Policy
from sync.casework.values import Sensitivity, Status
from sync.central.intake import bounds
from sync.central.intake.layout import AddressIn, ApplicationIn, PartyIn, PersonIn, ResidenceIn
from sync.central.intake.refusal import RefusalError

_FIRST_MONTH = "2000-01"  # nobody asks for more; a century off is a slip


class CaseMaker:
    """Makes the bodies of one file; parties described in the same words are the same party."""

    def __init__(self, policy: Policy, agency: str, new_id: Callable[[], UUID], today: date) -> None:
        self._policy = policy
        self._agency = agency
        self._new_id = new_id
        self._today = today
        self._last_month = _months_after(today, bounds.MONTHS_AHEAD)
        self._counties = {_folded(name): fips for fips, name in policy.counties.items()}
        self._parties: dict[tuple[str, PartyIn], Party] = {}

    def body(self, given: ApplicationIn) -> OpenCase:
        """The case to open, with its parties. Raises RefusalError."""
        self._past("submitted", given.submitted)
        people = [("applicant", "self", given.applicant)]
        people += [(f"household[{n}]", one.relation, one) for n, one in enumerate(given.household)]
        members: dict[UUID, Member] = {}
        incomes: dict[UUID, Income] = {}
        for path, relation, person in people:
            member = self._member(path, relation, person)
            members[member.id] = member
            incomes |= self._incomes(path, member, person)
        if given.zero_income_attested and any(income.cents != 0 for income in incomes.values()):
            raise RefusalError("zero_income_attested", "says that there is no income, but there are incomes")
        landlord = self._party("landlord", given.landlord) if given.landlord else None
        utilities = {one.name: self._party("utility", one) for one in given.utilities}
        if len(utilities) < len(given.utilities) or utilities.keys() & {"landlord", "tenant"}:
            raise RefusalError("utilities", "has a name that does not tell one payee from all others")
        residence = self._residence(given)
        tenancy = self._tenancy(given, landlord)
        case = Case(
            id=self._new_id(),
            agency=self._agency,
            program=self._policy.program.id,
            status=Status.SUBMITTED,
            submitted=given.submitted,
            sensitivity=Sensitivity.PROTECTED if given.protected else Sensitivity.STANDARD,
            applicant=next(iter(members)),
            members=members,
            incomes=incomes,
            zero_income_attested=given.zero_income_attested,
            languages=msgspec.convert(given.languages, Languages, from_attributes=True),
            phone=given.phone,
            email=given.email,
            hardship=self._hardship(given),
            risk=self._risk(given),
            residences={residence.id: residence} if residence else {},
            tenancies={tenancy.id: tenancy} if tenancy else {},
            months=self._months(given, landlord, utilities),
            months_paid_before=given.months_paid_before,
        )
        parties = ([landlord] if landlord else []) + list(utilities.values())
        return OpenCase(case=case, parties=tuple(parties))

    def _member(self, path: str, relation: str, person: PersonIn) -> Member:
        self._not_blank(f"{path}.name", person.name)
        self._past(f"{path}.born", person.born)
        return Member(
            id=self._new_id(),
            name=person.name.strip(),
            born=person.born,
            relation=relation,
            unemployed_days=person.unemployed_days,
        )

    def _incomes(self, path: str, member: Member, person: PersonIn) -> dict[UUID, Income]:
        found = {}
        for index, given in enumerate(person.incomes):
            self._past(f"{path}.incomes[{index}].since", given.since)
            income = Income(
                id=self._new_id(),
                member=member.id,
                source=given.source,
                period=given.period,
                cents=given.cents,
                evidence=given.evidence,
                since=given.since,
            )
            found[income.id] = income
        return found

    def _hardship(self, given: ApplicationIn) -> Hardship:
        self._past("hardship.attested_on", given.hardship.attested_on)
        return msgspec.convert(given.hardship, Hardship, from_attributes=True)

    def _risk(self, given: ApplicationIn) -> InstabilityRisk:
        self._near("risk.eviction_date", given.risk.eviction_date)
        return msgspec.convert(given.risk, InstabilityRisk, from_attributes=True)

    def _residence(self, given: ApplicationIn) -> Residence | None:
        home = given.residence
        if home is None:
            if given.mail is not None:
                raise RefusalError("residence", "is missing, while there is an address for mail")
            return None
        self._near("residence.since", home.since)
        if (home.latitude is None) is not (home.longitude is None):
            raise RefusalError("residence", "has one coordinate, not two")
        place = msgspec.structs.replace(
            _postal(home),
            county=self._county(home),
            directions=home.directions,
            nearest_road=home.nearest_road,
            latitude=home.latitude,
            longitude=home.longitude,
        )
        mail = _postal(given.mail) if given.mail else None
        return Residence(id=self._new_id(), place=place, mail=mail, since=home.since)

    def _county(self, home: ResidenceIn) -> str:
        """FIPS code by code or name, '' where none is given: then it is needed information."""
        given = home.county.strip()
        if not given or given in self._policy.counties:
            return given
        found = self._counties.get(_folded(given))
        if found:
            return found
        if home.state != "NM" and len(given) == 5 and given.isascii() and given.isdigit():
            return given
        raise RefusalError("residence.county", f"is no county of the program: {given[:40]!a}")

    def _tenancy(self, given: ApplicationIn, landlord: Party | None) -> Tenancy | None:
        if given.tenancy is None:
            if landlord is not None:
                raise RefusalError("tenancy", "is missing, while there is a landlord")
            return None
        self._near("tenancy.since", given.tenancy.since)
        facts = msgspec.structs.asdict(given.tenancy)
        return Tenancy(id=self._new_id(), landlord=landlord.id if landlord else None, **facts)

    def _party(self, kind: str, given: PartyIn) -> Party:
        self._not_blank("landlord.name" if kind == "landlord" else "utilities", given.name)
        known = self._parties.get((kind, given))
        if known is None:
            place = _postal(given) if given.street or given.city or given.zip else None
            known = Party(
                id=self._new_id(),
                agency=self._agency,
                kind=kind,
                name=given.name.strip(),
                phone=given.phone,
                email=given.email,
                place=place,
            )
            self._parties[kind, given] = known
        return known

    def _months(
        self, given: ApplicationIn, landlord: Party | None, utilities: dict[str, Party]
    ) -> tuple[MonthRequest, ...]:
        found: list[MonthRequest] = []
        seen = set()
        for index, asked in enumerate(given.months):
            path = f"months[{index}]"
            if asked.expense not in self._policy.program.expenses:
                raise RefusalError(f"{path}.expense", "is nothing this program knows")
            if not _FIRST_MONTH <= asked.month <= self._last_month:
                raise RefusalError(f"{path}.month", f"is not between {_FIRST_MONTH} and {self._last_month}")
            if asked.pay_to == "landlord" and landlord is None:
                raise RefusalError(f"{path}.pay_to", "is the landlord, but no landlord is given")
            payees = {"tenant": None, "landlord": landlord} | utilities
            if asked.pay_to not in payees:
                raise RefusalError(
                    f"{path}.pay_to", "is not the landlord, the tenant or one of the utilities"
                )
            payee = payees[asked.pay_to]
            if (asked.month, asked.expense, payee) in seen:
                raise RefusalError(path, "asks for the same month, expense and payee as an earlier one")
            seen.add((asked.month, asked.expense, payee))
            found.append(
                MonthRequest(
                    month=asked.month,
                    expense=asked.expense,
                    cents=asked.cents,
                    payee=payee.id if payee else None,
                )
            )
        return tuple(found)

    def _not_blank(self, field: str, text: str) -> None:
        if not text.strip():
            raise RefusalError(field, "is empty")

    def _past(self, field: str, day: date | None) -> None:
        if day is None:
            return
        if day > self._today:
            raise RefusalError(field, "lies in the future")
        self._near(field, day)

    def _near(self, field: str, day: date | None) -> None:
        if day is None:
            return
        if day < self._today - timedelta(days=bounds.MAX_YEARS * 365):
            raise RefusalError(field, f"is more than {bounds.MAX_YEARS} years ago")
        if f"{day:%Y-%m}" > self._last_month:
            raise RefusalError(field, f"is more than {bounds.MONTHS_AHEAD} months ahead")


def _postal(given: AddressIn) -> Place:
    return Place(street=given.street, unit=given.unit, city=given.city, state=given.state, zip=given.zip)


def _folded(name: str) -> str:
    """A county's name without accents, capitals and the word County."""
    plain = unicodedata.normalize("NFD", name).encode("ascii", "ignore").decode()
    return plain.casefold().removesuffix(" county").strip()


def _months_after(day: date, months: int) -> str:
    index = day.year * 12 + day.month - 1 + months
    return f"{index // 12:04d}-{index % 12 + 1:02d}"
