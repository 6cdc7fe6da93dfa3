"""Old and new programs together (I15): what each released revision sent, answered and stored is read today.

And what a later one may send is borne.
"""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple
from uuid import uuid4

import msgspec
import pytest
from sqlalchemy import select

from erap_desktop.services.session import Session
from erap_desktop.vault.keys import Keys
from sync.casework.commands import BODIES
from sync.casework.values import encode, pack, unpack
from sync.central.service import Central
from sync.central.store.schema import command
from sync.engine.agreement import disagreeing
from sync.engine.deliver import deliver
from sync.engine.report import SyncReport
from sync.engine.sync import synchronise
from sync.protocol import decoders, digests, messages
from sync.protocol.administration import ORDERS
from sync.protocol.envelope import body_of, decode_envelope
from sync.protocol.frames import FrameReader
from sync.protocol.messages import Entries, Frame, Head, Refusal
from sync.protocol.requests import unpack_request
from sync.protocol.versions import CURRENT, OLDEST_PULL
from sync.replica.outbox_schema import copy_before
from sync.replica.replica import Replica
from tests.engine.world import DirectTransport
from tests.protocol.record_fixtures import FIXTURES

REVISIONS = sorted(FIXTURES.glob("revision-*"))
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
ANY_FRAME = msgspec.msgpack.Decoder(Frame)


def files(folder: str) -> list[Any]:
    """Every file of a folder in every revision's fixtures."""
    found = [path for revision in REVISIONS for path in sorted((revision / folder).iterdir())]
    return [pytest.param(path, id=f"{path.parents[1].name}/{path.name}") for path in found]


class Office(NamedTuple):
    """A server's store and a laptop's profile as a revision left them, opened by today's program."""

    central: Central
    session: Session
    transport: DirectTransport

    def sync(self) -> SyncReport:
        class _Clock:
            now = staticmethod(self.session.clock)

        return synchronise(self.session.outbox, self.session.replica, self.transport, _Clock())

    def ask(self, *request: Any) -> list[Frame]:
        """The frames that answer a request, which is given as its elements."""
        reader, body = FrameReader(), encode(request)
        return [frame for data in self.transport.exchange(body, pushes=True) for frame in reader.feed(data)]

    def verdicts(self) -> list[tuple[int, str, str, str]]:
        """What the server has of this laptop: number, kind, verdict and reason."""
        c = command.c
        mine = select(c.seq, c.tag, c.verdict, c.reason).where(c.device == self.session.identity.device)
        with self.central.database.read() as connection:
            return [tuple(row) for row in connection.execute(mine.order_by(c.seq))]


