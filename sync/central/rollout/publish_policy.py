"""Policies: one is in force and new commands name it; every laptop gets it by the shared feed."""

from __future__ import annotations

from functools import lru_cache

from sqlalchemy import Connection, insert, select, update

from sync.casework.policy import Policy
from sync.casework.values import pack
from sync.central.feed.publish import Publication
from sync.central.store import objects
from sync.central.store.schema import policy as table
from sync.protocol import decoders


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


def policy_of(connection: Connection, agency: str, version: str) -> Policy | None:
    """The policy a command was made under; the current one where it names none."""
    chosen = table.c.version == version if version else table.c.current
    body = connection.execute(select(table.c.body).where(table.c.agency == agency, chosen)).scalar()
    return _decoded(body) if body else None


@lru_cache(maxsize=8)
def _decoded(body: bytes) -> Policy:
    """A policy is large, and the same for nearly every command."""
    return decoders.policy.decode(body)
