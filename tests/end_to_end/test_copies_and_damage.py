"""Copied and old profiles, damaged files, wrong passphrases: noticed, nothing lost (I13)."""

from __future__ import annotations

import shutil
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end.fleet import Laptop, Office
from tests.end_to_end.link import DropAnswer, Link


def copy_of(laptop: Laptop, name: str) -> Laptop:
    """The profile folder copied, as a backup or a disk image would."""
    folder = laptop.folder.with_name(name)
    return Laptop(Path(shutil.copytree(laptop.folder, folder)), laptop.user)


def renew(office: Office, laptop: Laptop) -> None:
    """`enrol` once more on the same profile."""
    enrolled = laptop.enrol(office.server.url, office.server.code(laptop.user))
    assert enrolled.code == 0, enrolled.err


def test_i13_a_cloned_laptop_is_noticed_and_both_lose_nothing(either_office: Office) -> None:
    office = either_office
    laptop = office.laptop("worker1")
    case, other, third = laptop.undecided(3)
    shared = laptop.deny(case)  # saved, not sent, when the folder is copied
    clone = copy_of(laptop, "clone")
    mine, theirs = laptop.note(other, "typed on the first"), clone.note(other, "typed on the copy")
    decided = clone.deny(third)
    assert laptop.sync()["accepted"] == 2

    refused = clone.run("sync", "--json")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.count("\n") == 1
    assert "copy" in refused.err
    assert clone.status()["pending"] == 3
    assert clone.run("sync", "--json").code == 1, "until it is enrolled again"
    renew(office, clone)
    assert {line["command"] for line in clone.outbox()} == {shared, theirs, decided}, "the same commands"
    report = clone.sync()
    assert (report["online"], report["pending"], report["needs_attention"]) == (True, 0, 0)
    laptop.sync()

    assert [one["command"] for one in office.same(clone, case)["decisions"]] == [shared]
    assert [one["command"] for one in office.same(clone, third)["decisions"]] == [decided]
    notes = {note["command"]: note["text"] for note in office.same(clone, other)["notes"]}
    assert (notes[mine], notes[theirs]) == ("typed on the first", "typed on the copy")
    for one in (case, other, third):
        office.same(laptop, one)
    assert office.server.audit()["ok"]


def test_i13_an_old_profile_put_back_is_noticed_even_when_it_has_nothing_to_send(office: Office) -> None:
    laptop = office.laptop("worker1")
    old = copy_of(laptop, "backup")
    case = laptop.undecided(1)[0]
    command = laptop.deny(case)
    laptop.sync()
    refused = old.run("sync", "--json")
    assert (refused.code, "copy" in refused.err) == (1, True)
    renew(office, old)
    assert old.sync()["online"]
    assert [one["command"] for one in office.same(old, case)["decisions"]] == [command]
    assert laptop.sync()["online"], "the first one goes on as it was"


def test_i2_i13_a_command_whose_answer_was_lost_is_not_done_twice_after_enrolling_again(
    office: Office,
) -> None:
    with Link(office.server.port) as link:
        laptop = office.laptop("worker1", url=link.url)
        case = laptop.undecided(1)[0]
        decided, noted = laptop.deny(case), laptop.note(case, "only once")
        link.will(DropAnswer())
        assert laptop.sync()["online"] is False
        renew(office, laptop)
        report = laptop.sync()
    assert (report["pending"], report["needs_attention"]) == (0, 0)
    shown = office.same(laptop, case)
    assert [one["command"] for one in shown["decisions"]] == [decided]
    assert [note["command"] for note in shown["notes"]].count(noted) == 1
    assert sum(note["text"] == "only once" for note in shown["notes"]) == 1


def test_enrolling_again_is_for_the_same_person_only(office: Office) -> None:
    laptop = office.laptop("worker1")
    laptop.note(laptop.undecided(1)[0], "a remark")
    other = Laptop(laptop.folder, "worker2")
    code = office.server.code("worker2")
    refused = other.enrol(office.server.url, code)
    assert (refused.code, refused.err.count("\n")) == (1, 1)
    assert laptop.sync()["accepted"] == 1
    assert Laptop(office.folder / "fresh", "worker2").enrol(office.server.url, code).code == 0


# --- Damage and passphrases ----------------------------------------------------------------------