@pytest.fixture(params=REVISIONS, ids=lambda revision: str(revision.name))
def revision(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


@pytest.fixture
def office(revision: Path, tmp_path: Path) -> Iterator[Office]:
    with tarfile.open(revision / "office.tar.xz") as archive:
        archive.extractall(tmp_path, filter="data")
    central = Central(tmp_path / "central")
    session = Session(tmp_path / "laptop", Keys.unpack((revision / "keys").read_bytes()))
    yield Office(central, session, DirectTransport(central, session.identity))
    session.close()
    central.close()


# --- What was released ---------------------------------------------------------------------------


def test_the_present_revision_is_recorded() -> None:
    assert f"revision-{CURRENT}" in [revision.name for revision in REVISIONS]


@pytest.mark.parametrize("path", files("messages"))
def test_a_message_is_read_and_what_it_said_is_said_again(path: Path) -> None:
    data = path.read_bytes()
    if path.suffix == ".answer":
        assert [type(frame) for frame in FrameReader().feed(data)] == [Entries, Head]
        return
    kind = getattr(messages, path.name.partition("-")[2])
    before, again = unpack(data), unpack(encode(msgspec.msgpack.decode(data, type=kind)))
    if isinstance(before, list):
        assert again[: len(before)] == before
    else:
        assert before.items() <= again.items()


@pytest.mark.parametrize("path", files("commands"))
def test_an_envelope_of_every_kind_is_understood(path: Path) -> None:
    sent = decode_envelope(path.read_bytes())
    kinds = {**BODIES.known, **ORDERS.known}
    body = body_of(sent) if sent.tag in BODIES.known else ORDERS.decode(sent.tag, bytes(sent.body))
    assert sent.tag == path.name in kinds
    assert body is not None, "a kind or a field was taken away"


OBJECTS: dict[str, msgspec.msgpack.Decoder[Any]] = {
    "case": decoders.case,
    "party": decoders.party,
    "policy": decoders.policy,
    "verdict": decoders.verdict,
    "configuration": decoders.sync_configuration,
    "header": msgspec.msgpack.Decoder(messages.CaseHeader),
    "person": msgspec.msgpack.Decoder(messages.Person),
    "laptop": msgspec.msgpack.Decoder(messages.Laptop),
}


@pytest.mark.parametrize("path", files("objects"))
def test_an_object_is_read_and_stored_as_it_was(path: Path) -> None:
    assert pack(OBJECTS[path.name].decode(path.read_bytes())) == path.read_bytes()


def test_an_answer_of_then_fills_a_replica_of_today(revision: Path, tmp_path: Path) -> None:
    """I7: to the digests that came with it."""
    replica = Replica(tmp_path / "replica.db", bytes(32), device=1)
    end: Frame | None = None
    for number in (1, 2):
        request = (revision / "exchanges" / f"{number}.request").read_bytes()
        pushed = msgspec.msgpack.decode(unpack_request(request), type=messages.ExchangeRequest).push
        for end in FrameReader(pushed).feed((revision / "exchanges" / f"{number}.answer").read_bytes()):
            if isinstance(end, Entries):
                replica.apply(end)
    assert isinstance(end, Head)
    assert end.heads
    assert disagreeing(replica, end) == ()
    assert {feed: cursor.number for feed, cursor in replica.cursors().items()} == {
        feed: at.number for feed, at in end.heads.items() if at.number
    }
    assert replica.rows()
    replica.close()


def test_a_request_of_then_is_taken_in_by_a_server_of_today(office: Office, revision: Path) -> None:
    """I1, I3: once, however often it comes."""
    last = max((revision / "exchanges").glob("*.request"), key=lambda path: int(path.stem)).read_bytes()
    for _ in range(2):
        frames = [*FrameReader(_pushed(last)).feed(b"".join(office.transport.exchange(last, pushes=True)))]
        assert isinstance(frames[-1], Head)
    assert [row[1:3] for row in office.verdicts()] == [
        ("note.1", "accepted"),
        ("note.1", "accepted"),
        ("deny.1", "accepted"),
    ]


def _pushed(body: bytes) -> tuple[bytes, ...]:
    return msgspec.msgpack.decode(unpack_request(body), type=messages.ExchangeRequest).push


def test_an_outbox_of_then_is_migrated_and_pushed(office: Office) -> None:
    assert copy_before(office.session.outbox.path, 1).exists()
    assert [item.state for item in office.session.outbox.items()] == ["accepted", "saved", "saved"]
    report = office.sync()
    assert (report.online, report.digest_ok, report.refused) == (True, True, "")
    assert [item.state for item in office.session.outbox.items()] == ["accepted"] * 3


def test_sealed_copies_of_then_are_opened(office: Office) -> None:
    """I12: they alone bring what was saved."""
    done = deliver(office.session.outbox, office.transport)
    device = office.session.identity.device
    assert (done.known, done.waiting, done.refused) == ({device: 3}, set(), {})
    assert [row[2] for row in office.verdicts()] == ["accepted"] * 3


# --- What may come -------------------------------------------------------------------------------


def _next(office: Office, *more: Any, tag: str = "note.1", **body: Any) -> tuple[bytes, ...]:
    """The pending commands, and one that another program made."""
    outbox = office.session.outbox
    pending = [one.data for one in outbox.unanswered(50, 65536)]
    old = unpack(pending[0])
    made = [uuid4().bytes, outbox.last_seq() + 1, tag, old[3], old[4], old[5], old[6], {"type": tag, **body}]
    return (*pending, encode([*made, *more]))


def test_a_revision_too_old_to_pull_gets_upgrade_and_its_push_is_taken(office: Office) -> None:
    """A request of six fields, with an envelope of eight: what came first of either."""
    outbox = office.session.outbox
    first, last = outbox.unanswered(1, 1)[0].seq, outbox.last_seq() + 1
    push = _next(office, text="before there were policies")
    (said,) = office.ask(OLDEST_PULL - 1, {}, last, first, outbox.chain_before(first), push)
    assert isinstance(said, Refusal)
    assert (said.code, said.known) == ("upgrade", last)
    assert [row[2] for row in office.verdicts()] == ["accepted"] * 4


def test_a_later_revision_is_heard_and_what_is_not_understood_is_kept(office: Office) -> None:
    """Fields behind those that are known; a kind and a field of a body that are not."""
    outbox = office.session.outbox
    first, last = outbox.unanswered(1, 1)[0].seq, outbox.last_seq()
    future = (NOW, "", NOW, 0, "a new field", {"and": "another"})
    pushes = (
        {"tag": "note.1", "text": "read"},
        {"tag": "note.1", "text": "x", "mood": "good"},
        {"tag": "photo.1", "of": "the roof"},
    )
    envelopes = _next(office)[:-1]
    for number, body in enumerate(pushes, start=1):
        plain = unpack(_next(office, *future, **body)[-1])
        plain[1] = last + number
        envelopes = (*envelopes, encode(plain))
    request: tuple[Any, ...] = (CURRENT + 1, {}, last + 3, first, outbox.chain_before(first), envelopes)
    rest: tuple[Any, ...] = (False, [], [], {}, None, None, [], 0, 0, None, "a new field", {"and": "another"})
    end = office.ask(*request, *rest)[-1]
    assert isinstance(end, Head)
    assert end.known == last + 3
    assert [row[2:] for row in office.verdicts()][-3:] == [
        ("accepted", ""),
        ("held", "not_understood"),
        ("held", "not_understood"),
    ]


def test_answers_of_a_later_server_are_taken_in_and_kept_whole(tmp_path: Path, revision: Path) -> None:
    """I7: fields and kinds that this laptop doesn't know are counted, patched and kept."""
    stored = (revision / "objects" / "case").read_bytes()
    later = pack({**unpack(stored), "solar_panels": {"count": 3}})
    case = decoders.case.decode(stored)
    id_ = case.id.bytes
    put = ["p", "case", id_, case.version, msgspec.Raw(later), "new"]
    strange = ["p", "drone", b"d-1", 1, {"range": 5}]
    patch = {"version": case.version + 1, "solar_panels": {"count": 4}}
    frames = [
        ["E", "user", [0], [7], [put, strange], 0, 0, False, 0, "new"],
        ["E", "user", [7], [8], [["c", "case", id_, case.version, [patch]]], 0, 0, False, 0],
    ]
    replica = Replica(tmp_path / "replica.db", bytes(32), device=7)
    for frame in frames:
        entries = ANY_FRAME.decode(encode(frame))
        assert isinstance(entries, Entries)
        replica.apply(entries)
    expected = digests.shifted(
        digests.EMPTY,
        added=digests.member("case", str(case.id), case.version + 1) + digests.member("drone", "d-1", 1),
    )
    assert replica.digest("user") == expected
    whole = replica.case(case.id)
    assert whole is not None
    assert whole.version == case.version + 1
    held = {one.kind for one in replica.held("user")}
    assert held == {"case", "drone"}
    replica.close()
    reopened = Replica(tmp_path / "replica.db", bytes(32), device=7)
    assert replica_body(reopened, id_)["solar_panels"] == {"count": 4}
    reopened.close()


def replica_body(replica: Replica, id_: bytes) -> dict[str, Any]:
    """An object as it is stored, unknown fields included."""
    with replica._store.read() as connection:
        row = connection.exec_driver_sql("SELECT body FROM object WHERE id = ?", (id_,)).one()
    body: dict[str, Any] = unpack(row[0])
    return body
