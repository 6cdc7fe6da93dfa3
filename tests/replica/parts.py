"""What the tests of this folder are made of: keys, an enrolled laptop, small cases, frames, raw pages."""

import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from uuid import UUID, uuid5

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from msgspec.structs import replace

from sync.casework.case import Assignment, Case, MonthRequest, Note
from sync.casework.commands import AddNote, Body, Command
from sync.casework.household import Member
from sync.casework.places import Party, Place, Residence, Tenancy
from sync.casework.policy import ChecklistItem, DenialCode, Policy, Program
from sync.casework.values import Status, Text, pack
from sync.protocol.copies import key_name, open_copy, verify_copy
from sync.protocol.envelope import encode_envelope, tag_of
from sync.protocol.messages import CaseHeader, Change, Cursor, Entries, Entry, Leave, Put
from sync.protocol.patches import diff
from sync.protocol.sealing import new_keypair, public_of
from sync.replica.identity import Identity
from sync.replica.outbox import Outbox
from sync.replica.saving import Saved
from sync.replica.sealed import Number

ROOT = Path(__file__).resolve().parents[2]
OUTBOX_KEY = bytes(range(32))
REPLICA_KEY = bytes(range(100, 132))
OTHER_KEY = bytes(range(200, 232))
SERVER_PRIVATE, SERVER_PUBLIC = new_keypair()
SIGNER = Ed25519PrivateKey.from_private_bytes(bytes(32))
NOW = datetime(2026, 11, 24, 15, 30, tzinfo=UTC)
DEVICE = 7
PAGE = 4096
RESERVED = 80  # of each page: 16 bytes of IV, 64 of HMAC
_SPACE = UUID("5a2f31a4-6f8e-4c7e-9a54-1a1ba6d5c3aa")


def name_id(name: str) -> UUID:
    """The same identifier for the same name, in every process."""
    return uuid5(_SPACE, name)


def identity(device: int = DEVICE, server_key: bytes = SERVER_PUBLIC) -> Identity:
    return Identity(
        device=device,
        token="token",
        signing_key=SIGNER.private_bytes_raw(),
        server_key=server_key,
        server_url="https://central.test",
        user="worker1",
        roles=("caseworker",),
        office="north",
        agency="nm",
        feeds=("user", "device", "shared"),
    )


def opened_copy(outbox: Outbox, number: Number, private: bytes = SERVER_PRIVATE) -> bytes:
    """The envelope in a sealed copy, as the server finds it: signed by its laptop."""
    opened = open_copy({key_name(public_of(private)): private}, copy_of(outbox, number), *number)
    verify_copy(opened, SIGNER.public_key().public_bytes_raw(), *number)
    return opened.envelope


def copy_of(outbox: Outbox, number: Number) -> bytes:
    return outbox.sealed.path_of(number).read_bytes()


# --- Commands ------------------------------------------------------------------------------------


def envelope(name: str, seq: int, body: Body, case: str = "case 1") -> tuple[UUID, bytes]:
    """The id and envelope of a command."""
    command = Command(id=name_id(name), device=DEVICE, seq=seq, case=name_id(case), body=body)  # type: ignore[arg-type]
    return command.id, encode_envelope(command, NOW, None)


def save_note(outbox: Outbox, name: str, text: str = "a remark", case: str = "case 1") -> Saved:
    """Saves a note; its id follows from `name`."""
    body = AddNote(text=text)
    return outbox.save(
        lambda seq: envelope(name, seq, body, case), case=name_id(case), tag=tag_of(body), made_at=NOW
    )


# --- Cases and frames ----------------------------------------------------------------------------


