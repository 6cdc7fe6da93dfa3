"""The worksheet of a case with the award that follows from it, and which case comes after it."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from erap_desktop.services.casefile import QueueRow, queue
from erap_desktop.services.casepage import CasePage, load_page
from erap_desktop.services.session import Session
from sync.casework.award import proposed_award
from sync.casework.case import AwardLine
from sync.casework.fingerprint import facts_fingerprint
from sync.casework.household import PERIODS_A_YEAR, Evidence, Period
from sync.casework.values import Status


class IncomeLine(NamedTuple):
    """One income as the annual sum counts it: cents × periods a year. None where the amount isn't known."""

    member: str
    source: str
    period: Period
    cents: int | None
    periods: int
    yearly_cents: int | None
    evidence: Evidence


class Stamp(NamedTuple):
    """What a decision rests on; another stamp means that the case has to be looked at again."""

    facts: bytes
    standing: UUID | None
    contested: tuple[UUID, ...]
    assignee: str | None
    left: bool
    decisions: int


class Determination(NamedTuple):
    """The worksheet page: the case, its incomes a year, the proposed award and the months left of the cap."""

    page: CasePage
    incomes: tuple[IncomeLine, ...]
    award: tuple[AwardLine, ...]
    months_left: int | None
    stamp: Stamp


def determination(session: Session, case_id: UUID) -> Determination:
    """Raises NotHereError."""
    page = load_page(session, case_id)
    case, policy = page.case, page.policy
    left = None
    if policy is not None and case.months_paid_before is not None:
        left = max(policy.program.max_months - case.months_paid_before, 0)
    return Determination(
        page=page,
        incomes=_incomes(page),
        award=proposed_award(case, policy) if policy else (),
        months_left=left,
        stamp=_stamp(page),
    )


def _incomes(page: CasePage) -> tuple[IncomeLine, ...]:
    present = {member.id: member.name for member in page.case.people}
    return tuple(
        IncomeLine(
            member=present[income.member],
            source=income.source,
            period=income.period,
            cents=income.cents,
            periods=PERIODS_A_YEAR[income.period],
            yearly_cents=None if income.cents is None else income.cents * PERIODS_A_YEAR[income.period],
            evidence=income.evidence,
        )
        for income in page.case.incomes.values()
        if income.member in present and income.until is None
    )


def _stamp(page: CasePage) -> Stamp:
    case = page.case
    return Stamp(
        facts=facts_fingerprint(case),
        standing=case.standing,
        contested=case.contested,
        assignee=case.assignment.assignee,
        left=page.view.left,
        decisions=len(case.decisions),
    )


def next_case(session: Session, after: UUID) -> UUID | None:
    """The most urgent other case of this person that waits for work; None when there is none."""
    mine = session.identity.user
    waiting = {Status.ASSIGNED, Status.IN_REVIEW}
    rows = (row for row in queue(session) if row.id != after and row.assignee == mine)
    return next((row.id for row in rows if row.status in waiting and _free(row)), None)


def _free(row: QueueRow) -> bool:
    return row.state in ("confirmed", "saved")
