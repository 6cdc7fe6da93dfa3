"""I7: feeds are compacted and recounted while laptops sync; whole cases asked for come, stay, and leave."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import func, select, update

from sync.casework.commands import Body, Reassign, Settle
from sync.central import commands
from sync.central.feed import compact as compacting
from sync.central.feed.compact import compact
from sync.central.feed.recount import recount
from sync.central.maintenance import RECOUNT_EVERY, Maintenance
from sync.central.scopes.watching import KEPT
from sync.central.service import Central
from sync.central.store import schema
from sync.protocol.messages import Change, Leave, Put
from tests.central.parts import Clock, Follower, Pen, approval, denial, note, open_case
from tests.central.test_feeds import stored

WRITERS = ("worker1", "worker2", "supervisor1", "worker1")


def entries_of(central: Central, feed: str) -> int:
    """How many entries a feed has."""
    with central.database.read() as connection:
        query = select(func.count()).select_from(schema.entry).where(schema.entry.c.feed == feed)
        return connection.execute(query).scalar_one()


def wait(central: Central, how_long: timedelta) -> None:
    """Time passes at the server."""
    assert isinstance(central.clock, Clock)
    central.clock.at += how_long


# --- Compaction -----------------------------------------------------------------------------------


def test_of_each_object_the_last_entry_is_kept_and_any_cursor_is_served(central: Central) -> None:
    case, gone = open_case(central), open_case(central)
    pen = Pen(central, "worker1")
    followers: list[Follower] = []
    for number in range(8):
        assert pen.push(case.id, note(f"{number}")) == ("accepted", "")
        followers.append(Follower(central, "worker1"))
        followers[-1].pull()
        if number == 4:
            assert Pen(central, "supervisor1").push(gone.id, Reassign(to="worker2")) == ("accepted", "")
    before = entries_of(central, "user:worker1")
    assert compact(central.database, central.agency, kept=0) > 0
    assert entries_of(central, "user:worker1") < before / 2
    assert compact(central.database, central.agency, kept=0) == 0
    assert pen.push(case.id, note("and one more")) == ("accepted", "")
    for follower in followers:
        follower.pull()
        assert follower.case(case.id) == stored(central, "case", case.id)
        assert follower.case(gone.id) is None


def test_a_reader_within_what_is_kept_still_gets_differences(central: Central) -> None:
    case = open_case(central)
    pen, near, far = Pen(central, "worker1"), Follower(central, "worker1"), Follower(central, "worker1")
    far.pull()
    for number in range(12):
        assert pen.push(case.id, note(f"{number} " * 40)) == ("accepted", "")
    near.pull()
    assert pen.push(case.id, note("the last")) == ("accepted", "")
    assert compact(central.database, central.agency, kept=2) > 0
    near.pull()
    far.pull()
    assert [type(entry) for entry in near.entries()] == [Change]
    assert [type(entry) for entry in far.entries()] == [Put]
    assert near.held["user"] == far.held["user"]


def test_i7_four_writers_cut_answers_and_compaction_at_once(
    postgres_central: Central, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Readers are cut anywhere; wherever one stands at a head, its digest is the server's."""
    central = postgres_central
    monkeypatch.setattr(compacting, "AT_ONCE", 7)
    cases = [open_case(central, f"worker{1 + n % 2}").id for n in range(4)]
    followers = [Follower(central, user) for user in WRITERS]
    pens = [Pen(central, user) for user in WRITERS]
    done = threading.Event()

    def write(number: int) -> None:
        random = Random(number)
        for step in range(8):
            to, case = random.choice(["worker1", "worker2"]), random.choice(cases)
            moves = WRITERS[number] == "supervisor1"
            body: Body = Reassign(to=to) if moves else note(f"{number}.{step}")
            pens[number].push(case, body, pens[number].case(case))

    def follow(number: int) -> None:
        random = Random(100 + number)
        while not done.is_set():
            followers[number].pull(frames=random.choice([None, 0, 1, 2, 3]))

    def compact_again_and_again() -> None:
        while not done.is_set():
            compact(central.database, central.agency, kept=3)

    with ThreadPoolExecutor(9) as pool:
        others = [pool.submit(follow, number) for number in range(4)] + [pool.submit(compact_again_and_again)]
        try:
            for job in [pool.submit(write, number) for number in range(4)]:
                job.result(120)
        finally:
            done.set()
        for job in others:
            job.result(60)
    compact(central.database, central.agency, kept=0)
    for follower in followers:
        follower.pull()
        fresh = Follower(central, follower.pen.user)
        fresh.pull()
        for feed in set(fresh.held) - {"device"}:
            assert fresh.held[feed] == follower.held[feed]
        assert follower.checked >= 2
    assert recount(central.database, central.agency).ok


