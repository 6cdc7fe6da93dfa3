"""I1, I12, I13 with real parts: a server put back, work that leaves a locked laptop, an outbox lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from erap_desktop.services.delivering import NAME as DEPOSIT_KEY
from tests.end_to_end.fleet import Laptop, Office


def put_back(office: Office, backup: Path) -> None:
    """Stops the server, puts its store back from a backup, starts it. Nobody is told."""
    server = office.server
    server.stop()
    for name in ("central.db", "central.db-wal", "central.db-shm"):
        (server.data / name).unlink(missing_ok=True)
    shutil.copyfile(backup, server.data / "central.db")
    server.start()


def backup(office: Office) -> Path:
    """The newest backup, made now."""
    made = office.server.command("backup", str(office.folder / "backups"))
    assert made.code == 0, made.err
    return max((office.folder / "backups").iterdir())


def test_i12_a_server_put_back_gets_everything_back(office: Office) -> None:
    laptop, other = office.laptop("worker1"), office.laptop("worker2")
    case, theirs = laptop.undecided(1)[0], other.undecided(1)[0]
    early = laptop.note(case, "before the backup")
    laptop.sync()
    kept = backup(office)
    decided, noted = laptop.deny(case), other.note(theirs, "after it")
    for one in (laptop, other):
        assert one.sync()["accepted"] == 1
    put_back(office, kept)
    said = office.server.command("restored")
    assert said.code == 0, said.err
    for one in (laptop, other):
        report = one.sync()
        assert (report["online"], report["digest_ok"], report["pending"]) == (True, True, 0)
    shown = office.same(laptop, case)
    assert [decision["command"] for decision in shown["decisions"]] == [decided]
    assert [note["command"] for note in shown["notes"]].count(early) == 1
    assert noted in {note["command"] for note in office.same(other, theirs)["notes"]}
    assert laptop.sync()["round_trips"] == 1
    assert office.server.audit()["ok"]


def test_a_copy_is_kept_until_the_server_has_it_in_a_backup(either_office: Office) -> None:
    office = either_office
    laptop = office.laptop("worker1")
    case = laptop.undecided(1)[0]
    sealed = laptop.folder / "sealed"
    laptop.note(case, "answered, and in no backup")
    laptop.sync()
    assert len(list(sealed.glob("*.sealed"))) == 1
    assert backup(office).stat().st_size > 0
    laptop.note(case, "after the backup")
    laptop.sync()
    assert [path.name.split("-")[1] for path in sealed.glob("*.sealed")] == ["2.sealed"]


def test_work_leaves_a_locked_laptop_and_comes_back_confirmed(office: Office) -> None:
    laptop = office.laptop("worker1")
    case = laptop.undecided(1)[0]
    command = laptop.deny(case)
    done = laptop.run("deliver", "--json", ERAP_PASSPHRASE="not needed, and wrong")
    assert done.json() == {"sent": 1, "waiting": 0, "refused": 0}
    assert [one["command"] for one in office.server.show(case)["decisions"]] == [command]
    assert laptop.run("deliver", "--json").json()["sent"] == 0
    report = laptop.sync()
    assert (report["accepted"], report["pending"]) == (1, 0)
    office.same(laptop, case)
    office.server.stop()
    told = laptop.run("deliver")
    assert (told.code, told.err.count("\n"), "nothing is lost" in told.err) == (1, 1, True)


@pytest.mark.parametrize("by", ["the server", "a colleague"])
def test_work_is_carried_on_sticks_in_any_order(office: Office, by: str) -> None:
    laptop = office.laptop("worker1")
    case = laptop.undecided(1)[0]
    stick, later = office.folder / "stick", office.folder / "later"
    first = laptop.note(case, "first")
    assert laptop.run("deliver", "--to-folder", str(stick), "--json").json() == {"carried": 1}
    second = laptop.deny(case)
    for path in (laptop.folder / "sealed").glob("*-1.sealed"):  # the first copy goes by the other stick alone
        path.unlink()
    assert laptop.run("deliver", "--to-folder", str(later), "--json").json() == {"carried": 1}
    if by == "the server":
        said = [office.server.command("deposit", str(folder)) for folder in (later, stick)]
        assert [one.code for one in said] == [0, 0], said
        assert "waits for the one before it" in said[0].out
        assert "known up to 2" in said[1].out
    else:
        colleague = office.laptop("worker2", synced=False)
        waiting = [
            colleague.run("deliver", "--from-folder", str(folder), "--json").json()["waiting"]
            for folder in (later, stick)
        ]
        assert waiting == [1, 0]
    shown = office.server.show(case)
    assert [one["command"] for one in shown["decisions"]] == [second]
    assert [note["command"] for note in shown["notes"]].count(first) == 1
    report = laptop.sync()
    assert (report["accepted"], report["pending"]) == (2, 0)
    office.same(laptop, case)


@pytest.mark.parametrize("how", ["damaged", "gone"])
def test_i1_an_outbox_that_is_lost_is_brought_by_its_sealed_copies(office: Office, how: str) -> None:
    laptop = office.laptop("worker1")
    case, other = laptop.undecided(2)
    laptop.note(other, "sent before")
    laptop.sync()
    waiting = [laptop.note(case, f"note {number}") for number in range(3)]
    decided = laptop.deny(case)
    outbox = laptop.folder / "outbox.db"
    for name in ("outbox.db-wal", "outbox.db-shm"):
        (laptop.folder / name).unlink(missing_ok=True)
    if how == "gone":
        outbox.unlink()
    else:
        outbox.write_bytes(b"\0" * outbox.stat().st_size)
    assert laptop.run("sync", "--json").code == 1

    enrolled = laptop.enrol(office.server.url, office.server.code("worker1"))
    assert enrolled.code == 0, enrolled.err
    assert laptop.sync()["online"]
    report = laptop.sync()
    assert (report["online"], report["digest_ok"], report["pending"]) == (True, True, 0)
    shown = office.same(laptop, case)
    assert [one["command"] for one in shown["decisions"]] == [decided]
    assert [note["command"] for note in shown["notes"] if note["command"] in waiting] == waiting
    assert laptop.sync()["round_trips"] == 1


def test_the_key_in_the_clear_may_deposit_and_nothing_else(office: Office) -> None:
    laptop = office.laptop("worker1")
    laptop.note(laptop.undecided(1)[0], "a canary in a coal mine")
    for path in laptop.files():
        assert b"canary" not in path.read_bytes(), path
    stolen = Laptop(office.folder / "stolen", "worker1")
    shutil.copytree(laptop.folder / "sealed", stolen.folder / "sealed")
    shutil.copyfile(laptop.folder / DEPOSIT_KEY, stolen.folder / DEPOSIT_KEY)
    assert stolen.run("deliver", "--json").json()["sent"] == 1
    assert stolen.run("cases", "--json").code == 1
    assert laptop.sync()["accepted"] == 1
