"""Rows of the queue and of the search index, drawn from the objects in the transaction that changes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from sync.casework.case import Case
from sync.casework.values import Record
from sync.protocol.messages import CaseHeader
from sync.replica import search
from sync.replica.case_rows import draw
from sync.replica.reading import understood
from sync.replica.replica_schema import LEFT, case_party, case_row, object_

_AT_ONCE = 500


class _Counties(Record, frozen=True):
    """The one field of a policy that the search index needs."""

    effective: date
    counties: dict[str, str] = {}


class _Named(Record, frozen=True):
    """The one field of a party that the search index needs."""

    name: str = ""


_counties = msgspec.msgpack.Decoder(_Counties)
_named = msgspec.msgpack.Decoder(_Named)


def county_names(connection: Connection) -> dict[str, str]:
    """FIPS code to name, by the newest policy held."""
    rows = connection.execute(select(object_.c.body).where(object_.c.kind == "policy")).scalars()
    policies = [policy for body in rows if (policy := understood(_counties, body))]
    return max(policies, key=lambda policy: policy.effective).counties if policies else {}


def cases_of_parties(connection: Connection, parties: Iterable[UUID]) -> set[UUID]:
    """Cases whose index names one of these."""
    found: set[UUID] = set()
    for some in _portions(parties):
        joined = select(case_row.c.id).join(case_party, case_party.c.n == case_row.c.n)
        found |= set(connection.execute(joined.where(case_party.c.party.in_(some))).scalars())
    return found


def all_cases(connection: Connection) -> set[UUID]:
    return set(connection.execute(select(case_row.c.id)).scalars())


def every_case(connection: Connection) -> set[UUID]:
    """Every case of which anything is held, drawn or not."""
    kinds = object_.c.kind.in_(("case", "header"))
    return {UUID(bytes=id_) for id_ in connection.execute(select(object_.c.id).where(kinds)).scalars()}


def refresh(connection: Connection, cases: Iterable[UUID]) -> None:
    """Draws the rows of these cases anew; a case of which nothing is held any more disappears."""
    counties: dict[str, str] | None = None
    for some in _portions(cases):
        if counties is None:
            counties = county_names(connection)
        _refresh(connection, some, counties)


def _refresh(connection: Connection, cases: list[UUID], counties: Mapping[str, str]) -> None:
    sources = _sources(connection, cases)
    drawn = {case: draw(kind, row) for case, (kind, row) in sources.items()}
    if drawn:
        rows = [row for row, _ in drawn.values()]
        statement = upsert(case_row)
        values = {name: statement.excluded[name] for name in rows[0] if name != "id"}
        connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=values), rows)
    numbers = _numbers(connection, cases)
    gone = [n for case, n in numbers.items() if case not in drawn]
    _remove(connection, gone)
    _refresh_text(connection, {numbers[case]: decoded for case, (_, decoded) in drawn.items()}, counties)


def _refresh_text(
    connection: Connection, decoded: Mapping[int, Case | CaseHeader | None], counties: Mapping[str, str]
) -> None:
    parties = {n: case.parties for n, case in decoded.items() if isinstance(case, Case)}
    connection.execute(delete(case_party).where(case_party.c.n.in_(list(decoded))))
    pairs = [{"n": n, "party": party} for n, some in parties.items() for party in some]
    if pairs:
        connection.execute(insert(case_party), pairs)
    names = _party_names(connection, {party for some in parties.values() for party in some})
    texts: dict[int, search.SearchText] = {}
    for n, case in decoded.items():
        if isinstance(case, Case):
            mentioned = [names[party] for party in parties[n] if party in names]
            texts[n] = search.text_of_case(case, counties, mentioned)
        elif case is not None:
            texts[n] = search.text_of_header(case, counties)
    search.put(connection, texts)


def _sources(connection: Connection, cases: list[UUID]) -> dict[UUID, tuple[str, Any]]:
    """What each row is drawn from: the whole case, else its header, else the case that has left."""
    c = object_.c
    columns = (c.feed, c.kind, c.id, c.version, c.standing, c.left_to, c.body)
    wanted = object_.c.id.in_([case.bytes for case in cases])
    kinds = object_.c.kind.in_(("case", "header"))
    found: dict[UUID, tuple[str, Any]] = {}
    rank: dict[UUID, int] = {}
    for row in connection.execute(select(*columns).where(kinds, wanted)):
        worth = 1 if row.kind == "header" else (0 if row.standing == LEFT else 2)
        case = UUID(bytes=row.id)
        if worth >= rank.get(case, -1):
            found[case], rank[case] = (row.kind, row), worth
    return found


def _numbers(connection: Connection, cases: list[UUID]) -> dict[UUID, int]:
    rows = connection.execute(select(case_row.c.id, case_row.c.n).where(case_row.c.id.in_(cases)))
    return {row.id: row.n for row in rows}


def _remove(connection: Connection, rows: list[int]) -> None:
    if rows:
        search.remove(connection, rows)
        connection.execute(delete(case_row).where(case_row.c.n.in_(rows)))


def _party_names(connection: Connection, parties: set[UUID]) -> dict[UUID, str]:
    names: dict[UUID, str] = {}
    for some in _portions(parties):
        wanted = object_.c.id.in_([party.bytes for party in some])
        rows = connection.execute(
            select(object_.c.id, object_.c.body).where(object_.c.kind == "party", wanted)
        )
        read = {UUID(bytes=row.id): understood(_named, row.body) for row in rows}
        names |= {party: named.name for party, named in read.items() if named}
    return names


def _portions(ids: Iterable[UUID]) -> Iterable[list[UUID]]:
    every = sorted(set(ids))
    return (every[at : at + _AT_ONCE] for at in range(0, len(every), _AT_ONCE))
