"""Puts a policy into force: new commands name it, and every laptop gets it by the shared feed."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select, update

from sync.casework.policy import Policy
from sync.casework.values import pack
from sync.central.feed.publish import Publication
from sync.central.store import objects
from sync.central.store.schema import policy as table


def put_in_force(connection: Connection, agency: str, policy: Policy) -> list[Publication]:
    """Stores a policy version and makes it the current one. A version, once stored, never changes."""
    known = connection.execute(
        select(table.c.version).where(table.c.agency == agency, table.c.version == policy.version)
    ).first()
    connection.execute(update(table).where(table.c.agency == agency).values(current=False))
    if known is None:
        connection.execute(
            insert(table).values(agency=agency, version=policy.version, body=pack(policy), current=True)
        )
    else:
        connection.execute(
            update(table)
            .where(table.c.agency == agency, table.c.version == policy.version)
            .values(current=True)
        )
    stored = objects.save(connection, agency, "policy", policy.version, pack(policy))
    return [Publication("shared", "policy", policy.version, stored.version)] if stored else []
