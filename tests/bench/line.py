"""A thin line on loopback: bytes take their time, there and back, and are counted. Knows nothing of HTTP.

    with ThinLine(port, latency=0.3, up=32_000, down=125_000) as line: …line.url…

Each direction is a queue: a piece leaves when those before it have left, and arrives `latency` seconds later.
A new connection first waits for a handshake. Slow start and loss are not imitated. Without rates and latency
it only counts.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self

PIECE = 1_400  # bytes, about a packet
LATE = 0.005  # seconds by which a timer may wake late without the line losing that time

Witness = Callable[[bytes], None]


class ThinLine:
    """A proxy to one port. `latency` in seconds each way; `up` and `down` in bytes a second, or no limit."""

    def __init__(self, port: int, *, latency: float, up: int | None, down: int | None) -> None:
        self._upstream = port
        self._latency, self._up, self._down = latency, up, down
        self.bytes_up = self.bytes_down = 0
        self.connections = 0
        self.port = 0
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        self._thread.start()
        if not self._ready.wait(10):
            raise RuntimeError("the line did not open")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)

    def witness(self) -> tuple[Witness, Witness]:
        """Who is told of each piece of a new connection, on its way up and on its way down."""
        return self._count_up, self._count_down

    def _count_up(self, data: bytes) -> None:
        self.bytes_up += len(data)

    def _count_down(self, data: bytes) -> None:
        self.bytes_down += len(data)

    def _run(self) -> None:
        with contextlib.closing(self._loop):
            self._loop.run_until_complete(self._serve())

    async def _serve(self) -> None:
        self._stop = asyncio.Event()
        server = await asyncio.start_server(self._connection, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._stop.wait()
        server.close()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        await asyncio.sleep(2 * self._latency)
        there, back = await asyncio.open_connection("127.0.0.1", self._upstream)
        went_up, came_down = self.witness()
        try:
            await asyncio.gather(
                self._carry(reader, back, self._up, went_up),
                self._carry(there, writer, self._down, came_down),
            )
        except (ConnectionError, asyncio.CancelledError):
            pass  # one side hung up, or the line is taken down
        finally:
            back.close()
            writer.close()

    async def _carry(
        self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, rate: int | None, witness: Witness
    ) -> None:
        """One direction, until its source ends."""
        loop = asyncio.get_running_loop()
        under_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        arriving = asyncio.create_task(_arrive(under_way, sink))
        free = loop.time()
        while data := await source.read(PIECE):
            free = max(free, loop.time() - LATE) + (len(data) / rate if rate else 0)
            await _until(free)
            witness(data)
            under_way.put_nowait((free + self._latency, data))
        under_way.put_nowait((free + self._latency, b""))
        await arriving


async def _until(time: float) -> None:
    """Sleeps only where there is something to wait for: a timer costs a millisecond at least."""
    wait = time - asyncio.get_running_loop().time()
    if wait > 0:
        await asyncio.sleep(wait)


async def _arrive(under_way: asyncio.Queue[tuple[float, bytes]], sink: asyncio.StreamWriter) -> None:
    while True:
        at, data = await under_way.get()
        await _until(at)
        if not data:
            with contextlib.suppress(OSError):
                sink.write_eof()
            return
        sink.write(data)
        await sink.drain()
