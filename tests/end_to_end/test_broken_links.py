"""Lost answers, killed processes, frames that break off: nothing is lost or doubled (I1, I2, I7, I10)."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import threading
from pathlib import Path

import pytest

from erap_desktop.services.syncing import sync
from tests.end_to_end.fleet import Laptop, Office, Server
from tests.end_to_end.link import CutAnswer, DropAnswer, HalfRequest, Link, Reset, Stall


def notes_of(server: Server, case: str) -> list[str]:
    """The texts of a case's notes at the server, in their order."""
    return [note["text"] for note in server.show(case)["notes"]]


def test_i1_i9_three_lost_answers_and_a_killed_server(killable_office: Office) -> None:
    office = killable_office
    with Link(office.server.port) as link:
        laptop = office.laptop("worker1", url=link.url)
        case, other = laptop.undecided(2)
        decided = laptop.deny(case)
        for number in range(3):
            kill = office.server.kill if number == 1 else None
            link.will(DropAnswer(then=kill))
            laptop.note(other, f"remark {number}")
            report = laptop.sync()
            assert (report["online"], report["accepted"]) == (False, 0)
            assert report["pending"] == laptop.status()["pending"] == 2 + number
            assert {item["state"] for item in laptop.outbox()} <= {"saved", "received"}
            if kill:
                office.server.start(process=True)
        report = laptop.sync()
        assert (report["online"], report["accepted"], report["pending"]) == (True, 4, 0)
    assert [one["command"] for one in office.same(laptop, case)["decisions"]] == [decided]
    office.same(laptop, other)
    written = [text for text in notes_of(office.server, other) if text.startswith("remark")]
    assert written == ["remark 0", "remark 1", "remark 2"]
    assert office.server.audit()["ok"]


@pytest.mark.parametrize("fault", [Reset(), HalfRequest(), DropAnswer(), CutAnswer(0), CutAnswer(40)])
def test_i1_one_fault_of_each_kind_while_pushing(
    office: Office, fault: Reset | HalfRequest | DropAnswer | CutAnswer
) -> None:
    with Link(office.server.port) as link:
        laptop = office.laptop("worker1", url=link.url)
        case = laptop.undecided(1)[0]
        laptop.deny(case)
        link.will(fault)
        report = laptop.run("sync", "--json")
        assert report.json()["online"] is False
        assert report.json()["pending"] == 1
        assert report.err.count("\n") == 1
        assert "Traceback" not in report.err
        assert laptop.sync()["pending"] == 0
    assert len(office.same(laptop, case)["decisions"]) == 1


