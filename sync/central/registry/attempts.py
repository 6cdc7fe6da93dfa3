"""Failed enrolments, counted for a while: nobody tries codes again and again, at whichever process."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, func, insert, select

from sync.central.store.schema import enrol_failure

WINDOW = timedelta(minutes=15)
PER_USER, PER_ADDRESS = 10, 50  # a whole office may share one address


class LockedError(ValueError):
    """Too many failures of this user's codes, or from this address; nothing was looked at."""


def subjects(user: str, address: str) -> dict[str, int]:
    """What failures are counted of, and how many are let pass."""
    return {f"user:{user[:64]}": PER_USER, f"address:{address[:64]}": PER_ADDRESS}


def check(connection: Connection, agency: str, limits: Mapping[str, int], now: datetime) -> None:
    """Raises LockedError while there have been too many failures."""
    table = enrol_failure
    rows = connection.execute(
        select(table.c.subject, func.count().label("failures"))
        .where(table.c.agency == agency, table.c.subject.in_(limits), table.c.at > now - WINDOW)
        .group_by(table.c.subject)
    )
    if any(row.failures >= limits[row.subject] for row in rows):
        minutes = int(WINDOW.total_seconds() // 60)
        raise LockedError(f"too many wrong codes; wait {minutes} minutes, or ask for a new code")


def note(connection: Connection, agency: str, limits: Mapping[str, int], now: datetime) -> None:
    """Counts one failure; those that no longer count are removed."""
    connection.execute(
        delete(enrol_failure).where(enrol_failure.c.agency == agency, enrol_failure.c.at <= now - WINDOW)
    )
    connection.execute(
        insert(enrol_failure), [{"agency": agency, "subject": subject, "at": now} for subject in limits]
    )


def forgive(connection: Connection, agency: str, user: str) -> None:
    """A new code is a new beginning for its user."""
    mine = (enrol_failure.c.agency == agency, enrol_failure.c.subject == f"user:{user[:64]}")
    connection.execute(delete(enrol_failure).where(*mine))
