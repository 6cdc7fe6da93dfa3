"""Whole cases supervisors asked to read: they enter the reader's feed, and leave it again unless pinned."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Connection, and_, delete, insert, or_, select, update

from sync.casework.values import Role
from sync.central.feed.publish import Publication
from sync.central.registry.people import Account
from sync.central.scopes.membership import reader_changes
from sync.central.store.database import lock
from sync.central.store.schema import watch
from sync.central.verdicts.effects import load_case
from sync.protocol.messages import ExchangeRequest

KEPT = timedelta(days=14)  # a case that was asked for and not pinned


def ask(
    connection: Connection, agency: str, account: Account, request: ExchangeRequest, at: datetime
) -> list[Publication]:
    """Takes a reader's wishes in. Only supervisors have any; what they may not read doesn't come for it."""
    if account.role is not Role.SUPERVISOR:
        return []
    gone = set(request.unwant)
    kept = {*request.want, *request.pin} - gone
    cases = sorted(kept | gone)
    _lock(connection, agency, cases)
    mine = and_(watch.c.agency == agency, watch.c.user == account.name)
    connection.execute(delete(watch).where(mine, watch.c.case.in_(gone)))
    known = set(connection.execute(select(watch.c.case).where(mine, watch.c.case.in_(kept))).scalars())
    row = {"agency": agency, "user": account.name, "asked": at, "pinned": False}
    new = [row | {"case": case} for case in sorted(kept - known)]
    if new:
        connection.execute(insert(watch), new)
    connection.execute(update(watch).where(mine, watch.c.case.in_(known)).values(asked=at))
    connection.execute(update(watch).where(mine, watch.c.case.in_(request.pin)).values(pinned=True))
    return _published(connection, agency, cases)


def expire(connection: Connection, agency: str, now: datetime) -> list[Publication]:
    """Ends what was asked for a while ago and not pinned."""
    unasked = or_(watch.c.asked.is_(None), watch.c.asked < now - KEPT)
    old = and_(watch.c.agency == agency, watch.c.pinned.is_(False), unasked)
    cases = sorted(set(connection.execute(select(watch.c.case).where(old)).scalars()))
    if not cases:
        return []
    _lock(connection, agency, cases)
    connection.execute(delete(watch).where(old, watch.c.case.in_(cases)))
    return _published(connection, agency, cases)


def _lock(connection: Connection, agency: str, cases: list[UUID]) -> None:
    lock(connection, *(f"case:{agency}:{case}" for case in cases))


def _published(connection: Connection, agency: str, cases: list[UUID]) -> list[Publication]:
    found = (load_case(connection, agency, case) for case in cases)
    return reader_changes(connection, agency, [case for case in found if case is not None])
