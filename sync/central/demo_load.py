"""`erap-central demo-load`: synthetic people and cases, so that everything can be tried."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from datetime import timedelta
from itertools import islice
from pathlib import Path

from msgspec.structs import replace
from sqlalchemy import Connection, func, select

from sync.casework.case import Assignment
from sync.casework.commands import OpenCase
from sync.casework.values import Role
from sync.casework.verdict import Verdict
from sync.central.commands import CommandError
from sync.central.demo.applications import DemoCase, each_application
from sync.central.operations import PROGRAM, create_store
from sync.central.registry import people
from sync.central.rollout.policy_files import load_figures, load_policy
from sync.central.rollout.resource_folder import resource_folder
from sync.central.service import Central
from sync.central.store import schema
from sync.central.verdicts.changes import Changes

OFFICE = "north"
MAX_CASES = 1_000_000
_BATCH = 50


def run(options: argparse.Namespace) -> int:
    """Adds people and cases. Status 1 when the store already has cases."""
    if not 0 < options.cases <= MAX_CASES or not 0 < options.caseworkers <= 500:
        raise CommandError("--cases must be 1 to 1,000,000 and --caseworkers 1 to 500")
    central = _open_or_create(options.data, options.database_url)
    try:
        names = _people(options.caseworkers)
        central.change(lambda connection, changes: _add_people(central, connection, changes, names))
        made = _make(central, options.cases, options.seed, options.caseworkers)
        while part := list(islice(made, _BATCH)):
            central.change(
                lambda connection, changes, part=part: _add_cases(  # type: ignore[misc]
                    central, connection, changes, part
                )
            )
        central.sequence_audit()
    finally:
        central.close()
    _report(names, options.cases, as_json=options.json)
    return 0


def _open_or_create(data: Path, url: str | None) -> Central:
    if (data / "keys").is_dir():
        return Central(data, url)
    return create_store(data, url)[0]


def _people(caseworkers: int) -> dict[str, Role]:
    names = {f"worker{number}": Role.CASEWORKER for number in range(1, caseworkers + 1)}
    return names | {"supervisor1": Role.SUPERVISOR, "admin1": Role.ADMINISTRATOR}


def _add_people(central: Central, connection: Connection, changes: Changes, names: dict[str, Role]) -> None:
    table = schema.case
    count = connection.execute(
        select(func.count()).select_from(table).where(table.c.agency == central.agency)
    ).scalar_one()
    if count:
        raise CommandError("this store already has cases; demo cases go into a new store only")
    for name, role in names.items():
        if people.find_person(connection, central.agency, name) is None:
            changes += people.add_person(connection, central.agency, name, role.value, OFFICE)


def _make(central: Central, cases: int, seed: int, caseworkers: int) -> Iterator[DemoCase]:
    folder = resource_folder() / "policy"
    return each_application(
        cases,
        seed,
        load_policy(folder, PROGRAM),
        load_figures(folder),
        today=central.clock().date() - timedelta(days=1),  # nothing in it is later than now
        caseworkers=caseworkers,
        agency=central.agency,
    )


def _add_cases(central: Central, connection: Connection, changes: Changes, part: list[DemoCase]) -> None:
    for one in part:
        assignment = Assignment(assignee=one.assignee, office=OFFICE, epoch=1 if one.assignee else 0)
        case = replace(one.body.case, assignment=assignment, status=one.status)
        body = OpenCase(case=case, parties=one.body.parties)
        verdict = central.act(connection, people.SYSTEM, body, case.id, changes)
        if verdict.verdict != Verdict.ACCEPTED:
            raise CommandError(f"a demo case was refused: {verdict.reason} {verdict.detail}")


def _report(names: dict[str, Role], cases: int, *, as_json: bool) -> None:
    users = [{"name": name, "role": role.value, "office": OFFICE} for name, role in names.items()]
    if as_json:
        print(json.dumps({"cases": cases, "office": OFFICE, "users": users, "synthetic": True}))
        return
    print(f"{cases} synthetic cases in office {OFFICE}")
    for one in users:
        print(f"  {one['name']}  {one['role']}")
