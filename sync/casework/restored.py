"""A verdict given before stands, also at a server that has forgotten it since it was put back from a backup.

The command is decided again, on a case that may have had another life meanwhile. Where that gives the same
verdict nothing is special. Where it doesn't, the word once given is kept, and nothing takes effect behind
anybody's back: a decision leaves the case contested, or waits as it did.
"""

from __future__ import annotations

from msgspec.structs import replace

from sync.casework import commands, events
from sync.casework.case import Case, HeldReassignment, Suggestion
from sync.casework.commands import Command
from sync.casework.decisions import contest, decision_from
from sync.casework.values import DecisionState
from sync.casework.verdict import Context, Ruling, Verdict


def stands(case: Case | None, command: Command, again: Ruling, before: Verdict, context: Context) -> Ruling:
    """The ruling on a command that got the verdict `before`, and would get `again` now."""
    if again.verdict is before:
        return again
    if case is None or before in (Verdict.REJECTED, Verdict.WITHDRAWN):
        return Ruling(verdict=before, reason=again.reason)
    if command.body.decides:
        return _decision(case, command, before, context)
    if before is Verdict.HELD:
        return Ruling(verdict=before, events=_waiting(case, command, context))
    return replace(again, verdict=before)


def _decision(case: Case, command: Command, before: Verdict, context: Context) -> Ruling:
    decision = decision_from(command, command.body, context)
    if before is Verdict.HELD:
        waits = replace(decision, state=DecisionState.HELD)
        return Ruling(verdict=before, events=(events.Decided(command=command.id, decision=waits),))
    ruling = contest(case, command, decision)
    if case.standing is not None:
        other = events.DecisionChanged(command=case.standing, state=DecisionState.CONTESTED)
        ruling = contest(case, command, decision, other)
    return replace(ruling, verdict=before)


def _waiting(case: Case, command: Command, context: Context) -> tuple[events.Event, ...]:
    """What was held waits again to be adopted or declined."""
    body, who, when = command.body, context.actor.user, context.at
    match body:
        case commands.CorrectField():
            path, value = body.path, body.value
        case commands.MarkChecklist():
            path, value = ("checklist", body.item, "done"), body.done
        case commands.Reassign():
            present = case.assignment.assignee or ""
            both = HeldReassignment(to=body.to, present=present, by=who, at=when, note=body.note)
            return (events.ReassignmentHeld(command=command.id, held=both),)
        case _:
            return ()
    suggestion = Suggestion(path=path, value=value, by=who, at=when, late=True)
    return (events.Suggested(command=command.id, suggestion=suggestion),)
