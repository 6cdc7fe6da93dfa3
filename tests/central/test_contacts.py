"""When laptops were last heard of: no exchange writes it, a batch does, also when the server is stopped."""

from __future__ import annotations

from datetime import datetime, timedelta

from litestar.testing import TestClient
from sqlalchemy import select

from sync.central.api.app import make_app
from sync.central.service import Central
from sync.central.store import schema
from tests.central.parts import Clock, Follower, Pen
from tests.central.test_cost import Laptop


def contact(central: Central, number: int) -> datetime | None:
    with central.database.read() as connection:
        column = schema.device.c.last_contact
        found: datetime | None = connection.execute(
            select(column).where(schema.device.c.number == number)
        ).scalar_one()
    return found


def test_contacts_are_written_together_and_the_fleet_follows_once_an_hour(central: Central) -> None:
    clock = central.clock
    assert isinstance(clock, Clock)
    pens = [Pen(central, "worker1") for _ in range(3)]
    administrator = Follower(central, "admin1")
    administrator.pull()
    with TestClient(make_app(central)) as client:
        laptops = [Laptop(client, pen) for pen in pens]
        for laptop in laptops:
            laptop.exchange()
        assert [contact(central, pen.device) for pen in pens] == [None] * 3
        central.write_contacts()
        assert all(contact(central, pen.device) for pen in pens)
        administrator.pull()

        clock.at += timedelta(minutes=1)
        begun = clock.at
        laptops[0].exchange()
    last = contact(central, pens[0].device)
    assert last is not None
    assert last > begun, "written when the server stops"
    administrator.pull()
    assert administrator.frames == []

    later = last + timedelta(hours=1)
    central.contacts.heard(pens[1].device, later)
    central.contacts.heard(pens[1].device, last)
    central.write_contacts()
    assert contact(central, pens[1].device) == later
    administrator.pull()
    assert [len(frame.entries) for frame in administrator.frames] == [1]
