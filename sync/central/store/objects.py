"""Objects that feeds carry, in their stored form, with the difference each version made."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, insert, select, update

from sync.central.store.database import lock
from sync.central.store.schema import change, counter, object_
from sync.protocol.patches import diff


class Stored(NamedTuple):
    """One object: version and stored form."""

    version: int
    body: bytes


def load(connection: Connection, agency: str, kind: str, id_: str) -> Stored | None:
    """The object as it is now, or None."""
    row = connection.execute(
        select(object_.c.version, object_.c.body).where(
            object_.c.agency == agency, object_.c.kind == kind, object_.c.id == id_
        )
    ).first()
    return Stored(row.version, row.body) if row else None


def save(
    connection: Connection, agency: str, kind: str, id_: str, body: bytes, version: int | None = None
) -> Stored | None:
    """Writes an object under its next (or the given) version, with the patch from the one before.

    None when nothing changed. The caller holds the lock of what the object belongs to.
    """
    before = load(connection, agency, kind, id_)
    if before is None:
        new = version or 1
        connection.execute(insert(object_).values(agency=agency, kind=kind, id=id_, version=new, body=body))
        return Stored(new, body)
    if before.body == body:
        return None
    new = version or before.version + 1
    connection.execute(
        update(object_)
        .where(object_.c.agency == agency, object_.c.kind == kind, object_.c.id == id_)
        .values(version=new, body=body)
    )
    patch = diff(before.body, body)
    connection.execute(insert(change).values(agency=agency, kind=kind, id=id_, version=new, patch=patch))
    return Stored(new, body)


def next_value(connection: Connection, agency: str, name: str) -> int:
    """The next value of a gapless counter; its row is locked until the transaction ends."""
    where = (counter.c.agency == agency, counter.c.name == name)
    following = update(counter).where(*where).values(value=counter.c.value + 1).returning(counter.c.value)
    value = connection.execute(following).scalar()
    if value is None:  # a row that doesn't exist can't be locked: two may be about to make it
        lock(connection, f"counter:{agency}:{name}")
        value = connection.execute(following).scalar()
    if value is None:
        connection.execute(insert(counter).values(agency=agency, name=name, value=1))
        return 1
    return int(value)
