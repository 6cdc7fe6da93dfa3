"""The line between a laptop and the server, and everything that goes wrong on it."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from random import Random
from typing import NamedTuple

from sync.central.deposit import PATH as DEPOSIT
from sync.central.exchange import PATH
from sync.engine.ports import NoConnectionError
from sync.protocol.signing import Credentials, authorization
from sync.replica.identity import Identity
from tests.simulation.points import Handler
from tests.simulation.server import Server

PORTAL = b"<html><head><title>Welcome to Guest Wi-Fi</title></head></html>"
BAD_GATEWAY = b"<html><body><h1>502 Bad Gateway</h1></body></html>"
TOO_LARGE = b"413 Request Entity Too Large"


class Asked(NamedTuple):
    """A request on its way."""

    header: str
    body: bytes

    def __str__(self) -> str:
        return f"{len(self.body)} B #{sha256(self.body).hexdigest()[:12]}"


class Line:
    """One laptop's line; it is the engine's Transport. `fault` happens to the next exchange."""

    FAULTS = (
        *("drop the request", "lose the answer", "ask twice", "arrive late", "arrive again later"),
        *("cut the answer", "flip a byte of the answer", "flip a byte of the request"),
        *("portal", "502", "413", "an old answer"),
    )

    def __init__(self, server: Server, identity: Identity, name: str, told: list[str]) -> None:
        self.server, self.name, self.told = server, name, told
        self._credentials = Credentials(identity.device, identity.token, identity.signing_key)
        self._counter = 0
        self._draw = Random(0)
        self._old_answers: list[bytes] = []
        self.fault = ""
        self.server_handler: Handler | None = None
        self.late: list[Asked] = []

    def expect(self, fault: str, draw: Random) -> None:
        """What happens to the next exchange."""
        self.fault, self._draw = fault, draw

    def exchange(self, body: bytes, *, pushes: bool) -> Iterator[bytes]:
        """Raises NoConnectionError."""
        self._counter += 1
        header = authorization(self._credentials, "POST", PATH, body, 0, self._counter)
        asked, fault = Asked(header, body), self.fault
        self.fault = ""
        self._tell(f"-> {asked}{f' ({fault})' if fault else ''}")
        return self._faulty(asked, fault) if fault else self._ordinary(asked)

    def deposit(self, body: bytes) -> Iterator[bytes]:
        """Carries sealed copies to the server and its answer back. Raises NoConnectionError."""
        self._counter += 1
        header = authorization(self._credentials, "POST", DEPOSIT, body, 0, self._counter)
        self._tell(f"-> {len(body)} B of copies")
        yield self.server.deposit(header, body)

    def deliver_late(self) -> bool:
        """An old request arrives at the server; whoever sent it has long stopped listening."""
        if not self.late:
            return False
        asked = self.late.pop(self._draw.randrange(len(self.late)))
        self._tell(f"-> {asked} (only now)")
        self._whole(asked)
        return True

    def _ordinary(self, asked: Asked) -> Iterator[bytes]:
        handler, self.server_handler = self.server_handler, None
        taken = []
        try:
            for piece in self.server.answer(*asked, handler):
                taken.append(piece)
                yield piece
        finally:  # the engine stops listening at the last frame
            self._old_answers.append(b"".join(taken))
            self._tell(f"<- {len(taken)} pieces #{sha256(self._old_answers[-1]).hexdigest()[:12]}")

    def _whole(self, asked: Asked) -> bytes:
        try:
            return b"".join(self._ordinary(asked))
        except NoConnectionError:
            return b""

    def _faulty(self, asked: Asked, fault: str) -> Iterator[bytes]:
        pages = {"portal": PORTAL, "502": BAD_GATEWAY, "413": TOO_LARGE}
        if fault in pages:
            yield pages[fault]
        elif fault == "an old answer" and self._old_answers:
            yield self._draw.choice(self._old_answers)
        elif fault == "ask twice":
            self._whole(asked)
            yield from self._ordinary(asked)
        elif fault == "arrive again later":
            self.late.append(asked)
            yield from self._ordinary(asked)
        elif fault in ("cut the answer", "flip a byte of the answer"):
            yield from self._damaged(self._whole(asked), fault)
        else:
            self._unheard(asked, fault)
            raise NoConnectionError(fault)

    def _unheard(self, asked: Asked, fault: str) -> None:
        """The laptop hears nothing; what the server heard differs."""
        if fault == "arrive late":
            self.late.append(asked)
        elif fault == "lose the answer":
            self._whole(asked)
        elif fault == "flip a byte of the request":
            self._whole(asked._replace(body=self._flipped(asked.body)))

    def _damaged(self, answer: bytes, fault: str) -> Iterator[bytes]:
        if fault == "cut the answer":
            yield answer[: self._draw.randrange(len(answer) + 1)]
            raise NoConnectionError("the line broke")
        yield self._flipped(answer) if answer else b""

    def _flipped(self, data: bytes) -> bytes:
        at = self._draw.randrange(len(data))
        return data[:at] + bytes([data[at] ^ 1 << self._draw.randrange(8)]) + data[at + 1 :]

    def _tell(self, what: str) -> None:
        self.told.append(f"      {self.name} {what}")
