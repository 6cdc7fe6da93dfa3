"""The laptops of the agency and their settings, as an administrator sees and sets them."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

import msgspec

from erap_desktop.services.session import Session
from sync.protocol.administration import Configure
from sync.protocol.envelope import EnvelopeError, decode_envelope
from sync.protocol.messages import Laptop, SyncConfiguration
from sync.replica.outbox import PendingCommand

_TAG = str(Configure.__struct_config__.tag)
STANDARD, CONFIRMED, SENT, REVOKED = "standard", "confirmed", "sent", "revoked"


class FleetLaptop(NamedTuple):
    """One laptop. `sent` is the version of the settings made for it, `confirmed` the one it says it follows.

    `state`: standard (never configured) | sent (not confirmed yet) | confirmed | revoked.
    """

    device: int
    user: str
    person: str
    office: str
    name: str
    enrolled: datetime
    sent: int
    confirmed: int
    confirmed_at: datetime | None
    last_contact: datetime | None
    state: str

    @property
    def id(self) -> int:
        """What a list knows it by."""
        return self.device


class PendingSettings(NamedTuple):
    """Settings that are saved here and not confirmed by the server. `state`: saved | received."""

    command: UUID
    settings: Configure
    made_at: datetime
    state: str


class Audience(NamedTuple):
    """Whom settings are for; both empty: everyone."""

    users: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()


class Fleet(NamedTuple):
    """`present` is what this laptop itself follows; others may follow other settings."""

    laptops: tuple[FleetLaptop, ...]
    pending: tuple[PendingSettings, ...]
    present: SyncConfiguration
    people: tuple[tuple[str, str], ...]
    offices: tuple[str, ...]
    as_of: datetime | None
    now: datetime

    @property
    def active(self) -> tuple[FleetLaptop, ...]:
        """Laptops that still sync."""
        return tuple(one for one in self.laptops if one.state != REVOKED)

    def reached_by(self, audience: Audience) -> tuple[FleetLaptop, ...]:
        """The laptops some settings would go to, by the server's own rule."""
        return tuple(
            one
            for one in self.active
            if (not audience.users or one.user in audience.users)
            and (not audience.offices or one.office in audience.offices)
        )


def fleet(session: Session) -> Fleet:
    """Reads the laptops, the settings and what waits to be sent."""
    people = {person.user: person for person in session.people()}
    laptops = tuple(
        _laptop(
            one, people[one.user].display if one.user in people else one.user, _office(people.get(one.user))
        )
        for one in session.replica.laptops()
    )
    owners = sorted({(one.user, one.person) for one in laptops if one.state != REVOKED})
    return Fleet(
        laptops=laptops,
        pending=tuple(_pending(session.outbox.pending())),
        present=session.replica.configuration() or SyncConfiguration(version=0),
        people=tuple(owners),
        offices=tuple(sorted({one.office for one in laptops if one.office and one.state != REVOKED})),
        as_of=session.replica.last_as_of(),
        now=session.clock(),
    )


def _office(person: object) -> str:
    return str(getattr(person, "office", ""))


def _laptop(one: Laptop, person: str, office: str) -> FleetLaptop:
    if one.revoked:
        state = REVOKED
    elif one.configuration == 0:
        state = STANDARD
    else:
        state = CONFIRMED if one.acknowledged >= one.configuration else SENT
    return FleetLaptop(
        device=one.device,
        user=one.user,
        person=person or one.user,
        office=office,
        name=one.name,
        enrolled=one.enrolled,
        sent=one.configuration,
        confirmed=one.acknowledged,
        confirmed_at=one.acknowledged_at,
        last_contact=one.last_contact,
        state=state,
    )


def _pending(waiting: tuple[PendingCommand, ...]) -> list[PendingSettings]:
    found = []
    for one in waiting:
        if one.tag != _TAG or one.state not in ("saved", "received"):
            continue
        try:
            body = decode_envelope(one.envelope).body
            settings = msgspec.msgpack.decode(bytes(body), type=Configure)
        except (EnvelopeError, msgspec.DecodeError, msgspec.ValidationError):
            continue
        found.append(PendingSettings(one.id, settings, one.made_at, one.state))
    return found
