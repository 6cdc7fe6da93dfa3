"""Many writers on PostgreSQL: a counter row that is bumped last loses nothing, a sequence does."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import Connection, insert, select

from sync.casework.values import pack
from sync.central.feed.publish import Publication, publish
from sync.central.service import Central
from sync.central.store import schema
from tests.central.parts import Follower, Pen, note, open_case

WRITERS, EACH = 16, 12


def naive(connection: Connection, after: int) -> list[int]:
    """A feed by sequence, as it is often built: everything numbered above the last number seen."""
    query = select(schema.leaf.c.id).where(schema.leaf.c.id > after).order_by(schema.leaf.c.id)
    return list(connection.execute(query).scalars())


def in_threads(work: Callable[[int], None], count: int) -> None:
    with ThreadPoolExecutor(count) as pool:
        for done in [pool.submit(work, number) for number in range(count)]:
            done.result()


def test_i7_sixteen_writers_lose_no_row_of_the_feed(postgres_central: Central) -> None:
    central = postgres_central
    cases = [open_case(central) for _ in range(4)]
    follower = Follower(central, "worker1")
    pens = [Pen(central, "worker1") for _ in range(WRITERS)]
    follower.pull()
    done = threading.Event()
    by_sequence: set[int] = set()

    def follow() -> None:
        cursor = 0
        while not done.is_set():
            follower.pull()
            with central.database.read() as connection:
                seen = naive(connection, cursor)
            by_sequence.update(seen)
            cursor = max(seen, default=cursor)

    def write(number: int) -> None:
        for step in range(EACH):
            case = cases[(number + step) % len(cases)]
            assert pens[number].push(case.id, note(f"{number}.{step}")) == ("accepted", "")

    reader = threading.Thread(target=follow)
    reader.start()
    in_threads(write, WRITERS)
    done.set()
    reader.join(60)
    assert not reader.is_alive()
    follower.pull()
    with central.database.read() as connection:
        everything = set(connection.execute(select(schema.leaf.c.id)).scalars())
    print(f"by sequence: {len(everything - by_sequence)} of {len(everything)} rows lost or not yet read")

    texts: list[str] = []
    for case in cases:
        now = pens[0].case(case.id)
        assert now is not None
        assert now.version == 1 + len(now.notes)
        assert follower.case(case.id) == pack(now), "the reader that polled meanwhile missed nothing"
        texts += [one.text for one in now.notes.values()]
    assert sorted(texts) == sorted(f"{w}.{s}" for w in range(WRITERS) for s in range(EACH))
    assert follower.checked > 5
    assert {key[1] for key in follower.held["user"] if key[0] == "case"} == {str(case.id) for case in cases}
    report = central.verify_audit()
    assert (report.ok, report.entries) == (True, len(cases) + WRITERS * EACH)


def test_a_transaction_that_is_held_back_loses_a_row_of_a_sequence_and_none_of_a_feed(
    postgres_central: Central,
) -> None:
    central = postgres_central
    engine = central.database.writer
    begun, release = threading.Event(), threading.Event()

    def row(connection: Connection, name: str) -> None:
        values = {"agency": central.agency, "device": 0, "seq": 0, "content": name.encode(), "hash": b""}
        connection.execute(insert(schema.leaf).values(**values))
        publish(connection, central.agency, [Publication("user:test", "case", name, 1)])

    def first(_: int) -> None:
        with engine.connect() as connection, connection.begin():
            row(connection, "first")
            begun.set()
            assert release.wait(30)

    def second(_: int) -> None:
        with engine.connect() as connection, connection.begin():
            values = {"agency": central.agency, "device": 0, "seq": 0, "content": b"second", "hash": b""}
            connection.execute(insert(schema.leaf).values(**values))

    def third(_: int) -> None:
        with engine.connect() as connection, connection.begin():
            row(connection, "third")

    def feed_numbers() -> list[int]:
        with central.database.read() as connection:
            where = schema.entry.c.feed == "user:test"
            return list(connection.execute(select(schema.entry.c.number).where(where)).scalars())

    with ThreadPoolExecutor(3) as pool:
        held_back = pool.submit(first, 0)
        assert begun.wait(30)
        pool.submit(second, 0).result(30)
        with central.database.read() as connection:
            seen = naive(connection, 0)
        waiting = pool.submit(third, 0)
        assert len(seen) == 1
        assert feed_numbers() == [], "nobody is numbered before the one that came first has committed"
        release.set()
        held_back.result(30)
        waiting.result(30)
    with central.database.read() as connection:
        later = naive(connection, seen[-1])
        everything = naive(connection, 0)
    assert set(everything) - set(seen) - set(later), "a row that the reader by sequence never sees"
    assert sorted(feed_numbers()) == [1, 2]


def test_a_case_born_twice_at_once_is_born_once(postgres_central: Central) -> None:
    """Two laptops send the same new case: the lock holds for a row that doesn't exist yet."""
    from sync.casework.commands import OpenCase
    from tests.central.parts import new_case

    central = postgres_central
    case, landlord = new_case(central.agency)
    pens = [Pen(central, "worker1") for _ in range(8)]
    answers: list[str] = []

    def born(number: int) -> None:
        answers.append(pens[number].push(case.id, OpenCase(case=case, parties=(landlord,))).verdict)

    in_threads(born, len(pens))
    assert sorted(answers) == ["accepted"] + ["rejected"] * 7
    follower = Follower(central, "worker1")
    follower.pull()
    assert follower.case(case.id) is not None
    assert central.verify_audit().ok


