"""Laptops: enrolment by a one-time code, and the check of every request's signature."""

from __future__ import annotations

import base64
import secrets
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from msgspec.structs import asdict
from sqlalchemy import Connection, bindparam, insert, select, update

from sync.casework.values import Role, pack
from sync.central.feed.publish import Publication
from sync.central.marks import Enrolment
from sync.central.registry import attempts
from sync.central.registry.people import Account, find_person
from sync.central.store import objects
from sync.central.store.database import lock, storable
from sync.central.store.epoch import epoch_of
from sync.central.store.prepared import Prepared
from sync.central.store.schema import device, enrol_code, user
from sync.protocol.messages import EnrolRequest, Laptop
from sync.protocol.signing import SignatureError, Signed, verify
from sync.sqltypes import Utc

CODE_BYTES = 10  # 80 bits; at least 64 are asked for
CODE_LIFETIME = timedelta(minutes=15)
_TOKEN_BYTES = 16

# Asked for by every request: made once.
_DEVICE = (
    select(
        *(column for column in device.c if not isinstance(column.type, Utc)),  # as a driver gives them
        *(user.c[name] for name in ("display", "office", "role", "active")),
        epoch_of(device.c.agency).label("server_epoch"),
    )
    .join(user, (user.c.agency == device.c.agency) & (user.c.name == device.c.user))
    .where(device.c.agency == bindparam("agency"), device.c.number == bindparam("number"))
)
_ASKED_DEVICE = Prepared(_DEVICE)
_LOCKED_DEVICE = _DEVICE.with_for_update(of=device)


class EnrolmentError(ValueError):
    """The code is wrong, used, expired or someone else's. Which of these isn't told."""


def new_code(connection: Connection, agency: str, name: str, now: datetime) -> str:
    """A one-time code of 80 bits in groups of four; only its hash is kept."""
    code = base64.b32encode(secrets.token_bytes(CODE_BYTES)).decode()
    expires = now + CODE_LIFETIME
    attempts.forgive(connection, agency, name)
    connection.execute(
        insert(enrol_code).values(agency=agency, hash=_code_hash(code), user=name, expires=expires)
    )
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))


def _code_hash(code: str) -> bytes:
    return sha256(code.replace("-", "").replace(" ", "").upper().encode()).digest()


def enrol(
    connection: Connection, agency: str, request: EnrolRequest, now: datetime, number: int
) -> tuple[str, Enrolment]:
    """Uses the code up and registers the device. Answers with its token. Raises EnrolmentError."""
    where = (enrol_code.c.agency == agency, enrol_code.c.hash == _code_hash(request.code))
    row = connection.execute(select(enrol_code).where(*where).with_for_update()).first()
    account = find_person(connection, agency, storable(request.user))
    usable = row is not None and row.used_by is None and row.expires > now and row.user == request.user
    if not usable or account is None or not account.active:
        raise EnrolmentError("this code is not valid for this user; ask for a new one")
    connection.execute(update(enrol_code).where(*where).values(used_by=number))
    token = base64.urlsafe_b64encode(secrets.token_bytes(_TOKEN_BYTES)).rstrip(b"=").decode()
    enrolment = Enrolment(
        device=number,
        user=request.user,
        name=storable(request.name)[:64],
        signing_key=request.signing_key,
        deposit_key=request.deposit_key,
        token_hash=sha256(token.encode()).digest(),
        enrolled=now,
    )
    register(connection, agency, enrolment)
    return token, enrolment


def register(connection: Connection, agency: str, enrolment: Enrolment) -> None:
    """The device's row, at the beginning of its history."""
    values = {"number" if name == "device" else name: value for name, value in asdict(enrolment).items()}
    connection.execute(insert(device).values(agency=agency, chain=bytes(16), **values))


def laptop_lock(agency: str, number: int) -> str:
    """Held by whoever changes what is kept of a laptop besides its own commands."""
    return f"laptop:{agency}:{number}"


def publish_laptop(connection: Connection, agency: str, number: int) -> list[Publication]:
    """Keeps the fleet's picture of a laptop up to date."""
    lock(connection, laptop_lock(agency, number))
    row = connection.execute(select(device).where(device.c.agency == agency, device.c.number == number)).one()
    laptop = Laptop(
        device=row.number,
        user=row.user,
        name=row.name,
        enrolled=row.enrolled,
        configuration=row.configuration,
        acknowledged=row.acknowledged,
        acknowledged_at=row.acknowledged_at,
        last_contact=row.last_contact,
        revoked=row.revoked,
    )
    stored = objects.save(connection, agency, "laptop", str(number), pack(laptop))
    return [Publication("fleet", "laptop", str(number), stored.version)] if stored else []


def find_device(connection: Connection, agency: str, number: int) -> Any:
    """The device's row with the person it belongs to, and the server's epoch; or None."""
    rows = _ASKED_DEVICE.rows(connection, agency=agency, number=number)
    return rows[0] if rows else None


def lock_device(connection: Connection, agency: str, number: int) -> Any:
    """The same, its row locked until the transaction ends. Raises NoResultFound."""
    return connection.execute(_LOCKED_DEVICE, {"agency": agency, "number": number}).one()


def account_of(row: Any) -> Account:
    """The person that a device's row was found with."""
    return Account(row.user, row.display, row.office, Role(row.role), bool(row.active))


def authenticate(row: Any, signed: Signed, method: str, path: str, body: bytes) -> None:
    """Raises SignatureError unless this device's token and key made the request."""
    if row is None or row.revoked:
        raise SignatureError("this laptop is not known here")
    if not secrets.compare_digest(sha256(signed.token.encode()).digest(), row.token_hash):
        raise SignatureError("the token does not fit")
    verify(signed, row.signing_key, method, path, body)


ROLES_WITH_CASES = frozenset({Role.CASEWORKER, Role.SUPERVISOR})
