"""Decisions: whether one is valid by the rules, and what it does beside the decisions already there."""

from __future__ import annotations

import re
from uuid import UUID

from msgspec.structs import replace

from sync.casework import events
from sync.casework.case import AwardLine, Case, Decision
from sync.casework.commands import Approve, Body, CloseAtRequest, Command, Deny
from sync.casework.eligibility import Worksheet, worksheet
from sync.casework.fingerprint import facts_fingerprint
from sync.casework.policy import Policy
from sync.casework.values import DecisionState, Outcome, Result, Role, Status
from sync.casework.verdict import Context, Reason, Ruling, Verdict, accepted, held, rejected

STATUS_OF = {
    Outcome.APPROVE: Status.APPROVED,
    Outcome.DENY: Status.DENIED,
    Outcome.CLOSE: Status.WITHDRAWN,
}
MAX_LINE_CENTS = 10_000_00  # one month of one expense; far above any New Mexico fair market rent
_MONTH = re.compile(r"^20\d\d-(0[1-9]|1[0-2])$")


def check_decision(case: Case, command: Command, body: Body, context: Context) -> Ruling | None:
    """None when the decision is valid by the rules, else why it can never be."""
    policy = context.policy
    if policy is None:
        return held(Reason.NOT_UNDERSTOOD)
    if isinstance(body, CloseAtRequest):
        return None
    sheet = worksheet(case, policy, command.as_of.date() if command.as_of else None)
    if isinstance(body, Approve):
        return _check_approval(case, body, sheet, policy)
    if isinstance(body, Deny):
        return _check_denial(body, sheet, policy, context)
    return rejected(Reason.MALFORMED)


def _check_approval(case: Case, body: Approve, sheet: Worksheet, policy: Policy) -> Ruling | None:
    opened = sheet.rule("program_open")
    if opened is not None and opened.result is Result.FAIL:
        return rejected(Reason.PROGRAM_CLOSED)
    problem = _check_lines(case, body.lines, policy)
    if problem:
        return rejected(Reason.INVALID_LINES, problem)
    if sheet.result is not Result.PASS and not body.reason.strip():
        return rejected(Reason.REASON_REQUIRED)
    return None


def _check_lines(case: Case, lines: tuple[AwardLine, ...], policy: Policy) -> str:
    if not lines:
        return "an approval needs at least one line"
    payees = set(case.parties)
    seen: set[tuple[str, str, UUID | None]] = set()
    for line in lines:
        key = (line.month, line.expense, line.payee)
        if not _MONTH.match(line.month):
            return f"{line.month!r} is not a month (YYYY-MM)"
        if line.expense not in policy.program.expenses:
            return f"{line.expense!r} is not an expense of this program"
        if not 0 < line.cents <= MAX_LINE_CENTS:
            return f"{line.cents} cents is outside 1 to {MAX_LINE_CENTS}"
        if line.payee is not None and line.payee not in payees:
            return f"the payee of {line.month} is not a party of this case"
        if key in seen:
            return f"{line.month} {line.expense} is there twice for the same payee"
        seen.add(key)
    return ""


def _check_denial(body: Deny, sheet: Worksheet, policy: Policy, context: Context) -> Ruling | None:
    """A code may not contradict the worksheet without a reason, and never rests on missing data."""
    if not body.codes:
        return rejected(Reason.UNKNOWN_CODE, "a denial needs at least one code")
    for name in body.codes:
        code = policy.codes.get(name)
        if code is None:
            return rejected(Reason.UNKNOWN_CODE, name)
        if code.supervisor_only and not context.actor.is_(Role.SUPERVISOR):
            return rejected(Reason.SUPERVISOR_CODE, name)
        rule = sheet.rule(code.rule) if code.rule else None
        if rule is not None and rule.result is Result.NEED_INFORMATION:
            return rejected(Reason.NEED_INFORMATION, name)
        contradicts = rule is not None and rule.result is Result.PASS
        if contradicts and not body.reason.strip():
            return rejected(Reason.CODE_CONTRADICTS, name)
        if code.needs_reason and not body.reason.strip():
            return rejected(Reason.REASON_REQUIRED, name)
    return None


def later_rule(case: Case, command: Command, context: Context) -> Reason | None:
    """Why a decision waits that is right by the policy it was made under, but not by the one in force.

    It is judged by its own; where the rules have changed so that the result differs, a person looks again.
    """
    before, now = context.policy, context.later
    if before is None or now is None or isinstance(command.body, CloseAtRequest):
        return None
    as_of = command.as_of.date() if command.as_of else None
    same = worksheet(case, before, as_of).result is worksheet(case, now, as_of).result
    valid = check_decision(case, command, command.body, replace(context, policy=now)) is None
    return None if same and valid else Reason.LATER_RULE


def decision_from(command: Command, body: Body, context: Context) -> Decision:
    """The record of a decision as its author made it, before it is known what becomes of it."""
    outcomes = {Approve: Outcome.APPROVE, Deny: Outcome.DENY}
    return Decision(
        outcome=outcomes.get(type(body), Outcome.CLOSE),
        by=context.actor.user,
        at=context.at,
        state=DecisionState.ACCEPTED,
        codes=getattr(body, "codes", ()),
        lines=getattr(body, "lines", ()),
        reason=getattr(body, "reason", ""),
        policy=command.policy,
        limit_year=context.policy.program.limit_year if context.policy else None,
        replaces=command.expects.replaces,
    )


def decide_outcome(case: Case, command: Command, decision: Decision, aside: Reason | None) -> Ruling:
    """The row "decision" of the push table, for a decision that is valid in itself.

    `aside` says why it waits for somebody whatever it is worth.
    """
    if aside:
        return held(aside, _record(command, decision, DecisionState.HELD))
    if case.contested:
        return contest(case, command, decision)
    standing = case.decisions[case.standing] if case.standing else None
    if case.standing != command.expects.replaces and standing is not None:
        if standing.same_as(decision):
            both = _record(command, decision, DecisionState.ACCEPTED)
            return accepted(both, reason=Reason.CORROBORATES)
        assert case.standing is not None
        first = events.DecisionChanged(command=case.standing, state=DecisionState.CONTESTED)
        return contest(case, command, decision, first)
    if command.expects.facts != facts_fingerprint(case):
        return held(Reason.STALE_FACTS, _record(command, decision, DecisionState.HELD))
    return accepted(*stand(case, command, decision))


def stand(case: Case, command: Command, decision: Decision) -> tuple[events.Event, ...]:
    """The decision stands from now on; the one it replaces is superseded."""
    before: tuple[events.Event, ...] = ()
    if case.standing is not None:
        before = (events.DecisionChanged(command=case.standing, state=DecisionState.SUPERSEDED),)
    status = STATUS_OF[decision.outcome]
    now = events.Standing(command=command.id, status=status)
    return (*before, _record(command, decision, DecisionState.ACCEPTED), now)


def contest(case: Case, command: Command, decision: Decision, *before: events.Event) -> Ruling:
    """One more open sibling: none of them stands until somebody settles."""
    sibling = _record(command, decision, DecisionState.CONTESTED)
    nothing_stands = events.Standing(command=None, status=Status.CONTESTED)
    happened: tuple[events.Event, ...] = (*before, sibling, nothing_stands)
    if case.paid_cents and not case.recovery_review:
        happened = (*happened, events.RecoveryOpened())
    return Ruling(verdict=Verdict.CONTESTED, reason=Reason.OTHER_DECISION, events=happened)


def _record(command: Command, decision: Decision, state: DecisionState) -> events.Decided:
    return events.Decided(command=command.id, decision=replace(decision, state=state))
