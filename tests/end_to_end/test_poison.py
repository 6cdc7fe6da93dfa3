"""One bad command never blocks a queue, even one that ends the process (I10), and repair ends (I16)."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from uuid import UUID

import pytest
from sqlalchemy import func, select, update

from sync.central.store import schema
from sync.protocol.messages import Cursor
from tests.end_to_end.fleet import ROOT, Laptop, Office, Server

DEADLY = """
import os, sys
from sync.central.verdicts import judge
real = judge.decide
def deadly(case, command, context):
    if getattr(command.body, "text", "") == "poison":
        os._exit(9)
    return real(case, command, context)
judge.decide = deadly
from sync.central.commands import main
sys.exit(main(sys.argv[1:]))
"""


class Dying:
    """A server that is started again whenever it has died."""

    def __init__(self, server: Server) -> None:
        self.server, self.deaths = server, 0
        self._over = threading.Event()
        self._up = threading.Event()
        self._thread = threading.Thread(target=self._keep_up, daemon=True)
        self._thread.start()

    def wait(self) -> None:
        assert self._up.wait(30)

    def stop(self) -> None:
        self._over.set()
        self._process.terminate()
        self._thread.join(30)
        assert not self._thread.is_alive()

    def _keep_up(self) -> None:
        arguments = ["serve", "--data", str(self.server.data), "--port", str(self.server.port)]
        while not self._over.is_set():
            self._process = subprocess.Popen(
                [sys.executable, "-c", DEADLY, *arguments],
                cwd=ROOT,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                text=True,
            )
            self.server.wait_for(self._process)
            self._up.set()
            self._process.communicate()
            self._up.clear()
            self.deaths += 1


@pytest.fixture
def dying(office: Office) -> Iterator[Dying]:
    office.server.stop()
    server = Dying(office.server)
    server.wait()
    yield server
    server.stop()


def test_i10_a_command_that_ends_the_servers_process_is_held_and_the_queue_drains(
    office: Office, dying: Dying
) -> None:
    laptop = office.laptop("worker1")
    case, other = laptop.undecided(2)
    laptop.note(case, "before")
    poison = laptop.note(case, "poison")
    laptop.note(case, "after")
    decided = laptop.deny(other)
    syncs = 0
    while laptop.sync()["pending"] and syncs < 9:
        dying.wait()
        syncs += 1
    assert 2 <= dying.deaths <= 6
    assert laptop.status()["pending"] == 0
    assert (laptop.item(poison)["state"], laptop.item(poison)["reason"]) == ("held", "could_not_be_run")
    assert laptop.item(decided)["state"] == "accepted"
    texts = [note["text"] for note in office.same(laptop, case)["notes"]]
    assert [text for text in texts if text in ("before", "poison", "after")] == ["before", "after"]
    assert office.server.audit()["ok"]
    central = office.server.opened()
    with central.database.read() as connection:
        name = schema.counter.c.name
        left = select(func.count()).select_from(schema.counter).where(name.like("try:%"))
        assert connection.execute(left).scalar_one() == 0
    central.close()


def spoil(office: Office, feed: str) -> None:
    """Makes the server's digest of a feed wrong, so that no laptop can ever agree."""
    central = office.server.central
    assert central is not None
    with central.database.writer.connect() as connection, connection.begin():
        wrong = {"digest": bytes(range(16))}
        connection.execute(update(schema.feed).where(schema.feed.c.name == feed).values(**wrong))


def test_i16_a_digest_that_can_never_agree_ends_in_an_alert_and_not_in_a_loop(office: Office) -> None:
    laptop = office.laptop("worker1")
    case = laptop.undecided(1)[0]
    command = laptop.deny(case)
    spoil(office, "user:worker1")
    trips = []
    for _ in range(4):
        report = laptop.sync()
        assert (report["online"], report["digest_ok"], report["pending"]) == (True, False, 0)
        trips.append(report["round_trips"])
    assert max(trips) <= 8
    assert trips[-1] == 1, "after that it only says so"
    assert laptop.item(command)["state"] == "accepted"
    assert len(laptop.cases()) > 20


def test_i16_a_single_wrong_row_is_repaired_within_one_sync(office: Office) -> None:
    laptop = office.laptop("worker1")
    cases = laptop.cases()
    _forget(laptop, cases[3]["id"])
    report = laptop.sync()
    assert (report["digest_ok"], report["round_trips"]) == (True, 2)
    assert laptop.cases() == cases
    office.same(laptop, cases[3]["id"])


def _forget(laptop: Laptop, case: str) -> None:
    """Takes one case out of the replica behind the program's back, digest included."""
    from sqlalchemy import delete

    from sync.protocol import digests
    from sync.replica import replica_schema as tables

    with laptop.session() as session:
        store = session.replica._store
        with store.write() as connection:
            row = connection.execute(
                select(tables.object_).where(tables.object_.c.id == UUID(case).bytes)
            ).one()
            connection.execute(delete(tables.object_).where(tables.object_.c.id == UUID(case).bytes))
            feed = connection.execute(select(tables.feed).where(tables.feed.c.name == "user")).one()
            smaller = digests.shifted(feed.digest, removed=digests.member("case", case, row.version))
            connection.execute(update(tables.feed).where(tables.feed.c.name == "user").values(digest=smaller))
        assert session.replica.cursors()["user"] != Cursor()
