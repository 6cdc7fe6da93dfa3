"""What was typed and not yet meant: kept in the outbox's encrypted file, one draft per case and form."""

from __future__ import annotations

from uuid import UUID

import msgspec

from erap_desktop.services.session import Session
from sync.replica.outbox import Draft


def keep_draft(session: Session, case_id: UUID, what: str, values: dict[str, object]) -> None:
    """Keeps the values of a form; an empty form drops its draft."""
    if any(values.values()):
        session.outbox.keep_draft(case_id, what, msgspec.json.encode(values))
    else:
        session.outbox.drop_draft(case_id, what)


def read_draft(session: Session, case_id: UUID, what: str) -> dict[str, object]:
    """The values that were kept, or none. A draft that can't be read is no draft."""
    data = session.outbox.draft(case_id, what)
    if data is None:
        return {}
    try:
        return msgspec.json.decode(data, type=dict[str, object])
    except msgspec.MsgspecError:
        return {}


def stranded_drafts(session: Session) -> tuple[Draft, ...]:
    """Drafts on cases that have left this laptop: they can't be saved any more, only read and discarded."""
    drafts = session.outbox.drafts()
    rows = {row.id: row for row in session.replica.rows()} if drafts else {}
    return tuple(one for one in drafts if one.case not in rows or rows[one.case].left)


def drop_draft(session: Session, case_id: UUID, what: str) -> None:
    """Forgets a draft."""
    session.outbox.drop_draft(case_id, what)
