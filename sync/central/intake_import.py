"""`erap-central intake import`: applications from a file of JSON lines into the store, batch by batch."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace
from sqlalchemy import Connection, select, update

from sync.casework.case import Assignment
from sync.casework.values import Role
from sync.casework.verdict import Verdict
from sync.central.commands import CommandError
from sync.central.intake.applications import Application, BadLine, read_applications
from sync.central.operations import opened
from sync.central.registry import people
from sync.central.rollout.publish_policy import policy_of
from sync.central.service import Central
from sync.central.store import schema
from sync.central.verdicts.changes import Changes

_BATCH = 50


def run(data: Path, url: str | None, file: Path, office: str | None) -> int:
    """Keeps the good applications; reports the bad lines on stderr. Status 1 when there was a bad one."""
    kept = bad = 0
    with opened(data, url) as central:
        office = _office(central, office)
        for batch in _batches(_read(central, file)):
            good = [line for line in batch if isinstance(line, Application)]
            problems = [line for line in batch if isinstance(line, BadLine)]
            refused = central.change(
                lambda connection, changes, good=good: _keep(  # type: ignore[misc]
                    central, connection, changes, good, office
                )
            )
            for problem in sorted([*problems, *refused], key=lambda line: line.line):
                print(problem, file=sys.stderr)
            bad += len(problems) + len(refused)
            kept += len(good) - len(refused)
    print(f"{kept} applications kept, {bad} lines not taken")
    return 1 if bad else 0


def _read(central: Central, file: Path) -> Iterator[Application | BadLine]:
    with central.database.read() as connection:
        policy = policy_of(connection, central.agency, "")
    if policy is None:
        raise CommandError("this store has no policy in force; make it with: erap-central init")
    if not file.is_file():
        raise CommandError(f"{file}: no such file")
    with file.open("rb") as stream:
        yield from read_applications(stream, policy, central.agency, central.new_id, central.clock().date())


def _batches(lines: Iterable[Application | BadLine]) -> Iterator[list[Application | BadLine]]:
    batch: list[Application | BadLine] = []
    for line in lines:
        batch.append(line)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _office(central: Central, named: str | None) -> str:
    """The office whose supervisors will see the new cases: the one named, or the first that has any."""
    table = schema.user
    with central.database.read() as connection:
        offices = connection.execute(
            select(table.c.office)
            .where(table.c.agency == central.agency, table.c.role == Role.SUPERVISOR.value)
            .order_by(table.c.office)
        ).scalars()
        known = list(dict.fromkeys(offices))
    if named and named not in known:
        raise CommandError(f"office {named} has no supervisor who would see the new cases")
    return named or (known[0] if known else "")


def _keep(
    central: Central,
    connection: Connection,
    changes: Changes,
    good: list[Application],
    office: str,
) -> list[BadLine]:
    refused = []
    for application in good:
        if _known(central, connection, application.reference):
            reason = "was already imported from an earlier file"
            refused.append(BadLine(line=application.line, field="reference", reason=reason))
            continue
        body = application.body
        case = replace(body.case, assignment=Assignment(office=office))
        verdict = central.act(connection, people.SYSTEM, replace(body, case=case), case.id, changes)
        if verdict.verdict != Verdict.ACCEPTED:
            refused.append(BadLine(line=application.line, field="", reason=f"was refused: {verdict.reason}"))
            continue
        connection.execute(
            update(schema.case)
            .where(schema.case.c.agency == central.agency, schema.case.c.id == case.id)
            .values(reference=application.reference)
        )
    return refused


def _known(central: Central, connection: Connection, reference: str) -> bool:
    table = schema.case
    found = connection.execute(
        select(table.c.id).where(table.c.agency == central.agency, table.c.reference == reference)
    ).first()
    return found is not None
