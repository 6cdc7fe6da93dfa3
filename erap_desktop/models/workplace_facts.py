"""What the window itself shows of an opened profile: who works here, what waits where, what can be found."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from erap_desktop.models.queue_rows import plain

if TYPE_CHECKING:
    from erap_desktop.services.session import Session


class Findable(NamedTuple):
    """A case as the command palette finds it; `words`: those of number and name without case and accents."""

    id: UUID
    number: str
    applicant: str
    words: tuple[str, ...]


class WorkplaceFacts(NamedTuple):
    """`synthetic`: there is demo data among the cases. `contested`: cases that wait for somebody's choice."""

    person: str
    roles: tuple[str, ...]
    synthetic: bool
    contested: int
    cases: tuple[Findable, ...]


def read_facts(session: Session) -> WorkplaceFacts:
    """Runs on the database's thread."""
    rows = session.replica.rows()
    identity = session.identity
    return WorkplaceFacts(
        person=identity.display or identity.user,
        roles=identity.roles,
        synthetic=any(row.synthetic for row in rows),
        contested=sum(1 for row in rows if (row.contested or row.late_work) and not row.left),
        cases=tuple(_findable(row.id, row.number or "", row.applicant) for row in rows if not row.left),
    )


def _findable(id_: UUID, number: str, applicant: str) -> Findable:
    digits = number.rsplit("-", 1)[-1]
    words = (number, digits, digits.lstrip("0"), *plain(applicant).split())
    return Findable(id_, number, applicant, tuple(word for word in words if word))
