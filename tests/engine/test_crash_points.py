"""I1, I2, I7, I9: wherever the process ends in a sync, the command arrives once and both ends agree."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import func, select

from erap_desktop.services import work
from erap_desktop.services.casefile import show
from sync.casework.show import show_case
from sync.central.service import Central
from sync.central.store import schema
from sync.central.verdicts.effects import load_case
from sync.engine import ports
from tests.engine import faulty
from tests.engine.world import Crash, CrashPlan, LaptopUnderTest, lost_answer, make_server


@pytest.fixture
def central(tmp_path: Path) -> Iterator[Central]:
    server = make_server(tmp_path / "server")
    yield server
    server.close()


@pytest.fixture
def laptop(central: Central, tmp_path: Path) -> Iterator[LaptopUnderTest]:
    one = LaptopUnderTest(central, tmp_path / "laptop", "worker1")
    one.sync()
    yield one
    one.session.close()


def stored(central: Central) -> int:
    """Commands of laptops in the server's log."""
    table = schema.command
    with central.database.read() as connection:
        return connection.execute(
            select(func.count()).select_from(table).where(table.c.device > 0)
        ).scalar_one()


def agrees(central: Central, laptop: LaptopUnderTest, case: UUID) -> bool:
    """Both ends show the same case."""
    with central.database.read() as connection:
        there = load_case(connection, central.agency, case)
    assert there is not None
    mine = show(laptop.session, case)
    return {**show_case(there, {}), "parties": mine["parties"]} == mine


def test_every_point_of_one_sync_is_survived(central: Central, laptop: LaptopUnderTest) -> None:
    """Exhaustive: one command, one sync, the process ended at each single point."""
    case = laptop.cases("in_review")[0]
    counting = CrashPlan()
    work.note(laptop.session, case, "first")
    laptop.sync(counting)
    for at in range(counting.passed):
        work.note(laptop.session, case, f"note {at}")
        with pytest.raises(Crash):
            laptop.sync(CrashPlan(at))
        laptop.restart()
        report = laptop.sync()
        assert (report.online, report.digest_ok) == (True, True), counting.names[at]
        assert stored(central) == at + 2, counting.names[at]
        assert laptop.session.outbox.pending_count() == 0, counting.names[at]
    assert agrees(central, laptop, case)


@pytest.mark.parametrize(
    ("port", "calls"),
    [
        (ports.OutboxPort, faulty.OUTBOX_CALLS),
        (ports.ReplicaPort, faulty.REPLICA_CALLS),
        (ports.Transport, faulty.TRANSPORT_CALLS),
        (ports.Clock, faulty.CLOCK_CALLS),
    ],
)
def test_every_call_of_a_port_is_a_crash_point(port: type, calls: frozenset[str]) -> None:
    """Whoever adds a call to a port adds it to the list, and so to the places where processes are ended."""
    assert {name for name in dir(port) if not name.startswith("_")} == calls


def test_three_lost_answers_change_nothing(central: Central, laptop: LaptopUnderTest) -> None:
    case = laptop.cases("in_review")[0]
    work.deny(laptop.session, case, ("D03",))
    laptop.transport.breaks = lost_answer
    for _ in range(3):
        report = laptop.sync()
        assert not report.online
        assert laptop.session.outbox.pending_count() == 1
    laptop.transport.breaks = None
    report = laptop.sync()
    assert (report.online, report.accepted, stored(central)) == (True, 1, 1)
    assert agrees(central, laptop, case)
