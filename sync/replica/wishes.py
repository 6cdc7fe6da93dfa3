"""Cases of others that a person wants whole, kept until the server was told. A pin stays noted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection, and_, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from sync.protocol.messages import Wanted
from sync.replica.outbox_schema import wish
from sync.replica.store import Store


class Wish(NamedTuple):
    """What is wanted of a case, and whether the server was told."""

    wanted: Wanted
    told: bool


def note(store: Store, case: UUID, wanted: Wanted) -> None:
    """The last wish counts."""
    row = {"case_id": case, "wanted": wanted.value, "told": False}
    statement = insert(wish).values(row)
    with store.write() as connection:
        connection.execute(statement.on_conflict_do_update(index_elements=["case_id"], set_=row))


def of(store: Store, case: UUID) -> Wish | None:
    """What is wanted of a case, if anything."""
    with store.read() as connection:
        row = connection.execute(select(wish.c.wanted, wish.c.told).where(wish.c.case_id == case)).first()
    return Wish(Wanted(row.wanted), row.told) if row else None


def untold(store: Store, most: int) -> dict[UUID, Wanted]:
    """Wishes the server wasn't told of, not more than `most`."""
    waiting = select(wish.c.case_id, wish.c.wanted).where(wish.c.told.is_(False))
    with store.read() as connection:
        rows = connection.execute(waiting.order_by(wish.c.case_id).limit(most)).all()
    return {row.case_id: Wanted(row.wanted) for row in rows}


def told(store: Store, wishes: Mapping[UUID, Wanted]) -> None:
    """The server has these. One that changed meanwhile still waits. Writes nothing for none."""
    if not wishes:
        return
    with store.write() as connection:
        for case, wanted in wishes.items():
            this = and_(wish.c.case_id == case, wish.c.wanted == wanted.value)
            if wanted is Wanted.PINNED:
                connection.execute(update(wish).where(this).values(told=True))
            else:
                connection.execute(delete(wish).where(this))


def forget(connection: Connection, cases: Sequence[UUID]) -> None:
    """These cases have left."""
    connection.execute(delete(wish).where(wish.c.case_id.in_(cases)))
