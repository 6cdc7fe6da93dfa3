"""The examples of `docs/protocol/examples.md`: of every message, object and command, always the same bytes.

python -m tests.protocol.examples        writes the document anew
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock
from uuid import UUID

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from msgspec.structs import replace

from sync.casework import case as cases
from sync.casework import commands
from sync.casework.case import Case
from sync.casework.commands import Command, Expects
from sync.casework.fingerprint import facts_fingerprint
from sync.casework.household import Evidence, Hardship, Income, Member, Period
from sync.casework.places import Party, Place, Residence, Tenancy
from sync.casework.policy import (
    ChecklistItem,
    CountyLimits,
    DenialCode,
    LimitTable,
    Policy,
    Program,
    RuleText,
)
from sync.casework.policy import RentTable as Rents
from sync.casework.values import Outcome, Record, Status, Text, encode, pack, uuid7
from sync.protocol import administration, columns, messages
from sync.protocol.administration import Order
from sync.protocol.copies import make_copy
from sync.protocol.envelope import chain, encode_envelope
from sync.protocol.frames import FrameWriter
from sync.protocol.messages import Cursor, ExchangeRequest, FeedHead, Held, request_mark
from sync.protocol.patches import diff
from sync.protocol.requests import brief
from sync.protocol.sealing import public_of

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "protocol" / "examples.md"
AT = datetime(2026, 11, 24, 15, 30, tzinfo=UTC)
DEVICE, TOKEN = 7, "n0tSecret-Ex4mpleToken"
SIGNING_KEY, DEPOSIT_KEY, AUDIT_KEY = (bytes([n]) * 32 for n in (1, 2, 3))
SERVER_PRIVATE, EPHEMERAL = bytes([4]) * 32, bytes([5]) * 32
SERVER_KEY = public_of(SERVER_PRIVATE)


class Example(NamedTuple):
    """`kind` is the type it shows; `data` the bytes, of which the document shows value and hexadecimal."""

    kind: str
    about: str
    data: bytes


def verifying(private: bytes) -> bytes:
    """The public half of an Ed25519 key."""
    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def id_of(number: int) -> UUID:
    """An identifier, made `number` seconds after the examples' time."""
    return uuid7(int(AT.timestamp() + number) * 1000, number.to_bytes(10, "big"))


PERSON, CASE, LANDLORD, HOME, LEASE, INCOME = map(id_of, range(1, 7))
LINE = cases.AwardLine(month="2026-10", expense="rent", cents=80_000, payee=LANDLORD)
SMALL_CASE = Case(
    id=CASE,
    agency="nm-dfa",
    program="nm-sra-2026",
    version=3,
    number="26-000042",
    status=Status.IN_REVIEW,
    submitted=date(2026, 11, 2),
    due=date(2026, 12, 1),
    assignment=cases.Assignment(
        assignee="worker1", office="north", epoch=2, command=id_of(10), history={"1": "worker2"}
    ),
    applicant=PERSON,
    members={PERSON: Member(id=PERSON, name="Rosa Begay", born=date(1984, 5, 6))},
    incomes={
        INCOME: Income(
            id=INCOME,
            member=PERSON,
            source="wages",
            period=Period.TWO_WEEKS,
            cents=61_000,
            evidence=Evidence.SEEN,
        )
    },
    hardship=Hardship(attested=True, attested_on=date(2026, 11, 2)),
    residences={
        HOME: Residence(id=HOME, place=Place(county="35031", street="12 Elm", city="Gallup", zip="87301"))
    },
    tenancies={LEASE: Tenancy(id=LEASE, landlord=LANDLORD, rent_cents=80_000)},
    months=(cases.MonthRequest(month="2026-10", expense="rent", cents=80_000, payee=LANDLORD),),
    notes={id_of(11): cases.Note(text="came to the desk", by="worker2", at=AT)},
    applied={"5": 8, "7": 1},
)
SMALL_PARTY = Party(
    id=LANDLORD, agency="nm-dfa", kind="landlord", name="Mesa Homes LLC", w9_on=date(2026, 3, 1)
)
NEXT_CASE = replace(SMALL_CASE, version=4, phone="505-555-0123", applied={"5": 8, "7": 2})
_BOTH = Text(en="Rent", es="Alquiler")


