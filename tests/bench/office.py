"""A server with demo data and laptops enrolled at it, for the benchmarks."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from erap_desktop.services.enrolment import enrol
from erap_desktop.services.session import Session
from tests.server_process import central, serving

PASSPHRASE = "a passphrase for the benchmark"


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
        return central(*arguments, data=self.folder / "server", database_url=self.url)

    def laptop(self, name: str, user: str, server: str = "") -> Session:
        """Enrols a laptop, through another address of the server where one is given, and opens it."""
        code = self.command("enrol-code", "--user", user).splitlines()[-1]
        profile = self.folder / name
        enrol(profile, server or self.server, user, code, PASSPHRASE)
        return Session.unlock(profile, PASSPHRASE)


@contextmanager
def office(
    folder: Path, *, cases: int, caseworkers: int, url: str | None = None, processes: int = 1
) -> Iterator[Office]:
    """A running server with demo data; everything ends with the context."""
    os.environ["ERAP_KEYCHAIN"] = "off"
    data = folder / "server"
    load = ("demo-load", "--cases", str(cases), "--seed", "1", "--caseworkers", str(caseworkers))
    central(*load, data=data, database_url=url)
    with ExitStack() as stack:
        ports = [stack.enter_context(serving(data, database_url=url)) for _ in range(processes)]
        yield Office(folder, url, ports)
