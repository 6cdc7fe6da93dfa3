"""Laptops reduced to what a server sees of them, in processes of their own: real HTTP, real signatures."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from http.client import HTTPConnection
from itertools import chain
from typing import NamedTuple, TypeVar
from uuid import UUID

from sync.casework.commands import AddNote, Command
from sync.casework.values import encode, uuid7
from sync.protocol import envelope
from sync.protocol.frames import FrameReader
from sync.protocol.messages import Cursor, ExchangeRequest, Head, Refusal
from sync.protocol.signing import Credentials, authorization
from sync.protocol.versions import CURRENT

PATH = "/v1/exchange"
TIMEOUT_SECONDS = 120


class Identity(NamedTuple):
    """One enrolled laptop, as it can be handed to another process, with the numbers its feeds ended at."""

    credentials: Credentials
    port: int
    cases: tuple[UUID, ...]
    held: dict[str, int] = {}


class Told(NamedTuple):
    """What became of a laptop's return: seconds until all was answered, times it was told to wait, faults."""

    seconds: float
    busy: int
    faults: int


class BusyError(Exception):
    """The server asks to come again after so many seconds."""

    def __init__(self, retry_after: int) -> None:
        super().__init__(f"busy, {retry_after} s")
        self.retry_after = retry_after


class FaultError(Exception):
    """An answer that no laptop should ever get."""


class Laptop:
    """Writes notes, pushes them, and pulls what comes back."""

    def __init__(self, identity: Identity) -> None:
        self._who, self._cases = identity.credentials, identity.cases
        self._http = HTTPConnection("127.0.0.1", identity.port, timeout=TIMEOUT_SECONDS)
        self._cursors = {feed: Cursor(number) for feed, number in identity.held.items()}
        self._known, self._chain = 0, bytes(16)
        self._outbox: list[bytes] = []

    @property
    def held(self) -> dict[str, int]:
        """The numbers its feeds ended at."""
        return {feed: cursor.number for feed, cursor in self._cursors.items()}

    def write(self, notes: int) -> None:
        """Saves notes; the next exchange sends them, again until they are answered."""
        first = self._known + len(self._outbox) + 1
        self._outbox += [self._note(seq) for seq in range(first, first + notes)]

    def exchange(self) -> float:
        """One exchange; its duration in seconds. Raises BusyError, FaultError."""
        last = self._known + len(self._outbox)
        first = self._known + 1 if self._outbox else 0
        request = ExchangeRequest(CURRENT, self._cursors, last, first, self._chain, tuple(self._outbox))
        body = encode(request)
        header = authorization(self._who, "POST", PATH, body, int(time.time()), last)
        begun = time.perf_counter()
        end = self._ask(body, header)
        taken = time.perf_counter() - begun
        if isinstance(end, Refusal) and end.code == "busy":
            raise BusyError(end.retry_after or 1)
        if not isinstance(end, Head) or end.known != last:
            raise FaultError(str(end))
        self._cursors = {feed: Cursor(at.number) for feed, at in end.heads.items()}
        for data in self._outbox:
            self._chain = envelope.chain(self._chain, data)
        self._known, self._outbox = last, []
        return taken

    def patiently(self) -> Told:
        """One exchange, again as often as it is asked to come again."""
        begun, busy, faults = time.perf_counter(), 0, 0
        while True:
            try:
                self.exchange()
            except BusyError as error:
                busy += 1
                time.sleep(error.retry_after * random.uniform(0.9, 1.1))
            except (FaultError, OSError):
                faults += 1
                self._http.close()
                if faults > 5:
                    raise
                time.sleep(1)
            else:
                return Told(time.perf_counter() - begun, busy, faults)

    def empty(self) -> float:
        """The empty route."""
        begun = time.perf_counter()
        self._http.request("GET", "/v1/health")
        self._http.getresponse().read()
        return time.perf_counter() - begun

    def close(self) -> None:
        self._http.close()

    def _ask(self, body: bytes, header: str) -> object:
        self._http.request("POST", PATH, body=body, headers={"authorization": header})
        response = self._http.getresponse()
        data = response.read()
        if response.status >= 500:
            raise FaultError(f"status {response.status}")
        *_, end = FrameReader().feed(data)
        return end

    def _note(self, seq: int) -> bytes:
        command = Command(
            id=uuid7(int(time.time() * 1000), random.randbytes(10)),
            device=self._who.device,
            seq=seq,
            case=self._cases[seq % len(self._cases)],
            body=AddNote(text="Written where there was no line."),
            epoch=1,
        )
        return envelope.encode_envelope(command, datetime.now(UTC), None)


T = TypeVar("T")


def _all(identities: list[Identity], each: Callable[[Laptop], T]) -> list[T]:
    """What each laptop does, all in the same moment."""
    laptops = [Laptop(identity) for identity in identities]
    with ThreadPoolExecutor(len(laptops)) as pool:
        found = list(pool.map(each, laptops))
    for laptop in laptops:
        laptop.close()
    return found


def first_sync(identities: list[Identity]) -> list[dict[str, int]]:
    """The numbers at which each laptop's feeds end."""

    def sync(laptop: Laptop) -> dict[str, int]:
        laptop.patiently()
        return laptop.held

    return _all(identities, sync)


def knocking(identities: list[Identity], rounds: int) -> list[float]:
    """The empty route again and again; the durations in seconds."""
    return list(chain.from_iterable(_all(identities, lambda one: [one.empty() for _ in range(rounds)])))


def steadily(identities: list[Identity], rounds: int, notes: int) -> list[float]:
    """Exchanges with so many notes each, again and again; the durations in seconds."""

    def work(laptop: Laptop) -> list[float]:
        taken = []
        for _ in range(rounds):
            laptop.write(notes)
            taken.append(laptop.exchange())
        return taken

    return list(chain.from_iterable(_all(identities, work)))


def returning(identities: list[Identity], notes: int) -> list[Told]:
    """All laptops come back at once with what they wrote, until every one of them has its answer."""

    def come(laptop: Laptop) -> Told:
        laptop.write(notes)
        return laptop.patiently()

    return _all(identities, come)
