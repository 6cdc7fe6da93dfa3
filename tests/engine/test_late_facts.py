"""A fact that comes after the decision is shown on the laptop at once, before any sync (I5, I9)."""

from __future__ import annotations

from pathlib import Path

from erap_desktop.services import work
from erap_desktop.services.casefile import open_case, queue
from sync.casework.commands import CorrectField
from tests.engine.world import LaptopUnderTest, make_server


def test_the_tenant_paid_on_friday(tmp_path: Path) -> None:
    central = make_server(tmp_path / "server")
    laptop = LaptopUnderTest(central, tmp_path / "laptop", "worker1")
    try:
        laptop.sync()
        session = laptop.session
        case = next(c for c in laptop.cases("in_review") if open_case(session, c).case.tenancy)
        work.deny(session, case, ("D07",), "the rent was paid")
        assert not open_case(session, case).case.frozen
        tenancy = open_case(session, case).case.tenancy
        assert tenancy is not None
        path = ("tenancies", str(tenancy.id), "months_behind")
        body = CorrectField(path=path, was=tenancy.months_behind, value=1, reason="the tenant paid on Friday")
        done = work.perform(session, case, body)
        for state in ("saved", "confirmed"):
            shown = open_case(session, case).case
            assert (shown.frozen, shown.redetermination_due) == (True, True)
            (row,) = [row for row in queue(session) if row.id == case]
            assert (row.state, row.row.redetermination_due) == (state, True)
            trace = shown.corrections[done.command]
            assert (trace.path, trace.was, trace.value) == (path, tenancy.months_behind, 1)
            if state == "saved":
                assert laptop.sync().accepted == 2
        work.deny(session, case, ("D07",), "still")
        assert not open_case(session, case).case.frozen
    finally:
        laptop.session.close()
        central.close()
