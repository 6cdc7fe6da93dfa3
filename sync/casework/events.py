"""What happened to a case. Made by `decide`, applied by `evolve`; the same on both ends."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sync.casework.case import (
    Case,
    Correction,
    Decision,
    Document,
    HeldReassignment,
    InformationRequest,
    Note,
    Recommendation,
    Suggestion,
)
from sync.casework.values import DecisionState, Disposition, Record, Status


class Opened(Record, frozen=True, tag=True):
    case: Case


class NoteAdded(Record, frozen=True, tag=True):
    command: UUID
    note: Note


class DocumentAttached(Record, frozen=True, tag=True):
    document: Document


class FieldCorrected(Record, frozen=True, tag=True):
    """`material`: a standing decision rested on it, so obligation and payment freeze."""

    command: UUID
    correction: Correction
    material: bool = False


class Suggested(Record, frozen=True, tag=True):
    command: UUID
    suggestion: Suggestion


class ChecklistMarked(Record, frozen=True, tag=True):
    item: str
    done: bool
    by: str
    at: datetime


class InformationRequested(Record, frozen=True, tag=True):
    command: UUID
    request: InformationRequest


class Recommended(Record, frozen=True, tag=True):
    command: UUID
    recommendation: Recommendation


class Decided(Record, frozen=True, tag=True):
    """A decision was recorded. Its state says whether it stands, contests, corroborates or is held."""

    command: UUID
    decision: Decision


class DecisionChanged(Record, frozen=True, tag=True):
    """What became of an earlier decision."""

    command: UUID
    state: DecisionState
    disposition: Disposition | None = None
    resolved_by: UUID | None = None


class Standing(Record, frozen=True, tag=True):
    """Which decision stands from now on (None: none does), and the status that follows."""

    command: UUID | None
    status: Status


class Reassigned(Record, frozen=True, tag=True):
    command: UUID
    to: str
    office: str
    epoch: int


class ReassignmentHeld(Record, frozen=True, tag=True):
    command: UUID
    held: HeldReassignment


class ItemResolved(Record, frozen=True, tag=True):
    """A suggestion or held reassignment was adopted or declined."""

    command: UUID
    disposition: Disposition
    resolved_by: UUID


class RecoveryOpened(Record, frozen=True, tag=True):
    """Money had been paid before the decision was contradicted: does it have to come back?"""


class Merged(Record, frozen=True, tag=True):
    """The case was the same application as another, and goes on as that one."""

    into: UUID


class Absorbed(Record, frozen=True, tag=True):
    """Notes and papers of a case that was merged into this one."""

    notes: dict[UUID, Note]
    documents: dict[UUID, Document]


Event = (
    Opened
    | NoteAdded
    | DocumentAttached
    | FieldCorrected
    | Suggested
    | ChecklistMarked
    | InformationRequested
    | Recommended
    | Decided
    | DecisionChanged
    | Standing
    | Reassigned
    | ReassignmentHeld
    | ItemResolved
    | RecoveryOpened
    | Merged
    | Absorbed
)