def make_case(
    name: str, *, version: int = 1, applicant: str = "Rosa Begay", note: str = "", **fields: object
) -> Case:
    """A small whole case held by worker1."""
    person = Member(id=name_id(f"{name} person"), name=applicant)
    home = Residence(
        id=name_id(f"{name} home"), place=Place(county="35031", street="12 Elm", city="Gallup", zip="87301")
    )
    tenancy = Tenancy(id=name_id(f"{name} tenancy"), landlord=name_id("landlord"), rent_cents=80_000)
    notes = {name_id(f"{name} note"): Note(text=note, by="worker1", at=NOW)} if note else {}
    case = Case(
        id=name_id(name),
        agency="nm",
        program="era1",
        version=version,
        number="NM-2026-000123",
        status=Status.IN_REVIEW,
        due=date(2026, 12, 1),
        assignment=Assignment(assignee="worker1", office="north", epoch=1),
        applicant=person.id,
        members={person.id: person},
        residences={home.id: home},
        tenancies={tenancy.id: tenancy},
        months=(MonthRequest(month="2026-10", expense="rent", cents=80_000, payee=tenancy.landlord),),
        notes=notes,
        phone="(505) 555-0123",
        email="rosa@example.test",
    )
    return replace(case, **fields)


def make_party(name: str = "landlord", called: str = "Mesa Homes LLC") -> Party:
    return Party(id=name_id(name), agency="nm", kind="landlord", name=called)


def make_header(name: str, **fields: object) -> CaseHeader:
    header = CaseHeader(
        id=name_id(name),
        number="NM-2026-000777",
        applicant="Luz Ortiz",
        county="35031",
        status="in_review",
        assignee="worker2",
        epoch=3,
        version=4,
    )
    return replace(header, **fields)


def make_policy(version: str = "p1", counties: dict[str, str] | None = None) -> Policy:
    """A policy with one code and one item that rest on no rule."""
    text = Text(en="x", es="x")
    program = Program(
        id="era1",
        name=text,
        rules="",
        money="",
        citation="",
        limit_year=2026,
        rent_year=2026,
        award_from=date(2020, 3, 13),
        award_until=date(2030, 1, 1),
        last_obligation=None,
        arrears_from=date(2020, 3, 13),
        max_months=15,
        expenses={"rent": text},
    )
    return Policy(
        version=version,
        effective=date(2026, 1, 1),
        program=program,
        limits={},
        rents={},
        counties={"35031": "McKinley"} if counties is None else counties,
        codes={"D03": DenialCode(title=text, citation="")},
        checklist={"identity": ChecklistItem(title=text), "lease": ChecklistItem(title=text)},
        rules={},
    )


def put(case: Case) -> Put:
    return Put("case", case.id.bytes, case.version, msgspec.Raw(pack(case)))


def put_other(kind: str, id_: bytes, body: object, version: int = 1) -> Put:
    return Put(kind, id_, version, msgspec.Raw(pack(body)))


def change(*versions: Case) -> Change:
    """What happened between consecutive versions of a case."""
    steps = pairwise(versions)
    patches = tuple(msgspec.Raw(diff(pack(before), pack(after))) for before, after in steps)
    return Change("case", versions[0].id.bytes, versions[0].version, patches)


def leave(case: Case, to: str = "worker2") -> Leave:
    return Leave("case", case.id.bytes, to)


def frame(start: int, end: int, *entries: Entry, feed: str = "user") -> Entries:
    """A frame between two numbers of a feed that has been passed through once."""
    return Entries(feed, Cursor(start), Cursor(end), entries)


# --- Files ---------------------------------------------------------------------------------------


def decrypted_pages(path: Path, key: bytes) -> list[bytes]:
    """The content of every page as it lies in the file, unused parts and free pages included."""
    data = path.read_bytes()
    assert len(data) % PAGE == 0
    return [_decrypted(data[at : at + PAGE], key, first=at == 0) for at in range(0, len(data), PAGE)]


def _decrypted(page: bytes, key: bytes, *, first: bool) -> bytes:
    start, end = 16 if first else 0, PAGE - RESERVED
    decryptor = Cipher(algorithms.AES(key), modes.CBC(page[end : end + 16])).decryptor()
    return decryptor.update(page[start:end]) + decryptor.finalize()


def files_under(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def python(code: str, *arguments: object, prefix: Iterable[str] = ()) -> subprocess.Popen[str]:
    """Another process of the same interpreter, with this repository to import from."""
    words = [*prefix, sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
