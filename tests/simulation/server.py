"""The server of a world: the product's own, called where its HTTP route would call it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest.mock import patch

from sync.casework.case import Case
from sync.casework.commands import AddNote, Command
from sync.casework.decide import decide
from sync.casework.verdict import Context, Ruling
from sync.central import exchange
from sync.central.api.deposit import answer_deposit
from sync.central.service import Central
from sync.engine.ports import NoConnectionError
from sync.protocol.frames import FrameWriter
from sync.protocol.messages import Refusal
from sync.protocol.signing import SignatureError, parse
from tests.simulation.chance import Time
from tests.simulation.image import Image
from tests.simulation.points import Handler, watching

POISON, DEADLY = "the reducer can not bear this", "the process can not bear this"


class ServerCrash(BaseException):
    """The server's process ends here. Nothing may catch it."""


class Server:
    """One server over one folder, which comes back each time its process has ended."""

    def __init__(self, folder: Path, time: Time) -> None:
        self.folder, self._time = folder, time
        self.central = Central(folder, clock=time.clock)
        self.errors: set[str] = set()
        self._left: Image | None = None

    def answer(self, header: str, body: bytes, handler: Handler | None = None) -> Iterator[bytes]:
        """The pieces of an answer. Raises NoConnectionError when the process ends meanwhile."""
        pieces = self._route(header, body)
        piece: bytes | None = b""
        while piece is not None:
            try:
                with watching(handler):
                    piece = next(pieces, None)
            except ServerCrash as crash:
                with watching(None):
                    self._come_back()
                raise NoConnectionError(f"the server's process ended: {crash}") from None
            if piece is not None:
                yield piece

    def deposit(self, header: str, body: bytes) -> bytes:
        """What the route for sealed copies answers."""
        return FrameWriter().write(answer_deposit(self.central, header, body)[1])

    def die(self, where: str) -> None:
        """Ends the process with what is on the disk at this instant."""
        self._left = Image(self.folder)
        raise ServerCrash(where)

    def restart(self) -> None:
        """Ends in order and begins anew."""
        self.central.close()
        self.central = Central(self.folder, clock=self._time.clock)

    def close(self) -> None:
        self.central.close()

    @contextmanager
    def with_faulty_commands(self) -> Iterator[None]:
        """The reducer as if it had two bugs: notes that it fails on, and notes that end the process."""

        def faulty(case: Case | None, command: Command, context: Context) -> Ruling:
            if isinstance(command.body, AddNote) and command.body.text == POISON:
                raise ValueError(POISON)
            if isinstance(command.body, AddNote) and command.body.text == DEADLY:
                with watching(None):
                    self.die(DEADLY)
            return decide(case, command, context)

        with ExitStack() as stack:
            stack.enter_context(patch("sync.central.verdicts.judge.decide", faulty))
            logger = logging.getLogger("sync.central.verdicts.push")
            stack.enter_context(patch.object(logger, "disabled", True))
            yield

    def _route(self, header: str, body: bytes) -> Iterator[bytes]:
        try:
            signed = parse(header)
            caller = exchange.authenticated(self.central, signed, body)
        except SignatureError as error:
            yield FrameWriter().write(Refusal("unknown_device", str(error)))
            return
        asked = exchange.decode_request(body)
        if isinstance(asked, Refusal):
            yield FrameWriter().write(asked)
            return
        begun = False
        try:
            for piece in exchange.answer(self.central, caller, signed.counter, asked):
                begun = True
                yield piece
        except Exception as error:
            self.errors.add(type(error).__name__)
            if begun:
                raise NoConnectionError("the answer broke off") from error
            yield FrameWriter().write(Refusal("busy", retry_after=30))

    def _come_back(self) -> None:
        self.central.close()
        assert self._left is not None
        self._left.put_back()
        self._left = None
        self.central = Central(self.folder, clock=self._time.clock)
