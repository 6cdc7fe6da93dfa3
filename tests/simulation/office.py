"""What happens at the server itself: new applications, moved cases, people who go, new rules."""

from __future__ import annotations

from random import Random
from uuid import UUID

from msgspec.structs import replace
from sqlalchemy import Connection, update

from sync.casework.case import Assignment, Case
from sync.casework.commands import OpenCase, Reassign
from sync.casework.household import Member
from sync.casework.values import Role, Status, pack
from sync.central.feed.publish import Publication
from sync.central.registry import people
from sync.central.rollout.publish_policy import policy_of, put_in_force
from sync.central.service import Central
from sync.central.store import objects, schema
from sync.central.verdicts.changes import Changes
from sync.central.verdicts.effects import load_case
from sync.protocol.messages import Person
from tests.simulation.template import OFFICE, PROGRAM


def take_in(central: Central, draw: Random) -> UUID:
    """An application arrives; somebody may have been named for it already."""
    id_, person = central.new_id(), central.new_id()
    holder = draw.choice(["worker1", "worker2", None])
    case = Case(
        id=id_,
        agency=central.agency,
        program=PROGRAM,
        status=Status.IN_REVIEW if holder else Status.SUBMITTED,
        assignment=Assignment(assignee=holder, office=OFFICE, epoch=1 if holder else 0),
        applicant=person,
        members={person: Member(id=person, name="Taken In")},
        synthetic=True,
    )
    central.change(lambda c, changes: central.act(c, people.SYSTEM, OpenCase(case=case), id_, changes))
    return id_


def move(central: Central, case_id: UUID, to: str) -> str:
    """A supervisor moves a case from the server's own command line. Answers with the verdict."""

    def work(connection: Connection, changes: Changes) -> str:
        by = people.find_person(connection, central.agency, "supervisor1")
        case = load_case(connection, central.agency, case_id)
        assert by is not None
        epoch = case.assignment.epoch if case else 0
        body = Reassign(to=to)
        return central.act(connection, people.actor(by), body, case_id, changes, epoch=epoch).verdict

    return central.change(work)


def set_active(central: Central, name: str, active: bool) -> None:
    """A person leaves the office, or is back."""

    def work(connection: Connection, changes: Changes) -> None:
        table = schema.user
        this = (table.c.agency == central.agency, table.c.name == name)
        connection.execute(update(table).where(*this).values(active=active))
        person = Person(user=name, display=name, office=OFFICE, roles=(Role.CASEWORKER,), active=active)
        stored = objects.save(connection, central.agency, "person", name, pack(person))
        if stored is not None:
            changes.append(Publication("shared", "person", name, stored.version))

    central.change(work)


def new_policy(central: Central, draw: Random) -> str:
    """The same rules under a new version. Answers with its name."""

    def work(connection: Connection, changes: Changes) -> str:
        present = policy_of(connection, central.agency, "")
        assert present is not None
        version = f"{present.version.partition('+')[0]}+{draw.randrange(1000)}"
        changes += put_in_force(connection, central.agency, replace(present, version=version))
        return version

    return central.change(work)