def test_i7_a_first_sync_cut_at_any_byte_resumes_and_agrees(office: Office) -> None:
    whole = office.laptop("worker1")
    cases = whole.cases()
    with Link(office.server.port) as link:
        size = _size_of_first_sync(office, link)
        at = {0, 1, 4, 5, 6, 12, 13, 14, 600, size - 1, size - 2, size - 20}
        at |= {size * part // 14 for part in range(1, 14)}
        empty = office.laptop("worker1", url=link.url, synced=False)
        for cut in sorted(at):
            laptop = Laptop(Path(shutil.copytree(empty.folder, office.folder / f"cut{cut}")), "worker1")
            link.will(CutAnswer(cut))
            with laptop.session() as session:
                broken = sync(session)
                assert broken.online is False, cut
                usable = len(session.replica.rows())
                resumed = sync(session)
                assert (resumed.online, resumed.digest_ok) == (True, True), cut
                assert usable + resumed.received >= len(cases)
                idle = sync(session)
                assert (idle.received, idle.round_trips, idle.digest_ok) == (0, 1, True)
            assert laptop.cases() == cases


def _size_of_first_sync(office: Office, link: Link) -> int:
    laptop = office.laptop("worker1", url=link.url, synced=False)
    before = link.bytes_down
    assert laptop.sync()["round_trips"] == 1, "a first sync is one request"
    return link.bytes_down - before - 200


def test_i7_what_arrived_before_a_cut_is_usable_and_not_sent_again(office: Office) -> None:
    with Link(office.server.port) as link:
        size = _size_of_first_sync(office, link)
        laptop = office.laptop("worker1", url=link.url, synced=False)
        link.will(CutAnswer(size * 2 // 3))
        laptop.sync()
        here = len(laptop.cases())
        assert here >= 10
        case = laptop.cases()[0]["id"]
        laptop.note(case, "written between two halves of a sync")
        rest = laptop.sync()
        assert rest["received"] <= 40 - here + 1
        assert rest["bytes_down"] < size * 2 // 3
        assert rest["pending"] == 0
    assert "written between two halves of a sync" in notes_of(office.server, case)
    office.same(laptop, case)


def test_i1_i2_kill_9_of_a_syncing_laptop_at_random_moments(office: Office) -> None:
    chance = random.Random(20261124)
    with Link(office.server.port, latency=0.01, down=400_000) as link:
        laptop = office.laptop("worker1", url=link.url)
        case = laptop.undecided(1)[0]
        killed = 0
        for number in range(6):
            laptop.note(case, f"remark {number:02}")
            asked = link.requests
            process = laptop.start("sync", "--json")
            killed += _kill_later(process, link, asked, chance.uniform(0, 0.12))
        assert killed >= 5
        report = laptop.sync()
        assert (report["online"], report["pending"], report["digest_ok"]) == (True, 0, True)
    written = [text for text in notes_of(office.server, case) if text.startswith("remark")]
    assert written == [f"remark {number:02}" for number in range(6)]
    office.same(laptop, case)
    assert [item["state"] for item in laptop.outbox()] == ["accepted"] * 6
    assert office.server.audit()["ok"]


def _kill_later(process: subprocess.Popen[str], link: Link, asked: int, after: float) -> bool:
    """Kills a sync so many seconds after its request arrived; True when it was still at work."""
    arrived = threading.Event()
    while process.poll() is None and link.requests == asked:
        arrived.wait(0.005)
    arrived.wait(after)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    return process.returncode == -signal.SIGKILL


def test_i1_a_second_sync_at_the_same_time_is_refused_and_harms_nothing(office: Office) -> None:
    with Link(office.server.port) as link:
        laptop = office.laptop("worker1", url=link.url)
        case = laptop.undecided(1)[0]
        laptop.deny(case)
        stall = Stall(threading.Event())
        link.will(stall)
        first = laptop.start("sync", "--json")
        assert stall.begun.wait(30)
        second = laptop.run("sync", "--json")
        assert second.code == 1
        assert "already running" in second.err
        assert laptop.status()["pending"] == 1
        meanwhile = laptop.note(case, "typed while a sync runs")
        stall.release.set()
        out, err = first.communicate(timeout=60)
        assert first.returncode == 0, err
        assert laptop.sync()["pending"] == 0
    assert out.count("\n") == 1
    assert laptop.item(meanwhile)["state"] == "accepted"
    office.same(laptop, case)


def test_i10_many_commands_drain_over_a_link_that_fails_every_other_request(office: Office) -> None:
    with Link(office.server.port) as link:
        laptop = office.laptop("worker1", url=link.url)
        cases = laptop.undecided(10)
        with laptop.session() as session:
            _many_notes(session, cases, 120)
        link.will(*[fault for _ in range(12) for fault in (DropAnswer(), None)])
        pending = [laptop.sync()["pending"] for _ in range(12)]
    assert pending[-1] == 0
    assert pending == sorted(pending, reverse=True)
    total = sum(text.startswith("one of many") for case in cases for text in notes_of(office.server, case))
    assert total == 120
    for case in cases:
        office.same(laptop, case)


def _many_notes(session: object, cases: list[str], count: int) -> None:
    from uuid import UUID

    from erap_desktop.services import work
    from erap_desktop.services.session import Session

    assert isinstance(session, Session)
    for number in range(count):
        work.note(session, UUID(cases[number % len(cases)]), f"one of many {number}")


def test_i13_a_folder_that_is_no_profile_is_told_in_one_line(tmp_path: Path) -> None:
    told = Laptop(tmp_path / "nothing", "worker1").run("sync", "--json")
    assert told.code == 1
    assert told.out == ""
    assert told.err.count("\n") == 1
