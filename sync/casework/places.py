"""Where people live and get mail. A place is deliverable (street, city, ZIP) or described in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sync.casework.values import Record


class Place(Record, frozen=True):
    """A place. `county` is the five-digit FIPS code; deliverable when it has a street and a ZIP code,
    described when `directions` says how to find it."""

    county: str = ""
    street: str = ""
    unit: str = ""
    city: str = ""
    state: str = "NM"
    zip: str = ""
    directions: str = ""
    nearest_road: str = ""
    latitude: float | None = None
    longitude: float | None = None

    @property
    def deliverable(self) -> bool:
        return bool(self.street and self.zip)


class Residence(Record, frozen=True):
    """A dated fact: from this day the household lives here. A move is a new fact, not an overwrite."""

    id: UUID
    place: Place
    mail: Place | None = None
    since: date | None = None
    until: date | None = None


class Tenancy(Record, frozen=True):
    """A dated fact: who rents what from whom at which rent (cents a month)."""

    id: UUID
    landlord: UUID | None = None
    rent_cents: int | None = None
    bedrooms: int | None = None
    kind: str = "house"
    lease: str = "written"
    owner_occupied: bool = False
    subsidised: bool = False
    since: date | None = None
    until: date | None = None
    months_behind: int | None = None


class Party(Record, frozen=True):
    """Somebody that several cases can share: landlord, agent, utility, authorised representative.

    Payment facts of a party are dated; `merged_into` is the alias a merge leaves.
    """

    id: UUID
    agency: str
    kind: str
    name: str
    version: int = 1
    phone: str = ""
    email: str = ""
    place: Place | None = None
    w9_on: date | None = None
    commitment_on: date | None = None
    merged_into: UUID | None = None


def known_as(parties: Mapping[UUID, Party], id_: UUID) -> Party | None:
    """The party that an identifier means now: what it was linked to, where that is here."""
    party = parties.get(id_)
    return parties.get(party.merged_into, party) if party and party.merged_into else party
