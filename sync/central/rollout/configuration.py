"""Sync configuration: a command of an administrator becomes an object in the feed of each laptop it is for.

The cursor of that feed is the acknowledgement.
"""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace
from sqlalchemy import Connection, select, update

from sync.casework.commands import Actor
from sync.casework.values import Role, pack
from sync.casework.verdict import Reason, Ruling, accepted, rejected
from sync.central.feed.publish import Publication
from sync.central.registry.devices import laptop_lock, publish_laptop
from sync.central.scopes.membership import reader_changes
from sync.central.store import objects
from sync.central.store.database import lock
from sync.central.store.schema import case, device, entry, user
from sync.protocol import decoders
from sync.protocol.administration import Configure, problem
from sync.protocol.messages import SyncConfiguration

_SETTINGS = (
    "poll_seconds",
    "scope_statuses",
    "max_document_bytes",
    "document_budget_bytes",
    "idle_lock_minutes",
    "lease_days",
    "metered",
    "quiet_hours",
)


def administer(
    connection: Connection, agency: str, actor: Actor, settings: Configure, changes: list[Publication]
) -> Ruling:
    """Applies new settings. Deny by default."""
    if not actor.is_(Role.ADMINISTRATOR):
        return rejected(Reason.NOT_ALLOWED)
    wrong = problem(settings)
    if wrong:
        return rejected(Reason.INVALID_FIELD, wrong)
    laptops = _audience(connection, agency, settings)
    if not laptops:
        return rejected(Reason.NO_SUCH_PERSON, "no laptop belongs to this audience")
    lock(connection, *(laptop_lock(agency, number) for number in laptops))
    for number in laptops:
        changes += _configure(connection, agency, number, settings, actor.user)
    if settings.scope_statuses is not None:
        changes += _rescope(connection, agency, laptops)
    return accepted()


def _rescope(connection: Connection, agency: str, laptops: list[int]) -> list[Publication]:
    """Brings or takes away the cases of these laptops' people, as the new settings say."""
    people = select(device.c.user).where(device.c.agency == agency, device.c.number.in_(laptops))
    held = select(case.c.id).where(case.c.agency == agency, case.c.assignee.in_(people)).order_by(case.c.id)
    ids = list(connection.execute(held).scalars())
    lock(connection, *(f"case:{agency}:{id_}" for id_ in ids))
    held_cases = objects.load_all(connection, agency, [("case", str(id_)) for id_ in ids])
    cases = [decoders.case.decode(stored.body) for stored in held_cases.values()]
    return reader_changes(connection, agency, cases)


def _audience(connection: Connection, agency: str, settings: Configure) -> list[int]:
    query = (
        select(device.c.number)
        .join(user, (user.c.agency == device.c.agency) & (user.c.name == device.c.user))
        .where(device.c.agency == agency, device.c.revoked.is_(False), device.c.number > 0)
        .order_by(device.c.number)
    )
    if settings.users:
        query = query.where(device.c.user.in_(settings.users))
    if settings.offices:
        query = query.where(user.c.office.in_(settings.offices))
    return list(connection.execute(query).scalars())


def configuration_of(connection: Connection, agency: str, number: int) -> SyncConfiguration:
    """What a laptop is to follow now."""
    stored = objects.load(connection, agency, "configuration", str(number))
    if stored is None:
        return SyncConfiguration(version=0)
    return decoders.sync_configuration.decode(stored.body)


def _configure(
    connection: Connection, agency: str, number: int, settings: Configure, by: str
) -> list[Publication]:
    now = configuration_of(connection, agency, number)
    given: dict[str, Any] = {
        name: getattr(settings, name) for name in _SETTINGS if getattr(settings, name) is not None
    }
    new = replace(now, version=now.version + 1, note=settings.note, by=by, **given)
    stored = objects.save(connection, agency, "configuration", str(number), pack(new))
    assert stored is not None  # the version always rises
    connection.execute(
        update(device)
        .where(device.c.agency == agency, device.c.number == number)
        .values(configuration=new.version)
    )
    put = Publication(f"device:{number}", "configuration", str(number), stored.version)
    return [put, *publish_laptop(connection, agency, number)]


def acknowledge(connection: Connection, agency: str, row: Any, cursor: int, at: object) -> list[Publication]:
    """Notes that a laptop holds its configuration, once its cursor has passed it."""
    if row.acknowledged >= row.configuration:
        return []
    held = connection.execute(
        select(entry.c.number)
        .where(
            entry.c.agency == agency,
            entry.c.feed == f"device:{row.number}",
            entry.c.kind == "configuration",
        )
        .order_by(entry.c.number.desc())
        .limit(1)
    ).scalar()
    if held is None or cursor < held:
        return []
    connection.execute(
        update(device)
        .where(device.c.agency == agency, device.c.number == row.number)
        .values(acknowledged=row.configuration, acknowledged_at=at, last_contact=at)
    )
    return publish_laptop(connection, agency, row.number)
