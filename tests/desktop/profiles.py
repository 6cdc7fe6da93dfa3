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
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from erap_desktop.models.desk import Desk
from tests.server_process import central, serving

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
        return central("enrol-code", "--user", user, data=self.data).splitlines()[-1]

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
    """A server process with so many demo cases, ended afterwards."""
    central("demo-load", "--cases", str(cases), "--seed", "3", "--caseworkers", "2", data=data)
    with serving(data) as port:
        yield DemoOffice(data, f"http://127.0.0.1:{port}")
