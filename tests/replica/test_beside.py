"""I7, I8, I16: a new copy is filled beside the one that is read, and swapped in whole."""

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
from msgspec.structs import replace

from sync.protocol.messages import Cursor, Entries
from sync.replica.beside import NAME
from sync.replica.replica import Replica
from sync.replica.replica_schema import VERSION
from tests.replica.parts import DEVICE, REPLICA_KEY, frame, make_case, make_header, put, put_other, python
from tests.replica.test_apply import assert_agrees

OLD = [make_case(f"old {n}", note="quiet") for n in range(12)]
NEW = [replace(case, version=3, phone="(505) 555-0199") for case in OLD[:9]]
FRESH = make_case("fresh", applied={str(DEVICE): 4})


@pytest.fixture
def replica(replica: Replica) -> Replica:
    replica.apply(frame(0, 5, *(put(case) for case in OLD)))
    replica.remember("repairs", "today 3 0")
    return replica


def fill(replica: Replica) -> None:
    """Two frames of a first pass into the new copy."""
    middle = Cursor(0, 20, ("2026-12-01", "case", str(NEW[4].id)))
    replica.apply(Entries("user", Cursor(), middle, tuple(put(case) for case in NEW[:5])))
    rest = (*map(put, NEW[5:]), put(FRESH))
    assert replica.apply(Entries("user", middle, Cursor(20), rest)).applied == {}, (
        "not shown, so not contained"
    )
    header = make_header("elsewhere")
    replica.apply(frame(0, 2, put_other("header", header.id.bytes, header, 4), feed="office:north"))


def assert_old(replica: Replica) -> None:
    """The screens show the old copy, all of it."""
    assert {row.id for row in replica.rows()} == {case.id for case in OLD}
    assert replica.case(OLD[0].id) == OLD[0]
    assert len(replica.search("quiet")) == len(OLD)
    assert replica.case_count() == len(OLD)


def assert_new(replica: Replica) -> None:
    """The screens show the new copy; what it lacks has left."""
    assert_agrees(replica, *NEW, FRESH)
    assert set(replica.left_cases()) == {case.id for case in OLD[9:]}
    assert replica.case(OLD[9].id) == OLD[9], "readable until nothing of it waits"
    assert {row.left for row in replica.rows() if row.id == OLD[9].id} == {True}
    assert len(replica.search("fresh")) == len(replica.search("quiet")) - len(OLD) == 0
    assert replica.header(make_header("elsewhere").id) is not None
    assert replica.recall("repairs") == "today 3 0"


def test_people_read_the_old_copy_until_the_new_one_is_whole(replica: Replica) -> None:
    assert not replica.filling()
    assert replica.start_beside()
    assert (replica.filling(), replica.cursors(), replica.held("user")) == (True, {}, ())
    fill(replica)
    assert_old(replica)
    assert replica.cursors() == {"user": Cursor(20), "office:north": Cursor(2)}
    assert replica.swap_in() == {FRESH.id: 4}
    replica.end_beside()
    assert_new(replica)
    assert not replica.filling()
    assert not replica.path.with_name(NAME).exists()


def test_another_process_goes_on_with_it_and_sees_the_swap(replica: Replica) -> None:
    replica.start_beside()
    replica.tidy()
    other = Replica(replica.path, REPLICA_KEY, device=DEVICE)
    assert other.filling()
    fill(other)
    before = replica.data_version()
    other.swap_in()
    other.end_beside()
    other.close()
    assert replica.data_version() != before
    assert_new(replica)


def test_swapping_twice_changes_nothing(replica: Replica) -> None:
    replica.start_beside()
    fill(replica)
    assert replica.swap_in() == replica.swap_in() == {FRESH.id: 4}
    replica.end_beside()
    assert_new(replica)


def test_beginning_again_forgets_what_had_come(replica: Replica) -> None:
    replica.start_beside()
    fill(replica)
    replica.start_beside()
    assert (replica.cursors(), replica.held("user")) == ({}, ())
    assert_old(replica)


def test_without_room_nothing_is_begun(replica: Replica, monkeypatch: pytest.MonkeyPatch) -> None:
    class Usage(NamedTuple):
        free: int = 1_000_000

    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage())
    assert not replica.start_beside()
    assert not replica.filling()
    assert_agrees(replica, *OLD)


def test_a_damaged_new_copy_is_thrown_away(replica: Replica) -> None:
    replica.start_beside()
    fill(replica)
    replica.tidy()
    replica.path.with_name(NAME).write_bytes(b"x" * 5000)
    assert not replica.filling()
    assert_agrees(replica, *OLD)


KILLED = """
import os, sys
from pathlib import Path
from sqlalchemy import event
from sqlalchemy.engine import Engine
from sync.replica.replica import Replica
from sync.replica.replica_schema import VERSION
from tests.replica.parts import DEVICE, REPLICA_KEY
left = int(sys.argv[2])
replica = Replica(Path(sys.argv[1]), REPLICA_KEY, device=DEVICE)
assert replica.filling()
@event.listens_for(Engine, "before_cursor_execute")
def _(*_):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), 9)
replica.swap_in()
replica.end_beside()
print("ended")
"""


def test_a_swap_killed_anywhere_is_all_or_nothing(replica: Replica, tmp_path: Path) -> None:
    """The process is ended before each statement of the swap; the next start has one copy or the other."""
    replica.start_beside()
    fill(replica)
    replica.close()
    at = 0
    outcomes = set()
    while True:
        folder = tmp_path / f"at{at}"
        folder.mkdir()
        for file in tmp_path.glob("replica*.db*"):
            shutil.copy(file, folder)
        said, errors = python(KILLED, folder / "replica.db", at).communicate(timeout=60)
        assert errors == ""
        again = Replica(folder / "replica.db", REPLICA_KEY, device=DEVICE)
        swapped = again.row(FRESH.id) is not None
        outcomes.add(swapped)
        if not swapped:
            assert_old(again)
        again.check()
        if again.filling():
            again.swap_in()
            again.end_beside()
        assert_new(again)
        again.close()
        if said == "ended\n":
            break
        at += 11
    assert outcomes == {True, False}


def test_a_newer_program_redraws_what_is_here_without_asking_anybody(
    replica: Replica, monkeypatch: pytest.MonkeyPatch
) -> None:
    replica.close()
    for module in ("replica_schema", "replica_file"):
        monkeypatch.setattr(f"sync.replica.{module}.VERSION", VERSION + 1)
    newer = Replica(replica.path, REPLICA_KEY, device=DEVICE)
    assert_old(newer)
    assert_agrees(newer, *OLD)
    assert newer.recall("repairs") == "today 3 0"
    newer.close()
