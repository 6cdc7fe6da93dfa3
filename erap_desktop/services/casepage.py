"""Everything the page of one case shows, read in one go off the GUI thread."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from erap_desktop.services.casefile import CaseView, open_case
from erap_desktop.services.pins import Reading, reading
from erap_desktop.services.session import Session
from erap_desktop.services.work import Done, perform
from sync.casework import commands
from sync.casework.case import Case
from sync.casework.commands import AnyBody
from sync.casework.eligibility import Worksheet, worksheet
from sync.casework.policy import Policy
from sync.casework.standing import Position, position
from sync.casework.values import Role, Status
from sync.casework.verdict import Context, Verdict
from sync.replica.outbox import OutboxItem


class Waiting(NamedTuple):
    """A command made here that the server's copy doesn't contain yet. `made_at` is this laptop's clock."""

    id: UUID
    body: AnyBody
    state: str
    made_at: datetime
    withdrawable: bool


class Attention(NamedTuple):
    """A command of this laptop that the server held, contested or refused, and nobody has dealt with."""

    id: UUID
    tag: str
    state: str
    reason: str
    detail: str
    made_at: datetime


class CasePage(NamedTuple):
    """A case with the words, people and waiting work that its page needs. `people` maps users to names.

    `may_work`: this person may change facts; `may_decide`: their decision would be judged on its merits.
    `as_of` is the server's date of the facts.
    """

    view: CaseView
    policy: Policy | None
    sheet: Worksheet | None
    people: dict[str, str]
    me: str
    now: datetime
    as_of: date | None
    waiting: tuple[Waiting, ...]
    attention: tuple[Attention, ...]
    may_work: bool
    may_decide: bool
    applicant: str
    asked_cents: int
    reading: Reading

    @property
    def case(self) -> Case:
        return self.view.case

    def name_of(self, user: str | None) -> str:
        """The display name of a person, or the bare user name when nothing more is known."""
        return self.people.get(user or "", user or "")


def load_page(session: Session, case_id: UUID) -> CasePage:
    """Raises NotHereError."""
    view = open_case(session, case_id)
    as_of = session.replica.last_as_of()
    policy = session.policy()
    day = as_of.date() if as_of else None
    row = session.replica.row(case_id)
    present, decides = _rights(session, view)
    return CasePage(
        view=view,
        policy=policy,
        sheet=worksheet(view.case, policy, day) if policy and view.whole else None,
        people={person.user: person.display for person in session.people()},
        me=session.identity.user,
        now=session.clock(),
        as_of=day,
        waiting=_waiting(session, view),
        attention=_attention(session, case_id),
        may_work=present,
        may_decide=decides,
        applicant=view.case.applicant_name or (row.applicant if row else ""),
        asked_cents=sum(month.cents for month in view.case.months) or (row.asked_cents if row else 0),
        reading=reading(session, case_id),
    )


def _rights(session: Session, view: CaseView) -> tuple[bool, bool]:
    """By the reducer's own idea of who stands where."""
    case = view.case
    probe = commands.Command(
        id=case.id,
        device=0,
        seq=0,
        case=case.id,
        body=commands.AddNote(text="?"),
        epoch=case.assignment.epoch,
    )
    context = Context(actor=session.actor, at=session.clock(), policy=None)
    place = position(case, probe, context)
    if view.left or not view.whole:
        return False, False
    supervises = place is Position.SUPERVISOR
    works = place is Position.PRESENT or supervises
    decides = place is Position.PRESENT or (supervises and case.status is Status.SECOND_REVIEW)
    return works and session.role is not Role.ADMINISTRATOR, decides


def _waiting(session: Session, view: CaseView) -> tuple[Waiting, ...]:
    """Taken-back commands and what took them back are left out: together they never happened."""
    items = {item.id: item for item in session.outbox.items() if item.case == view.case.id}
    gone = {id_ for id_, ruling in view.marks.items() if ruling.verdict is Verdict.WITHDRAWN}
    found = []
    for command in view.pending:
        item = items.get(command.id)
        takes_back = isinstance(command.body, commands.Withdraw) and command.body.command in gone
        if item is None or command.id in gone or takes_back:
            continue
        free = item.state == "saved" and not isinstance(command.body, commands.Withdraw)
        found.append(Waiting(command.id, command.body, item.state, item.made_at, free))
    return tuple(found)


def _attention(session: Session, case_id: UUID) -> tuple[Attention, ...]:
    return tuple(
        Attention(item.id, item.tag, item.state, item.reason, item.detail, item.made_at)
        for item in session.outbox.items()
        if item.case == case_id and _needs_somebody(item)
    )


def _needs_somebody(item: OutboxItem) -> bool:
    open_states = ("held", "contested", "rejected")
    return item.state in open_states and not item.disposition and not item.acknowledged


def perform_all(session: Session, case_id: UUID, bodies: Sequence[AnyBody]) -> tuple[Done, ...]:
    """Saves commands one after the other; the first refusal ends it, what was saved before it stays."""
    return tuple(perform(session, case_id, body) for body in bodies)
