"""The outbox's tables, and the numbered steps that lead from one form of them to the next.

A step is never changed once it has been released: files made by it are out there. New forms are new steps.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

from sync.replica.durable import disk_error, sync_file, sync_folder
from sync.replica.store import Store, files_of
from sync.sqltypes import Bytes, Id, Utc

metadata = MetaData()

command = Table(
    "command",
    metadata,
    Column("place", Integer, primary_key=True),  # the order in which the person made them
    Column("device", Integer, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("id", Id, nullable=False, unique=True),
    Column("case_id", Id, nullable=False),
    Column("tag", String, nullable=False),
    Column("envelope", Bytes),  # None once the content is no longer needed, or may no longer be here
    Column("made_at", Utc, nullable=False),
    Column("state", String, nullable=False, server_default="saved"),
    Column("reason", String, nullable=False, server_default=""),
    Column("detail", String, nullable=False, server_default=""),
    Column("disposition", String),
    Column("acknowledged", Boolean, nullable=False, server_default="0"),
    UniqueConstraint("device", "seq"),
)
Index("command_by_case", command.c.case_id)
Index("command_by_state", command.c.state)

# Every number ever given. Rows of `command` go when their case leaves; the history stays whole.
history = Table(
    "history",
    metadata,
    Column("device", Integer, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("hash", Bytes, nullable=False),
    Column("chain", Bytes, nullable=False),
    Column("answered_at", Utc),  # server time at which it was first seen to be answered
    Column(
        "copy", String, nullable=False, server_default="kept"
    ),  # of the sealed copy: kept, pruned, reissued
    # The verdict the server gave, and its mark: should it ever forget, it is told its own word.
    Column("verdict", String, nullable=False, server_default=""),
    Column("reason", String, nullable=False, server_default=""),
    Column("receipt", Bytes),
)

identity = Table(
    "identity",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", LargeBinary, nullable=False),
)

draft = Table(
    "draft",
    metadata,
    Column("case_id", Id, primary_key=True),
    Column("what", String, primary_key=True),
    Column("body", Bytes, nullable=False),
)

wish = Table(
    "wish",
    metadata,
    Column("case_id", Id, primary_key=True),
    Column("wanted", String, nullable=False),
    Column("told", Boolean, nullable=False, server_default="0"),
)

meta = Table(
    "meta",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", String, nullable=False),
)

Step = Callable[[Connection], None]


def _first_form(connection: Connection) -> None:
    metadata.create_all(connection)


def _wishes(connection: Connection) -> None:
    wish.create(connection, checkfirst=True)


STEPS: tuple[Step, ...] = (_first_form, _wishes)


def migrate(store: Store, steps: Sequence[Step] = STEPS) -> None:
    """Brings the outbox to the newest form, in one transaction, after a copy of it as it was.

    Writers of other processes wait meanwhile. Raises DiskError or DiskFullError: the file is then as it was.
    """
    if store.version() >= len(steps):
        return
    with store.write() as connection:
        found = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
        if found:
            keep_copy(store, found)
        for step in steps[found:]:
            step(connection)
        connection.exec_driver_sql(f"PRAGMA user_version={len(steps)}")


def copy_before(path: Path, number: int) -> Path:
    """Where the outbox as it was in form `number` is kept."""
    return path.with_name(f"{path.name}.before-{number + 1}")


def remove_copies(path: Path) -> None:
    """Removes the copies from before a migration: they hold cases that have left since. Raises DiskError."""
    try:
        for copy in path.parent.glob(f"{path.name}.before-*"):
            copy.unlink(missing_ok=True)
    except OSError as error:
        raise disk_error(path, error) from error


def keep_copy(store: Store, number: int) -> None:
    """An encrypted copy under the same key, whole and on the medium when this returns."""
    target = copy_before(store.path, number)
    temp = target.with_name(target.name + ".new")
    for leftover in files_of(temp):
        leftover.unlink(missing_ok=True)
    try:
        store.copy_to(temp)
        sync_file(temp)
        temp.chmod(0o600)
        temp.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        raise disk_error(target, error) from error
    finally:
        temp.unlink(missing_ok=True)
