"""The server under load, on PostgreSQL with four processes and on the embedded store with one.

Laptops are processes of their own. While sixteen write, one reader follows an office's feed by its counter,
another follows a table numbered by a sequence and written in the same transactions: what each has missed at
the end is counted. On PostgreSQL five hundred laptops then come back at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import quantiles
from time import perf_counter
from typing import Any, NamedTuple

from sqlalchemy import func, select

from sync.central.api.enrolment import enrol_device
from sync.central.registry.devices import new_code
from sync.central.service import Central
from sync.central.store.schema import case as case_index
from sync.central.store.schema import command
from sync.protocol.messages import EnrolRequest
from sync.protocol.signing import Credentials, new_signing_key
from tests.bench import laptops
from tests.bench.following import Follower, entries
from tests.bench.laptops import Identity
from tests.bench.office import Office, office
from tests.bench.table import Figure
from tests.postgres import fresh_database, running_cluster

WRITERS, RETURNING, NOTES = 16, 500, 10
IDLE_ROUNDS, SINGLE_ROUNDS, BATCH_ROUNDS = 100, 25, 10
CLIENTS = 2  # processes
IDLE_SHARE, RETURN_FACTOR = 0.3, 1.5


class Run(NamedTuple):
    """Calls of all laptops: how long together, and each."""

    seconds: float
    each: list[Any]

    def rate(self, of_each: int = 1) -> float:
        """A second."""
        return of_each * len(self.each) / self.seconds

    def spread(self) -> str:
        """Of the durations."""
        cuts = quantiles(self.each, n=100)
        return "p50 {:,.0f} · p95 {:,.0f} · p99 {:,.0f} ms".format(*(1000 * cuts[n] for n in (49, 94, 98)))


class Fleet:
    """Laptops in client processes."""

    def __init__(self, pool: ProcessPoolExecutor, identities: Sequence[Identity]) -> None:
        self._pool, self._parts = pool, [list(identities[n::CLIENTS]) for n in range(CLIENTS)]

    def run(self, work: Callable[..., list[Any]], *arguments: int) -> Run:
        """All laptops at once."""
        begun = perf_counter()
        parts = [self._pool.submit(work, part, *arguments) for part in self._parts]
        each = [one for part in parts for one in part.result()]
        return Run(perf_counter() - begun, each)

    def after_first_sync(self) -> Fleet:
        """The same laptops, holding their cases."""
        parts = [self._pool.submit(laptops.first_sync, part) for part in self._parts]
        for n, part in enumerate(parts):
            self._parts[n] = [
                one._replace(held=held) for one, held in zip(self._parts[n], part.result(), strict=True)
            ]
        return self


def run(folder: Path) -> list[Figure]:
    """PostgreSQL with four server processes, then the embedded store with one."""
    figures = []
    with ProcessPoolExecutor(CLIENTS, get_context("spawn")) as pool:
        with (
            running_cluster(durable=True) as cluster,
            fresh_database(cluster) as url,
            office(folder / "postgres", cases=1000, caseworkers=250, url=url, processes=4) as place,
        ):
            figures += _measure(pool, place, "PostgreSQL, 4 processes", returning=True)
        with office(folder / "embedded", cases=640, caseworkers=WRITERS) as place:
            figures += _measure(pool, place, "SQLite, 1 process", returning=False)
    return figures


def _measure(pool: ProcessPoolExecutor, place: Office, where: str, *, returning: bool) -> list[Figure]:
    central = Central(place.folder / "server", place.url)
    try:
        writers = _enrolled(central, place.ports, WRITERS)
        figures = _idle(Fleet(pool, writers).after_first_sync())
        figures += _followed(central, Fleet(pool, writers).after_first_sync())
        fleet = Fleet(pool, _enrolled(central, place.ports, WRITERS)).after_first_sync()
        busy = fleet.run(laptops.steadily, BATCH_ROUNDS, NOTES)
        figures.append(
            Figure(
                f"commands/s, {WRITERS} laptops, {NOTES} in an exchange",
                f"{busy.rate(NOTES):,.0f}",
                "printed",
                f"{busy.spread()} an exchange",
            )
        )
        if returning:
            figures.append(_return(central, pool, place.ports, busy.rate(NOTES)))
    finally:
        central.close()
    return [figure._replace(what=f"{where}: {figure.what}") for figure in figures]


def _enrolled(central: Central, ports: list[int], count: int) -> list[Identity]:
    """Laptops, spread over the people and the server's processes."""
    query = select(case_index.c.assignee, case_index.c.id).where(case_index.c.assignee.is_not(None))
    with central.database.read() as connection:
        cases: dict[str, list[Any]] = {}
        for row in connection.execute(query.order_by(case_index.c.number)):
            cases.setdefault(row.assignee, []).append(row.id)
    people = sorted(cases)
    found = []
    for n in range(count):
        user = people[n % len(people)]
        private, public = new_signing_key()
        code = central.database.write(lambda c, u=user: new_code(c, central.agency, u, central.clock()))  # type: ignore[misc]
        answer = enrol_device(central, EnrolRequest(user=user, code=code, signing_key=public))
        credentials = Credentials(answer.device, answer.token, private)
        found.append(Identity(credentials, ports[n % len(ports)], tuple(cases[user])))
    return found


def _idle(fleet: Fleet) -> list[Figure]:
    empty = fleet.run(laptops.knocking, IDLE_ROUNDS)
    idle = fleet.run(laptops.steadily, IDLE_ROUNDS, 0)
    share = idle.rate() / empty.rate()
    return [
        Figure(
            "exchanges/s, idle",
            f"{idle.rate():,.0f} = {share:.2f} of an empty route",
            f"≥ {IDLE_SHARE}",
            f"empty route {empty.rate():,.0f}/s; {idle.spread()}",
            share >= IDLE_SHARE,
        )
    ]


def _followed(central: Central, fleet: Fleet) -> list[Figure]:
    counted, naive = Follower(central, naive=False), Follower(central, naive=True)
    before = entries(central)
    busy = fleet.run(laptops.steadily, SINGLE_ROUNDS, 1)
    counted.end()
    naive.end()
    made, commands = entries(central) - before, len(busy.each)
    lost, missed = made - len(counted.seen), commands - len(naive.seen)
    return [
        Figure(
            f"commands/s, {WRITERS} laptops, 1 in an exchange",
            f"{busy.rate():,.0f}",
            "printed",
            busy.spread(),
        ),
        Figure(
            "feed rows lost",
            f"{lost} of {made}",
            "0",
            f"a sequence-numbered table in the same run lost {missed} of {commands}",
            lost == 0,
        ),
    ]


def _return(central: Central, pool: ProcessPoolExecutor, ports: list[int], rate: float) -> Figure:
    fleet = Fleet(pool, _enrolled(central, ports, RETURNING)).after_first_sync()
    before = _commands(central)
    back = fleet.run(laptops.returning, NOTES)
    stored = _commands(central) - before
    expected, faults = RETURNING * NOTES, sum(told.faults for told in back.each)
    waits = sum(told.busy for told in back.each)
    factor = back.seconds / (expected / rate)
    return Figure(
        f"{RETURNING} laptops at once, {NOTES} commands each",
        f"{back.seconds:.1f} s = {factor:.2f} × commands ÷ rate",
        f"≤ {RETURN_FACTOR}, nothing lost, no 5xx",
        f"{stored} of {expected} stored, {faults} faults, told to wait {waits} times",
        factor <= RETURN_FACTOR and stored == expected and not faults,
    )


def _commands(central: Central) -> int:
    with central.database.read() as connection:
        return connection.execute(select(func.count()).select_from(command)).scalar_one()
