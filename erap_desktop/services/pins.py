"""Cases of others that a supervisor reads: asked for when opened, kept for good when pinned."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from erap_desktop.services.errors import NotHereError, RefusedError
from erap_desktop.services.session import Session
from sync.casework.values import Role
from sync.casework.verdict import Reason
from sync.protocol.messages import Wanted


class Reading(NamedTuple):
    """How a case of somebody else is here. `asked`: it comes with the next sync; `may_pin`: this person."""

    asked: bool
    pinned: bool
    may_pin: bool


def reading(session: Session, case: UUID) -> Reading:
    """What was asked for."""
    wish = session.outbox.wish(case)
    asked = wish is not None and wish.wanted is not Wanted.NOTHING and not wish.told
    pinned = wish is not None and wish.wanted is Wanted.PINNED
    return Reading(asked, pinned, may_pin=session.role is Role.SUPERVISOR)


def ask(session: Session, case: UUID) -> UUID:
    """A case of which only the header is here comes whole. Raises NotHereError, RefusedError."""
    _check(session, case)
    if not reading(session, case).pinned:
        session.outbox.note_wish(case, Wanted.READ)
    return case


def pin(session: Session, case: UUID) -> UUID:
    """A case is brought and kept until it is unpinned. Raises NotHereError, RefusedError."""
    _check(session, case)
    session.outbox.note_wish(case, Wanted.PINNED)
    return case


def unpin(session: Session, case: UUID) -> UUID:
    """A case needn't be kept any more; it leaves with the next sync. Raises NotHereError, RefusedError."""
    _check(session, case)
    session.outbox.note_wish(case, Wanted.NOTHING)
    return case


def _check(session: Session, case: UUID) -> None:
    if session.replica.row(case) is None:
        raise NotHereError(str(case))
    if session.role is not Role.SUPERVISOR:
        raise RefusedError(Reason.NOT_ALLOWED)
