"""An office over a real store: people, cases, pens that push commands and followers that pull feeds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID, uuid4

from msgspec.structs import replace
from sqlalchemy import Connection, select

from sync.casework.case import AwardLine, Case, Document, MonthRequest
from sync.casework.commands import AddNote, Approve, Body, Command, Deny, Expects, OpenCase, Reassign
from sync.casework.fingerprint import facts_fingerprint
from sync.casework.household import Evidence, Hardship, Income, InstabilityRisk, Member
from sync.casework.places import Party, Place, Residence, Tenancy
from sync.casework.values import Sensitivity, Status
from sync.casework.verdict import Verdict
from sync.central import exchange
from sync.central.api.enrolment import enrol_device
from sync.central.registry import people
from sync.central.registry.devices import find_device, new_code
from sync.central.service import Central
from sync.central.store import schema
from sync.central.verdicts.changes import Changes
from sync.central.verdicts.effects import load_case
from sync.protocol import digests
from sync.protocol.envelope import chain, encode_envelope
from sync.protocol.frames import FrameReader
from sync.protocol.messages import (
    Cursor,
    EnrolRequest,
    Entries,
    ExchangeRequest,
    Frame,
    Head,
    Leave,
    Put,
    Refusal,
    object_id,
)
from sync.protocol.patches import merge
from sync.protocol.signing import new_signing_key
from sync.protocol.versions import CURRENT

PEOPLE = {
    "worker1": ("caseworker", "north"),
    "worker2": ("caseworker", "north"),
    "worker3": ("caseworker", "south"),
    "supervisor1": ("supervisor", "north"),
    "supervisor2": ("supervisor", "north"),
    "supervisor3": ("supervisor", "south"),
    "admin1": ("administrator", "north"),
}
BERNALILLO = "35001"


def add_people(central: Central) -> None:
    """Everybody of the two offices."""

    def work(connection: Connection, changes: Changes) -> None:
        for name, (role, office) in PEOPLE.items():
            changes += people.add_person(connection, central.agency, name, role, office)

    central.change(work)


class Answered(NamedTuple):
    """A verdict and its reason."""

    verdict: str
    reason: str


class Pen:
    """A laptop of one person, reduced to what it sends: numbered, chained commands."""

    def __init__(self, central: Central, user: str) -> None:
        self.central, self.user = central, user
        private, public = new_signing_key()
        code = central.database.write(lambda c: new_code(c, central.agency, user, central.clock()))
        answer = enrol_device(central, EnrolRequest(user=user, code=code, signing_key=public))
        self.device, self.token, self.signing_key = answer.device, answer.token, private
        self.seq, self.history = 0, bytes(16)

    def write(self, case: UUID, body: Body, seen: Case | None = None, **fields: Any) -> tuple[UUID, bytes]:
        """The next command. `seen` is the case as its author saw it (now, unless told otherwise)."""
        seen = seen or self.case(case)
        self.seq += 1
        replaces = seen.standing if seen else None
        if seen and isinstance(body, Reassign):
            replaces = seen.assignment.command
        command = Command(
            id=uuid4(),
            device=self.device,
            seq=self.seq,
            case=case,
            body=body,  # type: ignore[arg-type]
            base=seen.version if seen else 0,
            epoch=seen.assignment.epoch if seen else 0,
            expects=Expects(replaces=replaces, facts=facts_fingerprint(seen) if seen else b""),
            as_of=self.central.clock(),
        )
        command = replace(command, **fields)
        return command.id, encode_envelope(command, self.central.clock(), None)

    def request(self, *envelopes: bytes, single: bool = False) -> ExchangeRequest:
        """A push of the newest commands."""
        return ExchangeRequest(
            CURRENT, {}, self.seq, self.seq - len(envelopes) + 1, self.history, envelopes, single=single
        )

    def send(self, *envelopes: bytes, single: bool = False) -> Refusal | None:
        """Pushes them; a refusal if there was one."""
        frames = list(exchanged(self.central, self.device, self.request(*envelopes, single=single)))
        refusals = [frame for frame in frames if isinstance(frame, Refusal)]
        if refusals:
            return refusals[0]
        for envelope in envelopes:
            self.history = chain(self.history, envelope)
        return None

    def push(self, case: UUID, body: Body, seen: Case | None = None, **fields: Any) -> Answered:
        """One command, pushed and answered."""
        id_, envelope = self.write(case, body, seen, **fields)
        assert self.send(envelope) is None
        return self.answer(id_)

    def answer(self, command: UUID) -> Answered:
        """The stored verdict of a command of this laptop."""
        table = schema.command
        with self.central.database.read() as connection:
            row = connection.execute(
                select(table.c.verdict, table.c.reason).where(
                    table.c.id == command, table.c.device == self.device
                )
            ).one()
        return Answered(row.verdict, row.reason)

    def case(self, case: UUID) -> Case | None:
        with self.central.database.read() as connection:
            return load_case(connection, self.central.agency, case)


def answered(central: Central, device: int, request: ExchangeRequest) -> Iterator[bytes]:
    """The bytes of an answer, frame by frame."""
    with central.database.read() as connection:
        row = find_device(connection, central.agency, device)
        account = people.find_person(connection, central.agency, row.user)
    assert account is not None
    yield from exchange.answer(central, exchange.Caller(row, account), 1, request)


def exchanged(central: Central, device: int, request: ExchangeRequest) -> Iterator[Frame]:
    """The frames of one exchange, through the bytes they travel as."""
    reader = FrameReader()
    for data in answered(central, device, request):
        yield from reader.feed(data)
    assert reader.at_border


class Follower:
    """What one laptop holds of its feeds, kept in a dictionary and checked against every head."""

    def __init__(self, central: Central, user: str) -> None:
        self.central, self.pen = central, Pen(central, user)
        self.cursors: dict[str, Cursor] = {}
        self.held: dict[str, dict[tuple[str, str], tuple[int, bytes]]] = {}
        self.frames: list[Entries] = []
        self.checked = 0

    def pull(self, *, frames: int | None = None, **fields: Any) -> Head | None:
        """Takes the answer in, or only its first frames; at its end every digest must agree."""
        said = {"last_seq": self.pen.seq, "chain": self.pen.history, **fields}
        request = ExchangeRequest(CURRENT, dict(self.cursors), **said)
        self.frames = []
        for count, frame in enumerate(exchanged(self.central, self.pen.device, request)):
            if frames is not None and count >= frames:
                return None
            if isinstance(frame, Entries):
                self._take(frame)
            else:
                assert isinstance(frame, Head), frame
                self._agree(frame)
                return frame
        raise AssertionError("an answer ends with its head")

    def case(self, case: UUID) -> bytes | None:
        """The stored form of a case that is held."""
        return self.held.get("user", {}).get(("case", str(case)), (0, None))[1]

    def entries(self) -> list[Any]:
        """Everything the last answer brought about cases, headers and parties."""
        return [
            entry
            for frame in self.frames
            for entry in frame.entries
            if entry.kind in ("case", "header", "party")
        ]

    def _take(self, frame: Entries) -> None:
        assert frame.start == self.cursors.get(frame.feed, Cursor())
        held = self.held.setdefault(frame.feed, {})
        if frame.reset:
            held.clear()
        for entry in frame.entries:
            key = (entry.kind, object_id(entry.kind, entry.id))
            if isinstance(entry, Put):
                held[key] = (entry.version, bytes(entry.body))
            elif isinstance(entry, Leave):
                held.pop(key, None)
            else:
                version, body = held[key]
                assert version >= entry.base
                for patch in entry.patches[version - entry.base :]:
                    version, body = version + 1, merge(body, bytes(patch))
                held[key] = (version, body)
        self.cursors[frame.feed] = frame.end
        self.frames.append(frame)

    def _agree(self, head: Head) -> None:
        for feed, at in head.heads.items():
            if self.cursors.get(feed, Cursor()).number != at.number:
                continue
            self.checked += 1
            members = self.held.get(feed, {}).items()
            added = sum(digests.member(*key, version) for key, (version, _) in members)
            assert digests.shifted(digests.EMPTY, added=added) == at.digest, feed


# --- Cases ---------------------------------------------------------------------------------------


def new_case(agency: str, *, applicant: str = "Luz Ortiz", **fields: Any) -> tuple[Case, Party]:
    """A household that passes every test of the worksheet, and its landlord."""
    landlord = Party(id=uuid4(), agency=agency, kind="landlord", name="Mesa Homes LLC")
    person = Member(id=uuid4(), name=applicant, born=date(1980, 5, 1))
    income = Income(id=uuid4(), member=person.id, source="wages", cents=150_000, evidence=Evidence.DOCUMENT)
    home = Residence(
        id=uuid4(), place=Place(county=BERNALILLO, street="12 Elm", city="Albuquerque", zip="87102")
    )
    tenancy = Tenancy(id=uuid4(), landlord=landlord.id, rent_cents=90_000)
    lease = Document(id=uuid4(), name="lease.pdf", kind="lease")
    case = Case(
        id=uuid4(),
        agency=agency,
        program="nm-sra-2026",
        submitted=date(2026, 10, 1),
        due=date(2026, 12, 1),
        applicant=person.id,
        members={person.id: person},
        incomes={income.id: income},
        residences={home.id: home},
        tenancies={tenancy.id: tenancy},
        documents={lease.id: lease},
        hardship=Hardship(attested=True, kind="hours cut"),
        risk=InstabilityRisk(kind="past_due_notice", evidence=Evidence.DOCUMENT),
        months=(MonthRequest(month="2026-10", expense="rent", cents=90_000, payee=landlord.id),),
        months_paid_before=0,
        phone="(505) 555-0123",
    )
    return replace(case, **fields), landlord


def open_case(central: Central, holder: str = "worker1", **fields: Any) -> Case:
    """A case in review that this caseworker holds."""
    case, landlord = new_case(central.agency, **fields)
    office = PEOPLE[holder][1]
    assignment = replace(case.assignment, assignee=holder, office=office, epoch=1)
    case = replace(case, assignment=assignment, status=Status.IN_REVIEW)

    def work(connection: Connection, changes: Changes) -> str:
        body = OpenCase(case=case, parties=(landlord,))
        return central.act(connection, people.SYSTEM, body, case.id, changes).verdict

    assert central.change(work) == Verdict.ACCEPTED
    return case


def approval(case: Case) -> Approve:
    """What was asked for."""
    lines = tuple(
        AwardLine(month=m.month, expense=m.expense, cents=m.cents, payee=m.payee) for m in case.months
    )
    return Approve(lines=lines, reason="papers seen")


def denial(reason: str = "no lease") -> Deny:
    return Deny(codes=("D03",), reason=reason)


def note(text: str = "a remark", *, protected: bool = False) -> AddNote:
    return AddNote(text=text, sensitivity=Sensitivity.PROTECTED if protected else Sensitivity.STANDARD)


class Clock:
    """A server's clock that tests move."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.at += timedelta(milliseconds=1)
        return self.at