def _policy() -> Policy:
    program = Program(
        id="nm-sra-2026",
        name=Text(en="State rental assistance", es="Ayuda estatal de alquiler"),
        rules="",
        money="",
        citation="",
        limit_year=2026,
        rent_year=2026,
        award_from=date(2026, 7, 1),
        award_until=date(2027, 6, 30),
        arrears_from=date(2026, 1, 1),
        max_months=12,
        expenses={"rent": _BOTH},
    )
    limits = CountyLimits(
        low80=(45_000, 51_400), very_low50=(28_100, 32_100), extremely_low30=(16_900, 21_600), median=56_200
    )
    return Policy(
        version="nm-sra-2026/1",
        effective=date(2026, 7, 1),
        program=program,
        limits={"2026": LimitTable(fiscal_year=2026, source="example", counties={"35031": limits})},
        rents={
            "2026": Rents(fiscal_year=2026, source="example", counties={"35031": (700, 750, 900, 1200, 1400)})
        },
        counties={"35031": "McKinley"},
        codes={"D03": DenialCode(title=_BOTH, citation="example", rule="income")},
        checklist={"identity": ChecklistItem(title=_BOTH)},
        rules={"income": RuleText(title=_BOTH, citation="example", passed=_BOTH, failed=_BOTH, need=_BOTH)},
        checklist_order=("identity",),
    )


OBJECTS: dict[str, Record] = {
    "case": SMALL_CASE,
    "party": SMALL_PARTY,
    "header": messages.CaseHeader(
        id=CASE,
        applicant="Rosa Begay",
        county="35031",
        status="in_review",
        epoch=2,
        version=3,
        number="26-000042",
        assignee="worker1",
        due=date(2026, 12, 1),
        program="nm-sra-2026",
        assignment_command=id_of(10),
        asked_cents=80_000,
    ),
    "verdict": messages.StoredVerdict(
        seq=2, verdict="held", reason="late_work", disposition="adopted", receipt=bytes(range(10))
    ),
    "configuration": messages.SyncConfiguration(
        version=4, poll_seconds=600, note="thin line", by="admin1", at=AT
    ),
    "policy": _policy(),
    "person": messages.Person(user="worker1", display="Ana Chee", office="north", roles=("caseworker",)),
    "laptop": messages.Laptop(
        device=DEVICE,
        user="worker1",
        name="north-7",
        enrolled=AT,
        configuration=4,
        acknowledged=4,
        acknowledged_at=AT,
    ),
}

# --- Commands ------------------------------------------------------------------------------------

_PAPER = cases.Document(
    id=id_of(20), name="lease.pdf", kind="lease", size=120_000, sha256="ab" * 32, received=AT
)
_WALK_IN = Case(
    id=id_of(21),
    agency="nm-dfa",
    program="nm-sra-2026",
    applicant=PERSON,
    members={PERSON: SMALL_CASE.members[PERSON]},
)
BODIES: tuple[commands.Body | Order, ...] = (
    commands.OpenCase(case=_WALK_IN),
    commands.AddNote(text="called, no answer"),
    commands.AttachDocument(document=_PAPER),
    commands.CorrectField(path=("phone",), value="505-555-0123"),
    commands.MarkChecklist(item="identity", done=True),
    commands.RequestInformation(items=("lease",), message="Please bring the lease."),
    commands.Recommend(outcome=Outcome.APPROVE, lines=(LINE,)),
    commands.Approve(lines=(LINE,), reason="lease seen"),
    commands.Deny(codes=("D03",), reason="above the limit"),
    commands.CloseAtRequest(reason="moved in with family"),
    commands.Withdraw(command=id_of(12)),
    commands.Reassign(to="worker2", office="north"),
    commands.Settle(keep=id_of(12), siblings=(id_of(12), id_of(13)), reason="the later papers"),
    commands.Adopt(command=id_of(12), reason="still right"),
    commands.Merge(into=id_of(22), reason="the same household"),
    commands.Absorb(source=CASE, notes=SMALL_CASE.notes),
    administration.LinkParty(party=LANDLORD, into=id_of(23)),
    administration.Retry(device=DEVICE, seq=2),
    administration.Configure(offices=("north",), poll_seconds=600, note="thin line"),
    administration.ServerRestored(epoch=1_795_534_200, before=1, why="operator"),
)


def envelope(body: Record, seq: int = 2) -> bytes:
    """A command as its laptop saved it."""
    case = _WALK_IN.id if isinstance(body, commands.OpenCase) else CASE
    command = Command(
        id=id_of(30),
        device=DEVICE,
        seq=seq,
        case=case,
        body=body,  # type: ignore[arg-type]
        base=3,
        epoch=2,
        expects=Expects(facts=facts_fingerprint(SMALL_CASE)),
        as_of=AT,
        policy="nm-sra-2026/1",
    )
    return encode_envelope(command, AT + timedelta(minutes=3), -1200)


