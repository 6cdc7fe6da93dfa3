"""An application begun at a table: offline at once, numbered and joined by the office (I1, I7)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from erap_desktop.services import work
from erap_desktop.services.births import Application, new_case
from erap_desktop.services.casefile import open_case, queue, show
from erap_desktop.services.errors import RefusedError, ServiceError
from sync.casework.commands import Approve
from sync.central.commands import main
from tests.engine.world import LaptopUnderTest, make_server

TOLD = Application("Rosa Baca", "Catron", "575 555 0100", "Reserve Rentals", 60_000, "walked in with photos")


def test_an_application_from_the_table_is_joined_with_what_the_office_knew(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    central = make_server(tmp_path / "server")
    store = ["--data", str(central.database.data)]
    laptop = LaptopUnderTest(central, tmp_path / "laptop", "worker1")
    try:
        laptop.sync()
        session = laptop.session
        known = next(c for c in laptop.cases("in_review") if open_case(session, c).case.parties)
        born = new_case(session, TOLD)
        (row,) = [row for row in queue(session) if row.id == born.case]
        assert (row.applicant, row.county, row.state, row.pending) == ("Rosa Baca", "35003", "saved", 2)
        assert laptop.sync().accepted == 2
        confirmed = show(session, born.case)
        assert confirmed["number"]
        assert confirmed["submitted"]
        (alias,) = confirmed["parties"]
        (into, *_) = show(session, known)["parties"]
        assert main(["link", *store, "--party", alias, "--into", into, "--by", "supervisor1"]) == 0
        laptop.sync()
        assert show(session, born.case)["parties"][alias]["id"] == into, "the landlord the office knew"

        join = ["--case", str(born.case), "--into", str(known), "--by", "supervisor1", "--reason", "twice"]
        assert main(["merge", *store, *join]) == 0
        work.note(session, born.case, "one more photo")
        laptop.sync()
        notes = [note["text"] for note in show(session, known)["notes"]]
        assert {"walked in with photos", "one more photo"} <= set(notes)
        assert show(session, born.case)["merged_into"] == str(known)
        with pytest.raises(RefusedError, match="nothing was saved"):
            work.perform(session, born.case, Approve(lines=(), reason="x"))
        capsys.readouterr()
        assert main(["merge", *store, *join]) == 1
        assert "made one with another before" in capsys.readouterr().err
        assert main(["show", *store, "--case", str(known)]) == 0
        assert json.loads(capsys.readouterr().out) == json.loads(json.dumps(show(session, known)))
        assert central.verify_audit().ok
    finally:
        laptop.session.close()
        central.close()


@pytest.mark.parametrize(
    "told", [TOLD._replace(applicant=" "), TOLD._replace(county="Bexar"), TOLD._replace(county="")]
)
def test_what_is_no_application_is_told_and_nothing_is_saved(tmp_path: Path, told: Application) -> None:
    central = make_server(tmp_path / "server")
    laptop = LaptopUnderTest(central, tmp_path / "laptop", "worker1")
    try:
        with pytest.raises(RefusedError):
            new_case(laptop.session, told)
        laptop.sync()
        with pytest.raises(ServiceError, match="nothing was saved"):
            new_case(laptop.session, told)
        assert laptop.session.outbox.items() == ()
    finally:
        laptop.session.close()
        central.close()
