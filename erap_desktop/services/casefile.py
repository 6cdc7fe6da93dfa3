"""Reading cases: the server's copy with this laptop's own waiting commands on top."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any, NamedTuple
from uuid import UUID

from msgspec.structs import replace

from erap_desktop.services.errors import NotHereError
from erap_desktop.services.session import Session
from sync.casework.case import Assignment, Case
from sync.casework.commands import Command
from sync.casework.places import Party
from sync.casework.show import show_case
from sync.casework.values import DecisionState, Status
from sync.casework.verdict import Context, Ruling
from sync.protocol.envelope import EnvelopeError, decode_envelope, to_command
from sync.protocol.messages import CaseHeader
from sync.replica.outbox import OutboxItem, PendingCommand
from sync.replica.projection import project
from sync.replica.reading import CaseRow


class CaseView(NamedTuple):
    """A case as it will be if the server agrees. `base` is the server's copy; `pending` the commands on top.

    `whole` is false when only the header is here (a supervisor's overview); `left_to` names who has a case
    that has left and is only to be read.
    """

    case: Case
    base: Case | None
    pending: tuple[Command, ...]
    marks: dict[UUID, Ruling]
    parties: dict[UUID, Party]
    whole: bool
    left: bool
    left_to: str


class QueueRow(NamedTuple):
    """One line of the queue, pending work included. `state` is the word for the whole case:
    confirmed | saved | held | contested | rejected | left.
    """

    id: UUID
    number: str | None
    applicant: str
    county: str
    status: str
    due: str | None
    assignee: str | None
    version: int
    pending: int
    state: str
    row: CaseRow


def commands_of(pending: tuple[PendingCommand, ...]) -> tuple[Command, ...]:
    """The commands of outbox rows; what an older or newer program can't read is left out, never dropped."""
    found = []
    for one in pending:
        try:
            command = to_command(decode_envelope(one.envelope), one.device)
        except EnvelopeError:
            continue
        if command is not None:
            found.append(command)
    return tuple(found)


def context_for(session: Session, made: tuple[PendingCommand, ...] = ()) -> Callable[[Command], Context]:
    """The context of this laptop: its person, the policy each command names, and for display the time it was
    made by the laptop's clock (`made`: the outbox's rows; a command that is not among them is made now).
    """
    actor, now, people = session.actor, session.clock(), session.caseworkers()
    made_at = {one.id: one.made_at for one in made}

    def context(command: Command) -> Context:
        policy = session.policy(command.policy)
        at = made_at.get(command.id, now)
        return Context(actor=actor, at=at, policy=policy, people=people)

    return context


def open_case(session: Session, case_id: UUID) -> CaseView:
    """A case with everything that waits on it. Raises NotHereError."""
    row = session.replica.row(case_id)
    waiting = session.outbox.pending(case_id)
    pending = commands_of(waiting)
    base = session.replica.case(case_id) if row is None or row.whole else None
    if base is None and row is not None and not row.whole:
        header = session.replica.header(case_id)
        base = skeleton(header, row, session) if header else None
    projection = project(base, pending, context_for(session, waiting))
    case = projection.case
    if case is None:
        raise NotHereError(str(case_id))
    case = _with_provisional_states(case, projection.marks)
    parties = {id_: party for id_ in case.parties if (party := _party(session, id_)) is not None}
    return CaseView(
        case=case,
        base=base,
        pending=tuple(command for command in pending if command.id in projection.marks),
        marks=projection.marks,
        parties=parties,
        whole=row.whole if row else True,
        left=row.left if row else False,
        left_to=row.left_to if row else "",
    )


def _party(session: Session, id_: UUID) -> Party | None:
    """What an identifier means now: a party that was linked to another is that other one."""
    party = session.replica.party(id_)
    return session.replica.party(party.merged_into) or party if party and party.merged_into else party


def skeleton(header: CaseHeader, row: CaseRow, session: Session) -> Case:
    """As much of a case as its header tells: enough to reassign it."""
    return Case(
        id=header.id,
        agency=session.identity.agency,
        program=header.program,
        version=header.version,
        number=header.number,
        status=Status(header.status),
        due=header.due,
        synthetic=header.synthetic,
        assignment=Assignment(
            assignee=header.assignee,
            office=row.office,
            epoch=header.epoch,
            command=header.assignment_command,
        ),
    )


def _with_provisional_states(case: Case, marks: dict[UUID, Ruling]) -> Case:
    """A decision of this laptop that the server has not answered yet is *saved*, not accepted."""
    decisions = {
        command: replace(decision, state=DecisionState.SAVED)
        if command in marks and decision.state is DecisionState.ACCEPTED
        else decision
        for command, decision in case.decisions.items()
    }
    return case if decisions == case.decisions else replace(case, decisions=decisions)


def show(session: Session, case_id: UUID) -> dict[str, Any]:
    """A case for scripts. With nothing pending it equals what the server shows."""
    view = open_case(session, case_id)
    plain = show_case(view.case, view.parties)
    if view.pending:
        plain["pending"] = [str(command.id) for command in view.pending]
    if view.left:
        plain["left_to"] = view.left_to
    if not view.whole:
        plain["whole"] = False  # a supervisor's overview: what is not in the header is left out
    return plain


def queue(session: Session, order_by: str = "due", *, descending: bool = False) -> list[QueueRow]:
    """Every case here, sorted; only cases with waiting commands are opened for it."""
    pending = _pending_by_case(session)
    attention = attention_by_case(session.outbox.items())
    rows = session.replica.rows(order_by, descending=descending)
    lines = [_line(session, row, pending.get(row.id, 0), attention.get(row.id, "")) for row in rows]
    here = {row.id for row in rows}
    born = [case for case in pending if case not in here and case.int]
    return lines + [_born_here(session, case, pending[case]) for case in born]


def attention_by_case(items: tuple[OutboxItem, ...]) -> dict[UUID, str]:
    """The worst open state of each case's outbox items."""
    worst: dict[UUID, str] = {}
    for item in items:
        if item.state in ("held", "contested", "rejected") and not item.disposition and not item.acknowledged:
            worst[item.case] = item.state
    return worst


def _pending_by_case(session: Session) -> dict[UUID, int]:
    counts: dict[UUID, int] = defaultdict(int)
    for one in session.outbox.pending():
        counts[one.case] += one.state in ("saved", "received")
    return dict(counts)


def _line(session: Session, row: CaseRow, pending: int, attention: str) -> QueueRow:
    status, version, assignee = row.status, row.version, row.assignee
    if pending:
        case = open_case(session, row.id).case
        status, version, assignee = case.status.value, case.version, case.assignment.assignee
        row = row._replace(redetermination_due=case.fact_came_late)
    state = "left" if row.left else attention or ("saved" if pending else "confirmed")
    due = row.due.isoformat() if row.due else None
    return QueueRow(
        row.id, row.number, row.applicant, row.county, status, due, assignee, version, pending, state, row
    )


def _born_here(session: Session, case_id: UUID, waiting: int) -> QueueRow:
    """A case made on this laptop that the server has not seen yet."""
    case = open_case(session, case_id).case
    due = case.due.isoformat() if case.due else None
    row = CaseRow(
        id=case.id,
        number=None,
        applicant=case.applicant_name,
        county=case.county,
        status=case.status.value,
        due=case.due,
        assignee=case.assignment.assignee,
        version=0,
        epoch=case.assignment.epoch,
        office=case.assignment.office,
        program=case.program,
        submitted=case.submitted,
        asked_cents=sum(month.cents for month in case.months),
        contested=False,
        late_work=0,
        redetermination_due=case.fact_came_late,
        eviction_date=case.risk.eviction_date,
        protected=False,
        synthetic=case.synthetic,
        whole=True,
        left=False,
        left_to="",
        understood=True,
    )
    return QueueRow(
        case.id,
        None,
        case.applicant_name,
        case.county,
        case.status.value,
        due,
        case.assignment.assignee,
        case.version,
        waiting,
        "saved",
        row,
    )
