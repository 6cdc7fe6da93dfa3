"""A bad connection on loopback: everything a thin line, a portal or a proxy does to a request.

It stands between a laptop and the server, understands just enough HTTP/1.1 to tell one request from the next,
and passes the bytes on as they are. What it is to do wrong is told per request::

    with Link(server.port) as link:
        link.will(DropAnswer())        # the next request only; those after it pass
        link.always = Portal.page()    # every request, until it is None again
        link.line = RURAL              # how thin and far the line is; may change at any time
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import NamedTuple

import h11

PIECE = 16 * 1024
PACKET = 1400
RETRANSMISSION = 0.2  # what a lost packet costs at least, in seconds, besides a round trip


class Line(NamedTuple):
    """How far and thin a line is: `latency` and `jitter` in seconds each way, `up` and `down` in bytes a
    second (None: as fast as it goes), `loss` the share of packets lost: TCP sends them again, so they stall.
    """

    latency: float = 0.0
    up: int | None = None
    down: int | None = None
    jitter: float = 0.0
    loss: float = 0.0

    def delay(self, size: int, rate: int | None, chance: Random) -> float:
        """Seconds until so many bytes have arrived at this rate, without the latency."""
        packets = -(-size // PACKET)
        lost = sum(chance.random() < self.loss for _ in range(packets)) if self.loss else 0
        return (size / rate if rate else 0.0) + lost * (2 * self.latency + RETRANSMISSION)


# 256 kbit/s up, 1 Mbit/s down, 800 ms there and back.
RURAL = Line(latency=0.4, up=32_000, down=125_000, jitter=0.05, loss=0.02)


@dataclass(frozen=True)
class CutAnswer:
    """The connection breaks after so many bytes of the answer's body (chunk borders included)."""

    after: int


@dataclass(frozen=True)
class DropAnswer:
    """The whole request reaches the server, which answers; nobody ever gets the answer.

    `then` is called when the answer is complete and not yet thrown away: the server has committed.
    """

    then: Callable[[], None] | None = None


@dataclass(frozen=True)
class Reset:
    """The connection is reset (TCP RST) before a byte has gone on."""


@dataclass(frozen=True)
class HalfRequest:
    """Only the first half of the request's body reaches the server; then both sides are hung up on."""


@dataclass(frozen=True)
class Stall:
    """The answer is held back until the event is set; `begun` is set once the server has answered."""

    release: threading.Event
    begun: threading.Event = field(default_factory=threading.Event)


@dataclass(frozen=True)
class Drip:
    """The answer comes in pieces of so many bytes, with a pause before each: slow, but it moves."""

    size: int
    pause: float


@dataclass(frozen=True)
class Portal:
    """Somebody else answers in the server's place; the request goes nowhere."""

    answer: bytes

    @classmethod
    def page(cls, status: str = "200 OK") -> Portal:
        """A page asking to sign in, as hotels and proxies send it."""
        html = b"<!doctype html><html><body><h1>Welcome! Please sign in.</h1></body></html>"
        head = f"HTTP/1.1 {status}\r\ncontent-type: text/html\r\ncontent-length: {len(html)}\r\n\r\n"
        return cls(head.encode() + html)

    @classmethod
    def redirect(cls, to: str) -> Portal:
        """Sends everyone to its own sign-in page."""
        return cls(f"HTTP/1.1 302 Found\r\nlocation: {to}\r\ncontent-length: 0\r\n\r\n".encode())


@dataclass(frozen=True)
class Limit:
    """A proxy that lets no body longer than this pass (413); others pass."""

    most: int


Fault = CutAnswer | DropAnswer | Reset | HalfRequest | Stall | Drip | Portal | Limit


class _GoneError(Exception):
    """The client must be hung up on; `reset` says how."""

    def __init__(self, *, reset: bool = False) -> None:
        super().__init__()
        self.reset = reset


