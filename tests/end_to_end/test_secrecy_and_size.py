"""What can be read from outside, and what a sync costs (I8, I14)."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
import pytest
import sqlcipher3.dbapi2 as sqlite

from erap_desktop.services import work
from sync.casework.commands import MarkChecklist
from tests.end_to_end.fleet import Office, Server
from tests.end_to_end.link import Link

CANARY = "Canary-Applicant-7731"


def test_no_file_of_the_laptop_and_no_line_of_the_servers_log_holds_plain_text(
    killable_office: Office,
) -> None:
    office = killable_office
    laptop = office.laptop("worker1")
    case, other = laptop.undecided(2)
    shown = laptop.show(case)
    laptop.note(case, f"{CANARY} called at noon")
    laptop.deny(other, f"{CANARY} has no lease")
    waiting = [path.read_bytes() for path in laptop.files()]
    laptop.sync()
    laptop.run("search", "--text", CANARY)
    member = next(iter(shown["members"].values()))
    place = next(iter(shown["residences"].values()))["place"]
    secrets = [CANARY, shown["applicant_name"], member["name"], shown["phone"], place.get("street", ""), case]
    secrets = [secret for secret in secrets if len(secret) > 5]
    assert len(secrets) >= 4
    after = [path.read_bytes() for path in laptop.files()]
    log = office.server.log.read_bytes()
    for secret in secrets:
        forms = [secret.encode(), secret.encode("utf-16-le")]
        if secret == case:
            forms.append(UUID(case).bytes)
        for form in forms:
            assert not any(form in content for content in (*waiting, *after)), secret
            assert form not in log
    for path in laptop.files():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path
    assert stat.S_IMODE(laptop.folder.stat().st_mode) == 0o700


def rows_written(server: Server) -> object:
    """What changes with every write: PostgreSQL’s next transaction number, or the embedded file."""
    if server.database_url:
        with psycopg.connect(server.database_url.replace("+psycopg", ""), autocommit=True) as connection:
            return connection.execute("SELECT pg_snapshot_xmax(pg_current_snapshot())").fetchone()
    embedded = sqlite.connect(str(server.data / "central.db"))
    try:
        embedded.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        embedded.close()
    return (server.data / "central.db").read_bytes()


def profile_files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in ("sync.lock", "vault.lock")
    }


def test_i14_a_quiet_sync_is_one_round_trip_of_250_bytes_and_writes_nothing(either_office: Office) -> None:
    office = either_office
    with Link(office.server.port) as link:
        laptops = [office.laptop(user, url=link.url) for user in ("worker1", "supervisor1", "admin1")]
        for laptop in laptops:
            laptop.sync()
        assert office.server.audit()["ok"]
        for laptop in laptops:
            before, files = rows_written(office.server), profile_files(laptop.folder)
            asked, down, up = link.requests, link.bytes_down, link.bytes_up
            report = laptop.sync()
            assert (report["online"], report["round_trips"], link.requests - asked) == (True, 1, 1)
            assert report["bytes_up"] + report["bytes_down"] <= 250
            assert link.bytes_up - up + link.bytes_down - down <= 700, "HTTP headers included"
            assert (report["received"], report["sent"], report["removed"]) == (0, 0, 0)
            assert rows_written(office.server) == before
            assert profile_files(laptop.folder) == files


def test_a_field_day_is_one_request_of_four_kilobytes(office: Office) -> None:
    """Ten commands go up; twenty small changes by somebody else come down."""
    with Link(office.server.port) as link:
        laptop, other = office.laptop("worker1", url=link.url), office.laptop("worker1")
        cases = [line["id"] for line in laptop.cases()]
        item = sorted(_checklist(laptop))[0]
        with other.session() as session:
            for case in cases[:20]:
                marked = session.replica.case(UUID(case))
                assert marked is not None
                done = item not in marked.checklist or not marked.checklist[item].done
                work.perform(session, UUID(case), MarkChecklist(item=item, done=done, was=not done or None))
        assert other.sync()["pending"] == 0
        for number, case in enumerate(cases[20:30]):
            laptop.note(case, f"called the landlord, {number} months are owed")
        asked, headers = link.requests, link.bytes_up + link.bytes_down
        report = laptop.sync()
        assert (link.requests - asked, report["round_trips"]) == (1, 1)
        assert (report["accepted"], report["pending"], report["received"]) == (10, 0, 30)
        assert report["bytes_up"] + report["bytes_down"] <= 4096
        assert link.bytes_up + link.bytes_down - headers <= 4096 + 1024, "HTTP headers included"


def _checklist(laptop: Any) -> list[str]:
    with laptop.session() as session:
        policy = session.policy()
        assert policy is not None
        return list(policy.checklist)


def test_a_first_sync_is_one_request(either_office: Office) -> None:
    with Link(either_office.server.port) as link:
        for user in ("worker1", "supervisor1"):
            laptop = either_office.laptop(user, url=link.url, synced=False)
            asked = link.requests
            report = laptop.sync()
            assert (link.requests - asked, report["round_trips"], report["digest_ok"]) == (1, 1, True)
            assert report["bytes_down"] < 100_000


# --- Configuration and roles ---------------------------------------------------------------------


def test_configuration_is_pushed_by_an_administrator_and_acknowledged_by_the_cursor(
    either_office: Office,
) -> None:
    office = either_office
    worker, other, admin = office.laptop("worker1"), office.laptop("worker2"), office.laptop("admin1")
    settings = ("--user", "worker1", "--poll-seconds", "45", "--idle-lock-minutes", "5", "--json")
    assert admin.run("configure", *settings).json()["state"] == "saved"
    assert admin.sync()["accepted"] == 1

    def fleet() -> dict[str, tuple[int, int]]:
        admin.sync()
        with admin.session() as session:
            return {one.user: (one.configuration, one.acknowledged) for one in session.replica.laptops()}

    assert fleet()["worker1"] == (1, 0)
    worker.sync()
    with worker.session() as session:
        configuration = session.replica.configuration()
        assert configuration is not None
        assert (configuration.poll_seconds, configuration.idle_lock_minutes) == (45, 5)
    worker.sync()
    assert fleet()["worker1"] == (1, 1)
    other.sync()
    assert fleet()["worker2"] == (0, 0)
    assert worker.sync()["bytes_up"] <= 66

    for laptop, wrong in (
        (admin, ("--poll-seconds", "1")),
        (admin, ("--idle-lock-minutes", "0")),
        (worker, ("--poll-seconds", "45")),
    ):
        refused = laptop.run("configure", *wrong, "--json")
        assert (refused.code, refused.out, refused.err.count("\n")) == (1, "", 1)


def test_administrators_get_no_case_content_and_supervisors_only_headers(office: Office) -> None:
    admin, supervisor = office.laptop("admin1"), office.laptop("supervisor1")
    assert admin.cases() == []
    cases = supervisor.cases()
    assert len(cases) == 100
    shown = supervisor.show(cases[0]["id"])
    assert (shown["whole"], shown["notes"], shown.get("phone", "")) == (False, [], "")
    for refused in (
        admin.run("show", "--case", cases[0]["id"], "--json"),
        supervisor.run("note", "--case", cases[0]["id"], "--text", " ", "--json"),
        supervisor.run("decide", "--case", cases[0]["id"], "--deny", "D03", "--reason", "x", "--json"),
        admin.run("reassign", "--case", cases[0]["id"], "--to", "worker1", "--json"),
    ):
        assert (refused.code, refused.out, refused.err.count("\n")) == (1, "", 1)


@pytest.mark.parametrize("role", ["worker2", "admin1"])
def test_a_laptop_that_lies_about_its_rights_is_rejected_by_the_server(office: Office, role: str) -> None:
    """The command is crafted, as a changed program would send it; the server judges by its own records."""
    from sync.casework.commands import Deny
    from tests.end_to_end.test_hostile_requests import craft

    case = office.laptop("worker1").undecided(1)[0]
    before = office.server.show(case)
    liar = office.laptop(role)
    with liar.session() as session:
        body = Deny(codes=("D03",), reason="mine now")
        saved = session.outbox.save(
            craft("deny.1", UUID(case), body), case=UUID(case), tag="deny.1", made_at=session.clock()
        )
    report = liar.sync()
    assert (report["rejected"], report["pending"]) == (1, 0)
    assert liar.item(str(saved.id))["reason"] == "not_allowed"
    assert office.server.show(case) == before
