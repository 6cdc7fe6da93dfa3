"""The part of a caseworker's cases that the configuration lets come to their laptops."""

from __future__ import annotations

from sqlalchemy import Connection, String, cast, select

from sync.central.store.schema import device, object_
from sync.protocol import decoders


def brought(connection: Connection, agency: str, user: str, status: str) -> bool:
    """True when any laptop of this person brings cases of this status. Without a setting all are brought."""
    configuration = (
        (object_.c.agency == device.c.agency)
        & (object_.c.kind == "configuration")
        & (object_.c.id == cast(device.c.number, String))
    )
    rows = connection.execute(
        select(object_.c.body)
        .select_from(device.outerjoin(object_, configuration))
        .where(device.c.agency == agency, device.c.user == user, device.c.revoked.is_(False))
    ).scalars()
    scopes = [_scope(body) for body in rows]
    return not scopes or any(not scope or status in scope for scope in scopes)


def _scope(body: bytes | None) -> tuple[str, ...]:
    if body is None:
        return ()
    return decoders.sync_configuration.decode(body).scope_statuses
