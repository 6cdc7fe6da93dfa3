"""A laptop and a server in one process: real stores, and a network that is a function tests may break."""

from __future__ import annotations

import argparse
import contextlib
import io
from collections.abc import Callable, Iterator
from copy import copy
from pathlib import Path
from typing import Any
from uuid import UUID

from erap_desktop.services.session import Session
from erap_desktop.vault.keys import Keys
from sync.central import demo_load, deposit, exchange
from sync.central.api.deposit import answer_deposit
from sync.central.api.enrolment import enrol_device
from sync.central.registry.devices import new_code
from sync.central.service import Central
from sync.engine.ports import NoConnectionError
from sync.engine.report import SyncReport
from sync.engine.sync import synchronise
from sync.protocol.frames import FrameWriter
from sync.protocol.messages import EnrolRequest, ExchangeRequest, Refusal
from sync.protocol.signing import Credentials, SignatureError, authorization, new_signing_key, parse
from sync.replica.identity import Identity
from sync.replica.outbox import Outbox


class Crash(BaseException):
    """The process ends here. Nothing may catch it."""


def make_server(folder: Path, *, cases: int = 24, caseworkers: int = 2) -> Central:
    """A server's store with demo data."""
    options = argparse.Namespace(
        data=folder, database_url=None, cases=cases, seed=1, caseworkers=caseworkers, json=True
    )
    with contextlib.redirect_stdout(io.StringIO()):
        demo_load.run(options)
    return Central(folder)


class DirectTransport:
    """Carries a request to the server's service and its answer back. `breaks` may cut the answer."""

    def __init__(self, central: Central, identity: Identity) -> None:
        self.central = central
        self._credentials = Credentials(identity.device, identity.token, identity.signing_key)
        self.breaks: Callable[[Iterator[bytes]], Iterator[bytes]] | None = None
        self.counter = 0

    def exchange(self, body: bytes, *, pushes: bool) -> Iterator[bytes]:
        self.counter += 1
        header = authorization(self._credentials, "POST", exchange.PATH, body, 0, self.counter)
        signed = parse(header)
        try:
            caller = exchange.authenticated(self.central, signed, body)
        except SignatureError as error:
            yield FrameWriter().write(Refusal("unknown_device", str(error)))
            return
        request = exchange.decode_request(body)
        assert isinstance(request, ExchangeRequest), request
        answer = exchange.answer(self.central, caller, signed.counter, request)
        yield from self.breaks(answer) if self.breaks else answer

    def deposit(self, body: bytes) -> Iterator[bytes]:
        header = authorization(self._credentials, "POST", deposit.PATH, body, 0, 0)
        _, said = answer_deposit(self.central, header, body)
        yield FrameWriter().write(said)


def lost_answer(answer: Iterator[bytes]) -> Iterator[bytes]:
    """The server has done everything; nothing of it comes back."""
    whole = b"".join(answer)
    if whole:
        raise NoConnectionError("the answer was lost")
    yield whole


class Faulty:
    """A port whose every call is a point where the process may end: before the call or after it."""

    def __init__(self, port: Any, plan: CrashPlan) -> None:
        self._port, self._plan = port, plan

    def __getattr__(self, name: str) -> Any:
        attribute = getattr(self._port, name)
        if not callable(attribute):
            return attribute

        def call(*arguments: Any, **named: Any) -> Any:
            self._plan.point(f"before {name}")
            result = attribute(*arguments, **named)
            self._plan.point(f"after {name}")
            return result

        return call


class CrashPlan:
    """Ends the process at the nth point; counts them when n is None."""

    def __init__(self, at: int | None = None) -> None:
        self.at, self.passed = at, 0
        self.names: list[str] = []

    def point(self, name: str) -> None:
        self.names.append(name)
        if self.at is not None and self.passed == self.at:
            raise Crash(name)
        self.passed += 1


class LaptopUnderTest:
    """One laptop whose process can be ended and started again."""

    def __init__(self, central: Central, folder: Path, user: str) -> None:
        self.central, self.folder = central, folder
        folder.mkdir(parents=True)
        self._keys = Keys.random()
        private, public = new_signing_key()
        code = central.database.write(lambda c: new_code(c, central.agency, user, central.clock()))
        answer = enrol_device(central, EnrolRequest(user=user, code=code, signing_key=public))
        outbox = Outbox(folder / "outbox.db", self._keys.outbox)
        outbox.set_identity(
            Identity(
                device=answer.device,
                token=answer.token,
                signing_key=private,
                server_key=answer.server_key,
                server_url="http://127.0.0.1",
                user=user,
                roles=answer.roles,
                office=answer.office,
                agency=answer.agency,
                recovery_key=answer.recovery_key,
                server_epoch=answer.server_epoch,
                audit_key=answer.audit_key,
                enrolment=answer.enrolment,
            )
        )
        outbox.close()
        self.session = Session(folder, self._keys)
        self.transport = DirectTransport(central, self.session.identity)

    def another_process(self, folder: Path | None = None) -> LaptopUnderTest:
        """Another program that uses the same profile, or a copy of it."""
        other = copy(self)
        other.folder = folder or self.folder
        other.session = Session(other.folder, self._keys)
        other.transport = DirectTransport(self.central, other.session.identity)
        return other

    def restart(self) -> None:
        """The process ended; a new one opens the same files."""
        self.session.close()
        self.session = Session(self.folder, self._keys)

    def sync(self, plan: CrashPlan | None = None, *, by_hand: bool = False) -> SyncReport:
        """One sync, through ports that may crash."""
        plan = plan or CrashPlan()

        class _Clock:
            now = staticmethod(self.session.clock)

        return synchronise(
            Faulty(self.session.outbox, plan),
            Faulty(self.session.replica, plan),
            Faulty(self.transport, plan),
            _Clock(),
            by_hand=by_hand,
        )

    def cases(self, status: str) -> list[UUID]:
        """Cases of this laptop that stand so."""
        return [row.id for row in self.session.replica.rows() if row.status == status]