# --- Recounting -----------------------------------------------------------------------------------


def spoil(central: Central, feed: str) -> None:
    """The digest of a feed is wrong, as after a disk that lied."""
    with central.database.writer.begin() as connection:
        wrong = update(schema.feed).where(schema.feed.c.name == feed).values(digest=bytes(range(16)))
        connection.execute(wrong)


def test_a_wrong_digest_is_found_and_put_right(central: Central) -> None:
    open_case(central)
    assert recount(central.database, central.agency).ok
    spoil(central, "user:worker1")
    found = recount(central.database, central.agency)
    assert (found.ok, found.mended, found.outdated) == (False, ("user:worker1",), 0)
    assert recount(central.database, central.agency).ok
    Follower(central, "worker1").pull()


def test_a_member_of_another_version_is_told_of(central: Central, capsys: pytest.CaptureFixture[str]) -> None:
    case = open_case(central)
    with central.database.writer.begin() as connection:
        mine = schema.member.c.id == str(case.id)
        connection.execute(update(schema.member).where(mine).values(version=77))
    assert recount(central.database, central.agency).outdated == 2, "the case and its header"
    if central.database.embedded:
        data = ("--data", str(central.database.data))
        assert [commands.main([*argv, *data]) for argv in (["check", "--json"], ["compact"])] == [1, 0]
        assert '"outdated": 2' in capsys.readouterr().out


def test_the_server_recounts_at_its_start_and_weekly(central: Central) -> None:
    open_case(central)
    share = Maintenance(central)
    for passed, mended in ((timedelta(0), True), (timedelta(days=6), False), (RECOUNT_EVERY, True)):
        wait(central, passed)
        spoil(central, "user:worker1")
        share.run()
        assert recount(central.database, central.agency).ok is mended


# --- Cases asked for ------------------------------------------------------------------------------


def test_a_case_asked_for_comes_whole_stays_a_while_and_when_pinned_for_good(central: Central) -> None:
    case, other = open_case(central), open_case(central)
    supervisor, share = Follower(central, "supervisor1"), Maintenance(central)
    supervisor.pull()
    assert supervisor.case(case.id) is None
    supervisor.pull(want=(case.id, other.id))
    assert supervisor.case(case.id) == stored(central, "case", case.id)
    supervisor.pull(pin=(case.id,))
    supervisor.pull(want=(case.id,))
    wait(central, KEPT - timedelta(hours=1))
    share.run()
    supervisor.pull()
    assert supervisor.case(other.id) is not None
    wait(central, timedelta(hours=2))
    share.run()
    supervisor.pull()
    assert [type(entry) for entry in supervisor.entries() if entry.kind == "case"] == [Leave]
    assert supervisor.case(other.id) is None
    assert supervisor.case(case.id) == stored(central, "case", case.id), "asking again doesn't unpin"
    supervisor.pull(unwant=(case.id,))
    assert supervisor.case(case.id) is None


def test_a_pin_keeps_a_case_after_it_was_settled(central: Central) -> None:
    case = open_case(central)
    Pen(central, "worker1").push(case.id, approval(case), case)
    Pen(central, "worker1").push(case.id, denial("another view"), case)
    keeps, lets_go = Follower(central, "supervisor1"), Follower(central, "supervisor2")
    keeps.pull(pin=(case.id,))
    lets_go.pull()
    now = lets_go.pen.case(case.id)
    assert now is not None
    assert lets_go.case(case.id) is not None, "a contested case comes by itself"
    settle = Settle(keep=now.contested[0], siblings=now.contested, reason="lease seen")
    assert Pen(central, "supervisor1").push(case.id, settle, now) == ("accepted", "")
    for follower in (keeps, lets_go):
        follower.pull()
    assert keeps.case(case.id) == stored(central, "case", case.id)
    assert lets_go.case(case.id) is None


def test_nobody_else_gets_a_case_by_asking(central: Central) -> None:
    case = open_case(central)
    for user in ("worker2", "supervisor3", "admin1"):
        follower = Follower(central, user)
        follower.pull(want=(case.id,), pin=(case.id,))
        assert follower.case(case.id) is None
