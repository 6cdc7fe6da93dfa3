"""Nothing a client sends gives a 5xx: bad input gets a 4xx in our own frame, and the queue goes on."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import httpx
import msgspec
import pytest

from sync.casework.commands import AddNote, Expects
from sync.casework.values import encode
from sync.protocol.envelope import Envelope
from sync.protocol.frames import FrameReader
from sync.protocol.messages import (
    Cursor,
    EnrolRefusal,
    EnrolRequest,
    ExchangeRequest,
    Frame,
    Held,
    Refusal,
)
from sync.protocol.signing import Credentials, authorization
from sync.protocol.versions import CURRENT, MAX_COMMANDS, MAX_REQUEST_BYTES
from tests.end_to_end.fleet import Laptop, Office

PATH = "/v1/exchange"


@pytest.fixture
def http(either_office: Office) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=either_office.server.url, timeout=20) as client:
        yield client


def credentials(laptop: Laptop) -> Credentials:
    with laptop.session() as session:
        me = session.identity
    return Credentials(me.device, me.token, me.signing_key)


def signed(who: Credentials, body: bytes, *, counter: int = 0) -> dict[str, str]:
    """The header of a request that this laptop signed."""
    return {"authorization": authorization(who, "POST", PATH, body, 1_790_000_000, counter)}


def frames(response: httpx.Response) -> list[Frame]:
    """The frames of an answer; it must be ours to the last byte."""
    reader = FrameReader()
    found = list(reader.feed(response.content))
    assert reader.at_border
    return found


def refused(response: httpx.Response) -> Refusal:
    """The refusal in a 4xx answer."""
    assert 400 <= response.status_code < 500, response.status_code
    (refusal,) = frames(response)
    assert isinstance(refusal, Refusal)
    return refusal


def test_bodies_that_are_no_request_are_refused_in_our_frame(
    either_office: Office, http: httpx.Client
) -> None:
    laptop = either_office.laptop("worker1")
    who = credentials(laptop)
    valid = encode(ExchangeRequest(CURRENT, {}))
    deep = b"\x91" * 200_000
    bodies = {
        "empty": b"",
        "not msgpack": b"\xc1" * 50,
        "text": b"hello",
        "json": b'{"revision": 1}',
        "a number": b"\x01",
        "truncated": valid[:-1] if len(valid) > 2 else b"\x92",
        "nested without end": deep,
        "nested in an unknown field": b"\x9d\x01\x80" + b"\x00" * 0 + deep,
        "no utf-8": b"\x92\x01\x81\xa1\xff\x90",
        "a cursor with text for a number": encode([1, {"user": ["x"]}]),
        "a huge length": b"\xdd\xff\xff\xff\xff",
        "too many commands": encode(
            ExchangeRequest(CURRENT, {}, 99, 1, bytes(16), (b"x",) * (MAX_COMMANDS + 1))
        ),
        "number zero": encode(ExchangeRequest(CURRENT, {}, 1, 0, bytes(16), (b"x",))),
        "a cursor that no object has": encode(
            ExchangeRequest(CURRENT, {"user": Cursor(0, 1, ("\0", "", ""))})
        ),
        "a repair of what has no id": encode(
            ExchangeRequest(CURRENT, {"user": Cursor(1)}, repair={"user": (Held("case", b"short", 1),)})
        ),
    }
    for name, body in bodies.items():
        response = http.post(PATH, content=body, headers=signed(who, body))
        assert refused(response).code == "bad_request", name
    too_large = bytes(MAX_REQUEST_BYTES + 1)
    assert http.post(PATH, content=too_large, headers=signed(who, too_large)).status_code == 413
    assert laptop.sync()["online"]


def test_any_damage_to_a_request_is_refused_or_harmless(either_office: Office, http: httpx.Client) -> None:
    """Bytes changed after signing are somebody else's request; bytes signed as they are never give a 5xx."""
    who = credentials(either_office.laptop("worker1"))
    with either_office.laptop("worker1").session() as session:
        cursors = session.replica.cursors()
    valid = encode(ExchangeRequest(CURRENT, cursors, want=(uuid4(),)))
    chance = random.Random(7)
    for _ in range(120):
        damaged = bytearray(valid)
        for _ in range(chance.randint(1, 3)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        if bytes(damaged) != valid:
            response = http.post(PATH, content=bytes(damaged), headers=signed(who, valid))
            assert refused(response).code == "unknown_device"
        response = http.post(PATH, content=bytes(damaged), headers=signed(who, bytes(damaged)))
        assert response.status_code in (200, 400)
        assert frames(response)


def test_only_this_laptops_own_key_and_token_are_accepted(either_office: Office, http: httpx.Client) -> None:
    one, other = (either_office.laptop(user) for user in ("worker1", "worker2"))
    mine, theirs = credentials(one), credentials(other)
    body = encode(ExchangeRequest(CURRENT, {}))
    good = signed(mine, body)["authorization"]
    fields = good.removeprefix("ERAP ").split(".")

    def header(*changed: str) -> str:
        return "ERAP " + ".".join(changed)

    headers = {
        "none": "",
        "another scheme": good.replace("ERAP", "Bearer"),
        "other device, own token": signed(mine._replace(device=theirs.device), body)["authorization"],
        "own device, other token": signed(mine._replace(token=theirs.token), body)["authorization"],
        "own device, other key": signed(mine._replace(signing_key=theirs.signing_key), body)["authorization"],
        "other device whole, own key": signed(theirs._replace(signing_key=mine.signing_key), body)[
            "authorization"
        ],
        "another body's signature": signed(mine, body + b"\x00")["authorization"],
        "another path's signature": authorization(mine, "POST", "/v1/enrol", body, 1_790_000_000, 0),
        "another time": header(fields[0], fields[1], "1", *fields[3:]),
        "another counter": header(*fields[:3], "7", fields[4]),
        "the server's own device": signed(mine._replace(device=0), body)["authorization"],
        "a negative device": header("-1", *fields[1:]),
        "a device beyond any number": header("9" * 40, *fields[1:]),
        "a counter beyond any number": header(*fields[:3], "f" * 40, fields[4]),
        "a signature that is none": header(*fields[:4], "!!!"),
        "no signature": header(*fields[:4], ""),
        "too few fields": header(*fields[:4]),
        "text without end": "ERAP " + "a" * 5000,
    }
    for name, value in headers.items():
        response = http.post(PATH, content=body, headers={"authorization": value} if value else {})
        assert response.status_code == 401, name
        assert refused(response).code == "unknown_device", name
    assert http.post(PATH, content=body, headers=signed(mine, body)).status_code == 200


def test_other_methods_and_paths_are_refused_in_our_frame(either_office: Office, http: httpx.Client) -> None:
    for method, path in (
        ("GET", PATH),
        ("PUT", PATH),
        ("DELETE", "/v1/enrol"),
        ("GET", "/"),
        ("POST", "/v2/x"),
    ):
        assert refused(http.request(method, path)).code == "bad_request"
    assert http.get("/v1/health").text == "ok"
    assert either_office.server.audit()["ok"]


def test_enrolment_takes_no_nonsense(either_office: Office, http: httpx.Client) -> None:
    code = either_office.server.code("worker1")

    def ask(body: bytes) -> EnrolRefusal:
        response = http.post("/v1/enrol", content=body)
        assert 400 <= response.status_code < 500, (response.status_code, body[:40])
        return msgspec.msgpack.decode(response.content, type=EnrolRefusal)

    for body in (b"", b"\xc1", b"{}", encode({"user": 1}), b"\x91" * 10_000, b"\x81\xa4user\xa1\xff"):
        assert ask(body).code == "bad_request"
    key = bytes(range(32))
    for request in (
        EnrolRequest(user="worker1", code="AAAA-AAAA-AAAA-AAAA", signing_key=key),
        EnrolRequest(user="worker2", code=code, signing_key=key),
        EnrolRequest(user="nobody", code=code, signing_key=key),
        EnrolRequest(user="wor\0ker1", code=code, signing_key=key),
        EnrolRequest(user="worker1", code="\0", signing_key=key),
        EnrolRequest(user="worker1", code=code, signing_key=key[:31]),
    ):
        assert ask(encode(request)).code == "bad_code"
    good = EnrolRequest(user="worker1", code=code, signing_key=key, name="kitchen\0table" * 20)
    assert http.post("/v1/enrol", content=encode(good)).status_code == 200
    assert ask(encode(good)).code == "bad_code", "a code is used once"
    assert http.post("/v1/enrol", content=bytes(20_000)).status_code == 413


def craft(tag: str, case: UUID, body: Any, **fields: Any) -> Any:
    """What a program of another version, or a hostile one, would put into the outbox."""

    def make(seq: int) -> tuple[UUID, bytes]:
        id_ = uuid4()
        raw = body if isinstance(body, bytes) else encode(body)
        envelope = Envelope(
            id=id_, seq=seq, tag=tag, case=case, base=1, epoch=1, expects=Expects(), body=msgspec.Raw(raw)
        )
        return id_, encode(msgspec.structs.replace(envelope, **fields))

    return make


def test_i10_commands_that_can_not_be_understood_are_held_and_the_others_go_on(
    either_office: Office,
) -> None:
    laptop = either_office.laptop("worker1")
    case = laptop.undecided(1)[0]
    deep = b"\x83\xa4type\xa9correct.1\xa4path\x91\xa5phone\xa5value" + b"\x91" * 20_000 + b"\x01"
    strange = {
        "of a later program": craft("future.9", UUID(case), {"type": "future.9", "new": [1, 2]}),
        "a tag with a NUL": craft("fut\0ure.9", UUID(case), {"type": "x"}),
        "a very long tag": craft("t" * 3000, UUID(case), {"type": "x"}),
        "not its type": craft("note.1", UUID(case), {"type": "note.1", "text": 5}),
        "nested without end": craft("correct.1", UUID(case), deep),
        "text that is none": craft("note.1", UUID(case), b"\x82\xa4type\xa6note.1\xa4text\xa1\xff"),
        "a policy with a NUL": craft("note.1", UUID(case), AddNote(text="x"), policy="a\0b"),
        "no such person": craft("reassign.1", UUID(case), {"type": "reassign.1", "to": "a\0b"}),
        "another's number": craft("note.1", UUID(case), AddNote(text="x"), seq=10**9),
    }
    before = laptop.note(case, "before the strange ones")
    with laptop.session() as session:
        now = datetime.now(UTC)
        for make in strange.values():
            session.outbox.save(make, case=UUID(case), tag="strange.1", made_at=now)
    after = laptop.note(case, "after the strange ones")
    report = laptop.sync()
    assert (report["online"], report["pending"]) == (True, 0)
    states = {line["command"]: line["state"] for line in laptop.outbox()}
    assert states[before] == states[after] == "accepted"
    assert list(states.values())[1] == "held"
    assert next(line for line in laptop.outbox() if line["state"] == "held")["reason"] == "not_understood"
    assert report["needs_attention"] == report["held"] + report["rejected"] >= len(strange) - 1
    texts = [note["text"] for note in either_office.same(laptop, case)["notes"]]
    assert {"before the strange ones", "after the strange ones"} <= set(texts)
    for line in laptop.outbox():
        if line["state"] in ("held", "rejected"):
            assert laptop.run("acknowledge", "--command", line["command"], "--json").code == 0
    assert laptop.status()["needs_attention"] == 0
    assert either_office.server.audit()["ok"]


def test_i10_bytes_that_are_no_envelope_at_all_are_held(office: Office) -> None:
    laptop = office.laptop("worker1")
    case = laptop.undecided(1)[0]
    with laptop.session() as session:
        for junk in (b"\x00", b"junk" * 100, b"\x91" * 5000):
            session.outbox.save(
                lambda seq, junk=junk: (uuid4(), junk),  # type: ignore[misc]
                case=UUID(case),
                tag="junk.1",
                made_at=datetime.now(UTC),
            )
    kept = laptop.note(case, "the queue goes on")
    report = laptop.sync()
    assert (report["held"], report["accepted"], report["pending"]) == (3, 1, 0)
    assert laptop.item(kept)["state"] == "accepted"


def test_i10_a_command_that_the_server_can_not_run_is_held_and_the_queue_goes_on(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sync.casework.decide import decide as real
    from sync.central.verdicts import judge

    def crashes(case: Any, command: Any, context: Any) -> Any:
        if getattr(command.body, "text", "") == "poison":
            raise ZeroDivisionError("a fault of our own")
        return real(case, command, context)

    monkeypatch.setattr(judge, "decide", crashes)
    laptop = office.laptop("worker1")
    case = laptop.undecided(1)[0]
    laptop.note(case, "before")
    poison = laptop.note(case, "poison")
    laptop.note(case, "after")
    report = laptop.sync()
    assert (report["accepted"], report["held"], report["pending"]) == (2, 1, 0)
    assert laptop.item(poison)["reason"] == "could_not_be_run"
    office.same(laptop, case)


def test_a_note_too_large_to_be_sent_is_refused_where_it_is_typed(office: Office) -> None:
    laptop = office.laptop("worker1")
    case = laptop.undecided(1)[0]
    with laptop.session() as session:
        from erap_desktop.services import work
        from erap_desktop.services.errors import RefusedError

        with pytest.raises(RefusedError):
            work.note(session, UUID(case), "x" * 300_000)
    assert laptop.status()["pending"] == 0
    assert laptop.note(case, "x" * 60_000)
    assert laptop.sync()["accepted"] == 1
