"""The server under load: 16 laptops writing, on PostgreSQL with four processes and on embedded SQLite.

While they write, one reader follows an office's feed by its counter, another follows a table numbered by a
sequence and written in the same transactions: what each has missed at the end is counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from time import perf_counter, time

import httpx
from sqlalchemy import select

from sync.casework.commands import AddNote, Command
from sync.casework.values import encode
from sync.central.api.enrolment import enrol_device
from sync.central.registry.devices import new_code
from sync.central.service import Central
from sync.central.store.schema import case as case_index
from sync.central.store.schema import entry, feed, leaf
from sync.protocol.envelope import chain, encode_envelope
from sync.protocol.frames import FrameReader
from sync.protocol.messages import Cursor, EnrolRequest, ExchangeRequest, Head
from sync.protocol.signing import Credentials, authorization, new_signing_key
from tests.bench.office import Office, office
from tests.bench.table import Figure
from tests.postgres import fresh_database, running_cluster

LAPTOPS = 16
ROUNDS = 25
PATH = "/v1/exchange"
OFFICE_FEED = "office:north"


class Writer:
    """A laptop reduced to what the server sees of it: one note per exchange."""

    def __init__(self, central: Central, number: int, url: str) -> None:
        self._central = central
        user = f"worker{number}"
        private, public = new_signing_key()
        code = central.database.write(lambda c: new_code(c, central.agency, user, central.clock()))
        answer = enrol_device(central, EnrolRequest(user=user, code=code, signing_key=public))
        self._credentials = Credentials(answer.device, answer.token, private)
        self._client = httpx.Client(base_url=url, trust_env=False, timeout=60)
        self._cursors: dict[str, Cursor] = {}
        self._seq, self._chain = 0, bytes(16)
        with central.database.read() as connection:
            self._cases = list(
                connection.execute(select(case_index.c.id).where(case_index.c.assignee == user)).scalars()
            )

    def exchange(self, *, note: bool) -> float:
        """One exchange; returns its duration in seconds."""
        before = self._chain
        push: tuple[bytes, ...] = ()
        if note:
            self._seq += 1
            data = self._note()
            self._chain, push = chain(before, data), (data,)
        request = ExchangeRequest(
            revision=1,
            cursors=self._cursors,
            last_seq=self._seq,
            first=self._seq if note else 0,
            chain=before,
            push=push,
        )
        body = encode(request)
        header = authorization(self._credentials, "POST", PATH, body, int(time()), self._seq)
        begun = perf_counter()
        response = self._client.post(PATH, content=body, headers={"authorization": header})
        taken = perf_counter() - begun
        frames = list(FrameReader().feed(response.content))
        end = frames[-1]
        if not isinstance(end, Head):
            raise RuntimeError(f"refused: {end}")
        self._cursors = {name: Cursor(at.number) for name, at in end.heads.items()}
        return taken

    def empty(self) -> None:
        """The empty route, by the same client."""
        self._client.get("/v1/health")

    def close(self) -> None:
        self._client.close()

    def _note(self) -> bytes:
        command = Command(
            id=self._central.new_id(),
            device=self._credentials.device,
            seq=self._seq,
            case=self._cases[self._seq % len(self._cases)],
            body=AddNote(text="Written under load."),
            epoch=1,
        )
        return encode_envelope(command, self._central.clock(), None)


class Follower:
    """Reads a growing table by "greater than the last number seen" while others write."""

    def __init__(self, central: Central, *, naive: bool) -> None:
        self._central, self._naive = central, naive
        self._stop = Event()
        self.seen: set[int] = set()
        self._last = self._newest()
        self._thread = Thread(target=self._follow, daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Reads what is left and stops."""
        self._stop.set()
        self._thread.join()
        self._read()

    def _newest(self) -> int:
        column = leaf.c.id if self._naive else feed.c.number
        query = select(column).order_by(column.desc()).limit(1)
        if not self._naive:
            query = query.where(feed.c.name == OFFICE_FEED)
        with self._central.database.read() as connection:
            return connection.execute(query).scalar() or 0

    def _follow(self) -> None:
        while not self._stop.is_set():
            self._read()

    def _read(self) -> None:
        if self._naive:
            query = select(leaf.c.id).where(leaf.c.id > self._last)
        else:
            query = select(entry.c.number).where(entry.c.feed == OFFICE_FEED, entry.c.number > self._last)
        with self._central.database.read() as connection:
            numbers = list(connection.execute(query).scalars())
        self.seen.update(numbers)
        self._last = max([self._last, *numbers])


def run(folder: Path) -> list[Figure]:
    """PostgreSQL with four server processes, then the embedded store with one."""
    figures = []
    with (
        running_cluster(durable=True) as cluster,
        fresh_database(cluster) as url,
        office(folder / "postgres", cases=640, caseworkers=LAPTOPS, url=url, processes=4) as place,
    ):
        figures += _load(place, "PostgreSQL, 4 processes")
    with office(folder / "embedded", cases=640, caseworkers=LAPTOPS) as place:
        figures += _load(place, "SQLite, 1 process")
    return figures


@contextmanager
def _writers(place: Office, central: Central) -> Iterator[list[Writer]]:
    urls = [f"http://127.0.0.1:{port}" for port in place.ports]
    writers = [Writer(central, n + 1, urls[n % len(urls)]) for n in range(LAPTOPS)]
    try:
        yield writers
    finally:
        for writer in writers:
            writer.close()


def _load(place: Office, where: str) -> list[Figure]:
    central = Central(place.folder / "server", place.url)
    try:
        with _writers(place, central) as writers, ThreadPoolExecutor(LAPTOPS) as pool:
            list(pool.map(lambda w: w.exchange(note=False), writers))  # first syncs
            empty = _rate(pool, writers, lambda w: w.empty())
            idle = _rate(pool, writers, lambda w: w.exchange(note=False))
            counted, naive = Follower(central, naive=False), Follower(central, naive=True)
            before = _entries(central)
            busy = _rate(pool, writers, lambda w: w.exchange(note=True))
            counted.end()
            naive.end()
        made = _entries(central) - before
        lost = made - len(counted.seen)
        missed = LAPTOPS * ROUNDS - len(naive.seen)
    finally:
        central.close()
    return [
        Figure(f"{where}: exchanges/s, idle", f"{idle:,.0f}", "printed", f"empty route {empty:,.0f}/s"),
        Figure(
            f"{where}: exchanges/s, {LAPTOPS} laptops writing",
            f"{busy:,.0f}",
            "printed",
            "one note each, durable",
        ),
        Figure(
            f"{where}: feed rows lost",
            f"{lost} of {made}",
            "0",
            f"a sequence-numbered table in the same run lost {missed} of {LAPTOPS * ROUNDS}",
            lost == 0,
        ),
    ]


def _entries(central: Central) -> int:
    with central.database.read() as connection:
        number = connection.execute(select(feed.c.number).where(feed.c.name == OFFICE_FEED)).scalar()
    return int(number or 0)


def _rate(pool: ThreadPoolExecutor, writers: list[Writer], call: object) -> float:
    """Calls a second with all laptops at once."""
    assert callable(call)
    begun = perf_counter()

    def repeat(writer: Writer) -> None:
        for _ in range(ROUNDS):
            call(writer)

    list(pool.map(repeat, writers))
    return LAPTOPS * ROUNDS / (perf_counter() - begun)
