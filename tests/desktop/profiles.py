"""A real office for the tests of screens: a server process with demo data, and laptops enrolled at it.

    def test_something(office: DemoOffice, tmp_path: Path) -> None:
        profile = office.enrol(tmp_path / "laptop", "worker1")  # enrolled and synced, about half a second

or, where a screen is to be shown, with a desk that is unlocked already::

    def test_a_screen(open_desk: OpenDesk) -> None:
        desk = open_desk("worker1")                   # works offline; ``online=True`` lets it sync

Users: worker1, worker2, supervisor1, admin1. Each call enrols one more laptop: copies of a profile would be
found out by the server, rightly.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from erap_desktop.models.desk import Desk

PASSPHRASE = "plum river lantern 9"
CASES = 120


class OpenDesk(Protocol):
    """Opens a desk for a demo user on a laptop of their own; closed when the test ends."""

    def __call__(self, user: str, *, online: bool = False) -> Desk:
        """``online``: sync by itself as in real use; otherwise only what the enrolment brought is there."""


@dataclass(frozen=True)
class Profile:
    """An enrolled laptop."""

    folder: Path
    user: str
    passphrase: str = PASSPHRASE


@dataclass(frozen=True)
class DemoOffice:
    """A running server with demo data, and what is needed to enrol at it."""

    data: Path
    url: str

    def code(self, user: str) -> str:
        """A fresh one-time code for a user."""
        return central("enrol-code", "--data", str(self.data), "--user", user).splitlines()[-1]

    def enrol(self, folder: Path, user: str, *, synced: bool = True) -> Profile:
        """A laptop of a user in an empty folder; with its cases unless told otherwise."""
        from erap_desktop.services.enrolment import enrol
        from erap_desktop.services.session import Session
        from erap_desktop.services.syncing import sync

        with environment("ERAP_KEYCHAIN", "off"):
            enrol(folder, self.url, user, self.code(user), PASSPHRASE)
        if synced:
            session = Session.unlock(folder, PASSPHRASE)
            try:
                report = sync(session)
            finally:
                session.close()
            assert report.online, report.why
        return Profile(folder, user)


def central(*arguments: str) -> str:
    """Runs one command of the server and returns what it printed."""
    command = [sys.executable, "-m", "sync.central.commands", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout


@contextmanager
def environment(name: str, value: str) -> Iterator[None]:
    """An environment variable that holds for a while."""
    before = os.environ.get(name)
    os.environ[name] = value
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before


@contextmanager
def demo_office(data: Path, cases: int = CASES) -> Iterator[DemoOffice]:
    """A server process with so many demo cases on a free port of this machine, ended afterwards."""
    central("demo-load", "--data", str(data), "--cases", str(cases), "--seed", "3", "--caseworkers", "2")
    port = free_port()
    command = [sys.executable, "-m", "sync.central.commands", "serve"]
    log = data.with_suffix(".log")
    with log.open("wb") as out:
        server = subprocess.Popen(
            [*command, "--data", str(data), "--port", str(port)], stdout=out, stderr=subprocess.STDOUT
        )
    try:
        _wait_for(server, port, log)
        yield DemoOffice(data, f"http://127.0.0.1:{port}")
    finally:
        server.terminate()
        server.wait(20)


def free_port() -> int:
    """A port of this machine that nobody listens on at this moment."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if server.poll() is not None:
            break
        with closing(socket.socket()) as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(f"the demo server did not start: {log.read_text()}")
