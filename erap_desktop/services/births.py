"""Applications that begin on a laptop: a walk-in, a paper form, a note for a case that isn't here.

The office gives the number, and links, assigns or merges what it already knew.
"""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from erap_desktop.services.errors import RefusedError, ServiceError
from erap_desktop.services.session import Session
from erap_desktop.services.work import Done, note, perform
from sync.casework.case import Case
from sync.casework.commands import OpenCase
from sync.casework.household import Member
from sync.casework.places import Party, Place, Residence, Tenancy
from sync.casework.policy import Policy
from sync.casework.verdict import Reason


class Application(NamedTuple):
    """What is known at the table. `county` is a name or a FIPS code; rent in cents a month."""

    applicant: str
    county: str
    phone: str = ""
    landlord: str = ""
    rent_cents: int | None = None
    remark: str = ""


class Born(NamedTuple):
    """The new case and the command that opens it."""

    case: UUID
    done: Done


def new_case(session: Session, told: Application) -> Born:
    """Saves a new application. Raises RefusedError or ServiceError; then nothing was saved."""
    policy = session.policy()
    if policy is None:
        raise RefusedError(Reason.NOT_UNDERSTOOD)
    if not told.applicant.strip():
        raise ServiceError("an application needs the applicant's name; nothing was saved", key="no_applicant")
    case, parties = _case(session, policy, told)
    done = perform(session, case.id, OpenCase(case=case, parties=parties))
    if told.remark.strip():
        note(session, case.id, told.remark.strip())
    return Born(case.id, done)


def _case(session: Session, policy: Policy, told: Application) -> tuple[Case, tuple[Party, ...]]:
    agency, id_ = session.identity.agency, session.new_id()
    person = Member(id=session.new_id(), name=told.applicant.strip())
    home = Residence(id=session.new_id(), place=Place(county=county_code(policy, told.county)))
    parties: tuple[Party, ...] = ()
    tenancy = Tenancy(id=session.new_id(), rent_cents=told.rent_cents)
    if told.landlord.strip():
        party = Party(id=session.new_id(), agency=agency, kind="landlord", name=told.landlord.strip())
        parties, tenancy = (party,), Tenancy(id=tenancy.id, landlord=party.id, rent_cents=told.rent_cents)
    case = Case(
        id=id_,
        agency=agency,
        program=policy.program.id,
        applicant=person.id,
        members={person.id: person},
        residences={home.id: home},
        tenancies={tenancy.id: tenancy},
        phone=told.phone.strip(),
    )
    return case, parties


def county_code(policy: Policy, typed: str) -> str:
    """The FIPS code of a county of this program, from its code or name. Raises ServiceError."""
    wanted = typed.strip().casefold()
    for code, name in policy.counties.items():
        if wanted in (code, name.casefold(), name.casefold().removesuffix(" county")):
            return code
    raise ServiceError(f"there is no county {typed!r} in this program; nothing was saved", key="no_county")


def counties(session: Session) -> tuple[tuple[str, str], ...]:
    """Code and name of every county of the program, by name; empty before the rules are here."""
    policy = session.policy()
    return tuple(sorted(policy.counties.items(), key=lambda one: one[1])) if policy else ()
