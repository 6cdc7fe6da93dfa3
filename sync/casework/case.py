"""The case: everything known about one application, as one value that only `evolve` changes."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sync.casework.household import Hardship, Income, InstabilityRisk, Languages, Member
from sync.casework.places import Residence, Tenancy
from sync.casework.values import DecisionState, Disposition, Outcome, Record, Sensitivity, Status


class MonthRequest(Record, frozen=True):
    """One month (YYYY-MM) of one expense that was asked for; `payee` is a party, or None: the tenant."""

    month: str
    expense: str
    cents: int
    payee: UUID | None = None


class Document(Record, frozen=True):
    """What is known about a paper; the bytes travel apart."""

    id: UUID
    name: str
    kind: str
    media_type: str = "application/pdf"
    size: int = 0
    sha256: str = ""
    member: UUID | None = None
    months: tuple[str, ...] = ()
    received: datetime | None = None
    sensitivity: Sensitivity = Sensitivity.STANDARD


class Note(Record, frozen=True):
    """A remark on the case. `late`: by the previous caseworker, after the case had moved."""

    text: str
    by: str
    at: datetime
    late: bool = False
    sensitivity: Sensitivity = Sensitivity.STANDARD


class AwardLine(Record, frozen=True):
    """One payment of an approval: month (YYYY-MM), expense, payee, cents."""

    month: str
    expense: str
    cents: int
    payee: UUID | None = None


class Decision(Record, frozen=True):
    """One person's decision, kept for ever whatever became of it. Keyed by the command that made it."""

    outcome: Outcome
    by: str
    at: datetime
    state: DecisionState
    codes: tuple[str, ...] = ()
    lines: tuple[AwardLine, ...] = ()
    reason: str = ""
    note: str = ""
    policy: str = ""
    limit_year: int | None = None
    replaces: UUID | None = None
    disposition: Disposition | None = None
    resolved_by: UUID | None = None

    @property
    def open(self) -> bool:
        """Contested or held, and nobody has dealt with it yet."""
        waits = self.state in (DecisionState.CONTESTED, DecisionState.HELD)
        return waits and self.resolved_by is None

    def same_as(self, other: Decision) -> bool:
        """Equal outcome and amount: it corroborates and needs no human."""
        return (self.outcome, self.lines) == (other.outcome, other.lines)

    @property
    def total_cents(self) -> int:
        return sum(line.cents for line in self.lines)


class Recommendation(Record, frozen=True):
    """What a caseworker proposes to the person who decides."""

    outcome: Outcome
    by: str
    at: datetime
    codes: tuple[str, ...] = ()
    lines: tuple[AwardLine, ...] = ()
    reason: str = ""


class ChecklistMark(Record, frozen=True):
    """One item of the checklist: marked or not, by whom."""

    done: bool
    by: str
    at: datetime


# The fields a decision rests on: changed after one, they freeze obligation and payment.
MATERIAL_FIELDS = frozenset(
    {"members", "incomes", "zero_income_attested", "residences", "tenancies", "months", "hardship", "risk"}
    | {"months_paid_before"}
)


class Correction(Record, frozen=True):
    """One recorded fact that was changed: the plain values before and after, by whom, when and why."""

    path: tuple[str, ...]
    by: str
    at: datetime
    was: object = None
    value: object = None
    reason: str = ""


class Suggestion(Record, frozen=True):
    """A value kept beside another: a second hand's correction, or one made after the case had moved.

    `path` names the field from the root of the case; `value` is its plain value.
    """

    path: tuple[str, ...]
    by: str
    at: datetime
    value: object = None
    late: bool = False
    disposition: Disposition | None = None
    resolved_by: UUID | None = None

    @property
    def unsettling(self) -> bool:
        """It says that a fact decisions rest on is otherwise, and nobody has answered it."""
        return self.resolved_by is None and self.path[0] in MATERIAL_FIELDS


class HeldReassignment(Record, frozen=True):
    """A reassignment made on an outdated assignment: both targets are named, a supervisor chooses."""

    to: str
    present: str
    by: str
    at: datetime
    note: str = ""
    disposition: Disposition | None = None
    resolved_by: UUID | None = None


class InformationRequest(Record, frozen=True):
    """What the applicant was asked for."""

    items: tuple[str, ...]
    by: str
    at: datetime
    message: str = ""


class Assignment(Record, frozen=True):
    """Who holds the case. The epoch is issued by the server alone; `history` maps epoch to holder."""

    assignee: str | None = None
    office: str = ""
    epoch: int = 0
    command: UUID | None = None
    history: dict[str, str] = {}

    def holder(self, epoch: int) -> str | None:
        """Who held the case at an epoch."""
        return self.assignee if epoch == self.epoch else self.history.get(str(epoch))


