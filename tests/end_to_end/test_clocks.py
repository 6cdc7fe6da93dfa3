"""I11 on real parts: laptops whose clocks are ten years wrong leave the server in the very same state."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from erap_desktop.services import work
from erap_desktop.services.syncing import sync
from sync.casework.commands import CorrectField
from tests.end_to_end.fleet import Laptop, Office, Server
from tests.simulation.server_state import server_state

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
TEN_YEARS = timedelta(days=3652)
# When the audit's heads are signed, and contacts are noted, is a matter of real seconds.
_BY_THE_SECOND = ("audit_head ", "counter ")
# Enrolment asks the real clock, which has microseconds; what a laptop's clock says here has none.
_REAL_TIME = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+\+00:00|'last_contact': '[^']*'")


def state_after_a_day(store: Path, folder: Path, *off: timedelta) -> list[str]:
    """The server's whole state after the same day; each laptop's clock is that much off."""
    server = Server(Path(shutil.copytree(store, folder / "central")))
    server.start()
    try:
        central = server.central
        assert central is not None
        office = Office(server, folder)
        laptops = [office.laptop(user) for user in ("worker1", "worker1", "supervisor1")]
        central.clock = lambda: NOW
        _day(laptops, off)
        central.sequence_audit()
        lines = server_state(central, str).splitlines()
    finally:
        server.stop()
    return [_REAL_TIME.sub("…", line) for line in lines if not line.startswith(_BY_THE_SECOND)]


def _day(laptops: list[Laptop], off: tuple[timedelta, ...]) -> None:
    first, second, supervisor = laptops
    case, other, third = map(UUID, sorted(first.undecided(3)))
    for laptop, wrong in zip((first, second), off, strict=True):
        with laptop.session(lambda wrong=wrong: NOW + wrong) as session:  # type: ignore[misc]
            if laptop is first:
                work.deny(session, case, ("D03",), "no lease")
                work.perform(session, other, CorrectField(path=("phone",), was=None, value="505-555-0142"))
            else:
                work.approve(session, case, "papers seen")
                gone = work.note(session, other, "typed and taken back")
                work.withdraw(session, gone.command)
            work.note(session, third, f"note {laptops.index(laptop)}")
            assert sync(session).online
    with supervisor.session(lambda: NOW + off[0]) as session:
        sync(session)
        work.reassign(session, other, "worker2")
        assert sync(session).accepted == 1
    for laptop, wrong in zip((second, first), reversed(off), strict=True):
        with laptop.session(lambda wrong=wrong: NOW + wrong) as session:  # type: ignore[misc]
            work.note(session, third, f"later note {laptops.index(laptop)}")
            report = sync(session)
            assert (report.online, report.digest_ok) == (True, True)


def test_i11_clocks_ten_years_wrong_change_nothing_at_the_server(demo_store: Path, tmp_path: Path) -> None:
    offs = {"right": timedelta(), "ahead": TEN_YEARS, "behind": -TEN_YEARS}
    days = {name: state_after_a_day(demo_store, tmp_path / name, off, -off / 2) for name, off in offs.items()}
    assert days["right"] == days["ahead"] == days["behind"]
    assert sum(line.startswith("command ") for line in days["right"]) > 5
