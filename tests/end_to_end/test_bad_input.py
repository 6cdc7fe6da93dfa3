"""Each kind of bad input by name: a refusal or a stored verdict, the queue goes on, the log names nobody."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import httpx
import pytest
import zstandard

from sync.casework.commands import AddNote
from sync.casework.values import encode
from sync.protocol.messages import Cursor, ExchangeRequest, Head, Refusal
from sync.protocol.signing import Credentials
from sync.protocol.versions import CURRENT, MAX_COMMANDS
from tests.end_to_end.fleet import Laptop, Office
from tests.end_to_end.link import Link, Portal
from tests.end_to_end.test_hostile_requests import PATH, craft, credentials, frames, refused, signed

NAME, SECRET = "Zebedee Quillfeather", "owes the loan shark on Pueblo Road"


@pytest.fixture
def http(office: Office) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=office.server.url, timeout=20) as client:
        yield client


def ask(http: httpx.Client, who: Credentials, request: ExchangeRequest, counter: int = 0) -> httpx.Response:
    body = encode(request)
    return http.post(PATH, content=body, headers=signed(who, body, counter=counter))


def goes_on(office: Office, laptop: Laptop) -> None:
    """The next good request works, whatever came before it."""
    case = laptop.undecided(1)[0]
    laptop.note(case, "the queue goes on")
    report = laptop.sync()
    assert (report["online"], report["accepted"], report["pending"]) == (True, 1, 0)
    office.same(laptop, case)


def test_any_byte_of_an_answer_flipped_cut_or_repeated(office: Office) -> None:
    """On its way down: no network, nothing changed, and the next sync brings it."""
    with Link(office.server.port) as link:
        laptop = office.laptop("worker1", url=link.url)
        case = laptop.undecided(1)[0]
        laptop.note(case, "to be answered")
        with laptop.session() as session:
            before = session.outbox.items()
        chance = random.Random(5)
        laptop.sync()
        whole = link.answers[-1]
        body = whole.index(b"\r\n\r\n") + 4
        laptop.note(case, "waits through all of it")
        for _ in range(25):
            at = chance.randrange(body, len(whole))
            flipped = whole[:at] + bytes([whole[at] ^ chance.randrange(1, 256)]) + whole[at + 1 :]
            repeated = whole[:at] + whole[at : at + 9] + whole[at:]
            link.will(Portal(chance.choice((flipped, whole[:at], repeated))))
            report = laptop.sync()
            if report["pending"]:
                assert (report["online"], report["accepted"]) == (False, 0)
        assert laptop.sync()["pending"] == 0
        with laptop.session() as session:
            assert len(session.outbox.items()) == len(before) + 1
        goes_on(office, laptop)


@pytest.mark.parametrize("user", ["worker1", "worker2"])
def test_frames_of_another_laptop(office: Office, user: str) -> None:
    """Somebody else's answer, whole and well formed, also one that stands at the very same cursors."""
    with Link(office.server.port) as link:
        mine, other = office.laptop("worker1", url=link.url), office.laptop(user, url=link.url)
        case, theirs = mine.undecided(1)[0], other.undecided(2)[1]
        for laptop in (mine, other):
            laptop.sync()
        other.note(theirs, SECRET)
        other.sync()
        answer = link.answers[-1]
        before = {line["id"] for line in mine.cases()}
        command = mine.note(case, "mine")
        link.will(Portal(answer))
        mine.sync()
        assert {line["id"] for line in mine.cases()} == before
        mine.sync()
        assert mine.item(command)["state"] == "accepted"
        assert command in [note["command"] for note in office.same(mine, case)["notes"]], "it was really sent"
        goes_on(office, mine)


def test_bombs(office: Office, http: httpx.Client) -> None:
    laptop = office.laptop("worker1")
    who = credentials(laptop)
    for level in (1, 19):
        packed = zstandard.ZstdCompressor(level=level).compress(bytes(256 * 1024 * 1024))
        bomb = b"\x01" + packed[: 250 * 1024]
        assert refused(http.post(PATH, content=bomb, headers=signed(who, bomb))).code == "bad_request"
    goes_on(office, laptop)


def test_sequence_numbers_from_the_future(office: Office, http: httpx.Client) -> None:
    laptop = office.laptop("worker1")
    who = credentials(laptop)
    for first in (2, 10**6, 2**62, 2**63 - 1, 2**64 - 1):
        request = ExchangeRequest(CURRENT, {}, first, first, bytes(16), (b"x",))
        told = ask(http, who, request)
        assert told.status_code < 500, first
        (refusal,) = frames(told)
        assert isinstance(refusal, Refusal)
        assert refusal.code in ("gap", "bad_request"), first
    goes_on(office, laptop)


