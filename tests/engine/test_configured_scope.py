"""What a laptop brings follows the administrator's settings, and both ends agree about it (I7, I8)."""

from __future__ import annotations

from pathlib import Path

from erap_desktop.services import work
from sync.protocol.administration import Configure
from tests.engine.world import LaptopUnderTest, make_server


def test_cases_outside_the_configured_statuses_leave_and_come_back(tmp_path: Path) -> None:
    central = make_server(tmp_path / "server", cases=40, caseworkers=1)
    laptop = LaptopUnderTest(central, tmp_path / "laptop", "worker1")
    admin = LaptopUnderTest(central, tmp_path / "admin", "admin1")
    try:
        laptop.sync()
        whole = {row.id for row in laptop.session.replica.rows()}
        _configure(admin, ("in_review",))
        for _ in range(2):  # more than half leave, so a second sync has to confirm it
            report = laptop.sync(by_hand=True)
        assert report.digest_ok
        kept = laptop.session.replica.rows()
        assert {row.status for row in kept} == {"in_review"}
        assert 0 < len(kept) < len(whole)
        _configure(admin, ())
        assert laptop.sync().digest_ok
        assert {row.id for row in laptop.session.replica.rows()} == whole
    finally:
        laptop.session.close()
        admin.session.close()
        central.close()


def _configure(admin: LaptopUnderTest, statuses: tuple[str, ...]) -> None:
    work.configure(admin.session, Configure(users=("worker1",), scope_statuses=statuses))
    assert admin.sync().accepted == 1
