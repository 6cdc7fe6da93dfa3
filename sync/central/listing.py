"""Listing cases from the server's side."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from sync.casework.case import Case
from sync.casework.places import Party
from sync.casework.show import show_case
from sync.central.commands import CommandError
from sync.central.operations import case_id
from sync.central.service import Central
from sync.central.store import objects, schema
from sync.central.verdicts.effects import load_case
from sync.protocol import decoders

_PAGE = 500


def cases(data: Path, url: str | None, only: str | None, *, as_json: bool) -> int:
    """One line a case."""
    wanted = case_id(only) if only else None
    central = Central(data, url)
    try:
        found = False
        for case in _all(central, wanted):
            found = True
            row = _row(case)
            print(json.dumps(row) if as_json else _text(row))
        if wanted and not found:
            raise CommandError(f"there is no case {only}")
    finally:
        central.close()
    return 0


def show(data: Path, url: str | None, only: str) -> int:
    """One case as JSON, the same that a laptop shows once nothing is pending."""
    wanted = case_id(only)
    central = Central(data, url)
    try:
        with central.database.read() as connection:
            case = load_case(connection, central.agency, wanted)
            if case is None:
                raise CommandError(f"there is no case {only}")
            parties = _parties(connection, central.agency, case.parties)
            parties |= _parties(connection, central.agency, [p.merged_into for p in parties.values()])
        print(json.dumps(show_case(case, parties)))
    finally:
        central.close()
    return 0


def _parties(connection: Connection, agency: str, ids: Iterable[UUID | None]) -> dict[UUID, Party]:
    keys = [("party", str(id_)) for id_ in ids if id_ is not None]
    found = objects.load_all(connection, agency, keys).values()
    return {party.id: party for party in (decoders.party.decode(stored.body) for stored in found)}


def _all(central: Central, wanted: UUID | None) -> Iterator[Case]:
    table = schema.object_
    after = ""
    while True:
        query = select(table.c.id, table.c.body).where(
            table.c.agency == central.agency, table.c.kind == "case", table.c.id > after
        )
        if wanted:
            query = query.where(table.c.id == str(wanted))
        with central.database.read() as connection:
            rows = connection.execute(query.order_by(table.c.id).limit(_PAGE)).all()
        for row in rows:
            yield decoders.case.decode(row.body)
        if len(rows) < _PAGE:
            return
        after = rows[-1].id


def _row(case: Case) -> dict[str, Any]:
    standing = case.decisions.get(case.standing) if case.standing else None
    decision = None
    if standing is not None:
        decision = {
            "command": str(case.standing),
            "outcome": standing.outcome.value,
            "codes": list(standing.codes),
            "total_cents": standing.total_cents,
            "by": standing.by,
            "at": standing.at.isoformat(),
        }
    return {
        "id": str(case.id),
        "number": case.number,
        "status": case.status.value,
        "assignee": case.assignment.assignee,
        "version": case.version,
        "decision": decision,
        "contested": bool(case.contested),
    }


def _text(row: dict[str, Any]) -> str:
    outcome = row["decision"]["outcome"] if row["decision"] else "-"
    return f"{row['number']}  {row['status']:<24}{row['assignee'] or '-':<16}{outcome}  {row['id']}"
