"""One laptop of a world: its folder, its clock, its line, and the process that opens them and may end."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from random import Random
from uuid import UUID

import sqlcipher3.dbapi2 as sqlcipher
from msgspec.structs import replace

from erap_desktop.services.session import Session
from erap_desktop.vault.keys import Keys
from sync.central.api.enrolment import enrol_device
from sync.central.registry.devices import new_code
from sync.engine.report import SyncReport
from sync.engine.sync import synchronise
from sync.protocol.messages import EnrolRequest
from sync.protocol.signing import new_signing_key
from sync.replica import cipher
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
        self,
        name: str,
        user: str,
        folder: Path,
        server: Server,
        time: Time,
        told: list[str],
        keys_name: str = "",
    ) -> None:
        self.name, self.user, self.folder, self.server = name, user, folder, server
        self.clock = WrongClock(time)
        self._time, self._told, self._keys_name = time, told, keys_name or name
        self._session: Session | None = None
        self._left: Image | None = None
        self.line = Line(server, self.session.identity, name, told)
        self.meanwhile: Callable[[str], None] | None = None
        self.spoiled = False  # something has altered the replica; repairing it is right

    @property
    def session(self) -> Session:
        """The profile, opened by a new process if there is none."""
        if self._session is None:
            self._session = Session(self.folder, keys_of(self._keys_name), clock=self.clock.now, rebuild=True)
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

    def killed_at(self, nth: int, *, calls: bool, power: bool = False) -> points.Handler:
        """Ends the process at the nth point (`calls`: of the calls of ports alone). With the power, what was
        not fsynced goes too.
        """
        passed = 0
        points.unsynced.clear()

        def point(name: str) -> None:
            nonlocal passed
            passed += not calls or name.startswith(("before ", "after "))
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

    def spoil_digest(self) -> None:
        """What is held is right, and the digest kept of it is wrong."""
        self.spoiled = True
        path = self.session.replica.path
        self.restart()
        with contextlib.closing(cipher.connect(path, keys_of(self._keys_name).replica)) as connection:
            connection.execute("UPDATE feed SET digest = zeroblob(16) WHERE name = 'user'")

    def copied(self, name: str) -> Laptop:
        """The same profile once more, as a disk image brings it back."""
        self.restart()
        folder = self.folder.with_name(name)
        shutil.copytree(self.folder, folder)
        copy = Laptop(name, self.user, folder, self.server, self._time, self._told, self._keys_name)
        copy.set_clock(self.clock.error)
        copy.spoiled = self.spoiled
        return copy

    def enrol_again(self) -> None:
        """The laptop goes on as a new one; what was unanswered leaves under its new number."""
        central, session = self.server.central, self.session
        private, public = new_signing_key()
        code = central.database.write(lambda c: new_code(c, central.agency, self.user, central.clock()))
        answer = enrol_device(central, EnrolRequest(user=self.user, code=code, signing_key=public))
        session.outbox.new_device(
            replace(session.identity, device=answer.device, token=answer.token, signing_key=private)
        )
        self.restart()
        for file in files_of(self.folder / "replica.db"):
            file.unlink(missing_ok=True)
        self.line = Line(self.server, self.session.identity, self.name, self._told)

    def set_clock(self, error: timedelta) -> None:
        self.clock.error = error

    def version(self) -> tuple[int, int]:
        """Changes when anything was written to either store."""
        return self.session.outbox.data_version(), self.session.replica.data_version()

    def cases(self) -> set[UUID]:
        """Cases that are here to be worked on."""
        return {row.id for row in self.session.replica.rows() if not row.left}
