"""What an older server did not understand is decided by a newer one, once, in its author's name (I3, I15)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

import pytest
from sqlalchemy import select

from sync.casework.commands import BODIES, OpenCase, Reassign
from sync.central.service import Central
from sync.central.store import schema
from sync.central.verdicts.retrying import retry_held
from sync.protocol import decoders
from sync.protocol.administration import ORDERS, Configure
from tests.central.parts import Follower, Pen, denial, new_case, note, open_case


@contextmanager
def a_server_without(monkeypatch: pytest.MonkeyPatch, *tags: str) -> Iterator[None]:
    """The registry of a program that these kinds were not yet part of."""
    with monkeypatch.context() as older:
        for tag in tags:
            older.delitem(BODIES.known if tag in BODIES.known else ORDERS.known, tag)
        yield


def disposition(central: Central, command: UUID) -> tuple[str | None, bool]:
    """What became of a command, and whether the log has the command that it names."""
    table = schema.command
    with central.database.read() as connection:
        row = connection.execute(select(table).where(table.c.id == command)).one()
        named = connection.execute(select(table.c.tag).where(table.c.id == row.resolved_by)).scalar()
    return row.disposition, named == "retry.1"


def test_a_newer_server_decides_what_an_older_one_held(
    central: Central, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = open_case(central)
    follower = Follower(central, "worker1")
    pen = follower.pen
    with a_server_without(monkeypatch, "deny.1"):
        decision, envelope = pen.write(case.id, denial())
        assert pen.send(envelope) is None
        assert pen.push(case.id, note("goes on")) == ("accepted", "")
        assert retry_held(central) == 0, "the older server doesn't know it the second time either"
    assert pen.answer(decision) == ("held", "not_understood")
    assert (retry_held(central), retry_held(central)) == (1, 0)
    after = pen.case(case.id)
    assert after is not None
    assert (after.standing, after.decisions[decision].by) == (decision, "worker1")
    assert pen.answer(decision) == ("held", "not_understood"), "a verdict never changes"
    assert disposition(central, decision) == ("retried", True)
    follower.pull()
    verdicts = follower.held["device"]
    assert b"retried" in verdicts["verdict", f"{pen.device}.1"][1]
    assert after.applied[str(pen.device)] == 2, "the laptop's own numbers never go back"
    assert central.verify_audit().ok


def test_a_retry_is_judged_as_the_case_is_now(central: Central, monkeypatch: pytest.MonkeyPatch) -> None:
    case = open_case(central)
    pen = Pen(central, "worker1")
    with a_server_without(monkeypatch, "deny.1"):
        decision, envelope = pen.write(case.id, denial())
        assert pen.send(envelope) is None
    assert Pen(central, "supervisor1").push(case.id, Reassign(to="worker2")) == ("accepted", "")
    assert retry_held(central) == 1
    after = pen.case(case.id)
    assert after is not None
    assert (after.standing, after.late_work) == (None, (decision,)), "it is late work by now (I6)"


def test_a_case_whose_opening_was_held_comes_with_its_notes(
    central: Central, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, landlord = new_case(central.agency)
    pen = Pen(central, "worker1")
    with a_server_without(monkeypatch, "open-case.1"):
        assert pen.push(case.id, OpenCase(case=case, parties=(landlord,))) == ("held", "not_understood")
        assert pen.push(case.id, note("walked in")) == ("held", "not_understood")
    assert retry_held(central) == 2
    after = pen.case(case.id)
    assert after is not None
    assert (after.number, [one.text for one in after.notes.values()]) == ("26-000001", ["walked in"])


def test_an_order_is_retried_too_and_one_that_fails_leaves_the_others(
    central: Central, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = open_case(central)
    worker, admin = Pen(central, "worker1"), Pen(central, "admin1")
    with a_server_without(monkeypatch, "note.1", "configure.1"):
        broken = worker.push(case.id, note("crashes"))
        settings = admin.push(UUID(int=0), Configure(poll_seconds=77))  # type: ignore[arg-type]
    assert broken == settings == ("held", "not_understood")

    def crash(*_: object) -> None:
        raise ArithmeticError("a fault of the newer program")

    with monkeypatch.context() as faulty:
        faulty.setattr("sync.casework.decide._remark", crash)
        assert retry_held(central) == 1
    with central.database.read() as connection:
        table = schema.object_
        body = connection.execute(
            select(table.c.body).where(table.c.kind == "configuration", table.c.id == str(worker.device))
        ).scalar_one()
    assert decoders.sync_configuration.decode(body).poll_seconds == 77
    assert retry_held(central) == 1, "the note, by a program that is mended"
