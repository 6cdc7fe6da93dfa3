"""Nothing deleted stays in a file: noted with the deletion, done after it, repeated until it worked."""

from __future__ import annotations

from sqlalchemy import Connection, Table, delete, select
from sqlalchemy.dialects.sqlite import insert

from sync.replica.errors import BusyError, DiskError
from sync.replica.store import Store

_DUE = "rewrite_due"


def due(connection: Connection, meta: Table) -> None:
    """Notes, in the transaction that deletes, that the file has to be written anew."""
    connection.execute(insert(meta).values(key=_DUE, value="1").on_conflict_do_nothing())


def erase(store: Store, meta: Table) -> bool:
    """Writes the file anew if that is due. A full disk or a busy file leaves it due for the next start."""
    with store.read() as connection:
        if connection.execute(select(meta.c.key).where(meta.c.key == _DUE)).first() is None:
            return True
    try:
        done = store.rewrite()
    except (DiskError, BusyError):
        return False
    if done:
        with store.write() as connection:
            connection.execute(delete(meta).where(meta.c.key == _DUE))
        store.checkpoint()
    return done
