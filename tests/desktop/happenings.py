"""What happens in an office away from the window under test: done through the services, with real stores.

with laptop(office, tmp_path / "car", "worker1") as car:
    case = car.decidable()[0]
    car.deny(case)
    car.sync()
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from erap_desktop.services import work
from erap_desktop.services.casefile import QueueRow, open_case, queue
from erap_desktop.services.session import Session
from erap_desktop.services.syncing import sync
from sync.casework.case import Case
from sync.engine.report import SyncReport
from tests.desktop.profiles import PASSPHRASE, DemoOffice, environment

APPROVED = "The lease and three pay stubs were seen today."
DENIED = "The second pay stub puts the income above the limit."


class Laptop:
    """One enrolled laptop in somebody's hands."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.user = session.identity.user

    def sync(self) -> SyncReport:
        report = sync(self.session)
        assert report.online, report.why
        return report

    def rows(self) -> list[QueueRow]:
        return queue(self.session)

    def decidable(self) -> list[UUID]:
        """Cases of this person that may be denied with D03, or approved with a reason, as they are."""
        mine = [row for row in self.rows() if row.status == "in_review" and row.assignee == self.user]
        return [row.id for row in mine if not row.pending and not row.row.late_work]

    def case(self, case_id: UUID) -> Case:
        return open_case(self.session, case_id).case

    def approve(self, case_id: UUID) -> UUID:
        return work.approve(self.session, case_id, APPROVED).command

    def deny(self, case_id: UUID) -> UUID:
        return work.deny(self.session, case_id, ("D03",), DENIED).command

    def reassign(self, case_id: UUID, to: str) -> UUID:
        return work.reassign(self.session, case_id, to, "Leave cover").command


@contextmanager
def laptop(office: DemoOffice, folder: Path, user: str) -> Iterator[Laptop]:
    """Enrolled and synced; closed at the end."""
    profile = office.enrol(folder, user)
    with environment("ERAP_KEYCHAIN", "off"):
        session = Session.unlock(profile.folder, PASSPHRASE)
    try:
        yield Laptop(session)
    finally:
        session.close()


def make_contest(office: DemoOffice, folder: Path) -> tuple[UUID, UUID, UUID]:
    """worker1 decides a case on two laptops, differently: (case, approval, denial)."""
    with laptop(office, folder / "one", "worker1") as one, laptop(office, folder / "two", "worker1") as two:
        case = one.decidable()[0]
        approval, denial = one.approve(case), two.deny(case)
        one.sync()
        assert two.sync().contested == 1
    return case, approval, denial


def make_late_decision(office: DemoOffice, folder: Path, to: str = "worker2") -> tuple[UUID, UUID]:
    """worker1 approves a case that had already moved to someone else: (case, approval)."""
    with (
        laptop(office, folder / "worker", "worker1") as worker,
        laptop(office, folder / "boss", "supervisor1") as boss,
    ):
        case = worker.decidable()[0]
        approval = worker.approve(case)
        boss.reassign(case, to)
        boss.sync()
        assert worker.sync().held == 1
    return case, approval