NOTE = envelope(BODIES[1])
CHAIN = chain(bytes(16), envelope(BODIES[4], 1))


def sealed_copy() -> bytes:
    """The copy of the note. Only here is its one-time key always the same."""
    once = X25519PrivateKey.from_private_bytes(EPHEMERAL)
    with mock.patch.object(X25519PrivateKey, "generate", return_value=once):
        return make_copy(SERVER_KEY, SIGNING_KEY, DEVICE, 2, NOTE)


# --- Messages ------------------------------------------------------------------------------------

IDLE = ExchangeRequest(
    1,
    {"device": Cursor(3), "shared": Cursor(12), "user": Cursor(140)},
    last_seq=1,
    chain=CHAIN,
    dictionary=1,
    epoch=1,
)
PUSH = replace(
    IDLE, last_seq=2, first=2, push=(NOTE,), budget=32_000, witness=messages.AuditHead(41, bytes(range(8)))
)
_AUDIT = messages.AuditHead(42, bytes(range(32)), AT, bytes(range(64)))
_RAW_CASE, _RAW_PARTY = msgspec.Raw(pack(SMALL_CASE)), msgspec.Raw(pack(SMALL_PARTY))
ASKED = request_mark(brief(PUSH))
HEADS = {
    "device": FeedHead(4, bytes(range(16))),
    "shared": FeedHead(12, bytes(16)),
    "user": FeedHead(141, bytes(16)),
}


def _entries(
    feed: str, start: Cursor, end: Cursor, *entries: messages.Entry, **more: Any
) -> messages.Entries:
    return messages.Entries(feed, start, end, entries, asked=ASKED, **more)


_FIRST = Cursor(start=140, after=("2026-12-01", "case", str(CASE)))
_CHANGE = messages.Change("case", CASE.bytes, 3, (msgspec.Raw(diff(pack(SMALL_CASE), pack(NEXT_CASE))),))
_VERDICT = messages.Put(
    "verdict",
    b"7.2",
    1,
    msgspec.Raw(pack(messages.StoredVerdict(seq=2, verdict="accepted", receipt=bytes(range(10))))),
)
MESSAGES: tuple[tuple[str, Any], ...] = (
    (
        "asks for a device; the private keys are 32 times 0x01 and 0x02",
        messages.EnrolRequest(
            user="worker1",
            code="ABCD-EFGH-IJKL-MNOP",
            signing_key=verifying(SIGNING_KEY),
            name="north-7",
            deposit_key=verifying(DEPOSIT_KEY),
        ),
    ),
    (
        "the device is made",
        messages.EnrolAnswer(
            device=DEVICE,
            token=TOKEN,
            user="worker1",
            display="Ana Chee",
            roles=("caseworker",),
            office="north",
            agency="nm-dfa",
            server_key=SERVER_KEY,
            recovery_key=bytes([6]) * 32,
            server_time=AT,
            feeds=("device", "shared", "user"),
            server_epoch=1,
            audit_key=verifying(AUDIT_KEY),
            enrolment=bytes(range(24)),
        ),
    ),
    ("the code is not valid", messages.EnrolRefusal(code="bad_code", detail="ask for a new one")),
    ("the very first: nothing is held", ExchangeRequest(1, {}, chain=bytes(16), dictionary=1)),
    ("nothing to send, nothing new", IDLE),
    ("a note is pushed, a witness shown", PUSH),
    (
        "a supervisor asks for cases; the feed `user` is repaired",
        replace(
            IDLE,
            want=(id_of(40),),
            unwant=(id_of(41),),
            pin=(id_of(42),),
            repair={"user": (Held("case", CASE.bytes, 3), Held("party", LANDLORD.bytes, 1))},
        ),
    ),
    (
        "a first sync, not at its end",
        _entries(
            "user",
            Cursor(),
            _FIRST,
            messages.Put("party", LANDLORD.bytes, 1, _RAW_PARTY),
            messages.Put("case", CASE.bytes, 3, _RAW_CASE),
            left=41,
        ),
    ),
    (
        "a case changed, another left",
        _entries(
            "user",
            Cursor(140),
            Cursor(142),
            _CHANGE,
            messages.Leave("case", id_of(43).bytes, "worker2"),
            leaving=1,
        ),
    ),
    ("a verdict", _entries("device", Cursor(3), Cursor(4), _VERDICT)),
    ("the feed begins anew", _entries("user", Cursor(140), Cursor(), reset=True)),
    (
        "the end of an answer to a push",
        messages.Head(AT, 1, 2, HEADS, durable_through=1, dictionary=1, audit=_AUDIT, asked=ASKED),
    ),
    ("come again in 30 seconds", messages.Refusal("busy", retry_after=30)),
    ("the server was put back", messages.Refusal("restored", known=1, epoch=1_795_534_200, asked=ASKED)),
    ("what is known of laptop 7?", messages.DepositRequest((DEVICE,), epoch=1)),
    (
        "a copy whose verdict was heard",
        messages.DepositRequest(
            (DEVICE,),
            (messages.CopyItem(DEVICE, 2, sealed_copy(), "accepted", "", bytes(range(10))),),
            (bytes(range(24)),),
            1,
        ),
    ),
    (
        "what the server has",
        messages.DepositAnswer({DEVICE: 2}, (9,), ((DEVICE, 4),), ((DEVICE, 3, "fork"),)),
    ),
)

