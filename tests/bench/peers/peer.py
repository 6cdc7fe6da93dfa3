"""Anki and PouchDB as contenders: a server, an office's client that reaches it directly, a laptop's."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from tests.bench.peers.contender import Workload
from tests.bench.peers.install import HERE, MODULES, PYTHON
from tests.bench.peers.processes import Program, server

_USER, _PASSWORD = "worker1", "only for the benchmark"


class Kind(NamedTuple):
    """How its programs are started. FOLDER is where the server keeps data, PORT where it listens; a client
    is told its own folder and the server's address.
    """

    name: str
    server: tuple[str, ...]
    client: tuple[str, ...]
    environment: Mapping[str, str]


ANKI = Kind(
    "Anki",
    (str(PYTHON), "-m", "anki.syncserver"),
    (str(PYTHON), str(HERE / "anki" / "client.py"), _USER, _PASSWORD),
    {
        "SYNC_USER1": f"{_USER}:{_PASSWORD}",
        "SYNC_BASE": "FOLDER",
        "SYNC_HOST": "127.0.0.1",
        "SYNC_PORT": "PORT",
    },
)
POUCHDB = Kind(
    "PouchDB",
    ("node", str(HERE / "pouchdb" / "server.js"), "FOLDER", "PORT"),
    ("node", str(HERE / "pouchdb" / "client.js")),
    {"NODE_PATH": str(MODULES)},
)


class Peer:
    """Fulfils Contender; its office has put the first cases of the workload on the server."""

    def __init__(self, kind: Kind, folder: Path, pid: int, port: int, workload: Workload) -> None:
        self.name, self.pid, self.port = kind.name, pid, port
        self.laptop_folder, self.server_folder = folder / "laptop", folder / "server"
        self._kind, self._folder, self._workload = kind, folder, workload
        self._office = self._client("office", self._direct)
        self._change(self._office, workload.first)
        self._office.ask("sync")

    def __enter__(self) -> Peer:
        return self

    def __exit__(self, *_: object) -> None:
        self._office.close()

    def laptop(self, url: str) -> Program:
        return self._client("laptop", url)

    def field_day(self) -> None:
        day = self._workload
        with self._client("laptop", self._direct) as laptop:
            self._change(laptop, day.decided)
        self._change(self._office, day.changed | day.new, day.gone)
        self._office.ask("sync")

    def check(self, laptop: Program, answer: dict[str, Any]) -> None:
        expected = self._workload.after()
        self._office.ask("sync")
        for client in (laptop, self._office):
            if client.ask("held") != expected:
                raise RuntimeError(f"{self.name}: not the whole field day is at both ends")

    @property
    def _direct(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def _client(self, name: str, url: str) -> Program:
        command = [*self._kind.client, str(self._folder / name), url]
        program = Program(command, self._folder / f"{name}.log", self._kind.environment)
        program.ask("enrol", direct=self._direct)
        return program

    def _change(self, client: Program, put: dict[str, str], gone: list[str] | None = None) -> None:
        file = self._folder / "changes.json"
        file.write_text(json.dumps({"put": put, "gone": gone or []}))
        client.ask("change", file=str(file))


@contextmanager
def running(folder: Path, kind: Kind, workload: Workload) -> Iterator[Peer]:
    """A server of that kind with the workload's first cases on it."""
    folder.mkdir()
    command = [part.replace("FOLDER", str(folder / "server")) for part in kind.server]
    environment = {
        name: value.replace("FOLDER", str(folder / "server")) for name, value in kind.environment.items()
    }
    with (
        server(command, environment, folder / "server.log") as (pid, port),
        Peer(kind, folder, pid, port, workload) as peer,
    ):
        yield peer
