"""A line that reads along: requests, bytes of bodies, and how often it turned round."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import h11

from tests.bench.line import ThinLine, Witness


class Traffic(NamedTuple):
    """What has passed. A round trip begins with each byte up that follows one down; handshakes are apart."""

    body_up: int = 0
    body_down: int = 0
    whole_up: int = 0
    whole_down: int = 0
    requests: int = 0
    round_trips: int = 0
    connections: int = 0

    def since(self, before: Traffic) -> Traffic:
        return Traffic(*(now - then for now, then in zip(self, before, strict=True)))


class CountingLine(ThinLine):
    """A thin line that understands HTTP/1.1 as it passes, and changes nothing."""

    def __init__(self, port: int, *, latency: float, up: int | None, down: int | None) -> None:
        super().__init__(port, latency=latency, up=up, down=down)
        self.body_up = self.body_down = self.requests = self.round_trips = 0
        self._was_up = False

    def traffic(self) -> Traffic:
        """Everything since the line opened."""
        bodies = self.body_up, self.body_down
        return Traffic(
            *bodies, self.bytes_up, self.bytes_down, self.requests, self.round_trips, self.connections
        )

    def witness(self) -> tuple[Witness, Witness]:
        dialogue = _Dialogue()

        def went_up(data: bytes) -> None:
            self.bytes_up += len(data)
            self.round_trips += not self._was_up
            self._was_up = True
            requests, body = dialogue.ask(data)
            self.requests += requests
            self.body_up += body

        def came_down(data: bytes) -> None:
            self.bytes_down += len(data)
            self._was_up = False
            self.body_down += dialogue.answer(data)

        return went_up, came_down


class _Dialogue:
    """One connection. Nobody here sends a request before the last one was answered."""

    def __init__(self) -> None:
        self._asking = h11.Connection(h11.SERVER)
        self._answering = h11.Connection(h11.CLIENT)

    def ask(self, data: bytes) -> tuple[int, int]:
        """How many requests begin with these bytes, and how many of them are of bodies."""
        begun = body = 0
        for event in _events(self._asking, data):
            match event:
                case h11.Request():
                    begun += 1
                    self._answering = _expecting_answer(event.method)
                case h11.Data():
                    body += len(event.data)
                case h11.EndOfMessage():
                    self._asking = h11.Connection(h11.SERVER)
        return begun, body

    def answer(self, data: bytes) -> int:
        """How many of these bytes are of bodies."""
        events = _events(self._answering, data)
        return sum(len(event.data) for event in events if isinstance(event, h11.Data))


def _expecting_answer(method: bytes) -> h11.Connection:
    """To read an answer by, one has to know what was asked."""
    parser = h11.Connection(h11.CLIENT)
    parser.send(h11.Request(method=method, target="/", headers=[("host", "line")]))
    parser.send(h11.EndOfMessage())
    return parser


def _events(parser: h11.Connection, data: bytes) -> Iterator[h11.Event]:
    parser.receive_data(data)
    while isinstance(event := parser.next_event(), h11.Event):
        yield event
        if isinstance(event, h11.EndOfMessage):
            return
