"""Damaged, emptied, missing and foreign files are told apart, and never show a traceback of SQLite's."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from sync.replica.errors import DamagedError, NewerSchemaError, WrongKeyError
from sync.replica.keycheck import check_path
from sync.replica.outbox import Outbox
from sync.replica.replica import Replica
from sync.replica.store import Store
from tests.replica.parts import (
    DEVICE,
    OTHER_KEY,
    OUTBOX_KEY,
    PAGE,
    REPLICA_KEY,
    frame,
    identity,
    make_case,
    put,
    save_note,
)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A profile with an outbox of three commands and a replica of forty cases, closed."""
    outbox = Outbox(tmp_path / "outbox.db", OUTBOX_KEY)
    outbox.set_identity(identity())
    for name in "abc":
        save_note(outbox, name)
    outbox.close()
    replica = Replica(tmp_path / "replica.db", REPLICA_KEY, device=DEVICE)
    replica.apply(frame(0, 1, *(put(make_case(f"c{n}", note="long " * 200)) for n in range(40))))
    replica.close()
    return tmp_path


def read_all(path: Path) -> None:
    """Opens the replica and reads everything that can be read."""
    replica = Replica(path, REPLICA_KEY, device=DEVICE)
    try:
        replica.check()
        for row in replica.rows():
            replica.case(row.id)
        replica.search("rosa")
    finally:
        replica.close()


def read_outbox(path: Path) -> None:
    outbox = Outbox(path, OUTBOX_KEY)
    try:
        outbox.check()
    finally:
        outbox.close()


def test_another_key_is_a_wrong_key_and_changes_nothing(made: Path) -> None:
    before = (made / "outbox.db").read_bytes()
    with pytest.raises(WrongKeyError):
        Outbox(made / "outbox.db", OTHER_KEY)
    with pytest.raises(WrongKeyError):
        Replica(made / "replica.db", OTHER_KEY, device=DEVICE)
    assert (made / "outbox.db").read_bytes() == before
    Outbox(made / "outbox.db", OUTBOX_KEY).close()


@pytest.mark.parametrize("region", ["salt", "header", "content", "iv", "hmac"])
def test_one_flipped_bit_in_any_page_is_damage(made: Path, region: str) -> None:
    path = made / "replica.db"
    whole = path.read_bytes()
    offset = {"salt": 3, "header": 20, "content": 2000, "iv": PAGE - 75, "hmac": PAGE - 9}[region]
    pages = len(whole) // PAGE
    for page in [0] if region in ("salt", "header") else range(0, pages, 7):
        flipped = bytearray(whole)
        flipped[page * PAGE + offset] ^= 0x10
        path.write_bytes(flipped)
        with pytest.raises(DamagedError, match=r"replica\.db is damaged"):
            read_all(path)
    path.write_bytes(whole)
    read_all(path)


RUIN: dict[str, Callable[[bytes], bytes]] = {
    "random bytes": lambda whole: os.urandom(len(whole)),
    "a few random bytes": lambda whole: os.urandom(700),
    "a text": lambda whole: b"not a database\n" * 100,
    "zeros": lambda whole: bytes(len(whole)),
    "emptied": lambda whole: b"",
    "one byte left": lambda whole: whole[:1],
    "cut within the first page": lambda whole: whole[:1000],
    "cut at a page": lambda whole: whole[: 5 * PAGE],
    "cut within the last page": lambda whole: whole[:-1],
    "another database": lambda whole: b"SQLite format 3\0" + whole[16:],
}


@pytest.mark.parametrize("how", RUIN)
@pytest.mark.parametrize("name", ["replica.db", "outbox.db"])
def test_a_file_that_is_no_longer_whole_is_damaged(made: Path, name: str, how: str) -> None:
    path = made / name
    path.write_bytes(RUIN[how](path.read_bytes()))
    with pytest.raises(DamagedError, match="damaged"):
        read_all(path) if name == "replica.db" else read_outbox(path)


def test_damage_without_its_key_check_is_still_damage(made: Path) -> None:
    check_path(made / "replica.db").unlink()
    (made / "replica.db").write_bytes(os.urandom(5000))
    with pytest.raises(DamagedError):
        Replica(made / "replica.db", REPLICA_KEY, device=DEVICE)


