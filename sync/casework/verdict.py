"""What `decide` answers: a verdict, why, and the events that follow from it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sync.casework.case import Case
from sync.casework.commands import Actor
from sync.casework.events import Event
from sync.casework.policy import Policy
from sync.casework.values import Record


class Verdict(StrEnum):
    """The server's answer to a command. Given once, stored, never changed."""

    ACCEPTED = "accepted"
    CONTESTED = "contested"
    HELD = "held"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class Reason(StrEnum):
    """Why a verdict is not plain acceptance. The words a person reads are translated from these."""

    NONE = ""
    LATE_WORK = "late_work"
    STALE_FACTS = "stale_facts"
    LATER_RULE = "later_rule"
    OUTDATED_ASSIGNMENT = "outdated_assignment"
    NOT_UNDERSTOOD = "not_understood"
    OTHER_DECISION = "other_decision"
    CORROBORATES = "corroborates"
    KEPT_BESIDE = "kept_beside"
    FROM_PREVIOUS = "from_previous_caseworker"
    NOT_ALLOWED = "not_allowed"
    NO_SUCH_CASE = "no_such_case"
    NO_SUCH_ITEM = "no_such_item"
    NO_SUCH_PERSON = "no_such_person"
    ALREADY_RESOLVED = "already_resolved"
    INVALID_FIELD = "invalid_field"
    INVALID_LINES = "invalid_lines"
    UNKNOWN_CODE = "unknown_code"
    SUPERVISOR_CODE = "supervisor_code"
    CODE_CONTRADICTS = "code_contradicts_worksheet"
    NEED_INFORMATION = "need_information"
    REASON_REQUIRED = "reason_required"
    PROGRAM_CLOSED = "program_closed"
    SIBLINGS_MISSING = "siblings_missing"
    NOT_CONTESTED = "not_contested"
    CASE_CLOSED = "case_closed"
    CASE_MERGED = "case_merged"
    TOO_LARGE = "too_large"
    MALFORMED = "malformed"
    CRASHED = "could_not_be_run"


class Context(Record, frozen=True):
    """What the reducer may know besides the case: who acts, the policy, and what the end hands in.

    `at` is written into records and never compared: the server's arrival time; on a laptop, its own until
    the server has answered. `later` is the policy in force where the command names an older one and the
    server knows it. `number` is the case number drawn by the server for a new case. `people` maps each active
    caseworker to the office they work in. `other` is the second case of a merge, where the server knows it.
    """

    actor: Actor
    at: datetime
    policy: Policy | None
    later: Policy | None = None
    number: str | None = None
    people: dict[str, str] = {}
    other: Case | None = None


class Ruling(Record, frozen=True):
    """A verdict with its reason and effects."""

    verdict: Verdict
    reason: Reason = Reason.NONE
    events: tuple[Event, ...] = ()
    detail: str = ""


def accepted(*events: Event, reason: Reason = Reason.NONE) -> Ruling:
    return Ruling(verdict=Verdict.ACCEPTED, reason=reason, events=events)


def held(reason: Reason, *events: Event) -> Ruling:
    return Ruling(verdict=Verdict.HELD, reason=reason, events=events)


def rejected(reason: Reason, detail: str = "") -> Ruling:
    return Ruling(verdict=Verdict.REJECTED, reason=reason, detail=detail)
