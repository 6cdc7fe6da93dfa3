"""Where the author of a command stands: present holder, former holder, supervisor, or outside."""

from __future__ import annotations

from enum import Enum

from sync.casework.case import Case
from sync.casework.commands import Command
from sync.casework.values import Role
from sync.casework.verdict import Context, Reason


class Position(Enum):
    """The right to push is judged at the command's epoch, its effect at the present one."""

    PRESENT = "present"
    LATE = "late"
    SUPERVISOR = "supervisor"
    OUTSIDE = "outside"


def position(case: Case, command: Command, context: Context) -> Position:
    """Whoever holds the case now is present even on an old epoch: moved away and back is not late work."""
    actor = context.actor
    if actor.is_(Role.CASEWORKER) and case.assignment.assignee == actor.user:
        return Position.PRESENT
    if actor.supervises(case.assignment.office):
        return Position.SUPERVISOR
    if command.epoch < case.assignment.epoch and _was_in_charge(case, command, context):
        return Position.LATE
    return Position.OUTSIDE


def _was_in_charge(case: Case, command: Command, context: Context) -> bool:
    """The author held the case at the command's epoch, or supervised the office of whoever did."""
    holder = case.assignment.holder(command.epoch)
    if holder is None:
        return False
    held = context.actor.is_(Role.CASEWORKER) and holder == context.actor.user
    return held or context.actor.supervises(context.people.get(holder, ""))


def set_aside(case: Case, place: Position) -> Reason | None:
    """Why what this person does waits for somebody else, or None: the case moved away, or became another."""
    if case.merged_into is not None:
        return Reason.CASE_MERGED
    return Reason.LATE_WORK if place is Position.LATE else None


def may_supervise(place: Position, context: Context) -> bool:
    """True for who supervises the case now, or whose office had it at the command's epoch."""
    late = place is Position.LATE and context.actor.is_(Role.SUPERVISOR)
    return place is Position.SUPERVISOR or late
