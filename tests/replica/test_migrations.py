"""The outbox moves to a newer form with a copy of the old one kept, or stays as it was."""

import stat
from pathlib import Path

import pytest
from sqlalchemy import Connection

from sync.protocol.messages import Wanted
from sync.replica import outbox_schema
from sync.replica.errors import DiskFullError, NewerSchemaError
from sync.replica.outbox import Outbox
from sync.replica.outbox_schema import STEPS, copy_before
from tests.replica.parts import OUTBOX_KEY, files_under, identity, name_id, python, save_note
from tests.replica.test_saving import no_space


def adds_a_column(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE command ADD COLUMN colour TEXT NOT NULL DEFAULT 'plain'")


def fails(connection: Connection) -> None:
    connection.exec_driver_sql("DROP TABLE draft")
    raise ZeroDivisionError


@pytest.fixture
def old(outbox: Outbox) -> Path:
    """An outbox of the first form with three commands, closed."""
    for name in "abc":
        save_note(outbox, name)
    outbox.close()
    return outbox.path


def ids(outbox: Outbox) -> list[object]:
    return [item.id for item in outbox.items()]


def test_a_migration_keeps_every_command_and_a_copy_of_the_old_file(old: Path) -> None:
    outbox = Outbox(old, OUTBOX_KEY, steps=(*STEPS, adds_a_column))
    assert ids(outbox) == [name_id(name) for name in "abc"]
    assert outbox.identity() == identity()
    assert save_note(outbox, "d").seq == 4
    outbox.check()
    outbox.close()
    copy = copy_before(old, len(STEPS))
    assert copy.name == f"outbox.db.before-{len(STEPS) + 1}"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert b"SQLite format" not in copy.read_bytes()
    before = Outbox(copy, OUTBOX_KEY)
    assert ids(before) == [name_id(name) for name in "abc"]
    before.check()
    before.close()


def test_the_first_form_gets_the_table_of_wishes(tmp_path: Path) -> None:
    path = tmp_path / "first" / "outbox.db"
    first = Outbox(path, OUTBOX_KEY, steps=STEPS[:1])
    with first._store.write() as connection:
        connection.exec_driver_sql("DROP TABLE wish")  # the first form of today's tables has it already
    first.close()
    outbox = Outbox(path, OUTBOX_KEY)
    outbox.note_wish(name_id("case 1"), Wanted.READ)
    assert outbox.wishes(9) == {name_id("case 1"): Wanted.READ}
    outbox.close()


def test_a_migration_happens_once(old: Path) -> None:
    steps = (*STEPS, adds_a_column)
    Outbox(old, OUTBOX_KEY, steps=steps).close()
    copy_before(old, len(STEPS)).unlink()
    Outbox(old, OUTBOX_KEY, steps=steps).close()
    assert not copy_before(old, len(STEPS)).exists()


def test_a_step_that_fails_leaves_the_file_as_it_was(old: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        Outbox(old, OUTBOX_KEY, steps=(*STEPS, fails))
    outbox = Outbox(old, OUTBOX_KEY)
    assert ids(outbox) == [name_id(name) for name in "abc"]
    outbox.keep_draft(name_id("case 1"), "note", b"the table is there")
    outbox.close()


def test_without_room_for_the_copy_nothing_is_migrated(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = old.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(outbox_schema, "sync_file", no_space)
        with pytest.raises(DiskFullError):
            Outbox(old, OUTBOX_KEY, steps=(*STEPS, adds_a_column))
    assert old.read_bytes() == before
    assert [file.name for file in files_under(old.parent) if "before" in file.name] == []
    Outbox(old, OUTBOX_KEY).close()


def test_an_older_program_refuses_what_a_newer_one_wrote(old: Path) -> None:
    Outbox(old, OUTBOX_KEY, steps=(*STEPS, adds_a_column)).close()
    before = old.read_bytes()
    with pytest.raises(NewerSchemaError):
        Outbox(old, OUTBOX_KEY)
    assert old.read_bytes() == before


def test_two_starts_at_once_migrate_once(old: Path) -> None:
    code = """
import sys
from pathlib import Path
from sync.replica.outbox import Outbox
from sync.replica.outbox_schema import STEPS
from tests.replica.parts import OUTBOX_KEY
from tests.replica.test_migrations import adds_a_column
outbox = Outbox(Path(sys.argv[1]), OUTBOX_KEY, steps=(*STEPS, adds_a_column))
print(len(outbox.items()))
outbox.close()
"""
    both = [python(code, old) for _ in range(2)]
    for process in both:
        said, errors = process.communicate(timeout=60)
        assert (said, errors) == ("3\n", "")


def test_the_tables_are_those_of_the_last_step(outbox: Outbox) -> None:
    """A new column needs a new step, not a change of the first one."""
    with outbox._store.read() as connection:
        found = {
            name: [row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info({name})")]
            for name in outbox_schema.metadata.tables
        }
    assert found == {
        name: [column.name for column in table.columns]
        for name, table in outbox_schema.metadata.tables.items()
    }
