"""Who this laptop is: its device number, its keys, its person. Kept in the outbox: it is as precious."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, delete, insert, select

from sync.casework.values import Record, pack, unpack
from sync.replica.errors import NotEnrolledError
from sync.replica.outbox_schema import identity as table


class Identity(Record, frozen=True):
    """What enrolment gave. `signing_key` is this device's private Ed25519 key, `server_key` the public X25519
    key that copies are sealed to; both raw 32 bytes. `ca_pem`: the agency's own certificate, or ''.
    `server_epoch` is the server's at enrolment, `audit_key` verifies its audit, `enrolment` is its statement.
    """

    device: int
    token: str
    signing_key: bytes
    server_key: bytes
    server_url: str
    user: str
    display: str = ""
    roles: tuple[str, ...] = ()
    office: str = ""
    agency: str = ""
    feeds: tuple[str, ...] = ()
    recovery_key: bytes = b""
    ca_pem: str = ""
    server_epoch: int = 0
    audit_key: bytes = b""
    enrolment: bytes = b""

    def __repr__(self) -> str:
        return f"<Identity of device {self.device}, keys hidden>"


def load(connection: Connection) -> Identity | None:
    """The identity, None before enrolment."""
    rows = connection.execute(select(table.c.key, table.c.value)).all()
    if not rows:
        return None
    return msgspec.convert({key: unpack(value) for key, value in rows}, Identity)


def required(connection: Connection) -> Identity:
    """The identity. Raises NotEnrolledError."""
    found = load(connection)
    if found is None:
        raise NotEnrolledError
    return found


def store(connection: Connection, identity: Identity) -> None:
    """Replaces it."""
    connection.execute(delete(table))
    fields = msgspec.structs.asdict(identity)
    connection.execute(insert(table), [{"key": key, "value": pack(value)} for key, value in fields.items()])
