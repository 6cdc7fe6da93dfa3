"""A campaign of kills against one small agency on PostgreSQL; afterwards all histories are compared."""

from __future__ import annotations

import math
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select

from sync.central.service import Central
from sync.central.store import schema
from sync.central.verdicts.effects import load_case
from tests.end_to_end.fleet import Laptop, Office, Server
from tests.end_to_end.link import RURAL, CutAnswer, DropAnswer, HalfRequest, Line, Link, Reset
from tests.kills.nursery import Nursery, kill
from tests.postgres import Cluster, running

PEOPLE = ("worker1", "worker1", "worker2", "worker2")
VICTIMS = ("laptop",) * 9 + ("server", "backend", "postmaster")
FAULTS = (None, None, DropAnswer(), CutAnswer(150), HalfRequest(), Reset())
PATIENCE = 2.5  # seconds that the next kill waits for somebody to sync


@dataclass
class Worker:
    """A laptop that is worked on without end, and what its person was told."""

    laptop: Laptop
    history: Path
    pid: int = 0

    def told(self) -> list[list[str]]:
        """Every line, as words. The first was written when it was enrolled."""
        return [line.split() for line in self.history.read_text().splitlines()]


class Verdicts(NamedTuple):
    """What a campaign proved: commands that were said to be saved, all of them at the server exactly once."""

    saved: int
    answered: int


@dataclass
class Campaign:
    """Everything that can be killed. `kills` counts the victims; laptops by what they were doing."""

    cluster: Cluster
    server: Server
    link: Link
    nursery: Nursery
    workers: list[Worker]
    chance: Random
    versions: dict[UUID, int]
    kills: Counter[str] = field(default_factory=Counter)
    server_pid: int = 0

    def run(self, kills: int, deadline: float = math.inf) -> None:
        """Kills so many processes at random moments and starts them again; ends early at a deadline."""
        self._start_server()
        for worker in self.workers:
            self._start(worker)
        aim = self.kills.total() + kills
        victims: list[str] = []
        while self.kills.total() < aim and time.monotonic() < deadline:
            if not victims:  # each has its turn, in any order
                victims = self.chance.sample(VICTIMS, len(VICTIMS))
            self._let_work()
            self._kill(victims.pop())
            self.link.will(self.chance.choice(FAULTS))
        for worker in self.workers:
            kill(worker.pid)

    def _let_work(self) -> None:
        """Some moments; every fourth time until somebody has synced, however slow the machine is."""
        if self.chance.random() < 0.25:
            before, until = self._synced(), time.monotonic() + PATIENCE
            while self._synced() == before and time.monotonic() < until:
                time.sleep(0.02)
        time.sleep(self.chance.uniform(0.0, 0.4))

    def _synced(self) -> int:
        return sum(worker.told().count(["synced", "True"]) for worker in self.workers)

    def _kill(self, victim: str) -> None:
        match victim:
            case "laptop":
                worker = self.chance.choice(self.workers)
                if kill(worker.pid):
                    self.kills[f"laptop, {worker.told()[-1][0]}"] += 1
                self._start(worker)
            case "server":
                self.kills[victim] += kill(self.server_pid)
                self._start_server()
            case "backend":
                self.kills[victim] += self.cluster.kill_backend(self.chance)
            case "postmaster":
                self.cluster.kill()
                self.kills[victim] += 1
                self.cluster.start()

    def _start(self, worker: Worker) -> None:
        laptop, seed = worker.laptop, self.chance.randrange(1 << 30)
        worker.pid = self.nursery.fork("laptop", laptop.folder, laptop.user, worker.history, seed)

    def _start_server(self) -> None:
        server = self.server
        self.server_pid = self.nursery.fork(
            "server", server.data, server.port, server.database_url, server.log
        )

    def compare(self) -> Verdicts:
        """Faults off, everybody syncs; then histories, outboxes and the server must tell one story."""
        kill(self.server_pid)
        self.cluster.wait()  # the last kill may have been one of its processes
        self.server.start()
        self.link.line = Line()
        try:
            for worker in self.workers:
                self._drain(worker.laptop)
            central = self.server.central
            assert central is not None
            answered = sum(_one_story(central, worker) for worker in self.workers)
            _effects_once(central, self.versions)
            assert self.server.audit()["ok"]
        finally:
            self.server.stop()
        saved = sum(words[0] == "saved" for worker in self.workers for words in worker.told())
        return Verdicts(saved, answered)

    def _drain(self, laptop: Laptop) -> None:
        for _ in range(8):
            report = laptop.sync()
            if report["online"] and not report["pending"]:
                assert report["digest_ok"]
                return
        raise AssertionError(f"{laptop.folder.name} does not drain: {report}")


def _one_story(central: Central, worker: Worker) -> int:
    """I1, I3: what was said is there, once, in the order it was said, with the verdict that was told."""
    told = worker.told()
    assert not [words for words in told if words[0] == "failed"]
    saved = [UUID(words[1]) for words in told if words[0] == "saved"]
    with worker.laptop.session() as session:
        device = session.identity.device
        here = {item.id: item.state for item in session.outbox.items()}
    table = schema.command
    with central.database.read() as connection:
        query = select(table.c.id, table.c.verdict).where(table.c.device == device).order_by(table.c.seq)
        rows = connection.execute(query).all()
    there = {row.id: row.verdict for row in rows}
    assert len(there) == len(rows), "a command is there twice"
    assert [id_ for id_ in there if id_ in set(saved)] == saved, "lost, or in another order"
    assert len(there) <= len(saved) + sum(words[0] == "started" for words in told)
    answers = {UUID(words[1]): words[2] for words in told if words[0] == "answered"}
    assert {id_: there[id_] for id_ in answers} == answers, "a verdict changed"
    assert here == there
    return len(answers)


def _effects_once(central: Central, before: dict[UUID, int]) -> None:
    """I2: each case moved by as many versions as commands took effect on it."""
    table = schema.command
    with central.database.read() as connection:
        query = select(table.c.case).where(table.c.device > 0, table.c.verdict.in_(("accepted", "contested")))
        effects = Counter(connection.execute(query).scalars())
        for id_, version in before.items():
            case = load_case(connection, central.agency, id_)
            assert case is not None
            assert case.version == version + effects[id_], id_


@contextmanager
def campaign(folder: Path, seed: int) -> Iterator[Campaign]:
    """An agency of four laptops, far away on a thin line."""
    chance = Random(seed)
    with running(durable=True) as cluster, Nursery() as nursery:
        server = Server(folder / "central", cluster.url)
        made = server.command("demo-load", "--cases", "24", "--seed", "1", "--caseworkers", "2", "--json")
        assert made.code == 0, made.err
        server.start()
        with Link(server.port) as link:
            office = Office(server, folder)
            laptops = [office.laptop(user, url=link.url) for user in PEOPLE]
            versions = {UUID(case["id"]): case["version"] for case in server.cases()}
            server.stop()
            link.line = RURAL
            workers = [Worker(one, folder / f"{one.folder.name}.told") for one in laptops]
            for worker in workers:
                worker.history.write_text("enrolled\n")
            yield Campaign(cluster, server, link, nursery, workers, chance, versions)
