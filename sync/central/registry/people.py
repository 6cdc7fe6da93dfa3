"""Offices and people. A person's name is a slug that never changes; the display name may."""

from __future__ import annotations

import re
from typing import NamedTuple

from sqlalchemy import Connection, insert, select

from sync.casework.commands import Actor
from sync.casework.values import Role, pack
from sync.central.feed.publish import Publication
from sync.central.store import objects
from sync.central.store.schema import office, user
from sync.protocol.messages import Person

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,31}")


class RegistryError(ValueError):
    """A name that can't be used or isn't known; the text says so plainly."""


class Account(NamedTuple):
    """One member of staff."""

    name: str
    display: str
    office: str
    role: Role
    active: bool


def add_person(
    connection: Connection, agency: str, name: str, role: str, in_office: str, display: str = ""
) -> list[Publication]:
    """Adds a person and, if need be, the office. Raises RegistryError."""
    if not _NAME.fullmatch(name):
        raise RegistryError(f"{name!r} is no user name: lower-case letters, digits, . _ -, at most 32")
    if not _NAME.fullmatch(in_office):
        raise RegistryError(f"{in_office!r} is no office name: lower-case letters, digits, . _ -, at most 32")
    if find_person(connection, agency, name) is not None:
        raise RegistryError(f"there is already a user {name}")
    known = connection.execute(
        select(office.c.name).where(office.c.agency == agency, office.c.name == in_office)
    ).first()
    if known is None:
        connection.execute(insert(office).values(agency=agency, name=in_office))
    shown = display or name
    connection.execute(
        insert(user).values(
            agency=agency, name=name, display=shown, office=in_office, role=Role(role).value, active=True
        )
    )
    person = Person(user=name, display=shown, office=in_office, roles=(role,))
    stored = objects.save(connection, agency, "person", name, pack(person))
    return [Publication("shared", "person", name, stored.version)] if stored else []


def find_person(connection: Connection, agency: str, name: str) -> Account | None:
    """A person by name, active or not."""
    row = connection.execute(select(user).where(user.c.agency == agency, user.c.name == name)).first()
    return Account(row.name, row.display, row.office, Role(row.role), row.active) if row else None


def caseworkers(connection: Connection, agency: str) -> dict[str, str]:
    """Active caseworkers and their offices: whom a case may be assigned to."""
    rows = connection.execute(
        select(user.c.name, user.c.office).where(
            user.c.agency == agency, user.c.active, user.c.role == Role.CASEWORKER.value
        )
    )
    return {row.name: row.office for row in rows}


def actor(account: Account) -> Actor:
    """The person as the reducer sees them. Nobody inactive has any role."""
    roles = frozenset({account.role}) if account.active else frozenset()
    return Actor(user=account.name, roles=roles, offices=frozenset({account.office}))


SYSTEM = Actor(user="central", roles=frozenset({Role.SYSTEM}))
