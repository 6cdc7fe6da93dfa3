"""What the screen shows: the server's copy of a case with this laptop's own waiting commands on top. Pure.

The server runs the same `decide` and `apply`, so confirming what was projected changes nothing but the times.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple
from uuid import UUID

from sync.casework.case import Case
from sync.casework.commands import Command, Withdraw
from sync.casework.decide import decide, withdrawn_together
from sync.casework.evolve import apply
from sync.casework.verdict import Context, Ruling, Verdict, accepted

ContextFor = Callable[[Command], Context]


class Projection(NamedTuple):
    """The case as it will be if the server finds what this laptop knows; `marks` holds, for each command that
    the base doesn't contain yet, what the reducer says of it here.
    """

    case: Case | None
    marks: dict[UUID, Ruling]


def project(base: Case | None, pending: Sequence[Command], context_for: ContextFor) -> Projection:
    """`pending` are commands of this case in the order they were made, those already in `base` among them."""
    waiting = [command for command in pending if not contained(base, command)]
    taken_back = withdrawn_together(waiting)
    case = base
    marks: dict[UUID, Ruling] = {}
    for command in waiting:
        if command.id in taken_back:
            ruling = Ruling(verdict=Verdict.WITHDRAWN)
        elif isinstance(command.body, Withdraw) and command.body.command in taken_back:
            ruling = accepted()
        else:
            ruling = decide(case, command, context_for(command))
            case = apply(case, command, ruling.events)
        marks[command.id] = ruling
    return Projection(case, marks)


def contained(base: Case | None, command: Command) -> bool:
    """True when the server's copy already has this command's effect."""
    return base is not None and command.seq <= base.applied.get(str(command.device), 0)
