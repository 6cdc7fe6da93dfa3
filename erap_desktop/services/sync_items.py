"""What was done on this laptop, line by line, with what became of it: the lists of the sync centre."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from uuid import UUID, uuid5

from erap_desktop.services.casefile import commands_of
from erap_desktop.services.drafts import read_draft, stranded_drafts
from erap_desktop.services.errors import ServiceError
from erap_desktop.services.session import Session
from erap_desktop.services.syncing import last_sync
from sync.casework.commands import Withdraw
from sync.replica.outbox import Draft, OutboxItem
from sync.replica.reading import CaseRow

NEEDS, WAITING, RECEIVED = "needs", "waiting", "received"
DRAFT = "draft"
_ASKS = ("held", "contested", "rejected", DRAFT)
_WAITS = ("saved", "received")
_DONE = ("accepted", "withdrawn")
_WITHDRAW = "withdraw"
_STAYS = (_WITHDRAW, "configure")  # settings belong to no case: the server takes no such thing back


class SyncItem(NamedTuple):
    """One thing the person did. `kind` is the command's without its revision: `note`, `approve`, …

    `here`: the case can be opened on this laptop. `taken_back`: it waits, and its undoing waits behind it.
    `can_take_back`: it has not left this laptop yet.
    """

    id: UUID
    case: UUID | None
    kind: str
    made_at: datetime
    state: str
    reason: str
    detail: str
    disposition: str | None
    acknowledged: bool
    number: str | None
    applicant: str
    here: bool
    taken_back: bool
    can_take_back: bool

    @property
    def group(self) -> str:
        """The list it belongs to: needs | waiting | received."""
        if self.state in _WAITS:
            return WAITING
        dealt_with = self.disposition is not None or self.acknowledged
        return NEEDS if self.state in _ASKS and not dealt_with else RECEIVED


class SyncItems(NamedTuple):
    """All of it, newest first. `now` is the laptop's clock when it was read."""

    items: tuple[SyncItem, ...]
    now: datetime
    last_sync: datetime | None

    def of(self, group: str) -> tuple[SyncItem, ...]:
        """The items of one list."""
        return tuple(item for item in self.items if item.group == group)

    @property
    def oldest_waiting(self) -> datetime | None:
        """When the oldest change that is only on this laptop was made."""
        return min((item.made_at for item in self.of(WAITING)), default=None)


def sync_items(session: Session) -> SyncItems:
    """Reads the outbox, and the names of the cases that are still here."""
    rows = {row.id: row for row in session.replica.rows()}
    undone = _undone(session)
    found = [_item(item, rows.get(item.case), undone) for item in session.outbox.items() if _shown(item)]
    now = session.clock()
    found += [_stranded(session, one, rows.get(one.case), now) for one in stranded_drafts(session)]
    return SyncItems(tuple(reversed(found)), now, last_sync(session.folder))


def _shown(item: OutboxItem) -> bool:
    """An undoing that did its work is no news of its own."""
    return _kind(item) != _WITHDRAW or item.state not in _DONE


def _kind(item: OutboxItem) -> str:
    return item.tag.rsplit(".", 1)[0]


def _undone(session: Session) -> frozenset[UUID]:
    waiting = commands_of(session.outbox.pending())
    return frozenset(one.body.command for one in waiting if isinstance(one.body, Withdraw))


def _item(item: OutboxItem, row: CaseRow | None, undone: frozenset[UUID]) -> SyncItem:
    kind = _kind(item)
    taken_back = item.id in undone
    return SyncItem(
        id=item.id,
        case=item.case if item.case.int else None,
        kind=kind,
        made_at=item.made_at,
        state=item.state,
        reason=item.reason,
        detail=item.detail,
        disposition=item.disposition,
        acknowledged=item.acknowledged,
        number=row.number if row else None,
        applicant=row.applicant if row else "",
        here=row is not None,
        taken_back=taken_back,
        can_take_back=item.state == "saved" and not taken_back and kind not in _STAYS,
    )


def _stranded(session: Session, one: Draft, row: CaseRow | None, now: datetime) -> SyncItem:
    """What was typed on a case before it left; its text is the detail."""
    values = read_draft(session, one.case, one.what).values()
    return SyncItem(
        id=_draft_id(one),
        case=one.case,
        kind=DRAFT,
        made_at=now,
        state=DRAFT,
        reason="",
        detail="\n".join(value for value in values if isinstance(value, str) and value),
        disposition=None,
        acknowledged=False,
        number=row.number if row else None,
        applicant=row.applicant if row else "",
        here=row is not None,
        taken_back=False,
        can_take_back=False,
    )


def _draft_id(one: Draft) -> UUID:
    return uuid5(one.case, one.what)


def acknowledge(session: Session, command: UUID) -> UUID:
    """The person has seen what became of a command, or read a draft of a case that has left: it is discarded.

    Raises ServiceError when it asks for nobody.
    """
    for one in stranded_drafts(session):
        if _draft_id(one) == command:
            session.outbox.drop_draft(one.case, one.what)
            return command
    if not session.outbox.acknowledge(command):
        raise ServiceError("this does not need anybody any more; nothing was changed", key="already_seen")
    return command


def support_details(session: Session, item: SyncItem) -> str:
    """What support needs to find an item: identifiers, codes and times. No name, no number, no content."""
    lines = {
        "laptop": str(session.identity.device),
        "agency": session.identity.agency,
        "server": session.identity.server_url,
        "command": str(item.id),
        "case": str(item.case) if item.case else "-",
        "kind": item.kind,
        "made": item.made_at.isoformat(timespec="seconds"),
        "state": item.state,
        "reason": item.reason or "-",
        "disposition": item.disposition or "-",
        "last sync": _moment(last_sync(session.folder)),
        "clock offset ms": session.replica.recall("clock_offset_ms") or "-",
    }
    return "\n".join(f"{name}: {value}" for name, value in lines.items())


def _moment(moment: datetime | None) -> str:
    return moment.isoformat(timespec="seconds") if moment else "never"
