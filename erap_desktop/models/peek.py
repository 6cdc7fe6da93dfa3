"""The key facts of one case, to glance at without opening it: read on the database's thread, plain values."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

if TYPE_CHECKING:
    from erap_desktop.services.session import Session
    from sync.casework.case import Case


class Peek(NamedTuple):
    """`income_cents` is a year's; None where something is not known yet.

    `whole`: the case itself is here, not only its header.
    """

    id: UUID
    number: str
    applicant: str
    status: str
    due: date | None
    address: tuple[str, ...]
    county: str
    people: int
    children: int
    income_cents: int | None
    rent_cents: int | None
    landlord: str
    asked_cents: int
    asked_months: int
    eviction: date | None
    documents: int
    last_note: str
    last_note_by: str
    spoken: str
    interpreter: bool
    assignee: str
    whole: bool
    synthetic: bool


def read_peek(session: Session, case_id: UUID) -> Peek:
    """Raises NotHereError."""
    from erap_desktop.services.casefile import open_case
    from sync.casework.income import annual_income_cents

    view = open_case(session, case_id)
    case = view.case
    policy = session.policy()
    names = {person.user: person.display for person in session.people()}
    tenancy = case.tenancy
    landlord = view.parties.get(tenancy.landlord) if tenancy and tenancy.landlord else None
    note = max(case.notes.values(), key=lambda one: one.at, default=None)
    row = session.replica.row(case_id)
    today = session.clock().date()
    assignee = case.assignment.assignee or ""
    return Peek(
        id=case.id,
        number=case.number or "",
        applicant=case.applicant_name or (row.applicant if row else ""),
        status=case.status.value,
        due=case.due,
        address=_address(case),
        county=_county(case.county or (row.county if row else ""), policy.counties if policy else {}),
        people=len(case.people),
        children=sum(1 for one in case.people if one.born and _age(one.born, today) < 18),
        income_cents=annual_income_cents(case) if view.whole else None,
        rent_cents=tenancy.rent_cents if tenancy else None,
        landlord=landlord.name if landlord else "",
        asked_cents=sum(month.cents for month in case.months) or (row.asked_cents if row else 0),
        asked_months=len({month.month for month in case.months}),
        eviction=case.risk.eviction_date or (row.eviction_date if row else None),
        documents=len(case.documents),
        last_note=note.text if note else "",
        last_note_by=names.get(note.by, note.by) if note else "",
        spoken=case.languages.spoken,
        interpreter=case.languages.interpreter,
        assignee=names.get(assignee, assignee),
        whole=view.whole,
        synthetic=case.synthetic,
    )


def _county(code: str, counties: dict[str, str]) -> str:
    return counties.get(code, code)


def _address(case: Case) -> tuple[str, ...]:
    place = case.residence.place if case.residence else None
    if place is None:
        return ()
    if place.street:
        lines = (
            f"{place.street} {place.unit}".strip(),
            f"{place.city}, {place.state} {place.zip}".strip(" ,"),
        )
    else:
        lines = (place.directions, place.nearest_road)
    return tuple(line for line in lines if line)


def _age(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
