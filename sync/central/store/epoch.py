"""The server's epoch: one unbroken history of its store. A restore from a backup begins another.

Numbers and versions of the lost history are given out again, for other things, so whoever knows the lost ones
must begin anew. An epoch's number is the second it began, so that two restores of one backup differ; nothing
is decided by it.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, ScalarSelect, Select, insert, select, update

from sync.central.store.schema import counter

FIRST = 1
SKIPPED = 1_000  # numbers of laptops and cases that the lost history may have given out
_NAME = "server_epoch"


def epoch_of(agency: str | ColumnElement[str]) -> ScalarSelect[Any]:
    """For a query: the epoch, NULL in a store that was never restored."""
    return _kept(agency).scalar_subquery()


def current(connection: Connection, agency: str) -> int:
    """The epoch now."""
    return connection.execute(_kept(agency)).scalar() or FIRST


def begin(connection: Connection, agency: str, now: datetime) -> int:
    """Begins the next epoch. Skips numbers, so that none the lost history gave is given to another."""
    before = current(connection, agency)
    epoch = max(int(now.timestamp()), before + 1)
    mine = (counter.c.agency == agency, counter.c.name == _NAME)
    if connection.execute(update(counter).where(*mine).values(value=epoch)).rowcount == 0:
        connection.execute(insert(counter).values(agency=agency, name=_NAME, value=epoch))
    given = (counter.c.agency == agency, counter.c.name.in_(("device", "case_number")))
    connection.execute(update(counter).where(*given).values(value=counter.c.value + SKIPPED))
    return epoch


def _kept(agency: str | ColumnElement[str]) -> Select[Any]:
    return select(counter.c.value).where(counter.c.agency == agency, counter.c.name == _NAME)
