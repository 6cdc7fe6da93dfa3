"""I8: many cases go from one laptop to another in one exchange each, and whoever loses most confirms it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import Connection, delete, update

from sync.casework.commands import Reassign
from sync.central.registry import people
from sync.central.service import Central
from sync.central.store import schema
from sync.central.verdicts.changes import Changes
from sync.central.verdicts.effects import load_case
from sync.engine.guard import A_DAY
from tests.engine.world import LaptopUnderTest, make_server
from tests.replica.parts import decrypted_pages


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A server's folder, to be copied."""
    folder = tmp_path_factory.mktemp("office") / "server"
    make_server(folder, cases=60).close()
    return folder


@pytest.fixture
def central(store: Path, tmp_path: Path) -> Iterator[Central]:
    server = Central(Path(shutil.copytree(store, tmp_path / "server")))
    yield server
    server.close()


@pytest.fixture
def laptops(central: Central, tmp_path: Path) -> Iterator[tuple[LaptopUnderTest, LaptopUnderTest]]:
    both = tuple(LaptopUnderTest(central, tmp_path / user, user) for user in ("worker1", "worker2"))
    for laptop in both:
        laptop.sync()
    yield both[0], both[1]
    for laptop in both:
        laptop.session.close()


def held(laptop: LaptopUnderTest) -> list[UUID]:
    """Cases that are this laptop's."""
    return [row.id for row in laptop.session.replica.rows() if not row.left]


def move(central: Central, cases: list[UUID], to: str) -> None:
    """A supervisor moves cases at the server, in one transaction."""

    def work(connection: Connection, changes: Changes) -> None:
        supervisor = people.find_person(connection, central.agency, "supervisor1")
        assert supervisor is not None
        for id_ in cases:
            case = load_case(connection, central.agency, id_)
            assert case is not None
            verdict = central.act(
                connection,
                people.actor(supervisor),
                Reassign(to=to),
                id_,
                changes,
                epoch=case.assignment.epoch,
            )
            assert verdict.verdict == "accepted", verdict

    central.change(work)


def test_i8_all_cases_go_to_another_laptop_in_one_exchange_each(
    central: Central, laptops: tuple[LaptopUnderTest, LaptopUnderTest]
) -> None:
    former, present = laptops
    cases = held(former)
    names = [row.applicant for row in former.session.replica.rows()]
    move(central, cases, "worker2")
    told = former.sync(by_hand=True)
    assert (told.round_trips, told.mass_leave, told.removed, told.digest_ok) == (1, len(cases), 0, True)
    assert held(former) == []
    assert former.session.replica.case(cases[0]) is not None, "readable, should it be a mistake"
    came = present.sync()
    assert (came.round_trips, came.digest_ok) == (1, True)
    assert set(cases) < set(held(present))

    done = former.sync(by_hand=True)
    assert (done.removed, done.mass_leave) == (len(cases), 0)
    assert former.session.replica.rows() == []
    former.session.replica.tidy()
    content = b"\0".join(decrypted_pages(former.folder / "replica.db", former.session.keys.replica))
    assert not [name for name in names if name.encode() in content]
    assert not [id_ for id_ in cases if id_.bytes in content or str(id_).encode() in content]
    idle = former.sync()
    assert (idle.round_trips, idle.changed) == (1, False)


def test_the_next_poll_confirms_nothing_before_a_day_has_passed_at_the_server(
    central: Central, laptops: tuple[LaptopUnderTest, LaptopUnderTest]
) -> None:
    former = laptops[0]
    cases = held(former)
    move(central, cases, "worker2")
    first = central.clock()
    for hours in (0, 1, 23):
        at = first + timedelta(hours=hours)
        central.clock = partial(lambda at: at, at)
        assert former.sync().mass_leave == len(cases)
        former.restart()
    former.session.clock = lambda: first + timedelta(days=4000)  # I11: the laptop's clock confirms nothing
    assert former.sync().removed == 0
    central.clock = lambda: first + A_DAY
    assert former.sync().removed == len(cases)


def test_a_mistake_that_is_mended_costs_nothing(
    central: Central, laptops: tuple[LaptopUnderTest, LaptopUnderTest]
) -> None:
    former = laptops[0]
    cases = held(former)
    move(central, cases, "worker2")
    assert former.sync().mass_leave == len(cases)
    move(central, cases, "worker1")
    assert (former.sync(by_hand=True).mass_leave, set(held(former))) == (0, set(cases))
    move(central, cases, "worker2")
    assert former.sync(by_hand=True).mass_leave == len(cases), "a second one is seen for the first time again"


def test_more_leaving_than_was_told_is_told_again(
    central: Central, laptops: tuple[LaptopUnderTest, LaptopUnderTest]
) -> None:
    former = laptops[0]
    cases = held(former)
    most = len(cases) * 2 // 3
    move(central, cases[:most], "worker2")
    assert former.sync(by_hand=True).mass_leave == most
    move(central, cases[most:], "worker2")
    assert former.sync(by_hand=True).mass_leave == len(cases)
    assert former.sync(by_hand=True).removed == len(cases)


def test_cases_a_new_copy_lacks_pass_the_same_guard(
    central: Central, laptops: tuple[LaptopUnderTest, LaptopUnderTest]
) -> None:
    former = laptops[0]
    cases = held(former)
    move(central, cases, "worker2")
    assert former.session.replica.start_beside()
    assert former.sync(by_hand=True).mass_leave == len(cases)
    assert former.session.replica.case(cases[0]) is not None
    assert former.sync(by_hand=True).removed == len(cases)


def test_no_answer_confirms_nothing(
    central: Central, laptops: tuple[LaptopUnderTest, LaptopUnderTest]
) -> None:
    former = laptops[0]
    cases = held(former)
    move(central, cases, "worker2")
    former.sync()
    former.transport.breaks = lambda answer: iter(())
    assert (former.sync(by_hand=True).removed, former.session.replica.left_cases()) == (0, tuple(cases))


def test_a_feed_set_back_into_emptiness_takes_its_cases_along(
    central: Central, laptops: tuple[LaptopUnderTest, LaptopUnderTest]
) -> None:
    """The server lost the feed altogether, or this person has another role now: nothing stays unnoticed."""
    with central.database.writer.begin() as connection:
        for table in (schema.feed, schema.member, schema.entry):
            column = table.c.name if table is schema.feed else table.c.feed
            connection.execute(delete(table).where(column == "user:worker1"))
        second = schema.user.c.name == "worker2"
        connection.execute(update(schema.user).where(second).values(role="administrator"))
    for laptop in laptops:
        here = held(laptop)
        told = laptop.sync(by_hand=True)
        assert (told.digest_ok, told.mass_leave) == (True, len(here))
        assert laptop.session.replica.case(here[0]) is not None
        assert laptop.sync(by_hand=True).removed == len(here)
        assert laptop.session.replica.rows() == []