def test_a_damaged_replica_is_told_and_made_anew_with_the_outbox_untouched(office: Office) -> None:
    laptop = office.laptop("worker1")
    case = laptop.undecided(1)[0]
    command = laptop.deny(case)
    cases = laptop.cases()
    replica = laptop.folder / "replica.db"
    whole = replica.read_bytes()
    for damage in (
        whole[:4096] + bytes(4096) + whole[8192:],
        b"\0" * len(whole),
        whole[: len(whole) // 2],
        whole[:100],
        b"SQLite format 3\0" + whole[16:],
    ):
        replica.write_bytes(damage)
        told = laptop.run("cases", "--json")
        assert told.code == 1
        assert "damaged" in told.err
        assert "passphrase" not in told.err
        assert told.err.count("\n") == 1
        report = laptop.run("sync", "--json").json()
        assert (report["online"], report["digest_ok"], report["pending"]) == (True, True, 0)
        assert {line["id"] for line in laptop.cases()} == {line["id"] for line in cases}
    assert laptop.item(command)["state"] == "accepted"
    office.same(laptop, case)


def test_any_damaged_byte_of_the_replica_is_found_at_once_and_healed_by_a_sync(office: Office) -> None:
    laptop = office.laptop("worker1")
    case = laptop.cases()[0]["id"]
    replica = laptop.folder / "replica.db"
    whole = replica.read_bytes()
    for at in range(1000, len(whole), 9 * 4096 + 100):
        damaged = bytearray(whole)
        damaged[at] ^= 0x10
        replica.write_bytes(damaged)
        told = laptop.run("show", "--case", case, "--json")
        assert (told.code, told.out, "damaged" in told.err) == (1, "", True), at
    replica.write_bytes(damaged)
    report = laptop.run("sync", "--json")
    assert report.code == 0, report.err
    assert laptop.sync()["digest_ok"]
    office.same(laptop, case)


@pytest.mark.parametrize("name", ["outbox.db", "vault.json"])
def test_damage_to_what_is_precious_is_told_in_one_line_and_nothing_is_overwritten(
    office: Office, name: str
) -> None:
    laptop = office.laptop("worker1")
    laptop.deny(laptop.undecided(1)[0])
    path = laptop.folder / name
    whole = path.read_bytes()
    for damage in (b"\0" * len(whole), whole[: len(whole) // 3], whole[:10]):
        path.write_bytes(damage)
        if name == "vault.json":
            path.with_name("vault.json.previous").write_bytes(damage)
        for command in (("status", "--json"), ("sync", "--json"), ("outbox", "--json")):
            told = laptop.run(*command)
            assert (told.code, told.out) == (1, "")
            assert told.err.count("\n") == 1
            assert "passphrase is wrong" not in told.err
        assert path.read_bytes() == damage
    path.write_bytes(whole)
    assert laptop.sync()["accepted"] == 1


def test_a_wrong_passphrase_is_told_and_opens_nothing(office: Office) -> None:
    laptop = office.laptop("worker1")
    for command in ("status", "sync"):
        told = laptop.run(command, "--json", ERAP_PASSPHRASE="not the one I chose")
        assert (told.code, told.out) == (1, "")
        assert "passphrase" in told.err
        assert told.err.count("\n") == 1
    assert laptop.sync()["online"]


def test_an_empty_sealed_folder_is_filled_again(office: Office) -> None:
    """Every saved command exists twice; whichever copy is lost, the other is there."""
    laptop = office.laptop("worker1")
    laptop.deny(laptop.undecided(1)[0])
    sealed = laptop.folder / "sealed"
    assert len(list(sealed.glob("*.sealed"))) == 1
    shutil.rmtree(sealed)
    assert laptop.status()["pending"] == 1
    assert len(list(sealed.glob("*.sealed"))) == 1
    assert laptop.sync()["accepted"] == 1


# --- Without a network ---------------------------------------------------------------------------


def test_all_but_enrol_and_sync_never_open_a_socket(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    laptop, supervisor = office.laptop("worker1"), office.laptop("supervisor1")
    administrator = office.laptop("admin1")
    case, other = laptop.undecided(2)
    asked: list[str] = []

    def refuse(*_: object, **__: object) -> None:
        asked.append("a socket")
        raise AssertionError("a socket was opened")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    noted = laptop.note(case, "no network here")
    steps: list[Callable[[], object]] = [
        laptop.status,
        laptop.outbox,
        laptop.cases,
        lambda: laptop.show(case),
        lambda: laptop.run("search", "--text", "a", "--json").lines(),
        lambda: laptop.deny(other),
        lambda: laptop.run("withdraw", "--command", noted, "--json").json(),
        lambda: supervisor.run("reassign", "--case", case, "--to", "worker2", "--json").json(),
        lambda: administrator.run("configure", "--poll-seconds", "60", "--json").json(),
        lambda: supervisor.run("settle", "--case", case, "--keep", noted, "--reason", "x", "--json"),
        lambda: laptop.run("adopt", "--command", noted, "--reason", "x", "--json"),
    ]
    for step in steps:
        step()
    assert asked == []
