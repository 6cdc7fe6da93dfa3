"""Reading the replica: rows for the queue, whole objects by kind."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, Connection, and_, func, select

from sync.protocol.messages import Held
from sync.replica.errors import NotUnderstoodError
from sync.replica.replica_schema import HELD, case_row, object_


class CaseRow(NamedTuple):
    """One line of the queue; `version` and `epoch` are those of the server's copy.

    `whole`: the case itself is here, not only its header. `left`: it is no longer this person's and only to
    be read. `understood`: False when a newer program wrote it.
    """

    id: UUID
    number: str | None
    applicant: str
    county: str
    status: str
    due: date | None
    assignee: str | None
    version: int
    epoch: int
    office: str
    program: str
    submitted: date | None
    asked_cents: int
    contested: bool
    late_work: int
    redetermination_due: bool
    eviction_date: date | None
    protected: bool
    synthetic: bool
    whole: bool
    left: bool
    left_to: str
    understood: bool


SORTABLE = frozenset(
    {"number", "applicant", "county", "status", "due", "assignee", "submitted", "asked_cents"}
)
_COLUMNS = tuple(case_row.c[name] for name in CaseRow._fields)
_TEXTS = frozenset({"applicant", "assignee"})
Read = TypeVar("Read")


def rows(connection: Connection, order_by: str, *, descending: bool) -> list[CaseRow]:
    """Every case, sorted; those without a value come last. Raises ValueError for a column not in SORTABLE."""
    if order_by not in SORTABLE:
        raise ValueError(f"the queue can not be sorted by {order_by}")
    column: ColumnElement[Any] = case_row.c[order_by]
    by = func.lower(column) if order_by in _TEXTS else column
    order = by.desc() if descending else by.asc()
    found = connection.execute(select(*_COLUMNS).order_by(column.is_(None), order, case_row.c.n))
    return [CaseRow._make(row) for row in found]


def row(connection: Connection, case: UUID) -> CaseRow | None:
    found = connection.execute(select(*_COLUMNS).where(case_row.c.id == case)).first()
    return CaseRow._make(found) if found else None


def one(connection: Connection, kind: str, id_: bytes, decoder: msgspec.msgpack.Decoder[Read]) -> Read | None:
    """An object by its identifier. Raises NotUnderstoodError."""
    wanted = and_(object_.c.kind == kind, object_.c.id == id_)
    body = connection.execute(select(object_.c.body).where(wanted)).scalars().first()
    if body is None:
        return None
    found = understood(decoder, body)
    if found is None:
        raise NotUnderstoodError(kind)
    return found


def every(connection: Connection, kind: str, decoder: msgspec.msgpack.Decoder[Read]) -> list[Read]:
    """All objects of a kind that this program understands, in the order they came."""
    bodies = select(object_.c.body).where(object_.c.kind == kind).order_by(object_.c.n)
    read = (understood(decoder, body) for body in connection.execute(bodies).scalars())
    return [found for found in read if found is not None]


def understood(decoder: msgspec.msgpack.Decoder[Read], body: bytes) -> Read | None:
    """The typed object; None when a newer program wrote it in a form that isn't known here."""
    try:
        return decoder.decode(body)
    except msgspec.ValidationError:
        return None


def held(connection: Connection, name: str) -> tuple[Held, ...]:
    """The members of a feed."""
    mine = and_(object_.c.feed == name, object_.c.standing == HELD)
    members = select(object_.c.kind, object_.c.id, object_.c.version).where(mine).order_by(object_.c.n)
    return tuple(Held(row.kind, row.id, row.version) for row in connection.execute(members))
