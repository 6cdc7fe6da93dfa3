"""The people of a case: members, what they earn, and the facts about them that change with time."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from uuid import UUID

from sync.casework.values import Record, Text


class Period(StrEnum):
    """How often an amount is received."""

    WEEK = "week"
    TWO_WEEKS = "two_weeks"
    HALF_MONTH = "half_month"
    MONTH = "month"
    YEAR = "year"


PERIODS_A_YEAR = {
    Period.WEEK: 52,
    Period.TWO_WEEKS: 26,
    Period.HALF_MONTH: 24,
    Period.MONTH: 12,
    Period.YEAR: 1,
}


class Evidence(StrEnum):
    """How a fact is shown, strongest first."""

    DOCUMENT = "document"
    SEEN = "seen"  # "seen, not kept"
    ATTESTED = "attested"
    NONE = "none"


class Member(Record, frozen=True):
    """One person of the household. No social security number is asked or kept."""

    id: UUID
    name: str
    born: date | None = None
    relation: str = "self"
    joined: date | None = None
    left: date | None = None
    unemployed_days: int | None = None


class Income(Record, frozen=True):
    """What one member receives from one source. `cents` per `period`; None is not yet known."""

    id: UUID
    member: UUID
    source: str
    period: Period = Period.MONTH
    cents: int | None = None
    evidence: Evidence = Evidence.NONE
    since: date | None = None
    until: date | None = None


class Languages(Record, frozen=True):
    """Language spoken and written are apart: many speak Diné and read English, or read nothing."""

    spoken: str = "en"
    written: str = "en"
    interpreter: bool = False


class Hardship(Record, frozen=True):
    """The applicant's written attestation (Treasury ERA FAQ 1, 2)."""

    attested: bool | None = None
    attested_on: date | None = None
    kind: str = ""
    statement: str = ""


class InstabilityRisk(Record, frozen=True):
    """What shows a risk of homelessness or housing instability (Treasury ERA FAQ 3)."""

    kind: str = ""
    evidence: Evidence = Evidence.NONE
    eviction_date: date | None = None


UNKNOWN = Text(en="not yet known", es="aún no se sabe")
