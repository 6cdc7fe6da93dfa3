"""Objects that feeds carry, in their stored form, with the difference each version made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, insert, select, tuple_, update

from sync.central.store.database import lock
from sync.central.store.schema import change, counter, object_
from sync.central.store.upsert import upsert
from sync.protocol.patches import diff


class Stored(NamedTuple):
    """One object: version and stored form."""

    version: int
    body: bytes


Key = tuple[str, str]


class Step(NamedTuple):
    """An object's next version and the patch that leads to it; None where it is the first."""

    stored: Stored
    patch: bytes | None


def load_all(connection: Connection, agency: str, keys: Sequence[Key]) -> dict[Key, Stored]:
    """Those of these objects that exist."""
    query = select(object_.c.kind, object_.c.id, object_.c.version, object_.c.body)
    query = query.where(object_.c.agency == agency, tuple_(object_.c.kind, object_.c.id).in_(keys))
    return {(row.kind, row.id): Stored(row.version, row.body) for row in connection.execute(query)}


def load(connection: Connection, agency: str, kind: str, id_: str) -> Stored | None:
    """The object as it is now, or None."""
    row = connection.execute(
        select(object_.c.version, object_.c.body).where(
            object_.c.agency == agency, object_.c.kind == kind, object_.c.id == id_
        )
    ).first()
    return Stored(row.version, row.body) if row else None


def advance(before: Stored | None, body: bytes, version: int | None = None) -> Step | None:
    """The object under its next (or the given) version; None when nothing changed."""
    if before is None:
        return Step(Stored(version or 1, body), None)
    if before.body == body:
        return None
    return Step(Stored(version or before.version + 1, body), diff(before.body, body))


def save(
    connection: Connection, agency: str, kind: str, id_: str, body: bytes, version: int | None = None
) -> Stored | None:
    """Writes an object under its next (or the given) version, with the patch from the one before.

    None when nothing changed. The caller holds the lock of what the object belongs to.
    """
    step = advance(load(connection, agency, kind, id_), body, version)
    if step is None:
        return None
    write(connection, agency, {(kind, id_): step.stored}, [(kind, id_, step)])
    return step.stored


def write(
    connection: Connection, agency: str, now: Mapping[Key, Stored], steps: Sequence[tuple[str, str, Step]]
) -> None:
    """Writes objects as they are now, and the differences of the steps that led there."""
    rows = [
        {"agency": agency, "kind": kind, "id": id_, "version": stored.version, "body": stored.body}
        for (kind, id_), stored in now.items()
    ]
    upsert(connection, object_, rows)
    patches = [
        {"agency": agency, "kind": kind, "id": id_, "version": step.stored.version, "patch": step.patch}
        for kind, id_, step in steps
        if step.patch is not None
    ]
    if patches:
        connection.execute(insert(change), patches)


def raise_to(connection: Connection, agency: str, name: str, value: int) -> None:
    """Makes sure that a counter never gives out a value up to this one."""
    if next_value(connection, agency, name) < value:
        this = (counter.c.agency == agency, counter.c.name == name)
        connection.execute(update(counter).where(*this).values(value=value))


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
