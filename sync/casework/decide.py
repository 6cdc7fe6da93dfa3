"""The one reducer: what a command does to a case, and whether it may. The laptop and the server both run it.

The order of the checks is the order of the push table in `docs/protocol.md`: who may, is it late, what has
moved on, what is it worth. This file holds the table; rules for decisions and resolutions stand beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from msgspec.structs import replace

from sync.casework import commands, events, fields
from sync.casework.case import (
    Assignment,
    Case,
    Correction,
    HeldReassignment,
    InformationRequest,
    Note,
    Recommendation,
    Suggestion,
)
from sync.casework.commands import Command
from sync.casework.decisions import check_decision, decide_outcome, decision_from, later_rule
from sync.casework.merging import absorb, merge
from sync.casework.resolutions import adopt, corrected_event, settle, withdraw
from sync.casework.standing import Position, may_supervise, position, set_aside
from sync.casework.values import Role, Status
from sync.casework.verdict import Context, Reason, Ruling, accepted, held, rejected


def decide(case: Case | None, command: Command, context: Context) -> Ruling:
    """What this command does to this case. Total: every command gets a ruling, none raises."""
    body = command.body
    if isinstance(body, commands.OpenCase):
        return _open(case, command, body, context)
    if case is None:
        return rejected(Reason.NO_SUCH_CASE)
    place = position(case, command, context)
    if place is Position.OUTSIDE:
        return rejected(Reason.NOT_ALLOWED)
    match body:
        case commands.AddNote() | commands.AttachDocument():
            return _remark(case, command, context, place)
        case commands.CorrectField():
            return _correct(case, command, body, context, place)
        case commands.MarkChecklist():
            return _mark(case, command, body, context, place)
        case commands.RequestInformation() | commands.Recommend():
            return _prepare(case, command, context, place)
        case commands.Reassign():
            return _reassign(case, command, body, context, place)
        case commands.Settle():
            return settle(case, command, body, context, place)
        case commands.Adopt():
            return adopt(case, command, body, context, place, reassign=_apply_reassignment)
        case commands.Withdraw():
            return withdraw(case, body, context, place)
        case commands.Merge():
            return merge(case, body, context, place)
        case commands.Absorb():
            return absorb(case, body, context)
        case commands.Approve() | commands.Deny() | commands.CloseAtRequest():
            return _decision(case, command, context, place)


def withdrawn_together(batch: Iterable[Command]) -> set[UUID]:
    """Commands that a later `withdraw` of the same batch takes back before they have any effect."""
    seen: set[UUID] = set()
    gone: set[UUID] = set()
    for command in batch:
        if isinstance(command.body, commands.Withdraw) and command.body.command in seen:
            gone.add(command.body.command)
        seen.add(command.id)
    return gone


def _open(case: Case | None, command: Command, body: commands.OpenCase, context: Context) -> Ruling:
    actor, new = context.actor, body.case
    if case is not None:
        return rejected(Reason.ALREADY_RESOLVED)
    with_a_past = (new.decisions, new.standing, new.applied, new.merged_into, new.corrections)
    if new.id != command.case or any(with_a_past):
        return rejected(Reason.INVALID_FIELD)
    if actor.is_(Role.SYSTEM):
        return accepted(events.Opened(case=replace(new, version=0, number=context.number)))
    if not actor.is_(Role.CASEWORKER):
        return rejected(Reason.NOT_ALLOWED)
    office = context.people.get(actor.user, "")
    own = Assignment(assignee=actor.user, office=office, epoch=1, command=command.id)
    received = new.submitted or context.at.date()
    born = replace(new, version=0, number=context.number, status=Status.IN_REVIEW, assignment=own)
    born = replace(born, submitted=received, paid_cents=0, recovery_review=False)
    return accepted(events.Opened(case=born))


def _remark(case: Case, command: Command, context: Context, place: Position) -> Ruling:
    late = place is Position.LATE
    reason = Reason.FROM_PREVIOUS if late else Reason.NONE
    body = command.body
    if isinstance(body, commands.AttachDocument):
        if body.document.id in case.documents:
            return rejected(Reason.ALREADY_RESOLVED)
        return accepted(events.DocumentAttached(document=body.document), reason=reason)
    assert isinstance(body, commands.AddNote)
    if not body.text.strip():
        return rejected(Reason.INVALID_FIELD, "text")
    note = Note(text=body.text, by=context.actor.user, at=context.at, late=late, sensitivity=body.sensitivity)
    return accepted(events.NoteAdded(command=command.id, note=note), reason=reason)


def _correct(
    case: Case, command: Command, body: commands.CorrectField, context: Context, place: Position
) -> Ruling:
    try:
        present = fields.read(case, body.path)
        corrected = fields.write(case, body.path, body.value)
    except fields.NoSuchFieldError as error:
        return rejected(Reason.INVALID_FIELD, str(error))
    value = fields.read(corrected, body.path)  # as the case would keep it, whatever else was in the body
    who, when, aside = context.actor.user, context.at, set_aside(case, place)
    suggestion = Suggestion(path=body.path, value=value, by=who, at=when, late=aside is not None)
    beside = events.Suggested(command=command.id, suggestion=suggestion)
    if aside:
        return held(aside, beside)
    if present == value:
        return accepted()
    if present != body.was:
        return accepted(beside, reason=Reason.KEPT_BESIDE)
    fact = Correction(path=body.path, was=present, value=value, by=who, at=when, reason=body.reason)
    return accepted(corrected_event(case, command.id, fact))


def _mark(
    case: Case, command: Command, body: commands.MarkChecklist, context: Context, place: Position
) -> Ruling:
    if context.policy and body.item not in context.policy.checklist:
        return rejected(Reason.NO_SUCH_ITEM, body.item)
    present = case.checklist.get(body.item)
    who, when = context.actor.user, context.at
    aside = set_aside(case, place)
    if aside or (present and present.done is not body.done and present.done is not body.was):
        path = ("checklist", body.item, "done")
        suggestion = Suggestion(path=path, value=body.done, by=who, at=when, late=aside is not None)
        beside = events.Suggested(command=command.id, suggestion=suggestion)
        return held(aside, beside) if aside else accepted(beside, reason=Reason.KEPT_BESIDE)
    if present and present.done is body.done:
        return accepted()
    return accepted(events.ChecklistMarked(item=body.item, done=body.done, by=who, at=when))


def _prepare(case: Case, command: Command, context: Context, place: Position) -> Ruling:
    """Requests and recommendations: a step of the review, held when the case has moved on."""
    body, who, when = command.body, context.actor.user, context.at
    aside = set_aside(case, place)
    if aside:
        return held(aside)
    if place is Position.SUPERVISOR:
        return rejected(Reason.NOT_ALLOWED)
    if case.standing or case.contested:
        return held(Reason.OTHER_DECISION)
    if isinstance(body, commands.RequestInformation):
        if not body.items:
            return rejected(Reason.INVALID_FIELD, "items")
        request = InformationRequest(items=body.items, by=who, at=when, message=body.message)
        return accepted(events.InformationRequested(command=command.id, request=request))
    assert isinstance(body, commands.Recommend)
    recommendation = Recommendation(
        outcome=body.outcome, by=who, at=when, codes=body.codes, lines=body.lines, reason=body.reason
    )
    return accepted(events.Recommended(command=command.id, recommendation=recommendation))


def _decision(case: Case, command: Command, context: Context, place: Position) -> Ruling:
    if place is Position.SUPERVISOR and case.status is not Status.SECOND_REVIEW:
        return rejected(Reason.NOT_ALLOWED)
    invalid = check_decision(case, command, command.body, context)
    if invalid is not None:
        return invalid
    decision = decision_from(command, command.body, context)
    aside = set_aside(case, place) or later_rule(case, command, context)
    return decide_outcome(case, command, decision, aside)


def _reassign(
    case: Case, command: Command, body: commands.Reassign, context: Context, place: Position
) -> Ruling:
    now = case.assignment
    if not may_supervise(place, context):
        return rejected(Reason.NOT_ALLOWED)
    if body.to not in context.people:
        return rejected(Reason.NO_SUCH_PERSON, body.to)
    if case.merged_into is not None:
        return held(Reason.CASE_MERGED)
    own_earlier_step = now.command is not None and now.command == command.expects.replaces
    if place is Position.LATE or (command.epoch != now.epoch and not own_earlier_step):
        both = HeldReassignment(
            to=body.to, present=now.assignee or "", by=context.actor.user, at=context.at, note=body.note
        )
        return held(Reason.OUTDATED_ASSIGNMENT, events.ReassignmentHeld(command=command.id, held=both))
    return accepted(*_apply_reassignment(case, command.id, body.to, context))


def _apply_reassignment(case: Case, command: UUID, to: str, context: Context) -> Sequence[events.Event]:
    office = context.people.get(to, case.assignment.office)
    epoch = case.assignment.epoch + 1
    return (events.Reassigned(command=command, to=to, office=office, epoch=epoch),)
