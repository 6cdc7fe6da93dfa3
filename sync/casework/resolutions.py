"""Resolutions: settling a contest, adopting or declining late work, taking one's own decision back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from msgspec.structs import replace

from sync.casework import events, fields
from sync.casework.case import Case, Correction, Decision
from sync.casework.commands import Adopt, Command, Settle, Withdraw
from sync.casework.decisions import STATUS_OF, decide_outcome
from sync.casework.standing import Position, may_supervise, set_aside
from sync.casework.values import DecisionState, Disposition, Status
from sync.casework.verdict import Context, Reason, Ruling, Verdict, accepted, held, rejected

ReassignEvents = Callable[[Case, UUID, str, Context], Sequence[events.Event]]


def settle(case: Case, command: Command, body: Settle, context: Context, place: Position) -> Ruling:
    """Keeps one of the open siblings. It must name them all, or it is held: it didn't see one of them."""
    if not may_supervise(place, context):
        return rejected(Reason.NOT_ALLOWED)
    if place is Position.LATE:
        return held(Reason.LATE_WORK)
    open_siblings = set(case.contested)
    if not open_siblings:
        return held(Reason.NOT_CONTESTED)
    if body.keep not in body.siblings:
        return rejected(Reason.SIBLINGS_MISSING)
    if not body.reason.strip():
        return rejected(Reason.REASON_REQUIRED)
    if not open_siblings <= set(body.siblings) or body.keep not in open_siblings:
        return held(Reason.SIBLINGS_MISSING)
    changes = [_settled(sibling, body.keep, command.id) for sibling in sorted(open_siblings)]
    status = STATUS_OF[case.decisions[body.keep].outcome]
    return accepted(*changes, events.Standing(command=body.keep, status=status))


def _settled(sibling: UUID, keep: UUID, by: UUID) -> events.DecisionChanged:
    kept = sibling == keep
    return events.DecisionChanged(
        command=sibling,
        state=DecisionState.ACCEPTED if kept else DecisionState.CONTESTED,
        disposition=Disposition.ADOPTED if kept else Disposition.DECLINED,
        resolved_by=by,
    )


def adopt(
    case: Case,
    command: Command,
    body: Adopt,
    context: Context,
    place: Position,
    *,
    reassign: ReassignEvents,
) -> Ruling:
    """Adopts or declines one waiting item with the adopter's own authority, base and epoch."""
    if place is Position.LATE:
        return held(Reason.LATE_WORK)
    if not body.reason.strip():
        return rejected(Reason.REASON_REQUIRED)
    if body.command not in case.late_work:
        known = body.command in {*case.decisions, *case.suggestions, *case.held_reassignments}
        return held(Reason.ALREADY_RESOLVED) if known else rejected(Reason.NO_SUCH_ITEM)
    if body.command in case.held_reassignments and place is not Position.SUPERVISOR:
        return rejected(Reason.NOT_ALLOWED)
    if case.merged_into is not None and not body.decline:
        return held(Reason.CASE_MERGED)
    became = Disposition.DECLINED if body.decline else Disposition.ADOPTED
    if body.command in case.decisions:
        return _adopt_decision(case, command, body, context, became)
    resolved = events.ItemResolved(command=body.command, disposition=became, resolved_by=command.id)
    if body.decline:
        return accepted(resolved)
    if body.command in case.suggestions:
        return _adopt_suggestion(case, command, body, resolved, context)
    to = case.held_reassignments[body.command].to
    if to not in context.people:
        return rejected(Reason.NO_SUCH_PERSON, to)
    return accepted(resolved, *reassign(case, command.id, to, context))


def _adopt_decision(
    case: Case, command: Command, body: Adopt, context: Context, became: Disposition
) -> Ruling:
    waiting = case.decisions[body.command]
    resolved = events.DecisionChanged(
        command=body.command, state=waiting.state, disposition=became, resolved_by=command.id
    )
    if body.decline:
        return accepted(resolved)
    adopted = _adopted(waiting, command, body, context)
    ruling = decide_outcome(case, command, adopted, None)
    if ruling.verdict is Verdict.HELD:
        return ruling
    return replace(ruling, events=(resolved, *ruling.events))


def _adopted(waiting: Decision, command: Command, body: Adopt, context: Context) -> Decision:
    return replace(
        waiting,
        by=context.actor.user,
        at=context.at,
        note=body.reason,
        replaces=command.expects.replaces,
        policy=command.policy,
    )


def _adopt_suggestion(
    case: Case, command: Command, body: Adopt, resolved: events.ItemResolved, context: Context
) -> Ruling:
    suggestion = case.suggestions[body.command]
    path, who, when = suggestion.path, context.actor.user, context.at
    if path[0] == "checklist":
        mark = events.ChecklistMarked(item=path[1], done=bool(suggestion.value), by=who, at=when)
        return accepted(resolved, mark)
    try:
        was = fields.read(case, path)
        value = fields.read(fields.write(case, path, suggestion.value), path)
    except fields.NoSuchFieldError as error:
        return rejected(Reason.INVALID_FIELD, str(error))
    if value == was:
        return accepted(resolved)
    fact = Correction(path=path, was=was, value=value, by=who, at=when, reason=body.reason)
    return accepted(resolved, corrected_event(case, command.id, fact))


def corrected_event(case: Case, command: UUID, fact: Correction) -> events.FieldCorrected:
    """A correction, which freezes payment when the standing decision rests on the fact."""
    material = fields.is_material(fact.path) and case.standing is not None
    return events.FieldCorrected(command=command, correction=fact, material=material)


def withdraw(case: Case, body: Withdraw, context: Context, place: Position) -> Ruling:
    """Takes back one's own decision. What it had replaced, or the one sibling left, stands again."""
    decision = case.decisions.get(body.command)
    if decision is None or decision.by != context.actor.user:
        return rejected(Reason.NO_SUCH_ITEM)
    gone = events.DecisionChanged(command=body.command, state=DecisionState.WITHDRAWN)
    if decision.open and decision.state is DecisionState.HELD:
        return accepted(gone)
    aside = set_aside(case, place)
    if aside:
        return held(aside)
    if decision.open:
        return accepted(gone, *_after_withdrawn_sibling(case, body.command))
    if body.command != case.standing:
        return rejected(Reason.ALREADY_RESOLVED)
    before = case.decisions.get(decision.replaces) if decision.replaces else None
    if before is None or before.state is not DecisionState.SUPERSEDED:
        return accepted(gone, events.Standing(command=None, status=Status.IN_REVIEW))
    return accepted(gone, *_stands_again(case, decision.replaces))


def _after_withdrawn_sibling(case: Case, withdrawn: UUID) -> Sequence[events.Event]:
    left = [sibling for sibling in case.contested if sibling != withdrawn]
    return _stands_again(case, left[0]) if len(left) == 1 else ()


def _stands_again(case: Case, command: UUID | None) -> Sequence[events.Event]:
    assert command is not None
    again = events.DecisionChanged(command=command, state=DecisionState.ACCEPTED)
    return (again, events.Standing(command=command, status=STATUS_OF[case.decisions[command].outcome]))