def test_a_device_token_of_somebody_else(office: Office, http: httpx.Client) -> None:
    laptop, other = office.laptop("worker1"), office.laptop("worker2")
    mine, theirs = credentials(laptop), credentials(other)
    for who in (mine._replace(token=theirs.token), theirs._replace(signing_key=mine.signing_key)):
        told = ask(http, who, ExchangeRequest(CURRENT, {}))
        assert (told.status_code, refused(told).code) == (401, "unknown_device")
    goes_on(office, laptop)
    goes_on(office, other)


def test_cursors_from_another_server(office: Office, http: httpx.Client) -> None:
    """Beyond the end, in the middle of nowhere, of feeds that nobody has: answered, and never without end."""
    laptop = office.laptop("worker1")
    who = credentials(laptop)
    for cursor in (
        Cursor(10**6),
        Cursor(2**62),
        Cursor(2**64 - 1),
        Cursor(0, 10**6),
        Cursor(0, 3, ("9999-12-31", "case", "zzz")),
        Cursor(5, 2, ("", "", "")),
        Cursor(-5),
    ):
        for feed in ("user", "device", "shared", "office:elsewhere", "user:worker2", "x" * 3000, ""):
            told = ask(http, who, ExchangeRequest(CURRENT, {feed: cursor}))
            assert told.status_code < 500, (feed, cursor)
            assert isinstance(frames(told)[-1], Head | Refusal), (feed, cursor)
    goes_on(office, laptop)


def test_a_command_of_one_megabyte(office: Office, http: httpx.Client) -> None:
    laptop = office.laptop("worker1")
    case = laptop.undecided(1)[0]
    _, raw = craft("note.1", UUID(case), AddNote(text="x" * 1_000_000))(1)
    who = credentials(laptop)
    body = encode(ExchangeRequest(CURRENT, {}, 1, 1, bytes(16), (raw,)))
    told = http.post(PATH, content=body, headers=signed(who, body))
    assert told.status_code == 413
    assert frames(told)
    goes_on(office, laptop)


def test_ten_thousand_commands_in_one_push(office: Office, http: httpx.Client) -> None:
    laptop = office.laptop("worker1")
    who = credentials(laptop)
    for count in (MAX_COMMANDS + 1, 10_000):
        request = ExchangeRequest(CURRENT, {}, count, 1, bytes(16), (b"x",) * count)
        assert refused(ask(http, who, request)).code == "bad_request"
    goes_on(office, laptop)


def test_requests_that_never_end_hold_nobody_up(office: Office, http: httpx.Client) -> None:
    """A hundred slow lorises: each says a little of a request and then nothing."""
    import socket

    laptop = office.laptop("worker1")
    head = f"POST {PATH} HTTP/1.1\r\nhost: x\r\ncontent-length: 100000\r\n\r\n".encode()
    lorises = [socket.create_connection(("127.0.0.1", office.server.port)) for _ in range(100)]
    try:
        for number, loris in enumerate(lorises):
            loris.sendall(head[: 10 + number] if number < 50 else head + b"a" * number)
        goes_on(office, laptop)
    finally:
        for loris in lorises:
            loris.close()


def test_the_log_says_why_and_names_nobody(
    office: Office, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A command that fails inside the server, with a name and a secret in it, and every refusal above."""
    from sync.casework.decide import decide as real
    from sync.central.verdicts import judge

    def crashes(case: object, command: object, context: object) -> object:
        if SECRET in getattr(getattr(command, "body", None), "text", ""):
            raise ValueError("a fault of our own")
        return real(case, command, context)  # type: ignore[arg-type]

    monkeypatch.setattr(judge, "decide", crashes)
    laptop = office.laptop("worker1")
    case = laptop.undecided(1)[0]
    with laptop.session() as session:
        for body in (AddNote(text=f"{NAME} {SECRET}"), {"type": "note.1", "text": [NAME, SECRET]}):
            session.outbox.save(
                craft("note.1", UUID(case), body), case=UUID(case), tag="note.1", made_at=datetime.now(UTC)
            )
    report = laptop.sync()
    assert (report["held"] + report["rejected"], report["pending"]) == (2, 0)
    assert "could not be run" in caplog.text, "it says why"
    for word in (NAME, SECRET, "Zebedee", "shark"):
        assert word not in caplog.text
    goes_on(office, laptop)