class Case(Record, frozen=True):
    """One application. Version counts the commands applied; `applied` the last number per device.

    `recovery_review`: a decision was contradicted after `paid_cents` had been paid. `merged_into` is the
    alias a merge leaves.
    """

    id: UUID
    agency: str
    program: str
    version: int = 0
    number: str | None = None
    status: Status = Status.SUBMITTED
    submitted: date | None = None
    due: date | None = None
    synthetic: bool = False
    sensitivity: Sensitivity = Sensitivity.STANDARD
    readers: tuple[str, ...] = ()
    assignment: Assignment = Assignment()
    applicant: UUID | None = None
    members: dict[UUID, Member] = {}
    incomes: dict[UUID, Income] = {}
    zero_income_attested: bool = False
    languages: Languages = Languages()
    phone: str = ""
    email: str = ""
    hardship: Hardship = Hardship()
    risk: InstabilityRisk = InstabilityRisk()
    residences: dict[UUID, Residence] = {}
    tenancies: dict[UUID, Tenancy] = {}
    representatives: tuple[UUID, ...] = ()
    months: tuple[MonthRequest, ...] = ()
    months_paid_before: int | None = None
    documents: dict[UUID, Document] = {}
    notes: dict[UUID, Note] = {}
    checklist: dict[str, ChecklistMark] = {}
    requests: dict[UUID, InformationRequest] = {}
    recommendations: dict[UUID, Recommendation] = {}
    decisions: dict[UUID, Decision] = {}
    standing: UUID | None = None
    redetermination_due: bool = False
    paid_cents: int = 0
    recovery_review: bool = False
    corrections: dict[UUID, Correction] = {}
    suggestions: dict[UUID, Suggestion] = {}
    held_reassignments: dict[UUID, HeldReassignment] = {}
    applied: dict[str, int] = {}
    merged_into: UUID | None = None

    @property
    def contested(self) -> tuple[UUID, ...]:
        """The open siblings; empty when nobody contradicts anybody."""
        return tuple(
            sorted(c for c, d in self.decisions.items() if d.open and d.state is DecisionState.CONTESTED)
        )

    @property
    def late_work(self) -> tuple[UUID, ...]:
        """Held decisions, suggestions and reassignments that wait for someone to adopt or decline them."""
        waiting = [c for c, d in self.decisions.items() if d.open and d.state is DecisionState.HELD]
        waiting += [c for c, s in self.suggestions.items() if s.resolved_by is None]
        waiting += [c for c, h in self.held_reassignments.items() if h.resolved_by is None]
        return tuple(sorted(waiting))

    @property
    def frozen(self) -> bool:
        """Obligation and payment must wait: contested, or a material fact came after the decision."""
        return bool(self.contested) or self.fact_came_late

    @property
    def fact_came_late(self) -> bool:
        """A fact the standing decision rests on was changed after it, or is said to be otherwise."""
        return self.redetermination_due or self.unsettled

    @property
    def unsettled(self) -> bool:
        """A decision stands, and somebody's word against a fact it rests on waits for an answer."""
        return self.standing is not None and any(s.unsettling for s in self.suggestions.values())

    @property
    def people(self) -> tuple[Member, ...]:
        """Members who have not left, in the order of their identifiers."""
        return tuple(m for _, m in sorted(self.members.items()) if m.left is None)

    @property
    def applicant_name(self) -> str:
        member = self.members.get(self.applicant) if self.applicant else None
        return member.name if member else ""

    @property
    def residence(self) -> Residence | None:
        """Where the household lives now: the residence without an end, the latest first."""
        current = [r for r in self.residences.values() if r.until is None]
        return max(current, key=lambda r: (r.since or date.min, r.id)) if current else None

    @property
    def tenancy(self) -> Tenancy | None:
        current = [t for t in self.tenancies.values() if t.until is None]
        return max(current, key=lambda t: (t.since or date.min, t.id)) if current else None

    @property
    def county(self) -> str:
        """FIPS code of the county lived in, or ''."""
        return self.residence.place.county if self.residence else ""

    @property
    def parties(self) -> tuple[UUID, ...]:
        """Every party the case refers to."""
        found = {t.landlord for t in self.tenancies.values()} | {m.payee for m in self.months}
        found |= {line.payee for d in self.decisions.values() for line in d.lines}
        return tuple(sorted(p for p in found | set(self.representatives) if p is not None))
