"""The field day of `workload`, done by this engine: at the office, on the laptop, and its bare content."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection, select

from erap_desktop.services import work
from erap_desktop.services.casefile import open_case, queue
from erap_desktop.services.session import Session
from sync.casework.case import Assignment
from sync.casework.commands import AnyBody, Reassign
from sync.casework.values import Role, Status, encode
from sync.casework.verdict import Verdict
from sync.central.feed.publish import Publication
from sync.central.registry import people
from sync.central.service import Central
from sync.central.store import schema
from sync.protocol.compression import Deflater
from sync.protocol.dictionary import NEWEST, dictionary
from tests.bench.workload import FieldDay, field_day

OFFICE = "north"
POOL = 500  # cases of the laptop that the day is drawn from, however many it holds


class Content(NamedTuple):
    """Bytes of the day's own content as differences, at zstd's level 19 with the shared dictionary."""

    up: int
    down: int


def plan(laptop: Session) -> FieldDay:
    """A day over what this laptop holds."""
    rows = sorted(queue(laptop), key=lambda row: row.status != Status.IN_REVIEW)[:POOL]
    policy = laptop.policy()
    assert policy is not None
    cases = [open_case(laptop, row.id).case for row in rows]
    return field_day(cases, policy, laptop.clock().date())


def at_the_laptop(laptop: Session, day: FieldDay) -> None:
    """Decides what the day decides."""
    for case, body in day.decided.items():
        work.perform(laptop, case, body)


def at_the_office(central: Central, day: FieldDay, holder: str, other: str) -> None:
    """Changes cases, opens new ones for `holder`, and gives some to `other`, who is new here."""

    def act(body: AnyBody, case: UUID, epoch: int = 0) -> None:
        verdict = central.change(
            lambda connection, changes: central.act(
                connection, people.SYSTEM, body, case, changes, epoch=epoch
            )
        )
        if verdict.verdict != Verdict.ACCEPTED:
            raise RuntimeError(f"the office could not do it: {verdict}")

    def add_other(connection: Connection, changes: list[Publication]) -> None:
        changes += people.add_person(connection, central.agency, other, Role.CASEWORKER, OFFICE)

    central.change(add_other)
    for case, body in day.changed.items():
        act(body, case)
    for case in day.gone:
        act(Reassign(to=other), case, epoch=1)
    for one in day.new:
        assignment = Assignment(assignee=holder, office=OFFICE, epoch=1)
        opened = replace(one.case, agency=central.agency, assignment=assignment, status=Status.ASSIGNED)
        act(replace(one, case=opened), opened.id)


def content(central: Central, day: FieldDay) -> Content:
    """What has to be known at the other end, and nothing else: no cursor, no verdict, no echo."""
    with central.database.read() as connection:
        changed = [(case.bytes, _patches(connection, case)) for case in day.changed]
        new = [_body(connection, "case", one.case.id) for one in day.new]
        new += [_body(connection, "party", party.id) for one in day.new for party in one.parties]
    decided = [(case.bytes, body) for case, body in day.decided.items()]
    gone = [case.bytes for case in day.gone]
    return Content(_size(encode(decided)), _size(encode([changed, new, gone])))


def _patches(connection: Connection, case: UUID) -> list[msgspec.Raw]:
    query = select(schema.change.c.patch).where(
        schema.change.c.kind == "case", schema.change.c.id == str(case)
    )
    return [msgspec.Raw(patch) for patch in connection.execute(query).scalars()]


def _body(connection: Connection, kind: str, id_: UUID) -> msgspec.Raw:
    table = schema.object_
    query = select(table.c.body).where(table.c.kind == kind, table.c.id == str(id_))
    return msgspec.Raw(connection.execute(query).scalar_one())


def _size(data: bytes) -> int:
    return len(Deflater(19, dictionary(NEWEST)).end(data))
