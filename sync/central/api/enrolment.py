"""Enrolment: a one-time code and a public key become a device with a token."""

from __future__ import annotations

from sqlalchemy import Connection

from sync.central.feed.publish import Publication
from sync.central.registry import attempts
from sync.central.registry.devices import EnrolmentError, enrol, publish_laptop
from sync.central.registry.people import find_person
from sync.central.scopes.subscriptions import subscriptions
from sync.central.service import Central
from sync.central.store import epoch
from sync.central.store.database import storable
from sync.central.store.objects import next_value
from sync.protocol.messages import EnrolAnswer, EnrolRequest

KEY_BYTES = 32


def enrol_device(central: Central, request: EnrolRequest, address: str = "") -> EnrolAnswer:
    """Registers a laptop. Raises EnrolmentError for a code that isn't valid for this person.

    Raises LockedError when this person's codes, or this address, have failed too often of late.
    """
    if len(request.signing_key) != KEY_BYTES or len(request.deposit_key) not in (0, KEY_BYTES):
        raise EnrolmentError("the laptop's key is not an Ed25519 key")
    limits = attempts.subjects(storable(request.user), address)
    with central.database.glance() as connection:
        attempts.check(connection, central.agency, limits, central.clock())
    try:
        return _enrol(central, request)
    except EnrolmentError:  # what failed was rolled back; that it failed is kept
        central.database.write(lambda c: attempts.note(c, central.agency, limits, central.clock()))
        raise


def _enrol(central: Central, request: EnrolRequest) -> EnrolAnswer:

    def work(connection: Connection, changes: list[Publication]) -> EnrolAnswer:
        number = next_value(connection, central.agency, "device")
        token, enrolment = enrol(connection, central.agency, request, central.clock(), number)
        changes += publish_laptop(connection, central.agency, number)
        account = find_person(connection, central.agency, request.user)
        assert account is not None
        feeds = subscriptions(central.agency, number, account.name, account.role.value, account.office)
        return EnrolAnswer(
            device=number,
            token=token,
            user=account.name,
            display=account.display,
            roles=(account.role.value,),
            office=account.office,
            agency=central.agency,
            server_key=central.keys.sealing_public,
            recovery_key=central.keys.recovery_public,
            server_time=central.clock(),
            feeds=tuple(feed.local for feed in feeds),
            server_epoch=epoch.current(connection, central.agency),
            audit_key=central.keys.verifier.public_bytes_raw(),
            enrolment=central.marks.statement(enrolment),
        )

    return central.change(work)
