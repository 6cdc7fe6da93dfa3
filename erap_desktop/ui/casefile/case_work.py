"""What the case file asks of the services, each a function of the session for the database's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

if TYPE_CHECKING:
    from erap_desktop.services.casepage import CasePage
    from erap_desktop.services.session import Session
    from erap_desktop.services.work import Done
    from sync.casework.commands import AnyBody

NOTE = "note"


class Loaded(NamedTuple):
    """A case with the note that was being written."""

    page: CasePage
    note: str


def load(session: Session, case_id: UUID) -> Loaded:
    """Raises NotHereError."""
    from erap_desktop.services.casepage import load_page
    from erap_desktop.services.drafts import read_draft

    return Loaded(load_page(session, case_id), str(read_draft(session, case_id, NOTE).get("text", "")))


def perform(session: Session, case_id: UUID, body: AnyBody) -> Done:
    """Saves one command. Raises RefusedError."""
    from erap_desktop.services.work import perform as save

    return save(session, case_id, body)


def write_note(session: Session, case_id: UUID, text: str) -> Done:
    """Saves a note, and then forgets its draft: a crash between the two repeats the draft, never loses it."""
    from erap_desktop.services.drafts import drop_draft
    from erap_desktop.services.work import note

    done = note(session, case_id, text)
    drop_draft(session, case_id, NOTE)
    return done


def take_back(session: Session, command: UUID) -> Done:
    """Takes back what has not left this laptop. Raises ServiceError."""
    from erap_desktop.services.work import withdraw

    return withdraw(session, command)


def keep_note(session: Session, case_id: UUID, text: str) -> None:
    """Keeps what is being typed."""
    from erap_desktop.services.drafts import keep_draft

    keep_draft(session, case_id, NOTE, {"text": text})


def changed_by_others(before: CasePage, after: CasePage) -> bool:
    """Whether the server's copy holds more than this laptop's own commands that have arrived since."""
    if before.view.base is None or after.view.base is None or not before.view.whole:
        return False
    arrived = {one.id for one in before.waiting} - {one.id for one in after.waiting}
    return after.view.base.version > before.view.base.version + len(arrived)