def test_damage_under_an_open_replica_is_noticed_when_it_is_read(made: Path) -> None:
    path = made / "replica.db"
    replica = Replica(path, REPLICA_KEY, device=DEVICE)
    with path.open("r+b") as file:
        file.seek(PAGE)
        file.write(os.urandom(path.stat().st_size - PAGE))
    with pytest.raises(DamagedError):
        replica.rows()
    replica.close()


def test_a_damaged_wal_loses_no_command_without_a_word(made: Path) -> None:
    """SQLite ends reading a WAL at the first frame that doesn't fit. The sealed copies know better."""
    outbox = Outbox(made / "outbox.db", OUTBOX_KEY)
    for name in "de":
        save_note(outbox, name)
    wal = made / "outbox.db-wal"
    crashed = {file: file.read_bytes() for file in (outbox.path, wal)}
    outbox.close()
    for file, content in crashed.items():
        file.write_bytes(content)
    damaged = bytearray(crashed[wal])
    damaged[len(damaged) // 2] ^= 1
    wal.write_bytes(damaged)
    outbox = Outbox(made / "outbox.db", OUTBOX_KEY)
    lost = [number.seq for number in outbox.at_start.strangers]
    assert lost
    assert [item.seq for item in outbox.items()] + lost == [1, 2, 3, 4, 5]
    outbox.close()


def test_a_damaged_replica_is_rebuilt_and_the_outbox_is_untouched(made: Path) -> None:
    (made / "replica.db").write_bytes(os.urandom(5000))
    before = (made / "outbox.db").read_bytes()
    replica = Replica.rebuild(made / "replica.db", REPLICA_KEY, device=DEVICE)
    assert replica.rows() == []
    assert replica.cursors() == {}
    replica.close()
    assert (made / "outbox.db").read_bytes() == before
    read_all(made / "replica.db")


def test_a_replica_that_was_removed_is_simply_made_again(made: Path) -> None:
    (made / "replica.db").unlink()
    read_all(made / "replica.db")


def test_an_outbox_that_was_removed_is_not_silently_replaced_by_an_empty_one(made: Path) -> None:
    (made / "outbox.db").unlink()
    with pytest.raises(DamagedError, match="has gone"):
        Outbox(made / "outbox.db", OUTBOX_KEY)
    assert not (made / "outbox.db").exists()


def test_a_damaged_outbox_is_put_aside_and_its_copies_are_named(made: Path) -> None:
    """What was saved in it goes out from the sealed copies."""
    (made / "outbox.db").write_bytes(os.urandom(9000))
    outbox = Outbox.begin_anew(made / "outbox.db", OUTBOX_KEY)
    assert outbox.items() == ()
    assert outbox.identity() is None
    assert [number.seq for number in outbox.at_start.strangers] == [1, 2, 3]
    assert (made / "outbox.db.damaged-1").stat().st_size == 9000
    outbox.close()
    (made / "outbox.db").write_bytes(b"")
    Outbox.begin_anew(made / "outbox.db", OUTBOX_KEY).close()
    assert (made / "outbox.db.damaged-2").stat().st_size == 0
    assert (made / "outbox.db.damaged-1").stat().st_size == 9000


def test_a_start_that_ended_before_anything_was_written_can_be_repeated(tmp_path: Path) -> None:
    (tmp_path / "outbox.db").touch()
    Outbox(tmp_path / "outbox.db", OUTBOX_KEY).close()


@pytest.mark.parametrize("name", ["replica.db", "outbox.db"])
def test_a_file_of_a_newer_program_is_refused_and_untouched(made: Path, name: str) -> None:
    key = REPLICA_KEY if name == "replica.db" else OUTBOX_KEY
    store = Store(made / name, key, newest=99, may_be_missing=False)
    with store.write() as connection:
        connection.exec_driver_sql("PRAGMA user_version=99")
    store.close()
    before = (made / name).read_bytes()
    with pytest.raises(NewerSchemaError, match="newer version"):
        Replica(made / name, key, device=DEVICE) if name == "replica.db" else Outbox(made / name, key)
    assert (made / name).read_bytes() == before
