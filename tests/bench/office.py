"""A server with demo data and laptops enrolled at it, for the benchmarks."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from time import monotonic, sleep

import httpx

from erap_desktop.services.enrolment import enrol
from erap_desktop.services.session import Session

PASSPHRASE = "a passphrase for the benchmark"
_START_SECONDS = 30


class Office:
    """A store and the server processes on it."""

    def __init__(self, folder: Path, url: str | None, ports: list[int]) -> None:
        self.folder, self.url, self.ports = folder, url, ports

    @property
    def server(self) -> str:
        """The base URL of the first server process."""
        return f"http://127.0.0.1:{self.ports[0]}"

    def command(self, *arguments: str) -> str:
        """Runs `erap-central` on this store and returns what it printed."""
        return central(self.folder / "server", self.url, *arguments)

    def laptop(self, name: str, user: str) -> Session:
        """Enrols a laptop and opens it."""
        code = self.command("enrol-code", "--user", user).splitlines()[-1]
        profile = self.folder / name
        enrol(profile, self.server, user, code, PASSPHRASE)
        return Session.unlock(profile, PASSPHRASE)


def central(data: Path, url: str | None, *arguments: str) -> str:
    """Runs one `erap-central` command."""
    line = [sys.executable, "-m", "sync.central.commands", *arguments, "--data", str(data)]
    if url:
        line += ["--database-url", url]
    done = subprocess.run(line, check=True, capture_output=True, text=True)
    return done.stdout


@contextmanager
def office(
    folder: Path, *, cases: int, caseworkers: int, url: str | None = None, processes: int = 1
) -> Iterator[Office]:
    """A running server with demo data; everything ends with the context."""
    os.environ["ERAP_KEYCHAIN"] = "off"
    data = folder / "server"
    central(data, url, "demo-load", "--cases", str(cases), "--seed", "1", "--caseworkers", str(caseworkers))
    with ExitStack() as stack:
        ports = [stack.enter_context(_serving(data, url)) for _ in range(processes)]
        yield Office(folder, url, ports)


@contextmanager
def _serving(data: Path, url: str | None) -> Iterator[int]:
    port = free_port()
    line = [sys.executable, "-m", "sync.central.commands", "serve", "--data", str(data), "--port", str(port)]
    if url:
        line += ["--database-url", url]
    with subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait(port, process)
            yield port
        finally:
            process.terminate()


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = monotonic() + _START_SECONDS
    while monotonic() < deadline and process.poll() is None:
        try:
            httpx.get(f"http://127.0.0.1:{port}/v1/health", trust_env=False)
        except httpx.HTTPError:
            sleep(0.05)
        else:
            return
    raise RuntimeError("the server did not start")


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
