"""The next release of the desktop, as far as its files are concerned: both stores have a newer form."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from sqlalchemy import Connection

from sync.replica.outbox import Outbox
from sync.replica.outbox_schema import STEPS
from sync.replica.replica_schema import VERSION


@contextmanager
def newer_program() -> Iterator[None]:
    """Inside, whoever opens a profile is that release."""
    with (
        patch("sync.replica.replica_file.VERSION", VERSION + 1),
        patch("sync.replica.replica_schema.VERSION", VERSION + 1),
        patch.object(Outbox.__init__, "__defaults__", ((*STEPS, _colours),)),
    ):
        yield


def _colours(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE command ADD COLUMN colour TEXT NOT NULL DEFAULT ''")
