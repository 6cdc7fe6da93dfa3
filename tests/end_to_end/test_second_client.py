"""A client written from the document alone, against a real server: the document says what has to be known."""

from __future__ import annotations

import ast
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest

from tests.end_to_end.fleet import Office
from tests.end_to_end.link import CutAnswer, DropAnswer, Link
from tests.protocol import second_client, second_frames
from tests.protocol.second_client import Client, RefusedError
from tests.protocol.second_frames import NoConnectionError

Enrol = Callable[..., Client]


@pytest.fixture
def enrol(office: Office) -> Iterator[Enrol]:
    """Makes clients of the office's server, or of a link to it."""
    with ExitStack() as opened:

        def new(user: str, url: str = "", code: str = "") -> Client:
            http = opened.enter_context(httpx.Client(base_url=url or office.server.url))
            return Client(http, user, code or office.server.code(user))

        yield new


def cases(client: Client) -> dict[bytes, tuple[int, dict[str, object]]]:
    """What it holds of its cases."""
    held = client.feeds["user"].held
    return {id_: one for (kind, id_), one in held.items() if kind == "case"}


def undecided(client: Client) -> list[bytes]:
    return [id_ for id_, (_, case) in cases(client).items() if case["status"] == "in_review"]


def test_it_uses_nothing_of_the_program() -> None:
    imported = set()
    for module in (second_client, second_frames):
        for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text())):
            if isinstance(node, ast.Import):
                imported |= {name.name for name in node.names}
            elif isinstance(node, ast.ImportFrom):
                imported.add(node.module or "")
    ours = {name for name in imported if name.split(".")[0] in ("sync", "erap_desktop", "tests", "msgspec")}
    assert ours == {"tests.protocol.second_frames"}


def test_it_holds_what_the_program_holds_and_its_work_is_judged_alike(office: Office, enrol: Enrol) -> None:
    """I1, I2, I3, I7: digests of every feed are compared at the end of every sync."""
    client = enrol("worker1")
    client.sync()
    laptop = office.laptop("worker1")
    assert {str(uuid.UUID(bytes=id_)) for id_ in cases(client)} == {one["id"] for one in laptop.cases()}
    case, other = undecided(client)[:2]
    note = client.save("note.1", case, text="from a second client")
    denial = client.save("deny.1", other, codes=["D03"], reason="not a New Mexico rental")
    client.sync()
    assert [client.verdicts[seq]["verdict"] for seq in (note, denial)] == ["accepted", "accepted"]
    laptop.sync()
    assert laptop.show(str(uuid.UUID(bytes=case)))["notes"][-1]["text"] == "from a second client"
    assert cases(client)[other][1]["status"] == laptop.show(str(uuid.UUID(bytes=other)))["status"] == "denied"
    quiet = {name: feed.cursor for name, feed in client.feeds.items()}
    client.sync()
    assert {name: feed.cursor for name, feed in client.feeds.items()} == quiet


def test_a_cut_first_sync_goes_on_and_a_lost_answer_doubles_nothing(office: Office, enrol: Enrol) -> None:
    with Link(office.server.port) as link:
        client = enrol("worker2", link.url)
        link.will(CutAnswer(20_000))
        with pytest.raises(NoConnectionError):
            client.sync()
        had = sum(len(feed.held) for feed in client.feeds.values())
        client.sync()
        assert 0 < had < sum(len(feed.held) for feed in client.feeds.values())
        case = undecided(client)[0]
        note = client.save("note.1", case, text="said once")
        link.will(DropAnswer())
        with pytest.raises(NoConnectionError):
            client.sync()
        assert note not in client.verdicts
        client.sync()
    assert client.verdicts[note]["verdict"] == "accepted"
    notes = office.server.show(str(uuid.UUID(bytes=case)))["notes"]
    assert [one["text"] for one in notes].count("said once") == 1


def test_what_it_does_wrong_is_refused_with_a_word_of_the_document(enrol: Enrol) -> None:
    with pytest.raises(RefusedError, match="bad_code"):
        enrol("worker1", code="AAAA-AAAA-AAAA-AAAA")
    client = enrol("worker1")
    client.sync()
    case = undecided(client)[0]
    client.save("note.1", case, text="first")
    client.sync()
    client.envelopes.clear()
    client.verdicts.clear()
    with pytest.raises(RefusedError, match="fork"):
        client.sync()


def test_a_difference_is_seen_by_the_digest_and_mended_by_a_repair(enrol: Enrol) -> None:
    """As a supervisor, who has headers and a feed of the office. I7."""
    client = enrol("supervisor1")
    client.sync()
    name, feed = next((name, feed) for name, feed in client.feeds.items() if name.startswith("office:"))
    whole = dict(feed.held)
    lost = next(iter(feed.held))
    del feed.held[lost]
    with pytest.raises(AssertionError, match=f"digest of {name}"):
        client.sync()
    feed.gaps.add(lost)
    client.sync()
    assert feed.held == whole
