"""What people do: every kind of command there is, drawn from chance and done as the desktop does it."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any, NamedTuple
from uuid import UUID

import msgspec

from erap_desktop.services import work
from erap_desktop.services.casefile import open_case
from erap_desktop.services.session import Session
from sync.casework import commands
from sync.casework.case import Case, Document
from sync.casework.commands import Expects
from sync.casework.household import Member
from sync.casework.places import Party, Tenancy
from sync.casework.values import Outcome, encode
from sync.protocol.administration import Configure
from sync.protocol.envelope import Envelope
from tests.simulation.server import DEADLY, POISON


class Deed(NamedTuple):
    """One person about to do one thing. `name_of` orders what is chosen among by who made it, not when."""

    session: Session
    case: UUID
    draw: Random
    name_of: Callable[[UUID], str]
    workers: tuple[str, ...]

    def view(self) -> Case:
        return open_case(self.session, self.case).case

    def one_of(self, these: Any) -> UUID | None:
        """One of some commands, None when there are none."""
        named = sorted(these, key=self.name_of)
        return self.draw.choice(named) if named else None


def note(deed: Deed) -> None:
    work.note(deed.session, deed.case, f"note {deed.draw.randrange(10_000)}")


def document(deed: Deed) -> None:
    paper = Document(id=deed.session.new_id(), name="lease.pdf", kind="lease")
    work.perform(deed.session, deed.case, commands.AttachDocument(document=paper))


def mark(deed: Deed) -> None:
    policy = deed.session.policy()
    items = sorted(policy.checklist)[:2] if policy else ["income"]
    item = deed.draw.choice(items)
    present = deed.view().checklist.get(item)
    was = present.done if present else None
    body = commands.MarkChecklist(item=item, done=deed.draw.random() < 0.5, was=was)
    work.perform(deed.session, deed.case, body)


def phone(deed: Deed) -> None:
    _correct(deed, ("phone",), f"505-555-{deed.draw.randrange(10_000):04}")


def paid_before(deed: Deed) -> None:
    """A material fact: what was decided rests on it."""
    _correct(deed, ("months_paid_before",), deed.draw.randrange(9))


def _correct(deed: Deed, path: tuple[str, ...], value: object) -> None:
    was = getattr(deed.view(), path[0]) or None
    work.perform(deed.session, deed.case, commands.CorrectField(path=path, was=was, value=value))


def request_information(deed: Deed) -> None:
    work.perform(deed.session, deed.case, commands.RequestInformation(items=("lease",), message="Please."))


def recommend(deed: Deed) -> None:
    work.recommend(deed.session, deed.case, Outcome.DENY, ("D03",), "Over the limit.")


def approve(deed: Deed) -> None:
    work.approve(deed.session, deed.case, "Seen and found right.")


def deny(deed: Deed) -> None:
    work.deny(deed.session, deed.case, ("D03",), "Over the limit.")


def close(deed: Deed) -> None:
    work.perform(deed.session, deed.case, commands.CloseAtRequest(reason="They moved away."))


def withdraw(deed: Deed) -> None:
    saved = [item.id for item in deed.session.outbox.items() if item.state == "saved"]
    command = deed.one_of(saved)
    if command is not None:
        work.withdraw(deed.session, command)


def withdraw_decision(deed: Deed) -> None:
    """Takes back what has been at the server already."""
    case = deed.view()
    mine = [c for c, one in case.decisions.items() if one.by == deed.session.identity.user]
    command = deed.one_of(mine)
    if command is not None:
        work.perform(deed.session, deed.case, commands.Withdraw(command=command))


def reassign(deed: Deed) -> None:
    work.reassign(deed.session, deed.case, deed.draw.choice(deed.workers), "")


def settle(deed: Deed) -> None:
    keep = deed.one_of(deed.view().contested)
    if keep is not None:
        work.settle(deed.session, deed.case, keep, "The papers say so.")


def adopt(deed: Deed) -> None:
    waiting = deed.one_of(deed.view().late_work)
    if waiting is not None:
        decline = deed.draw.random() < 0.3
        work.adopt(deed.session, waiting, "Looked at it.", decline=decline)


def walk_in(deed: Deed) -> None:
    """A case, a person and a landlord born on a laptop."""
    session = deed.session
    id_, person, landlord = (session.new_id() for _ in range(3))
    case = Case(
        id=id_,
        agency=session.identity.agency,
        program="nm-sra-2026",
        applicant=person,
        members={person: Member(id=person, name="Walk-in Applicant")},
        tenancies={id_: Tenancy(id=id_, landlord=landlord, rent_cents=90_000)},
        synthetic=True,
    )
    party = Party(id=landlord, agency=case.agency, kind="landlord", name="A landlord nobody knew")
    work.perform(session, id_, commands.OpenCase(case=case, parties=(party,)))


def configure(deed: Deed) -> None:
    statuses = deed.draw.choice([(), ("in_review", "contested", "second_review", "assigned")])
    seconds = deed.draw.randrange(60, 600)
    work.configure(deed.session, Configure(poll_seconds=seconds, scope_statuses=statuses))


def poison(deed: Deed) -> None:
    """A note that a fault of the server's reducer is waiting for."""
    work.note(deed.session, deed.case, POISON)


def deadly(deed: Deed) -> None:
    """A note that ends the server's process."""
    work.note(deed.session, deed.case, DEADLY)


def of_tomorrow(deed: Deed) -> None:
    """A command of a newer program, which no server knows yet."""
    _save_raw(deed, "telepathy.7", encode({"thought": "?"}))


def malformed(deed: Deed) -> None:
    """A known kind with a body that is none."""
    _save_raw(deed, "note.1", encode({"text": 7}))


def _save_raw(deed: Deed, tag: str, body: bytes) -> None:
    deed.view()  # the case has to be here
    session, identifier = deed.session, deed.session.new_id()
    now = session.clock()

    def make(seq: int) -> tuple[UUID, bytes]:
        envelope = Envelope(
            id=identifier,
            seq=seq,
            tag=tag,
            case=deed.case,
            base=0,
            epoch=0,
            expects=Expects(),
            body=msgspec.Raw(body),
            device_time=now,
        )
        return identifier, encode(envelope)

    session.outbox.save(make, case=deed.case, tag=tag, made_at=now)


Act = Callable[[Deed], None]
# How often each is done, by role.
CASEWORKER: dict[Act, int] = {
    note: 6,
    document: 2,
    mark: 5,
    phone: 4,
    paid_before: 5,
    request_information: 1,
    recommend: 1,
    approve: 5,
    deny: 6,
    close: 1,
    withdraw: 3,
    withdraw_decision: 2,
    adopt: 3,
    walk_in: 1,
    poison: 1,
    deadly: 1,
    of_tomorrow: 1,
    malformed: 1,
}
SUPERVISOR: dict[Act, int] = {reassign: 10, settle: 6, adopt: 3, note: 1, deny: 1}
ADMINISTRATOR: dict[Act, int] = {configure: 1}
BY_ROLE = {"caseworker": CASEWORKER, "supervisor": SUPERVISOR, "administrator": ADMINISTRATOR}


def drawn(role: str, draw: Random) -> Act:
    """One thing that a person of this role does."""
    these = BY_ROLE[role]
    return draw.choices(list(these), list(these.values()))[0]
