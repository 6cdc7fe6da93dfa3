"""A case can begin on a laptop: a walk-in gets its number at the server and keeps its identity (I1, I7)."""

from __future__ import annotations

from pathlib import Path

from erap_desktop.services import work
from erap_desktop.services.casefile import queue, show
from sync.casework.case import Case
from sync.casework.commands import OpenCase
from sync.casework.household import Member
from sync.casework.places import Party, Tenancy
from sync.casework.values import Status
from tests.engine.world import LaptopUnderTest, make_server


def test_a_walk_in_is_worked_on_offline_and_numbered_by_the_server(tmp_path: Path) -> None:
    central = make_server(tmp_path / "server")
    laptop = LaptopUnderTest(central, tmp_path / "laptop", "worker1")
    try:
        laptop.sync()
        session = laptop.session
        agency, id_, person, landlord = session.identity.agency, *(session.new_id() for _ in range(3))
        case = Case(
            id=id_,
            agency=agency,
            program="nm-sra-2026",
            applicant=person,
            members={person: Member(id=person, name="Walk-in Applicant")},
            tenancies={id_: Tenancy(id=id_, landlord=landlord, rent_cents=90_000)},
            synthetic=True,
        )
        party = Party(id=landlord, agency=agency, kind="landlord", name="A landlord nobody knew")
        work.perform(session, id_, OpenCase(case=case, parties=(party,)))
        (row,) = [row for row in queue(session) if row.id == id_]
        assert (row.number, row.state, row.applicant) == (None, "saved", "Walk-in Applicant")
        work.note(session, id_, "Came in without an appointment.")
        report = laptop.sync()
        assert (report.accepted, report.digest_ok) == (2, True)
        confirmed = show(session, id_)
        assert confirmed["number"]
        assert confirmed["status"] == Status.IN_REVIEW.value
        assert confirmed["assignee"] == "worker1"
        assert confirmed["parties"][str(landlord)]["name"] == "A landlord nobody knew"
        assert [note["text"] for note in confirmed["notes"]] == ["Came in without an appointment."]
    finally:
        laptop.session.close()
        central.close()