def test_decisions_of_many_laptops_at_once_leave_one_contest_and_lose_none(postgres_central: Central) -> None:
    from tests.central.parts import approval, denial

    central = postgres_central
    case = open_case(central)
    pens = [Pen(central, "worker1") for _ in range(8)]
    answers: list[str] = []

    def decide(number: int) -> None:
        body = denial(f"view {number}") if number % 2 else approval(case)
        answers.append(pens[number].push(case.id, body, case).verdict)

    in_threads(decide, len(pens))
    now = pens[0].case(case.id)
    assert now is not None
    assert len(now.decisions) == 8
    assert answers.count("contested") >= 1
    assert bool(now.contested)
    outcomes = {now.decisions[one].outcome for one in now.contested}
    assert len(outcomes) == 2


def test_first_things_made_by_several_at_once_are_all_made(postgres_central: Central) -> None:
    """Two new cases with one new landlord, and the first laptops of a store, in the same moment."""
    from msgspec.structs import replace

    from sync.casework.commands import OpenCase
    from tests.central.parts import new_case

    central = postgres_central
    pens: list[Pen] = []
    in_threads(lambda _: pens.append(Pen(central, "worker3")), 8)
    assert len({pen.device for pen in pens}) == 8
    _, landlord = new_case(central.agency)
    answers: list[str] = []

    def born(number: int) -> None:
        case, _ = new_case(central.agency)
        (tenancy,) = case.tenancies.values()
        case = replace(case, tenancies={tenancy.id: replace(tenancy, landlord=landlord.id)}, months=())
        body = OpenCase(case=case, parties=(landlord,))
        answers.append(pens[number].push(case.id, body).verdict)

    in_threads(born, 8)
    assert answers == ["accepted"] * 8
    follower = Follower(central, "worker3")
    follower.pull()
    assert [key[0] for key in follower.held["user"]].count("case") == 8


def test_two_administrators_configuring_at_once_are_both_followed(postgres_central: Central) -> None:
    from uuid import UUID

    from sync.central.rollout.configuration import configuration_of
    from sync.protocol.administration import Configure

    central = postgres_central
    laptops = [Pen(central, "worker1").device for _ in range(3)]
    pens = [Pen(central, "admin1") for _ in range(6)]
    answers: list[tuple[str, str]] = []

    def configure(number: int) -> None:
        body = Configure(users=("worker1",), poll_seconds=60 + number)
        answers.append(pens[number].push(UUID(int=0), body))  # type: ignore[arg-type]

    in_threads(configure, len(pens))
    assert answers == [("accepted", "")] * 6
    with central.database.read() as connection:
        versions = {configuration_of(connection, central.agency, number).version for number in laptops}
    assert versions == {6}
