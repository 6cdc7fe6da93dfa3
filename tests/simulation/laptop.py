"""One laptop of a world: its folder, its clock, its line, and the process that opens them and may end."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from random import Random
from uuid import UUID

import sqlcipher3.dbapi2 as sqlcipher

from erap_desktop.services.session import Session
from erap_desktop.vault.keys import Keys
from sync.engine.report import SyncReport
from sync.engine.sync import synchronise
from sync.replica.store import files_of
from tests.engine.faulty import Faulty
from tests.simulation import points
from tests.simulation.chance import Time, WrongClock
from tests.simulation.image import Image
from tests.simulation.line import Line
from tests.simulation.server import Server

_WRITES = ("sql INSERT", "sql UPDATE", "sql DELETE", "sql VACUUM", "file open")


def keys_of(name: str) -> Keys:
    """A laptop's keys: no vault is asked, since deriving them slowly is its very purpose."""
    return Keys(*(sha256(f"{name} {what}".encode()).digest() for what in ("outbox", "replica", "documents")))


class Crash(BaseException):
    """The laptop's process ends here. Nothing may catch it."""


class Laptop:
    """A profile and the process that works on it, which begins anew whenever it is needed."""

    def __init__(
        self, name: str, user: str, folder: Path, server: Server, time: Time, told: list[str]
    ) -> None:
        self.name, self.user, self.folder, self.server = name, user, folder, server
        self.clock = WrongClock(time)
        self._told = told
        self._session: Session | None = None
        self._left: Image | None = None
        self.line = Line(server, self.session.identity, name, told)
        self.meanwhile: Callable[[str], None] | None = None

    @property
    def session(self) -> Session:
        """The profile, opened by a new process if there is none."""
        if self._session is None:
            self._session = Session(self.folder, keys_of(self.name), clock=self.clock.now, rebuild=True)
        return self._session

    def sync(self) -> SyncReport:
        """One sync; each call of a port is a point."""
        session = self.session
        report = synchronise(
            Faulty(session.outbox, self._point),
            Faulty(session.replica, self._point),
            Faulty(self.line, self._point),
            Faulty(self.clock, self._point),
        )
        session.outbox.tidy()
        session.replica.tidy()
        return report

    def _point(self, name: str) -> None:
        if self.meanwhile is not None:
            with points.watching(None):
                self.meanwhile(name)
        points.reached(name)

    # --- What befalls it ------------------------------------------------------------------------------

    def killed_at(self, nth: int, *, power: bool = False) -> points.Handler:
        """Ends the process at the nth point; with the power, what was not fsynced goes too."""
        passed = 0
        points.unsynced.clear()

        def point(name: str) -> None:
            nonlocal passed
            passed += 1
            if passed > nth:
                self._left = Image(self.folder, points.unsynced if power else ())
                raise Crash(name)

        return point

    def full_from(self, nth: int) -> points.Handler:
        """From the nth write on, the disk takes nothing more."""
        passed = 0

        def point(name: str) -> None:
            nonlocal passed
            if not name.startswith(_WRITES):
                return
            passed += 1
            if passed <= nth:
                return
            if name.startswith("file"):
                raise OSError(28, "No space left on device")
            error = sqlcipher.OperationalError("database or disk is full")
            error.sqlite_errorcode = sqlcipher.SQLITE_FULL
            raise error

        return point

    def restart(self) -> None:
        """The process ends, in order or by a crash; the next one finds what it left."""
        if self._session is not None:
            with contextlib.suppress(Exception):
                self._session.close()
        self._session = None
        if self._left is not None:
            self._left.put_back()
            self._left = None

    def lose_replica(self, draw: Random) -> None:
        """The file goes, or a stretch of it is overwritten."""
        self.restart()
        path = self.folder / "replica.db"
        if draw.random() < 0.5 or not path.exists():
            for file in files_of(path):
                file.unlink(missing_ok=True)
        else:
            data = bytearray(path.read_bytes())
            at = draw.randrange(len(data))
            data[at : at + 64] = draw.randbytes(len(data[at : at + 64]))
            path.write_bytes(data)

    def set_clock(self, error: timedelta) -> None:
        self.clock.error = error

    def version(self) -> tuple[int, int]:
        """Changes when anything was written to either store."""
        return self.session.outbox.data_version(), self.session.replica.data_version()

    def cases(self) -> set[UUID]:
        """Cases that are here to be worked on."""
        return {row.id for row in self.session.replica.rows() if not row.left}
