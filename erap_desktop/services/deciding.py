"""Making a decision on what was shown: a case that changed meanwhile has to be looked at again first."""

from __future__ import annotations

from uuid import UUID

from erap_desktop.services.drafts import drop_draft
from erap_desktop.services.errors import RefusedError
from erap_desktop.services.session import Session
from erap_desktop.services.work import Done, perform, trial
from erap_desktop.services.worksheet import Stamp, determination
from sync.casework.commands import AnyBody
from sync.casework.verdict import Reason

DRAFT = "decision"


def try_out(session: Session, case_id: UUID, body: AnyBody, seen: Stamp) -> AnyBody:
    """Asks the rules before anybody commits to it; the body again when they allow it. Raises RefusedError."""
    _demand_seen(session, case_id, seen)
    trial(session, case_id, body)
    return body


def make(session: Session, case_id: UUID, body: AnyBody, seen: Stamp) -> Done:
    """Saves it and forgets its draft. Raises RefusedError; then nothing was saved."""
    _demand_seen(session, case_id, seen)
    done = perform(session, case_id, body)
    drop_draft(session, case_id, DRAFT)
    return done


def _demand_seen(session: Session, case_id: UUID, seen: Stamp) -> None:
    if determination(session, case_id).stamp != seen:
        raise RefusedError(Reason.STALE_FACTS)
