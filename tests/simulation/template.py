"""An office before anything has happened: a server with a few cases; laptops that have synced once, but one.

Made once and copied for every run: making it takes seconds, copying it a moment.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from msgspec.structs import replace
from sqlalchemy import Connection

from sync.casework.case import Assignment
from sync.casework.commands import OpenCase
from sync.casework.values import Role
from sync.central.api.enrolment import enrol_device
from sync.central.demo.applications import make_applications
from sync.central.registry import people
from sync.central.registry.devices import new_code
from sync.central.rollout.policy_files import load_figures, load_policy
from sync.central.rollout.publish_policy import put_in_force
from sync.central.rollout.resource_folder import resource_folder
from sync.central.service import Central
from sync.central.verdicts.changes import Changes
from sync.protocol.messages import EnrolRequest
from sync.protocol.signing import new_signing_key
from sync.replica.identity import Identity
from sync.replica.outbox import Outbox
from tests.simulation.chance import Time, drawn_from
from tests.simulation.laptop import Laptop, keys_of
from tests.simulation.server import Server

OFFICE, PROGRAM = "north", "nm-sra-2026"
CASES = 6
USERS = {
    "worker1": Role.CASEWORKER,
    "worker2": Role.CASEWORKER,
    "worker3": Role.CASEWORKER,
    "supervisor1": Role.SUPERVISOR,
    "supervisor2": Role.SUPERVISOR,
    "admin1": Role.ADMINISTRATOR,
}
# Ana has two laptops; Cal is the one who may be made inactive.
LAPTOPS = {
    "ana": "worker1",
    "ana2": "worker1",
    "ben": "worker2",
    "cal": "worker3",
    "sam": "supervisor1",
    "sue": "supervisor2",
    "adm": "admin1",
}
NEVER_SYNCED = "sue"


@contextmanager
def fast_folder() -> Iterator[Path]:
    """A new folder, in memory where the machine has such a place: hundreds of runs write there."""
    memory = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(prefix="erap-", dir=memory if memory.is_dir() else None))
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def make_template(folder: Path) -> None:
    """`folder/server` and a folder for each laptop."""
    time = Time()
    with drawn_from(0):
        central = Central.create(folder / "server", clock=time.clock)
        try:
            central.change(lambda connection, changes: _staff(central, connection, changes))
            central.change(lambda connection, changes: _cases(central, connection, changes))
            for name, user in LAPTOPS.items():
                _enrol(central, folder / name, name, user)
        finally:
            central.close()
        _first_syncs(folder, time)


def _first_syncs(folder: Path, time: Time) -> None:
    server = Server(folder / "server", time)
    for name, user in LAPTOPS.items():
        if name != NEVER_SYNCED:
            laptop = Laptop(name, user, folder / name, server, time, [])
            laptop.sync()
            laptop.restart()
    server.close()


def _staff(central: Central, connection: Connection, changes: Changes) -> None:
    changes += put_in_force(connection, central.agency, load_policy(resource_folder() / "policy", PROGRAM))
    for name, role in USERS.items():
        changes += people.add_person(connection, central.agency, name, role.value, OFFICE)


def _cases(central: Central, connection: Connection, changes: Changes) -> None:
    resources = resource_folder() / "policy"
    made = make_applications(
        CASES,
        1,
        load_policy(resources, PROGRAM),
        load_figures(resources),
        today=central.clock().date() - timedelta(days=1),
        caseworkers=3,
        agency=central.agency,
    )
    for one in made:
        assignment = Assignment(assignee=one.assignee, office=OFFICE, epoch=1)
        case = replace(one.body.case, assignment=assignment, status=one.status)
        central.act(
            connection, people.SYSTEM, OpenCase(case=case, parties=one.body.parties), case.id, changes
        )


def _enrol(central: Central, folder: Path, name: str, user: str) -> None:
    folder.mkdir()
    private, public = new_signing_key()
    code = central.database.write(lambda c: new_code(c, central.agency, user, central.clock()))
    answer = enrol_device(central, EnrolRequest(user=user, code=code, signing_key=public))
    outbox = Outbox(folder / "outbox.db", keys_of(name).outbox)
    outbox.set_identity(
        Identity(
            device=answer.device,
            token=answer.token,
            signing_key=private,
            server_key=answer.server_key,
            server_url="http://127.0.0.1",
            user=user,
            roles=answer.roles,
            office=answer.office,
            agency=answer.agency,
            recovery_key=answer.recovery_key,
        )
    )
    outbox.close()
