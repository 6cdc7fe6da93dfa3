"""When each laptop was last heard of: kept in memory by each process, written for all laptops together.

An exchange that brings nothing writes nothing (I14); what a process that is killed had in memory is at most a
minute old and comes again with the next exchange.
"""

from __future__ import annotations

from datetime import datetime
from threading import Lock

from sqlalchemy import Connection, bindparam, select, update

from sync.central.store.schema import device


class Contacts:
    """The latest contact of each laptop since they were last written. For several threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._latest: dict[int, datetime] = {}

    def heard(self, number: int, at: datetime) -> None:
        """A laptop has asked for something."""
        with self._lock:
            self._latest[number] = max(at, self._latest.get(number, at))

    def take(self) -> dict[int, datetime]:
        """Everything since the last time."""
        with self._lock:
            taken, self._latest = self._latest, {}
        return taken


def write(connection: Connection, agency: str, latest: dict[int, datetime]) -> list[int]:
    """Writes contacts. Answers with the laptops whose picture in the fleet is to follow: once an hour each.

    A laptop whose row is locked is pushing at this moment, which notes its contact too.
    """
    query = select(device.c.number, device.c.last_contact).where(
        device.c.agency == agency, device.c.number.in_(latest)
    )
    rows = connection.execute(query.with_for_update(skip_locked=True)).all()
    newer = [row for row in rows if row.last_contact is None or row.last_contact < latest[row.number]]
    if newer:
        mine = (device.c.agency == agency, device.c.number == bindparam("of_number"))
        given = [{"of_number": row.number, "last_contact": latest[row.number]} for row in newer]
        connection.execute(update(device).where(*mine), given)
    return sorted(row.number for row in newer if _hour(row.last_contact) != _hour(latest[row.number]))


def _hour(at: datetime | None) -> datetime | None:
    return at.replace(minute=0, second=0, microsecond=0) if at else None
