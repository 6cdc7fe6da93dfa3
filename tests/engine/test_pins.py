"""A supervisor's cases of others: asked for offline, brought by one exchange, kept, let go."""

from __future__ import annotations

from pathlib import Path

import pytest

from erap_desktop.services import pins
from erap_desktop.services.errors import NotHereError, RefusedError
from tests.engine.world import LaptopUnderTest, lost_answer, make_server


def test_a_case_is_asked_for_offline_comes_whole_is_kept_and_let_go(tmp_path: Path) -> None:
    central = make_server(tmp_path / "server", cases=12)
    supervisor = LaptopUnderTest(central, tmp_path / "supervisor", "supervisor1")
    worker = LaptopUnderTest(central, tmp_path / "worker", "worker1")
    try:
        for laptop in (supervisor, worker):
            laptop.sync()
        case, other = (row.id for row in supervisor.session.replica.rows()[:2])
        pins.ask(supervisor.session, other)
        pins.pin(supervisor.session, case)
        assert pins.reading(supervisor.session, case) == (True, True, True)
        supervisor.transport.breaks = lost_answer
        assert not supervisor.sync().online
        supervisor.transport.breaks = None
        supervisor.restart()
        report = supervisor.sync()
        assert (report.round_trips, report.digest_ok) == (1, True)
        assert {supervisor.session.replica.case(one) is not None for one in (case, other)} == {True}
        assert pins.reading(supervisor.session, case) == (False, True, True)
        assert pins.reading(supervisor.session, other) == (False, False, True)

        before = supervisor.session.outbox.data_version()
        assert (supervisor.sync().changed, supervisor.session.outbox.data_version()) == (False, before)
        pins.unpin(supervisor.session, case)
        assert supervisor.sync().removed_cases == {case}
        assert supervisor.session.replica.header(case) is not None
        assert supervisor.session.outbox.wish(case) is None

        mine = worker.session.replica.rows()[0].id
        with pytest.raises(RefusedError):
            pins.pin(worker.session, mine)
        with pytest.raises(NotHereError):
            pins.pin(supervisor.session, supervisor.session.new_id())
    finally:
        for laptop in (supervisor, worker):
            laptop.session.close()
        central.close()
