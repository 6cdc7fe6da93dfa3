"""The sealed copies beside the outbox: settled at each start, pruned once the server keeps its own backup."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Connection, and_, exists, or_, select, update

from sync.replica import identity as identities
from sync.replica.outbox_schema import command, history
from sync.replica.saving import UNANSWERED
from sync.replica.sealed import Given, Number, SealedFolder
from sync.replica.store import Store

KEPT_AT_MOST = timedelta(days=180)


class Reconciled(NamedTuple):
    """What a start found. `settled`: renamed; `undone`: copies of commands that were never committed;
    `sealed_again`: commands whose copy was missing. `strangers`: copies that this outbox knows nothing of,
    so the outbox is older than they are, or new: they have to be delivered and are never removed here.
    """

    settled: int
    undone: int
    sealed_again: int
    strangers: tuple[Number, ...]


def reconcile(store: Store, sealed: SealedFolder) -> Reconciled:
    """Makes folder and outbox agree. Other processes can not save meanwhile. Raises DiskError."""
    with store.write() as connection:
        known = _known(connection)
        settled, undone = _settle_all(sealed, {number: hash_ for number, (hash_, _) in known.items()})
        again = _seal_missing(connection, sealed)
        _put_beside(connection, sealed)
        copies = sealed.copies()
        if settled or again:
            sealed.sync()
        for number in copies:
            if number in known and known[number][1] != "kept":
                sealed.remove(number)
        return Reconciled(settled, undone, again, tuple(n for n in copies if n not in known))


def prune(store: Store, sealed: SealedFolder, durable_through: int, server_time: datetime) -> int:
    """Removes copies that the server has backed up, or that were answered 180 days ago by its own clock.

    A copy of an unanswered command is never removed. Writes nothing when there is nothing to note.
    Returns how many were removed.
    """
    answered = ~exists().where(
        command.c.device == history.c.device,
        command.c.seq == history.c.seq,
        command.c.state.in_(UNANSWERED),
    )
    with store.write() as connection:
        device = identities.required(connection).device
        new = and_(history.c.copy == "kept", history.c.answered_at.is_(None), answered)
        connection.execute(update(history).where(new).values(answered_at=server_time))
        old = history.c.answered_at < server_time - KEPT_AT_MOST
        durable = and_(history.c.device == device, history.c.seq <= durable_through)
        gone = and_(history.c.copy == "kept", history.c.answered_at.is_not(None), or_(old, durable))
        rows = connection.execute(select(history.c.device, history.c.seq).where(gone)).all()
        connection.execute(update(history).where(gone).values(copy="pruned"))
    for row in rows:
        sealed.remove(Number(row.device, row.seq))
    return len(rows)


def _known(connection: Connection) -> dict[Number, tuple[bytes, str]]:
    rows = connection.execute(select(history.c.device, history.c.seq, history.c.hash, history.c.copy))
    return {Number(row.device, row.seq): (row.hash, row.copy) for row in rows}


def _settle_all(sealed: SealedFolder, known: dict[Number, bytes]) -> tuple[int, int]:
    settled = undone = 0
    for copy in sealed.unsettled():
        if known.get(copy.number) == copy.hash:
            sealed.settle(copy.path, copy.number)
            settled += 1
        else:
            copy.path.unlink(missing_ok=True)
            undone += 1
    return settled, undone


def _put_beside(connection: Connection, sealed: SealedFolder) -> None:
    """What is told with the copies: who this laptop is, and the verdicts given."""
    me = identities.load(connection)
    if me is not None:
        sealed.keep_enrolment(me)
    columns = (history.c.device, history.c.seq, history.c.verdict, history.c.reason, history.c.receipt)
    given = and_(history.c.receipt.is_not(None), history.c.copy == "kept")
    for row in connection.execute(select(*columns).where(given)):
        sealed.note_verdict(Number(row.device, row.seq), Given(row.verdict, row.reason, row.receipt))


def _seal_missing(connection: Connection, sealed: SealedFolder) -> int:
    me = identities.load(connection)
    if me is None:
        return 0
    rows = connection.execute(
        select(command.c.device, command.c.seq, command.c.envelope)
        .join(history, and_(history.c.device == command.c.device, history.c.seq == command.c.seq))
        .where(command.c.envelope.is_not(None), history.c.copy == "kept")
    )
    again = 0
    for row in rows:
        number = Number(row.device, row.seq)
        if not sealed.path_of(number).exists():
            sealed.settle(sealed.write(number, row.envelope, me), number)
            again += 1
    return again
