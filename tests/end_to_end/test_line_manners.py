"""One connection, kept and dialled anew; proxies that are busy, want a password, or are narrow."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from uuid import UUID

import pytest

from erap_desktop.services import sync_problems, work
from erap_desktop.services.session import Session
from erap_desktop.services.sync_problems import Problem
from erap_desktop.services.syncing import sync
from sync.engine.request import failures
from tests.end_to_end.fleet import Office
from tests.end_to_end.link import DropAnswer, Limit, Link, Portal, Reset


@pytest.fixture
def link(office: Office) -> Iterator[Link]:
    with Link(office.server.port) as link:
        yield link


@pytest.fixture
def laptop(office: Office, link: Link) -> Iterator[Session]:
    with office.laptop("worker1", url=link.url).session() as session:
        yield session


def cases(session: Session) -> list[UUID]:
    return [row.id for row in session.replica.rows()]


def noted(session: Session, text: str, count: int = 1) -> None:
    for number in range(count):
        work.note(session, cases(session)[0], f"{text} {number}")


def unpressed(letters: int, seed: int = 0) -> str:
    """A text that hardly gets shorter on its way."""
    chance = Random(seed)
    return "".join(chr(0x4E00 + chance.randrange(20_000)) for _ in range(letters))


def test_i14_syncs_of_one_session_share_one_connection(laptop: Session, link: Link) -> None:
    before = link.connections
    for _ in range(3):
        noted(laptop, "over the same line")
        assert sync(laptop).accepted == 1
        assert sync(laptop).online
    assert link.connections == before + 1


def test_i1_i2_a_kept_connection_that_died_is_dialled_anew(laptop: Session, link: Link) -> None:
    sync(laptop)
    noted(laptop, "sent over a dead line")
    link.will(Reset())
    asked, dialled = link.requests, link.connections
    report = sync(laptop)
    assert (report.online, report.accepted, report.round_trips) == (True, 1, 1)
    assert (link.requests - asked, link.connections - dialled) == (2, 1)
    noted(laptop, "answered and not heard")
    link.will(DropAnswer())
    assert sync(laptop).accepted == 1


def test_i1_a_new_connection_that_breaks_is_a_failed_push(laptop: Session, link: Link) -> None:
    sync(laptop)
    noted(laptop, "not heard twice")
    link.will(Reset(), Reset())
    report = sync(laptop)
    assert (report.online, report.accepted, failures(laptop.replica)) == (False, 0, 1)
    assert sync(laptop).accepted == 1
    assert failures(laptop.replica) == 0


def test_i10_a_push_too_large_for_a_proxy_is_split(laptop: Session, link: Link) -> None:
    sync(laptop)
    for number in range(20):
        noted(laptop, unpressed(100, number))
    link.always = Limit(1_500)
    report = sync(laptop)
    assert (report.online, report.accepted, report.too_large) == (True, 20, False)
    assert 5 < report.round_trips < 15


def test_i9_a_command_too_large_for_a_proxy_stays_and_says_so(laptop: Session, link: Link) -> None:
    sync(laptop)
    noted(laptop, "short before")
    noted(laptop, unpressed(1_500))
    noted(laptop, "short after")
    link.always = Limit(1_500)
    report = sync(laptop)
    assert (report.accepted, report.too_large) == (1, True)
    assert sync_problems.of_report(report) is Problem.TOO_LARGE
    assert (laptop.outbox.pending_count(), failures(laptop.replica)) == (2, 0)
    link.always = None
    assert (sync(laptop).accepted, laptop.outbox.pending_count()) == (2, 0)


STRANGERS = (
    ("503 Service Unavailable\r\nretry-after: 90", Problem.UNREACHABLE, 90),
    ("502 Bad Gateway\r\nretry-after: Thu, 01 Jan 1970 00:00:00 GMT", Problem.UNREACHABLE, 0),
    ("504 Gateway Timeout\r\nretry-after: soon", Problem.UNREACHABLE, None),
    ("429 Too Many Requests\r\nretry-after: 99999999", Problem.UNREACHABLE, 3600),
    ("407 Proxy Authentication Required", Problem.PROXY, None),
)


def test_i1_what_a_proxy_says_is_told_and_its_wish_is_kept(laptop: Session, link: Link) -> None:
    for answer, problem, wait in STRANGERS:
        link.will(Portal.page(answer))
        report = sync(laptop)
        assert (report.online, report.retry_after) == (False, wait), answer
        assert sync_problems.of_report(report) is problem, answer
