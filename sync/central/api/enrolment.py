"""Enrolment: a one-time code and a public key become a device with a token."""

from __future__ import annotations

from sqlalchemy import Connection

from sync.central.feed.publish import Publication
from sync.central.registry.devices import EnrolmentError, enrol
from sync.central.registry.people import find_person
from sync.central.scopes.subscriptions import subscriptions
from sync.central.service import Central
from sync.central.store.objects import next_value
from sync.protocol.messages import EnrolAnswer, EnrolRequest

SIGNING_KEY_BYTES = 32


def enrol_device(central: Central, request: EnrolRequest) -> EnrolAnswer:
    """Registers a laptop. Raises EnrolmentError for a code that isn't valid for this person."""
    if len(request.signing_key) != SIGNING_KEY_BYTES:
        raise EnrolmentError("the laptop's key is not an Ed25519 key")

    def work(connection: Connection, changes: list[Publication]) -> EnrolAnswer:
        number = next_value(connection, central.agency, "device")
        token, published = enrol(connection, central.agency, request, central.clock(), number)
        changes += published
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
        )

    return central.change(work)
