"""Saving: a command gets its number, its place in the chain and its sealed copy, all or nothing.

Order: copy on the medium, then commit, then its final name, then the folder; only then "saved" is said.
Whatever stops it between two steps, `reconcile` finds it and settles it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from msgspec.structs import replace
from sqlalchemy import Connection, func, insert, select, update

from sync.casework.values import encode
from sync.protocol.envelope import HASH_BYTES, chain, decode_envelope, envelope_hash
from sync.replica import identity as identities
from sync.replica.errors import DiskError
from sync.replica.identity import Identity
from sync.replica.outbox_schema import command, history
from sync.replica.sealed import Number, SealedFolder
from sync.replica.store import Store

NO_HISTORY = bytes(HASH_BYTES)
UNANSWERED = ("saved", "received")
Make = Callable[[int], tuple[UUID, bytes]]


class Saved(NamedTuple):
    """A saved command. `copied` is False when the disk refused the copy's final name: it is settled later."""

    seq: int
    id: UUID
    copied: bool = True


def last_seq(connection: Connection, device: int) -> int:
    """The highest number ever given by a device; 0 before the first."""
    newest = select(func.max(history.c.seq)).where(history.c.device == device)
    return connection.execute(newest).scalar_one() or 0


def chain_before(connection: Connection, number: Number) -> bytes:
    """The hash of a device's history before a number. Raises LookupError for a number never reached."""
    if number.seq <= 1:
        return NO_HISTORY
    before = select(history.c.chain).where(history.c.device == number.device, history.c.seq == number.seq - 1)
    found: bytes | None = connection.execute(before).scalar()
    if found is None:
        raise LookupError(f"no number {number.seq - 1} was given yet")
    return found


def save(store: Store, sealed: SealedFolder, make: Make, *, case: UUID, tag: str, made_at: datetime) -> Saved:
    """Saves one command. Raises DiskFullError and the like: then nothing of it was saved."""
    temp: Path | None = None
    try:
        with store.write() as connection:
            me = identities.required(connection)
            number = Number(me.device, last_seq(connection, me.device) + 1)
            id_, envelope = make(number.seq)
            remember(connection, number, envelope)
            row = {"device": me.device, "seq": number.seq, "id": id_, "case_id": case}
            row |= {"tag": tag, "envelope": envelope, "made_at": made_at}
            connection.execute(insert(command), row)
            temp = sealed.write(number, envelope, me)
    except BaseException:
        if temp is not None:
            temp.unlink(missing_ok=True)
        raise
    return Saved(number.seq, id_, _settle(sealed, {number: temp}))


def remember(connection: Connection, number: Number, envelope: bytes) -> None:
    """Puts an envelope at the end of its device's history."""
    before = chain_before(connection, number)
    row = {"device": number.device, "seq": number.seq, "hash": envelope_hash(envelope)}
    connection.execute(insert(history), row | {"chain": chain(before, envelope)})


def reissue(store: Store, sealed: SealedFolder, identity: Identity) -> int:
    """After a copy of this laptop was found: what is unanswered goes out again under a new device number.

    The commands keep their ids; numbers, hashes, chain and copies are new. One transaction. Returns how many.
    """
    temps: dict[Number, Path] = {}
    former: list[Number] = []
    try:
        with store.write() as connection:
            before = identities.required(connection)
            if identity.device == before.device:
                raise ValueError("a new device has a new number")
            identities.store(connection, identity)
            for row in connection.execute(
                select(command).where(command.c.state.in_(UNANSWERED)).order_by(command.c.place)
            ).all():
                former.append(Number(row.device, row.seq))
                number = Number(identity.device, last_seq(connection, identity.device) + 1)
                envelope = encode(replace(decode_envelope(row.envelope), seq=number.seq))
                _renumber(connection, row.place, former[-1], number, envelope)
                temps[number] = sealed.write(number, envelope, identity)
    except BaseException:
        for temp in temps.values():
            temp.unlink(missing_ok=True)
        raise
    _settle(sealed, temps)
    for number in former:
        sealed.remove(number)
    return len(former)


def _renumber(connection: Connection, place: int, former: Number, number: Number, envelope: bytes) -> None:
    remember(connection, number, envelope)
    gone = (history.c.device == former.device) & (history.c.seq == former.seq)
    connection.execute(update(history).where(gone).values(copy="reissued"))
    values = {"device": number.device, "seq": number.seq, "envelope": envelope, "state": "saved"}
    connection.execute(update(command).where(command.c.place == place).values(values))


def _settle(sealed: SealedFolder, temps: dict[Number, Path]) -> bool:
    """The commands are committed: a disk that refuses a name takes nothing back."""
    try:
        for number, temp in temps.items():
            sealed.settle(temp, number)
        if temps:
            sealed.sync()
    except DiskError:
        return False
    return True
