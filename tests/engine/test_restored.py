"""I1, I3, I12: a server put back from a backup gets back every command it had acknowledged and lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from erap_desktop.services import work
from erap_desktop.services.casefile import show
from sync.casework.show import show_case
from sync.central.restored import declare
from sync.central.store import epoch, schema
from sync.central.verdicts.effects import load_case
from tests.engine.disasters import keep, put_back
from tests.engine.world import Crash, CrashPlan, LaptopUnderTest, make_server


class Office:
    """A server that can be put back, and its laptops."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.central = make_server(folder / "server")
        self.laptops: list[LaptopUnderTest] = []

    def laptop(self, user: str) -> LaptopUnderTest:
        one = LaptopUnderTest(self.central, self.folder / f"laptop{len(self.laptops)}", user)
        self.laptops.append(one)
        one.sync()
        return one

    def keep(self) -> Path:
        return keep(self.central, self.folder / "backups")

    def put_back(self, backup: Path) -> None:
        self.central = put_back(self.central, backup, self.laptops)

    def log(self) -> list[UUID]:
        """Commands of laptops in the server's log."""
        table = schema.command
        with self.central.database.read() as connection:
            query = select(table.c.id).where(table.c.device > 0).order_by(table.c.device, table.c.seq)
            return list(connection.execute(query).scalars())

    def epoch(self) -> int:
        with self.central.database.read() as connection:
            return epoch.current(connection, self.central.agency)

    def agrees(self, laptop: LaptopUnderTest, case: UUID) -> bool:
        """Both ends show the same case."""
        with self.central.database.read() as connection:
            there = load_case(connection, self.central.agency, case)
        assert there is not None
        mine = show(laptop.session, case)
        return {**show_case(there, {}), "parties": mine["parties"]} == mine

    def close(self) -> None:
        for laptop in self.laptops:
            laptop.session.close()
        self.central.close()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    one = Office(tmp_path)
    yield one
    one.close()


def test_i12_what_was_acknowledged_and_lost_is_back_once_with_the_verdict_it_had(office: Office) -> None:
    laptop = office.laptop("worker1")
    case, other = laptop.cases("in_review")[:2]
    before = work.note(laptop.session, case, "before the backup").command
    laptop.sync()
    backup = office.keep()
    denied = work.deny(laptop.session, case, ("D03",)).command
    noted = work.note(laptop.session, other, "after it").command
    assert laptop.sync().accepted == 2
    office.put_back(backup)
    assert office.log() == [before]

    waiting = work.note(laptop.session, other, "never sent yet").command
    report = laptop.sync()
    assert (report.online, report.refused, report.digest_ok) == (True, "", True)
    assert office.log() == [before, denied, noted, waiting]
    assert laptop.session.outbox.pending_count() == 0
    assert office.agrees(laptop, case)
    assert office.agrees(laptop, other)
    assert office.epoch() > epoch.FIRST, "a verdict of its own that it didn't know"
    assert laptop.sync().round_trips == 1
    assert office.central.verify_audit().ok


def test_a_laptop_that_lost_nothing_of_its_own_finds_the_restore_by_its_witness(office: Office) -> None:
    writer, reader = office.laptop("worker1"), office.laptop("supervisor1")
    case = writer.cases("in_review")[0]
    backup = office.keep()
    work.note(writer.session, case, "lost")
    writer.sync()
    office.central.sequence_audit()
    reader.sync()
    office.put_back(backup)
    seen = {row.id for row in reader.session.replica.rows()}
    mine = next(other for other in reader.cases("in_review") if other != case)
    work.reassign(reader.session, mine, "worker2")
    report = reader.sync()
    assert (report.online, report.digest_ok) == (True, True)
    found = office.epoch()
    assert found > epoch.FIRST
    assert {row.id for row in reader.session.replica.rows()} == seen
    assert writer.sync().online
    assert office.epoch() == found, "two that notice make one new epoch"
    assert reader.sync().digest_ok
    assert office.agrees(writer, case)


def test_restored_twice_and_declared_by_the_operator(office: Office) -> None:
    laptop = office.laptop("worker1")
    case = laptop.cases("in_review")[0]
    backup = office.keep()
    ids = [work.note(laptop.session, case, f"note {n}").command for n in range(3)]
    laptop.sync()
    for _ in range(2):
        office.put_back(backup)
        declare(office.central, "operator")
        assert office.log() == []
        assert laptop.sync().digest_ok
        assert office.log() == ids
        assert office.agrees(laptop, case)
    assert office.central.verify_audit().ok


def test_i5_a_restored_server_that_took_other_work_meanwhile_contests_what_it_can_not_repeat(
    office: Office,
) -> None:
    first, second = office.laptop("worker1"), office.laptop("worker1")
    case = first.cases("in_review")[0]
    backup = office.keep()
    approved = work.approve(first.session, case, "papers seen").command
    assert first.sync().accepted == 1
    office.put_back(backup)
    denied = work.deny(second.session, case, ("D03",), "not ours").command
    assert second.sync().accepted == 1
    report = first.sync()
    assert (report.online, report.refused) == (True, "")
    table = schema.command
    with office.central.database.read() as connection:
        verdict = select(table.c.verdict).where(table.c.id == approved)
        assert connection.execute(verdict).scalar_one() == "accepted", "the word once given stands"
        there = load_case(connection, office.central.agency, case)
    assert there is not None
    assert set(there.contested) == {approved, denied}
    assert there.standing is None
    second.sync()
    assert office.agrees(first, case)
    assert office.agrees(second, case)


def test_i12_a_laptop_enrolled_after_the_backup_is_known_again(office: Office) -> None:
    backup = office.keep()
    laptop = office.laptop("worker1")
    case = laptop.cases("in_review")[0]
    command = work.deny(laptop.session, case, ("D03",)).command
    laptop.sync()
    office.put_back(backup)
    report = laptop.sync()
    assert (report.online, report.refused) == (True, "")
    assert office.log() == [command]
    assert office.agrees(laptop, case)


def test_every_point_of_the_way_back_is_survived(office: Office) -> None:
    """Exhaustive: the laptop's process ended at each single point between finding out and being whole."""
    laptop = office.laptop("worker1")
    case = laptop.cases("in_review")[0]
    backup = office.keep()
    lost = [work.deny(laptop.session, case, ("D03",)).command]
    lost.append(work.note(laptop.session, case, "and why").command)
    laptop.sync()
    counting = CrashPlan()
    office.put_back(backup)
    laptop.sync(counting)
    for at in range(0, counting.passed, 5):
        office.put_back(backup)
        declare(office.central, "operator")
        try:
            laptop.sync(CrashPlan(at))
        except Crash:
            laptop.restart()
        report = laptop.sync()
        assert (report.online, report.digest_ok, report.refused) == (True, True, ""), counting.names[at]
        assert office.log() == lost, counting.names[at]
        assert office.agrees(laptop, case), counting.names[at]
