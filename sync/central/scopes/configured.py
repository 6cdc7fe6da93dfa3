"""The part of a caseworker's cases that the configuration lets come to their laptops."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import Connection, String, cast, select

from sync.central.store.schema import device, object_
from sync.protocol import decoders


class Brought:
    """Which statuses the laptops of some people bring, read once for all of them."""

    def __init__(self, connection: Connection, agency: str, users: set[str]) -> None:
        configuration = (
            (object_.c.agency == device.c.agency)
            & (object_.c.kind == "configuration")
            & (object_.c.id == cast(device.c.number, String))
        )
        rows = connection.execute(
            select(device.c.user, object_.c.body)
            .select_from(device.outerjoin(object_, configuration))
            .where(device.c.agency == agency, device.c.user.in_(users), device.c.revoked.is_(False))
        )
        self._scopes: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for row in rows:
            self._scopes[row.user].append(_scope(row.body))

    def to(self, user: str, status: str) -> bool:
        """True when any laptop of this person brings cases of this status. Without a setting all come."""
        scopes = self._scopes[user]
        return not scopes or any(not scope or status in scope for scope in scopes)


def _scope(body: bytes | None) -> tuple[str, ...]:
    if body is None:
        return ()
    return decoders.sync_configuration.decode(body).scope_statuses
