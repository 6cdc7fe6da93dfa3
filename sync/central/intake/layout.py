"""The external format of an application, as `docs/intake-format.md` describes it.

Every field is typed and bounded here; a field that is not here is refused, never dropped. What one field
alone can not tell (a county, a birthday in the future, a payee) is checked where the case is made.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from sync.casework.household import Evidence, Period
from sync.central.intake import bounds

Reference = Annotated[str, Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$", max_length=bounds.REFERENCE_LENGTH)]
Name = Annotated[str, Meta(min_length=1, max_length=bounds.NAME_LENGTH)]
Short = Annotated[str, Meta(max_length=bounds.SHORT_LENGTH)]
Phone = Annotated[str, Meta(pattern=r"^[0-9+() .x-]*$", max_length=bounds.PHONE_LENGTH)]
Email = Annotated[str, Meta(pattern=r"^([^@\s]+@[^@\s]+)?$", max_length=bounds.EMAIL_LENGTH)]
Directions = Annotated[str, Meta(max_length=bounds.DIRECTIONS_LENGTH)]
Statement = Annotated[str, Meta(max_length=bounds.STATEMENT_LENGTH)]
Zip = Annotated[str, Meta(pattern=r"^([0-9]{5}(-[0-9]{4})?)?$")]
State = Annotated[str, Meta(pattern=r"^[A-Z]{2}$")]
Month = Annotated[str, Meta(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])$")]
Language = Annotated[str, Meta(pattern=r"^[a-z]{2,3}$")]
MonthCents = Annotated[int, Meta(ge=0, le=bounds.MAX_MONTH_CENTS)]
AskedCents = Annotated[int, Meta(ge=1, le=bounds.MAX_MONTH_CENTS)]
IncomeCents = Annotated[int, Meta(ge=0, le=bounds.MAX_INCOME_CENTS)]

Relation = Literal[
    "spouse",
    "partner",
    "child",
    "adult_child",
    "grandchild",
    "foster_child",
    "niece_or_nephew",
    "parent",
    "grandparent",
    "sibling",
    "other",
]
Source = Literal[
    "wages",
    "self_employment",
    "unemployment",
    "social_security",
    "ssi",
    "tanf",
    "child_support",
    "pension",
    "veterans",
    "tribal",
    "other",
]
HardshipKind = Literal["", "job_loss", "reduced_hours", "medical", "caregiving", "disaster", "other"]
RiskKind = Literal[
    "", "past_due_rent", "eviction_notice", "utility_shutoff", "overcrowding", "unsafe_conditions", "other"
]
HomeKind = Literal[
    "house", "apartment", "duplex", "manufactured_home", "lot", "room", "hotel", "rent_to_own", "other"
]
Lease = Literal["written", "oral", "none"]


class Strict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of the format's objects: unknown fields are refused."""


class IncomeIn(Strict, frozen=True):
    """One income; without `cents`: not yet known."""

    source: Source
    period: Period
    cents: IncomeCents | None = None
    evidence: Evidence = Evidence.NONE
    since: date | None = None


class PersonIn(Strict, frozen=True):
    """The applicant."""

    name: Name
    born: date | None = None
    unemployed_days: Annotated[int, Meta(ge=0, le=bounds.MAX_DAYS_UNEMPLOYED)] | None = None
    incomes: Annotated[tuple[IncomeIn, ...], Meta(max_length=bounds.MAX_INCOMES)] = ()


class MemberIn(PersonIn, frozen=True, kw_only=True):
    """Another member of the household, by the relation to the applicant."""

    relation: Relation


class LanguagesIn(Strict, frozen=True):
    """ISO 639 codes; `nv` is Diné."""

    spoken: Language = "en"
    written: Language = "en"
    interpreter: bool = False


class HardshipIn(Strict, frozen=True):
    attested: bool | None = None
    attested_on: date | None = None
    kind: HardshipKind = ""
    statement: Statement = ""


class RiskIn(Strict, frozen=True):
    kind: RiskKind = ""
    evidence: Evidence = Evidence.NONE
    eviction_date: date | None = None


class AddressIn(Strict, frozen=True):
    """A postal address."""

    street: Short = ""
    unit: Short = ""
    city: Short = ""
    state: State = "NM"
    zip: Zip = ""


class ResidenceIn(AddressIn, frozen=True):
    """Where the household lives: an address, or directions. `county`: FIPS code or name."""

    county: Short = ""
    directions: Directions = ""
    nearest_road: Short = ""
    latitude: Annotated[float, Meta(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Meta(ge=-180, le=180)] | None = None
    since: date | None = None


class TenancyIn(Strict, frozen=True):
    """What is rented; `rent_cents` a month."""

    rent_cents: MonthCents | None = None
    bedrooms: Annotated[int, Meta(ge=0, le=bounds.MAX_BEDROOMS)] | None = None
    kind: HomeKind = "house"
    lease: Lease = "written"
    owner_occupied: bool = False
    subsidised: bool = False
    since: date | None = None
    months_behind: Annotated[int, Meta(ge=0, le=bounds.MAX_MONTHS_BEHIND)] | None = None


class PartyIn(AddressIn, frozen=True, kw_only=True):
    """A landlord or a utility."""

    name: Name
    phone: Phone = ""
    email: Email = ""


class MonthIn(Strict, frozen=True):
    """One month of one expense. `pay_to`: `landlord`, `tenant`, or the name of one of the utilities."""

    month: Month
    expense: Short
    cents: AskedCents
    pay_to: Name = "landlord"


class ApplicationIn(Strict, frozen=True):
    """One line of an intake file."""

    reference: Reference
    submitted: date
    applicant: PersonIn
    household: Annotated[tuple[MemberIn, ...], Meta(max_length=bounds.MAX_MEMBERS - 1)] = ()
    zero_income_attested: bool = False
    languages: LanguagesIn = LanguagesIn()
    phone: Phone = ""
    email: Email = ""
    protected: bool = False
    hardship: HardshipIn = HardshipIn()
    risk: RiskIn = RiskIn()
    residence: ResidenceIn | None = None
    mail: AddressIn | None = None
    tenancy: TenancyIn | None = None
    landlord: PartyIn | None = None
    utilities: Annotated[tuple[PartyIn, ...], Meta(max_length=bounds.MAX_UTILITIES)] = ()
    months: Annotated[tuple[MonthIn, ...], Meta(max_length=bounds.MAX_REQUESTS)] = ()
    months_paid_before: Annotated[int, Meta(ge=0, le=bounds.MAX_MONTHS_PAID_BEFORE)] | None = None
