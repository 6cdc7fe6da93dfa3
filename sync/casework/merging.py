"""Two cases that are one application: the younger goes on as the other, and its remarks go along."""

from __future__ import annotations

from sync.casework import events
from sync.casework.case import Case
from sync.casework.commands import Absorb, Merge
from sync.casework.standing import Position, may_supervise
from sync.casework.values import Role
from sync.casework.verdict import Context, Reason, Ruling, accepted, held, rejected


def merge(case: Case, body: Merge, context: Context, place: Position) -> Ruling:
    """Makes the case an alias of another. Neither may be contested or an alias itself."""
    other = context.other
    if not may_supervise(place, context):
        return rejected(Reason.NOT_ALLOWED)
    if place is Position.LATE:
        return held(Reason.LATE_WORK)
    if not body.reason.strip():
        return rejected(Reason.REASON_REQUIRED)
    if case.merged_into is not None:
        return rejected(Reason.ALREADY_RESOLVED)
    if other is None or other.id == case.id:
        return rejected(Reason.NO_SUCH_CASE, str(body.into))
    if not context.actor.supervises(other.assignment.office):
        return rejected(Reason.NOT_ALLOWED)
    if other.merged_into is not None:
        return held(Reason.CASE_MERGED)
    if case.contested or other.contested or case.paid_cents:
        return held(Reason.OTHER_DECISION)
    return accepted(events.Merged(into=body.into))


def absorb(case: Case, body: Absorb, context: Context) -> Ruling:
    """Takes over remarks made on an alias. The server alone does this, in the transaction of their cause."""
    if not context.actor.is_(Role.SYSTEM):
        return rejected(Reason.NOT_ALLOWED)
    new_notes = {key: note for key, note in body.notes.items() if key not in case.notes}
    new_papers = {key: paper for key, paper in body.documents.items() if key not in case.documents}
    if not new_notes and not new_papers:
        return accepted()
    return accepted(events.Absorbed(notes=new_notes, documents=new_papers))


def remarks_to_carry(before: Case | None, after: Case) -> Absorb | None:
    """What a change of an alias has to bring to the case it became: all of it, later the news alone."""
    if after.merged_into is None:
        return None
    known = before if before is not None and before.merged_into is not None else None
    notes = {key: note for key, note in after.notes.items() if known is None or key not in known.notes}
    papers = {k: paper for k, paper in after.documents.items() if known is None or k not in known.documents}
    return Absorb(source=after.id, notes=notes, documents=papers) if notes or papers else None
