"""What an event makes of a case. Total: every event applies to every case."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from sync.casework import events, fields
from sync.casework.case import Assignment, Case, ChecklistMark
from sync.casework.commands import Command
from sync.casework.values import Status


def apply(case: Case | None, command: Command, happened: Iterable[events.Event]) -> Case | None:
    """The case after a command: its events, one version more, and the device's number noted."""
    happened = tuple(happened)
    for event in happened:
        case = evolve(case, event)
    if case is None or not happened:
        return case
    applied = {**case.applied, str(command.device): command.seq}
    return replace(case, version=case.version + 1, applied=applied)


def evolve(case: Case | None, event: events.Event) -> Case:
    """The case after one event. Raises ValueError for an event other than Opened on no case."""
    if isinstance(event, events.Opened):
        return event.case
    if case is None:
        raise ValueError("nothing can happen to a case that doesn't exist")
    match event:
        case events.NoteAdded():
            return replace(case, notes={**case.notes, event.command: event.note})
        case events.DocumentAttached():
            return replace(case, documents={**case.documents, event.document.id: event.document})
        case events.FieldCorrected():
            return _corrected(case, event)
        case events.Suggested():
            return replace(case, suggestions={**case.suggestions, event.command: event.suggestion})
        case events.ChecklistMarked():
            mark = ChecklistMark(done=event.done, by=event.by, at=event.at)
            return _in_review(replace(case, checklist={**case.checklist, event.item: mark}))
        case events.InformationRequested():
            requests = {**case.requests, event.command: event.request}
            return replace(case, requests=requests, status=Status.INFORMATION_REQUESTED)
        case events.Recommended():
            recommendations = {**case.recommendations, event.command: event.recommendation}
            return replace(case, recommendations=recommendations, status=Status.SECOND_REVIEW)
        case events.ReassignmentHeld():
            return replace(case, held_reassignments={**case.held_reassignments, event.command: event.held})
        case events.Reassigned():
            return _reassigned(case, event)
        case _:
            return _decision_event(case, event)


def _decision_event(case: Case, event: events.Event) -> Case:
    match event:
        case events.Decided():
            return replace(case, decisions={**case.decisions, event.command: event.decision})
        case events.DecisionChanged():
            before = case.decisions[event.command]
            after = replace(
                before, state=event.state, disposition=event.disposition, resolved_by=event.resolved_by
            )
            return replace(case, decisions={**case.decisions, event.command: after})
        case events.Standing():
            return replace(case, standing=event.command, status=event.status, redetermination_due=False)
        case events.ItemResolved():
            return _resolved(case, event)
        case events.RecoveryOpened():
            return replace(case, recovery_review=True)
        case events.Merged():
            status = case.status if case.standing else Status.WITHDRAWN
            return replace(case, merged_into=event.into, status=status)
        case events.Absorbed():
            notes, documents = {**event.notes, **case.notes}, {**event.documents, **case.documents}
            return replace(case, notes=notes, documents=documents)
        case _:
            raise ValueError(f"unknown event {type(event).__name__}")


def _corrected(case: Case, event: events.FieldCorrected) -> Case:
    fact = event.correction
    after = fields.write(case, fact.path, fact.value)
    due = case.redetermination_due or event.material
    corrections = {**case.corrections, event.command: fact}
    return _in_review(replace(after, redetermination_due=due, corrections=corrections))


def _in_review(case: Case) -> Case:
    """Work on the facts begins, or resumes, the review."""
    waiting = case.status in (Status.ASSIGNED, Status.INFORMATION_REQUESTED)
    return replace(case, status=Status.IN_REVIEW) if waiting else case


def _reassigned(case: Case, event: events.Reassigned) -> Case:
    now = case.assignment
    history = {**now.history, str(now.epoch): now.assignee} if now.assignee else now.history
    assignment = Assignment(
        assignee=event.to, office=event.office, epoch=event.epoch, command=event.command, history=history
    )
    status = Status.ASSIGNED if case.status is Status.SUBMITTED else case.status
    return replace(case, assignment=assignment, status=status)


def _resolved(case: Case, event: events.ItemResolved) -> Case:
    became = {"disposition": event.disposition, "resolved_by": event.resolved_by}
    if event.command in case.suggestions:
        item = replace(case.suggestions[event.command], **became)
        return replace(case, suggestions={**case.suggestions, event.command: item})
    held = replace(case.held_reassignments[event.command], **became)
    return replace(case, held_reassignments={**case.held_reassignments, event.command: held})
