"""Where the author of a command stands: present holder, former holder, supervisor, or outside."""

from __future__ import annotations

from enum import Enum

from sync.casework.case import Case
from sync.casework.commands import Command
from sync.casework.values import Role
from sync.casework.verdict import Context


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
    held_then = command.epoch < case.assignment.epoch and case.assignment.holder(command.epoch) == actor.user
    if actor.is_(Role.CASEWORKER) and held_then:
        return Position.LATE
    return Position.OUTSIDE
