"""Opening an encrypted database: every setting is what was promised, or nothing is opened."""

import os
import stat
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from sync.replica import cipher
from sync.replica.errors import SettingsError, UnsafeSqliteError
from sync.replica.outbox import Outbox
from sync.replica.replica import Replica
from sync.replica.store import Store
from tests.replica.parts import (
    DEVICE,
    OUTBOX_KEY,
    REPLICA_KEY,
    files_under,
    frame,
    identity,
    make_case,
    put,
    save_note,
)

PROMISED = {
    "journal_mode": "wal",
    "synchronous": "2",
    "temp_store": "2",
    "secure_delete": "1",
    "cell_size_check": "1",
    "foreign_keys": "1",
    "trusted_schema": "0",
}


def fill(profile: Path, secret: str = "a remark") -> None:
    """An outbox with a saved note and a replica with a case, closed again."""
    outbox = Outbox(profile / "outbox.db", OUTBOX_KEY)
    outbox.set_identity(identity())
    save_note(outbox, "note", secret)
    outbox.keep_draft(make_case("c").id, "note", secret.encode())
    outbox.close()
    replica = Replica(profile / "replica.db", REPLICA_KEY, device=DEVICE)
    replica.apply(frame(0, 1, put(make_case("c", applicant=secret, note=secret))))
    replica.close()


@pytest.mark.parametrize(("name", "value"), PROMISED.items())
def test_every_connection_has_the_settings_that_were_promised(tmp_path: Path, name: str, value: str) -> None:
    store = Store(tmp_path / "a.db", OUTBOX_KEY, newest=1, may_be_missing=False)
    with store.read() as reader, store.outside_transaction() as another:
        assert str(reader.exec_driver_sql(f"PRAGMA {name}").scalar_one()) == value
        assert str(another.execute(f"PRAGMA {name}").fetchone()[0]) == value
    store.close()


def test_a_setting_that_does_not_take_refuses_to_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ignored = [(n, "OFF" if n == "foreign_keys" else v, back) for n, v, back in cipher.SETTINGS]
    monkeypatch.setattr(cipher, "SETTINGS", tuple(ignored))
    with pytest.raises(SettingsError, match="foreign_keys is '0' and not '1'"):
        Store(tmp_path / "a.db", OUTBOX_KEY, newest=1, may_be_missing=False)


def test_an_sqlite_that_loses_data_refuses_to_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlcipher, "sqlite_version_info", (3, 51, 2))
    with pytest.raises(UnsafeSqliteError):
        Store(tmp_path / "a.db", OUTBOX_KEY, newest=1, may_be_missing=False)


@pytest.mark.parametrize("key", [b"", bytes(31), bytes(33)])
def test_a_key_of_another_length_is_refused_and_not_shown(tmp_path: Path, key: bytes) -> None:
    with pytest.raises(ValueError, match="exactly 32 bytes"):
        Outbox(tmp_path / "outbox.db", key)
    assert files_under(tmp_path) == []


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        outbox = Outbox(tmp_path / "outbox.db", OUTBOX_KEY)
        outbox.set_identity(identity())
        save_note(outbox, "note")
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in files_under(tmp_path)}
        outbox.close()
    finally:
        os.umask(before)
    assert set(modes) >= {"outbox.db", "outbox.db-wal", "outbox.db-shm", f"{DEVICE}-1.sealed"}
    assert set(modes.values()) == {0o600}
    assert stat.S_IMODE((tmp_path / "sealed").stat().st_mode) == 0o700


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_a_file_that_others_may_read_is_closed_to_them(tmp_path: Path) -> None:
    fill(tmp_path)
    (tmp_path / "outbox.db").chmod(0o644)
    Outbox(tmp_path / "outbox.db", OUTBOX_KEY).close()
    assert stat.S_IMODE((tmp_path / "outbox.db").stat().st_mode) == 0o600


def test_no_text_is_ever_readable_in_any_file(tmp_path: Path) -> None:
    secret = "Wilhelmina Canary-Tso"
    outbox = Outbox(tmp_path / "outbox.db", OUTBOX_KEY)
    outbox.set_identity(identity())
    save_note(outbox, "note", secret)
    replica = Replica(tmp_path / "replica.db", REPLICA_KEY, device=DEVICE)
    replica.apply(frame(0, 1, put(make_case("c", applicant=secret, note=secret))))
    while_open = {file.name: file.read_bytes() for file in files_under(tmp_path)}
    outbox.close()
    replica.close()
    after = {file.name: file.read_bytes() for file in files_under(tmp_path)}
    for content in (*while_open.values(), *after.values()):
        assert b"Canary" not in content
        assert b"canary" not in content
        assert b"SQLite format" not in content


def test_two_opened_at_once_see_each_others_commits(outbox: Outbox) -> None:
    other = Outbox(outbox.path, OUTBOX_KEY)
    before = outbox.data_version()
    assert outbox.data_version() == before
    save_note(other, "note")
    assert outbox.data_version() != before
    assert [item.seq for item in outbox.items()] == [1]
    other.close()


def test_a_whole_file_passes_its_checks(outbox: Outbox, replica: Replica) -> None:
    save_note(outbox, "note")
    replica.apply(frame(0, 1, put(make_case("c"))))
    outbox.check()
    replica.check()


def test_no_error_shows_a_value_or_the_key(tmp_path: Path) -> None:
    fill(tmp_path, "Canary Tso")
    damaged = bytearray((tmp_path / "outbox.db").read_bytes())
    damaged[100] ^= 1
    (tmp_path / "outbox.db").write_bytes(damaged)
    try:
        Outbox(tmp_path / "outbox.db", OUTBOX_KEY)
    except RuntimeError as error:
        cause = error.__cause__
        shown = f"{error!r} {error} {cause!r} {cause}"
    assert "Canary" not in shown
    assert OUTBOX_KEY.hex() not in shown
