"""I8: the content of what was answered goes, also where the case never comes that would contain it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from erap_desktop.services import work
from erap_desktop.services.casefile import open_case
from sync.central.service import Central
from tests.engine.world import LaptopUnderTest, lost_answer, make_server


@pytest.fixture
def central(tmp_path: Path) -> Iterator[Central]:
    server = make_server(tmp_path / "server", cases=4)
    yield server
    server.close()


@pytest.fixture
def worker(central: Central, tmp_path: Path) -> Iterator[LaptopUnderTest]:
    yield from _synced(central, tmp_path / "worker", "worker1")


@pytest.fixture
def supervisor(central: Central, tmp_path: Path) -> Iterator[LaptopUnderTest]:
    yield from _synced(central, tmp_path / "supervisor", "supervisor1")


def _synced(central: Central, folder: Path, user: str) -> Iterator[LaptopUnderTest]:
    laptop = LaptopUnderTest(central, folder, user)
    laptop.sync()
    yield laptop
    laptop.session.close()


def kept(laptop: LaptopUnderTest, case: UUID) -> list[int]:
    """Commands of a case whose content is still here."""
    return [item.seq for item in laptop.session.outbox.items() if item.case == case and item.here]


def test_a_case_that_left_while_the_replica_was_lost(
    worker: LaptopUnderTest, supervisor: LaptopUnderTest
) -> None:
    case = worker.cases("in_review")[0]
    work.note(worker.session, case, "A name, and what they said.")
    worker.transport.breaks = lost_answer
    worker.sync()
    worker.transport.breaks = None
    work.reassign(supervisor.session, case, "worker2")
    supervisor.sync()
    worker.session.rebuild_replica()
    assert kept(worker, case) == [1]
    assert worker.sync().digest_ok
    assert worker.session.replica.row(case) is None
    assert kept(worker, case) == []


def test_a_case_of_which_only_the_header_is_here(supervisor: LaptopUnderTest) -> None:
    """What was done to it isn't done once more on top of the header that contains it."""
    case = supervisor.session.replica.rows()[0].id
    work.reassign(supervisor.session, case, "worker2")
    supervisor.sync()
    assert kept(supervisor, case) == []
    view = open_case(supervisor.session, case)
    assert (view.pending, view.case.assignment.assignee, view.case.late_work) == ((), "worker2", ())