IN_COLUMNS = next(at for at, (about, _) in enumerate(MESSAGES) if about.startswith("a first sync"))


def answer() -> bytes:
    """A whole answer without compression: a verdict, then the end."""
    writer = FrameWriter()
    head = messages.Head(AT, 1, 2, {"device": FeedHead(4, bytes(range(16)))}, dictionary=1, asked=ASKED)
    return writer.write(_entries("device", Cursor(3), Cursor(4), _VERDICT)) + writer.write(head)


def written(message: Any) -> bytes:
    """A message as the program sends it."""
    return brief(message) if isinstance(message, ExchangeRequest) else encode(message)


def all_examples() -> list[Example]:
    """In the order of the document."""
    found = [Example(type(value).__name__, about, written(value)) for about, value in MESSAGES]
    found += [
        Example(f"object `{kind}`", "its stored form", pack(record)) for kind, record in OBJECTS.items()
    ]
    for body in BODIES:
        tag = str(type(body).__struct_config__.tag)
        found.append(Example(f"command `{tag}`", "its envelope", envelope(body)))
    return found


# --- The document --------------------------------------------------------------------------------


def shown(value: Any) -> Any:
    """A decoded value as the document writes it in JSON: bytes as 0x…, instants in ISO 8601."""
    match value:
        case bytes():
            return f"0x{value.hex()}"
        case datetime():
            return value.isoformat().replace("+00:00", "Z")
        case dict():
            return {
                shown(key) if isinstance(key, bytes) else str(key): shown(one) for key, one in value.items()
            }
        case list():
            return [shown(one) for one in value]
        case _:
            return value


def in_json(data: bytes) -> str:
    """MessagePack as the document writes it."""
    return json.dumps(shown(msgspec.msgpack.decode(data)), ensure_ascii=False)


def in_hex(data: bytes) -> str:
    """Bytes in lines of 48."""
    text = data.hex()
    return "\n".join(text[at : at + 96] for at in range(0, len(text), 96))


HEADING = """# Examples

Every message, object and command once, as a value and as its bytes. The tests read this file, decode each
with the program's own types and encode it again; `python -m tests.protocol.examples` writes it. In the JSON a
string `0x…` stands for MessagePack's bin, a time for its timestamp extension, and an integer key of a map is
written as text.

Keys used throughout (private, 32 bytes each): the laptop's signing key 0x01…01, its deposit key 0x02…02, the
audit's key 0x03…03 (Ed25519); the server's sealing key 0x04…04, the one-time key of the sealed copy 0x05…05
(X25519).
"""


def document() -> str:
    """The whole file."""
    parts = [HEADING]
    for one in all_examples():
        parts.append(f"## {one.kind}: {one.about}\n\n```json\n{in_json(one.data)}\n```\n")
        parts.append(f"```hex\n{in_hex(one.data)}\n```\n")
    turned = columns.pack(encode(MESSAGES[IN_COLUMNS][1]))
    parts.append(
        f"## Columns of that first sync\n\n```json\n{in_json(turned)}\n```\n\n```hex\n{in_hex(turned)}\n```\n"
    )
    parts.append(f"## A whole answer: a verdict and the end, plain\n\n```hex\n{in_hex(answer())}\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    DOCUMENT.write_text(document())
