"""Everything that is known to have happened on a case, as one list, newest first. Facts alone, no words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from sync.casework.case import Case


class What(StrEnum):
    """The kind of a thing that happened."""

    SUBMITTED = "submitted"
    ASSIGNED = "assigned"
    PAPER = "paper"
    NOTE = "note"
    ASKED = "asked"
    MARKED = "marked"
    RECOMMENDED = "recommended"
    DECIDED = "decided"
    CORRECTED = "corrected"
    SUGGESTED = "suggested"
    MOVE_HELD = "move_held"


class Happening(NamedTuple):
    """One entry. `at` is None where only the order is known; `day_only`: the hour isn't.

    `record` is what the case holds of it; `key` its identifier there (a command, a document, an item).
    """

    what: What
    at: datetime | None
    by: str
    record: object = None
    key: UUID | str | None = None
    day_only: bool = False


def history(case: Case) -> tuple[Happening, ...]:
    """Newest first; what has no time (assignments) follows the submission it came after."""
    timed = sorted(_timed(case), key=_at, reverse=True)
    return (*timed, *reversed(tuple(_assignments(case))), *_submitted(case))


def _at(one: Happening) -> datetime:
    return one.at or datetime.min.replace(tzinfo=UTC)


def _submitted(case: Case) -> Iterator[Happening]:
    if case.submitted is not None:
        at = datetime.combine(case.submitted, time(12), UTC)
        yield Happening(What.SUBMITTED, at, case.applicant_name, day_only=True)


def _assignments(case: Case) -> Iterator[Happening]:
    now = case.assignment
    holders = {**{int(epoch): who for epoch, who in now.history.items()}}
    if now.assignee:
        holders[now.epoch] = now.assignee
    for epoch in sorted(holders):
        yield Happening(What.ASSIGNED, None, holders[epoch], key=str(epoch))


def _timed(case: Case) -> Iterator[Happening]:
    for id_, paper in case.documents.items():
        yield Happening(What.PAPER, paper.received, "", paper, id_)
    for command, note in case.notes.items():
        yield Happening(What.NOTE, note.at, note.by, note, command)
    for command, request in case.requests.items():
        yield Happening(What.ASKED, request.at, request.by, request, command)
    for item, mark in case.checklist.items():
        yield Happening(What.MARKED, mark.at, mark.by, mark, item)
    for command, recommendation in case.recommendations.items():
        yield Happening(What.RECOMMENDED, recommendation.at, recommendation.by, recommendation, command)
    for command, decision in case.decisions.items():
        yield Happening(What.DECIDED, decision.at, decision.by, decision, command)
    for command, fact in case.corrections.items():
        yield Happening(What.CORRECTED, fact.at, fact.by, fact, command)
    for command, suggestion in case.suggestions.items():
        yield Happening(What.SUGGESTED, suggestion.at, suggestion.by, suggestion, command)
    for command, held in case.held_reassignments.items():
        yield Happening(What.MOVE_HELD, held.at, held.by, held, command)
