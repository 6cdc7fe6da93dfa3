"""What the outbox makes of the server's answers: noted, trimmed, forgotten with the case."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, delete, false, or_, select, update

from sync.casework.verdict import Verdict
from sync.protocol.messages import StoredVerdict
from sync.replica import erasing, wishes
from sync.replica import identity as identities
from sync.replica.outbox_schema import command, history, meta
from sync.replica.saving import UNANSWERED
from sync.replica.sealed import Given, Number, SealedFolder
from sync.replica.store import Store

ASKS_FOR_SOMEONE = ("held", "contested", "rejected")
_AT_ONCE = 500
DONE = ("accepted", "withdrawn")
_KNOWN = frozenset(verdict.value for verdict in Verdict)


def answer(store: Store, sealed: SealedFolder, verdict: StoredVerdict) -> bool:
    """Notes a verdict once and for all, and once what became of it. True when either is news.

    A verdict this program doesn't know needs a person to look at it: it counts as held.
    """
    known = verdict.verdict in _KNOWN
    values: dict[str, str | None] = {
        "state": verdict.verdict if known else Verdict.HELD.value,
        "reason": verdict.reason if known else verdict.verdict,
        "detail": verdict.detail,
    }
    if values["state"] in DONE and not verdict.effect:
        values["envelope"] = None  # no version of the case will contain it
    with store.read() as connection:
        unanswered, undisposed = _news(connection, verdict)
        news = or_(unanswered, undisposed)
        if not connection.execute(select(command.c.place).where(news)).first():
            return False
    with store.write() as connection:
        changed = connection.execute(update(command).where(unanswered).values(values)).rowcount
        became = update(command).where(undisposed).values(disposition=verdict.disposition)
        changed += connection.execute(became).rowcount
        device = identities.required(connection).device
        _remember_given(connection, device, verdict)
        _drop_forgotten(connection)
    given = Given(verdict.verdict, verdict.reason, verdict.receipt)
    sealed.note_verdict(Number(device, verdict.seq), given)
    return changed > 0


def _remember_given(connection: Connection, device: int, verdict: StoredVerdict) -> None:
    """The first word counts, whatever a server that has forgotten it says later."""
    this = and_(history.c.device == device, history.c.seq == verdict.seq, history.c.verdict == "")
    values = {"verdict": verdict.verdict, "reason": verdict.reason, "receipt": verdict.receipt or None}
    connection.execute(update(history).where(this).values(values))


def received(store: Store, through: int) -> None:
    """Marks saved commands as received. Writes nothing when there are none."""
    with store.read() as connection:
        there = and_(_mine(connection), command.c.seq <= through, command.c.state == "saved")
        if not connection.execute(select(command.c.place).where(there).limit(1)).first():
            return
    with store.write() as connection:
        connection.execute(update(command).where(there).values(state="received"))


def applied(store: Store, case: UUID, seq: int) -> None:
    """Trims what the replica's base contains. Writes nothing when there is nothing to trim."""
    c = command.c
    with store.read() as connection:
        here = and_(c.case_id == case, c.state.in_(DONE), c.envelope.is_not(None))
        contained = and_(_mine(connection), c.seq <= seq, here)
        if not connection.execute(select(c.place).where(contained).limit(1)).first():
            return
    with store.write() as connection:
        connection.execute(update(command).where(contained).values(envelope=None))


def kept(store: Store) -> tuple[UUID, ...]:
    """Cases with content and nothing unanswered. Not those born here that the server would not take: what was
    typed is nowhere else until somebody has dealt with it.
    """
    c = command.c
    refused_birth = and_(c.tag.startswith("open-case."), open_item())
    waiting = select(c.case_id).where(or_(c.state.in_(UNANSWERED), refused_birth))
    cases = select(c.case_id).where(
        c.envelope.is_not(None), c.case_id != UUID(int=0), c.case_id.not_in(waiting)
    )
    with store.read() as connection:
        return tuple(connection.execute(cases.distinct().order_by(c.case_id)).scalars())


def forget(store: Store, cases: Sequence[UUID]) -> None:
    """Drops what is done, and the content of the rest; unanswered commands and drafts are never touched.

    What somebody still has to deal with stays as a line without content, and goes once it is dealt with. The
    file is written anew also where nothing is found: of drafts long discarded it may hold remains.
    """
    with store.write() as connection:
        for at in range(0, len(cases), _AT_ONCE):
            some = cases[at : at + _AT_ONCE]
            wishes.forget(connection, some)
            these = command.c.case_id.in_(some)
            connection.execute(delete(command).where(these, command.c.state.in_(DONE)))
            kept = and_(these, command.c.state.in_(ASKS_FOR_SOMEONE), command.c.envelope.is_not(None))
            connection.execute(update(command).where(kept).values(envelope=None, detail=""))
        _drop_forgotten(connection)
        erasing.due(connection, meta)
    erasing.erase(store, meta)


def acknowledge(store: Store, id_: UUID) -> bool:
    """The person has seen it. False when no such command asks for someone."""
    with store.write() as connection:
        this = and_(command.c.id == id_, command.c.state.in_(ASKS_FOR_SOMEONE))
        found = connection.execute(update(command).where(this).values(acknowledged=True)).rowcount
        _drop_forgotten(connection)
        return found > 0


def open_item() -> ColumnElement[bool]:
    """Held, contested or rejected, and nobody has dealt with it."""
    return and_(command.c.state.in_(ASKS_FOR_SOMEONE), ~_dealt_with())


def _dealt_with() -> ColumnElement[bool]:
    return or_(command.c.disposition.is_not(None), command.c.acknowledged.is_(True))


def _drop_forgotten(connection: Connection) -> None:
    """Lines without content whose case has left, once they are dealt with."""
    empty = and_(command.c.state.in_(ASKS_FOR_SOMEONE), command.c.envelope.is_(None))
    if connection.execute(delete(command).where(empty, _dealt_with())).rowcount:
        erasing.due(connection, meta)


def _mine(connection: Connection) -> ColumnElement[bool]:
    return command.c.device == identities.required(connection).device


def _news(connection: Connection, verdict: StoredVerdict) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    this = and_(_mine(connection), command.c.seq == verdict.seq)
    unanswered = and_(this, command.c.state.in_(UNANSWERED))
    settled = command.c.disposition.is_(None) if verdict.disposition is not None else false()
    return unanswered, and_(this, settled)
