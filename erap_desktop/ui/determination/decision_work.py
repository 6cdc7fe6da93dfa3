"""What the determination asks of the services, each a function of the session for the database's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

if TYPE_CHECKING:
    from erap_desktop.services.session import Session
    from erap_desktop.services.work import Done
    from erap_desktop.services.worksheet import Determination, Stamp
    from sync.casework.commands import AnyBody


class Loaded(NamedTuple):
    """A worksheet with the draft of its decision."""

    sheet: Determination
    draft: dict[str, object]


class Saved(NamedTuple):
    """A decision that is saved, and the case that comes next, if one does."""

    done: Done
    next_case: UUID | None


def load(session: Session, case_id: UUID) -> Loaded:
    """Raises NotHereError."""
    from erap_desktop.services.deciding import DRAFT
    from erap_desktop.services.drafts import read_draft
    from erap_desktop.services.worksheet import determination

    return Loaded(determination(session, case_id), read_draft(session, case_id, DRAFT))


def try_out(session: Session, case_id: UUID, body: AnyBody, seen: Stamp) -> AnyBody:
    """Raises RefusedError when the rules don't allow it."""
    from erap_desktop.services.deciding import try_out as ask

    return ask(session, case_id, body, seen)


def make(session: Session, case_id: UUID, body: AnyBody, seen: Stamp) -> Saved:
    """Saves the decision. Raises RefusedError; then nothing was saved."""
    from erap_desktop.services.deciding import make as save
    from erap_desktop.services.worksheet import next_case

    return Saved(save(session, case_id, body, seen), next_case(session, case_id))


def take_back(session: Session, command: UUID) -> Done:
    """Takes back what has not left this laptop. Raises ServiceError."""
    from erap_desktop.services.work import withdraw

    return withdraw(session, command)


def keep(session: Session, case_id: UUID, values: dict[str, object]) -> None:
    """Keeps what is chosen and typed."""
    from erap_desktop.services.deciding import DRAFT
    from erap_desktop.services.drafts import keep_draft

    keep_draft(session, case_id, DRAFT, values)
