"""Every cell of the push table in `docs/protocol.md`, on both databases (I3, I5, I6)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple
from uuid import UUID, uuid4

import pytest
from msgspec import Raw, structs

from sync.casework import commands
from sync.casework.case import Case, Document
from sync.casework.commands import BODIES
from sync.casework.values import Outcome, encode, unpack
from sync.central.service import Central
from sync.protocol.administration import ORDERS, Configure, LinkParty, Order, Retry, ServerRestored
from sync.protocol.envelope import chain, decode_envelope
from sync.protocol.messages import Refusal
from tests.central.conftest import STORES, fresh
from tests.central.parts import Answered, Clock, Pen, approval, denial, exchanged, new_case, note, open_case

PROTOCOL = Path(__file__).resolve().parents[2] / "docs" / "protocol.md"


def read_table() -> dict[str, dict[str, Answered]]:
    """The table of the document: row, column, answer."""
    lines = PROTOCOL.read_text().splitlines()
    begin = next(at for at, line in enumerate(lines) if line.startswith("| command | as expected |"))
    _, *columns = _cells(lines[begin])
    table: dict[str, dict[str, Answered]] = {}
    for line in lines[begin + 2 :]:
        if not line.startswith("|"):
            return table
        name, *cells = _cells(line)
        answers = [
            Answered(verdict, reason.strip()) for verdict, _, reason in (c.partition(":") for c in cells)
        ]
        table[name.replace("`", "")] = dict(zip(columns, answers, strict=True))
    raise AssertionError("the table has no end")


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


TABLE = read_table()
COLUMNS = list(next(iter(TABLE.values())))


class BriefPen(Pen):
    """Listens to no more of an answer than shows that the push went through."""

    def send(self, *envelopes: bytes, single: bool = False) -> Refusal | None:
        first = next(exchanged(self.central, self.device, self.request(*envelopes, single=single)))
        assert not isinstance(first, Refusal)
        for envelope in envelopes:
            self.history = chain(self.history, envelope)
        return None


class Office(NamedTuple):
    """A store, and one laptop for each person."""

    central: Central
    pens: dict[str, Pen]

    def pen(self, user: str) -> Pen:
        if user not in self.pens:
            self.pens[user] = BriefPen(self.central, user)
        return self.pens[user]

    def do(self, user: str, case: UUID, body: commands.Body, seen: Case | None = None) -> UUID:
        """Something that goes through as its author expects, or is kept for somebody; its id."""
        command, envelope = self.pen(user).write(case, body, seen)
        assert self.pen(user).send(envelope) is None
        assert self.pen(user).answer(command).verdict != "rejected"
        return command

    def holder(self, case: Case) -> str:
        return str(self.case(case.id).assignment.assignee)

    def case(self, case: UUID) -> Case:
        found = self.pen("worker1").case(case)
        assert found is not None
        return found


@pytest.fixture(scope="module", params=STORES)
def office(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    data, url = fresh(request.param, request, tmp_path_factory.mktemp("cells"))
    central = Central(data, url, clock=Clock())
    yield Office(central, {})
    assert central.verify_audit().ok
    central.close()


# --- What happens meanwhile ------------------------------------------------------------------------


def decided(office: Office, case: Case, row: Row) -> None:
    """By the holder, on another laptop."""
    office.do(office.holder(case), case.id, row.meanwhile)


def facts_changed(office: Office, case: Case, _: Row) -> None:
    (tenancy,) = case.tenancies
    path = ("tenancies", str(tenancy), "rent_cents")
    office.do(office.holder(case), case.id, commands.CorrectField(path=path, was=90_000, value=95_000))


def moved(office: Office, case: Case, _: Row) -> None:
    office.do("supervisor2", case.id, commands.Reassign(to="worker3"))


def moved_and_back(office: Office, case: Case, row: Row) -> None:
    holder = office.holder(case)
    moved(office, case, row)
    office.do("supervisor3", case.id, commands.Reassign(to=holder))


def merged(office: Office, case: Case, _: Row) -> None:
    other = open_case(office.central)
    office.do("supervisor2", case.id, commands.Merge(into=other.id, reason="applied twice"))


HAPPENS: dict[str, Callable[[Office, Case, Row], None]] = {
    "as expected": lambda *_: None,
    "decision moved on": decided,
    "material facts changed": facts_changed,
    "holder changed": moved,
    "changed and back": moved_and_back,
    "case merged": merged,
    "no such case": lambda *_: None,
}


# --- What is done ----------------------------------------------------------------------------------


class Row(NamedTuple):
    """Who does what. `before` readies the case, and what it answers goes to `body`.

    `meanwhile` is what somebody decides in the column "decision moved on".
    """

    kind: str
    user: str
    body: Callable[[Office, Case, UUID | None], commands.Body | Order]
    before: Callable[[Office, Case], UUID] | None = None
    meanwhile: commands.Body = commands.CloseAtRequest()


def own_denial(office: Office, case: Case) -> UUID:
    return office.do("worker1", case.id, denial())


def contest(office: Office, case: Case) -> UUID:
    office.do("worker1", case.id, denial(), case)
    return office.do("worker1", case.id, approval(case), case)


def late(body: Callable[[Case], commands.Body]) -> Callable[[Office, Case], UUID]:
    """The holder does something while the case moves to worker2."""

    def ready(office: Office, case: Case) -> UUID:
        office.do("supervisor1", case.id, commands.Reassign(to="worker2"))
        return office.do("worker1", case.id, body(case), case)

    return ready


def settlement(office: Office, case: Case, keep: UUID | None) -> commands.Body:
    assert keep is not None
    return commands.Settle(keep=keep, siblings=office.case(case.id).contested, reason="lease seen")


def adoption(_: Office, __: Case, waiting: UUID | None, *, decline: bool = False) -> commands.Body:
    assert waiting is not None
    return commands.Adopt(command=waiting, reason="read", decline=decline)


def declining(office: Office, case: Case, waiting: UUID | None) -> commands.Body:
    return adoption(office, case, waiting, decline=True)


def phone(case: Case) -> commands.Body:
    return commands.CorrectField(path=("phone",), was=case.phone, value="(505) 555-0177")


def paper() -> Document:
    return Document(id=uuid4(), name="notice.pdf", kind="notice")


def linking(office: Office, case: Case, _: UUID | None) -> Order:
    party, into = case.parties[0], open_case(office.central).parties[0]
    return LinkParty(party=party, into=into)


def opening(office: Office, case: Case, _: UUID | None) -> commands.Body:
    born, landlord = new_case(office.central.agency)
    return commands.OpenCase(case=structs.replace(born, id=case.id), parties=(landlord,))


ROWS: dict[str, Row] = {
    "open-case": Row("open-case.1", "worker1", opening),
    "note": Row("note.1", "worker1", lambda *_: note()),
    "document": Row("document.1", "worker1", lambda *_: commands.AttachDocument(document=paper())),
    "correct": Row("correct.1", "worker1", lambda _, case, __: phone(case)),
    "checklist": Row(
        "checklist.1", "worker1", lambda *_: commands.MarkChecklist(item="identity_seen", done=True)
    ),
    "request-information": Row(
        "request-information.1", "worker1", lambda *_: commands.RequestInformation(items=("lease",))
    ),
    "recommend": Row("recommend.1", "worker1", lambda *_: commands.Recommend(outcome=Outcome.APPROVE)),
    "approve": Row("approve.1", "worker1", lambda _, case, __: approval(case)),
    "deny": Row("deny.1", "worker1", lambda *_: commands.Deny(codes=("D03",), reason="otherwise")),
    "deny, equal": Row("deny.1", "worker1", lambda *_: denial(), meanwhile=denial("same")),
    "close-at-request": Row(
        "close-at-request.1", "worker1", lambda *_: commands.CloseAtRequest(), meanwhile=denial()
    ),
    "withdraw": Row(
        "withdraw.1", "worker1", lambda _, __, mine: commands.Withdraw(command=mine or uuid4()), own_denial
    ),
    "reassign": Row("reassign.1", "supervisor1", lambda *_: commands.Reassign(to="worker2")),
    "settle": Row("settle.1", "supervisor1", settlement, contest),
    "adopt a decision": Row("adopt.1", "worker2", adoption, late(approval)),
    "adopt a suggestion": Row("adopt.1", "worker2", adoption, late(phone)),
    "adopt, declining": Row("adopt.1", "worker2", declining, late(approval)),
    "merge": Row(
        "merge.1",
        "supervisor1",
        lambda office, *_: commands.Merge(into=open_case(office.central).id, reason="applied twice"),
    ),
    "absorb by a person": Row("absorb.1", "supervisor1", lambda _, case, __: commands.Absorb(source=case.id)),
    "configure": Row("configure.1", "admin1", lambda *_: Configure(poll_seconds=60)),
    "link-party": Row("link-party.1", "supervisor1", linking),
    "retry by a person": Row("retry.1", "admin1", lambda *_: Retry(device=1, seq=1)),
    "restored by a person": Row(
        "restored.1", "admin1", lambda *_: ServerRestored(epoch=2, before=1, why="operator")
    ),
}


def test_every_kind_of_command_has_its_row() -> None:
    assert {row.kind for row in ROWS.values()} == {*BODIES.known, *ORDERS.known}
    assert list(ROWS) == list(TABLE)
    assert list(HAPPENS) == COLUMNS


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("name", ROWS)
def test_a_cell_of_the_push_table(office: Office, name: str, column: str) -> None:
    """What was sent is kept, whatever becomes of it, and a verdict never changes what stood without cause."""
    row = ROWS[name]
    case = open_case(office.central)
    item = row.before(office, case) if row.before else None
    seen = office.case(case.id)
    body = row.body(office, case, item)
    HAPPENS[column](office, case, row)
    before = office.case(case.id)
    target = uuid4() if column == "no such case" else case.id
    if row.kind == "open-case.1" and target != case.id:
        body = opening(office, structs.replace(case, id=target), None)
    pen = office.pen(row.user)
    assert pen.push(target, body, seen) == TABLE[name][column]  # type: ignore[arg-type]
    after = office.case(case.id)
    assert set(before.decisions) <= set(after.decisions)
    assert set(before.notes) <= set(after.notes)
    if TABLE[name][column].verdict == "rejected":
        assert after == before
    if TABLE[name][column].verdict == "held" and TABLE[name][column].reason != "siblings_missing":
        assert (after.standing, after.status, after.assignment) == (
            before.standing,
            before.status,
            before.assignment,
        )


def in_a_later_kind(tag: str, body: bytes) -> tuple[str, bytes]:
    return "kind-of-next-year.1", body


def in_a_later_revision(tag: str, body: bytes) -> tuple[str, bytes]:
    return tag[:-1] + "9", body


def with_a_later_field(tag: str, body: bytes) -> tuple[str, bytes]:
    return tag, encode({**unpack(body), "field_of_next_year": 1})


@pytest.mark.parametrize("later", [in_a_later_kind, in_a_later_revision, with_a_later_field])
@pytest.mark.parametrize("name", ROWS)
def test_what_is_not_understood_is_held(
    office: Office, name: str, later: Callable[[str, bytes], tuple[str, bytes]]
) -> None:
    row = ROWS[name]
    case = open_case(office.central)
    item = row.before(office, case) if row.before else None
    before = office.case(case.id)
    pen = office.pen(row.user)
    id_, data = pen.write(case.id, row.body(office, case, item))  # type: ignore[arg-type]
    envelope = decode_envelope(data)
    tag, body = later(envelope.tag, bytes(envelope.body))
    assert pen.send(encode(structs.replace(envelope, tag=tag, body=Raw(body)))) is None
    assert pen.answer(id_) == ("held", "not_understood")
    assert office.case(case.id) == before