class Link:
    """A proxy to one port of this machine, over a `line`. Counts whole HTTP, headers included, in `bytes_up`
    and `bytes_down`; keeps what was asked in `recorded` and what was answered in `answers`.
    """

    def __init__(
        self, port: int, *, latency: float = 0.0, up: int | None = None, down: int | None = None
    ) -> None:
        self.upstream = port
        self.line = Line(latency, up, down)
        self.chance = Random(20261124)
        self.always: Fault | None = None
        self.requests = self.connections = 0
        self.bytes_up = self.bytes_down = 0
        self.recorded: list[bytes] = []
        self.answers: list[bytes] = []
        self.bodies: list[int] = []
        self._next: deque[Fault | None] = deque()
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name="link", daemon=True)
        self._tasks: set[asyncio.Task[None]] = set()
        self.port = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Link:
        self._thread.start()
        assert self._ready.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)
        assert not self._thread.is_alive()

    def will(self, *faults: Fault | None) -> None:
        """What happens to the next requests, one each; None lets one pass."""
        self._next.extend(faults)

    def replay(self, request: bytes) -> bytes:
        """Sends a recorded request once more, byte for byte, and gives back the whole answer."""
        with socket.create_connection(("127.0.0.1", self.upstream), 10) as connection:
            connection.sendall(request)
            parser = h11.Connection(h11.CLIENT)
            _mirror_request(parser, request)
            answer = bytearray()
            while not _ended(parser):
                data = connection.recv(65536)
                answer += data
                parser.receive_data(data)
                if not data:
                    break
            return bytes(answer)

    # --- In the link's own thread ---------------------------------------------------------------------

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_until_complete(self._serve())
        finally:
            self._loop.close()

    async def _serve(self) -> None:
        self._stop = asyncio.Event()
        server = await asyncio.start_server(self._client, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._stop.wait()
        server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await server.wait_closed()

    async def _client(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self.connections += 1
        try:
            while request := await _read_request(reader):
                await self._one(request, writer)
        except _GoneError as gone:
            if gone.reset:
                linger = struct.pack("ii", 1, 0)
                with contextlib.suppress(OSError):  # it has hung up meanwhile
                    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # the laptop was killed, or hung up
        finally:
            self._tasks.discard(task)
            writer.close()
            with contextlib.suppress(ConnectionError):
                await writer.wait_closed()

    async def _one(self, request: bytes, writer: asyncio.StreamWriter) -> None:
        fault = self._next.popleft() if self._next else self.always
        self.requests += 1
        self.bytes_up += len(request)
        self.recorded.append(request)
        self.bodies.append(len(request) - request.index(b"\r\n\r\n") - 4)
        await self._travel(len(request), self.line.up)
        match fault:
            case Reset():
                raise _GoneError(reset=True)
            case Portal():
                await self._down(writer, fault.answer)
                raise _GoneError
            case Limit() if self.bodies[-1] > fault.most:
                await self._down(writer, Portal.page("413 Content Too Large").answer)
                raise _GoneError
            case _:
                await self._upstream(request, writer, fault)

    async def _upstream(self, request: bytes, writer: asyncio.StreamWriter, fault: Fault | None) -> None:
        try:
            server_reader, server_writer = await asyncio.open_connection("127.0.0.1", self.upstream)
        except OSError as error:
            raise _GoneError(reset=True) from error
        try:
            if isinstance(fault, HalfRequest):
                head = request.index(b"\r\n\r\n") + 4
                server_writer.write(request[: head + (len(request) - head) // 2])
                await server_writer.drain()
                raise _GoneError
            server_writer.write(request)
            await self._answer(request, server_reader, writer, fault)
        except (ConnectionError, h11.RemoteProtocolError) as error:
            raise _GoneError(reset=True) from error
        finally:
            server_writer.close()
            with contextlib.suppress(ConnectionError):
                await server_writer.wait_closed()

    async def _answer(
        self,
        request: bytes,
        server: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        fault: Fault | None,
    ) -> None:
        parser = h11.Connection(h11.CLIENT)
        _mirror_request(parser, request)
        held, whole = bytearray(), bytearray()
        allowed = fault.after if isinstance(fault, CutAnswer) else None
        seen = 0
        while not _ended(parser):
            data = await server.read(PIECE)
            parser.receive_data(data)
            if not data:
                raise _GoneError(reset=True)
            whole += data
            if isinstance(fault, DropAnswer | Stall | Drip):
                held += data
                continue
            if allowed is not None:
                body_from = data.index(b"\r\n\r\n") + 4 if seen == 0 else 0
                seen += len(data)
                keep = body_from + allowed if seen == len(data) else allowed
                allowed -= min(len(data) - body_from, allowed)
                if keep < len(data):
                    await self._down(writer, data[:keep])
                    raise _GoneError
            await self._down(writer, data)
        self.answers.append(bytes(whole))
        await self._held_back(bytes(held), writer, fault)

    async def _held_back(self, held: bytes, writer: asyncio.StreamWriter, fault: Fault | None) -> None:
        if isinstance(fault, DropAnswer):
            if fault.then is not None:
                await asyncio.to_thread(fault.then)
            raise _GoneError
        if isinstance(fault, Stall):
            fault.begun.set()
            while not fault.release.is_set() and not self._stop.is_set():
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(asyncio.to_thread(fault.release.wait, 0.2), 1)
            await self._down(writer, held)
        if isinstance(fault, Drip):
            for at in range(0, len(held), fault.size):
                await asyncio.sleep(fault.pause)
                await self._down(writer, held[at : at + fault.size])

    async def _down(self, writer: asyncio.StreamWriter, data: bytes) -> None:
        await self._travel(0, None)
        size = PACKET if self.line.down else PIECE
        for at in range(0, len(data), size):
            piece = data[at : at + size]
            if self.line.down:
                await asyncio.sleep(self.line.delay(len(piece), self.line.down, self.chance))
            writer.write(piece)
            self.bytes_down += len(piece)
            await writer.drain()

    async def _travel(self, size: int, rate: int | None) -> None:
        line = self.line
        wait = line.latency + self.chance.uniform(0, line.jitter) + line.delay(size, rate, self.chance)
        if wait:
            await asyncio.sleep(wait)


async def _read_request(reader: asyncio.StreamReader) -> bytes:
    """One whole request; empty when the client is done."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return b""
    length = 0
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            length = int(line.split(b":")[1])
    return head + await reader.readexactly(length)


def _mirror_request(parser: h11.Connection, request: bytes) -> None:
    """Tells the parser of answers that a request was sent."""
    method, target, _ = request.split(b" ", 2)
    parser.send(h11.Request(method=method, target=target, headers=[("host", "link")]))
    parser.send(h11.EndOfMessage())


def _ended(parser: h11.Connection) -> bool:
    """True once the answer that is being read has ended."""
    while True:
        event = parser.next_event()
        if event is h11.NEED_DATA:
            return False
        if isinstance(event, h11.EndOfMessage | h11.ConnectionClosed) or event is h11.PAUSED:
            return True
