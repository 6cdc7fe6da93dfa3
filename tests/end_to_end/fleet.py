"""An office to try everything in: a demo server, and laptops driven through their command line.

    office.laptop("worker1")         enrolled, empty
    laptop.sync()                    what `erap-desktop sync --json` prints
    laptop.run("show", …)            any command: exit status, stdout, stderr

Commands run inside the test's own process, where starting Python a hundred times would only cost time;
`start` and `process` run them as real processes. The server is a thread of the test, or a real process that
can be killed (`Server.start(process=True)`).
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from typing import Any
from unittest import mock

import uvicorn
from argon2.low_level import hash_secret_raw

import erap_desktop.commands
import sync.central.commands
from erap_desktop.services import enrolment
from erap_desktop.services.session import Session, utc_now
from erap_desktop.vault import derive
from erap_desktop.vault.derive import FLOOR
from erap_desktop.vault.vault import Vault
from sync.central.api.app import make_app
from sync.central.service import Central
from tests.server_process import START_SECONDS, free_port, start_server, wait_for

PASSPHRASE = "juniper canyon 7 lantern"
ENVIRONMENT = {"ERAP_PASSPHRASE": PASSPHRASE, "ERAP_KEYCHAIN": "off"}
ROOT = Path(__file__).resolve().parents[2]


# The real Argon2id, asked once for the same passphrase and salt: it is half of what a command costs.
remembered = cache(hash_secret_raw)


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str

    def json(self) -> dict[str, Any]:
        """The one object it printed; the command must have succeeded."""
        assert self.code == 0, self.err
        answer: dict[str, Any] = json.loads(self.out)
        return answer

    def lines(self) -> list[dict[str, Any]]:
        """The objects it printed, one a line."""
        assert self.code == 0, self.err
        return [json.loads(line) for line in self.out.splitlines()]


def run(main: Callable[[list[str]], int], *arguments: str, **environment: str) -> Ran:
    """Runs a command line inside this process."""
    out, err = io.StringIO(), io.StringIO()
    with (
        mock.patch.dict(os.environ, {**ENVIRONMENT, **environment}),
        mock.patch.object(derive, "hash_secret_raw", remembered),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            code = main(list(arguments))
        except SystemExit as left:  # argparse: wrong usage, or --help
            code = int(left.code or 0)
    return Ran(code, out.getvalue(), err.getvalue())


def start(module: str, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    """Starts a command line as a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, **ENVIRONMENT, **environment},
    )


def finish(process: subprocess.Popen[str]) -> Ran:
    """Waits for a started command."""
    out, err = process.communicate(timeout=60)
    return Ran(process.returncode, out, err)


class _Threaded(uvicorn.Server):
    """A server in a thread of this process, that says when it is there."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.there = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.there.set()


class Server:
    """A central server over one store, on a port that stays the same over restarts."""

    def __init__(self, data: Path, database_url: str | None = None) -> None:
        self.data, self.database_url = data, database_url
        self.port = free_port()
        self.log = data.with_suffix(".log")
        self.central: Central | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._thread: tuple[_Threaded, threading.Thread] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def command(self, *arguments: str) -> Ran:
        """One `erap-central` command on this store."""
        store = ["--data", str(self.data)]
        if self.database_url:
            store += ["--database-url", self.database_url]
        return run(sync.central.commands.main, *arguments, *store)

    def start(self, *, process: bool = False, options: tuple[str, ...] = ()) -> None:
        """Starts it and waits until it answers."""
        if process:
            self._start_process(options)
        else:
            self._start_thread()

    def _start_thread(self) -> None:
        self.central = Central(self.data, self.database_url)
        config = uvicorn.Config(
            make_app(self.central), host="127.0.0.1", port=self.port, log_config=None, access_log=False
        )
        config.timeout_graceful_shutdown = 5
        server = _Threaded(config)
        thread = threading.Thread(target=server.run, name="central", daemon=True)
        thread.start()
        assert server.there.wait(START_SECONDS)
        self._thread = server, thread

    def _start_process(self, options: tuple[str, ...]) -> None:
        self._process = start_server(self.data, self.port, *options, database_url=self.database_url)

    def wait_for(self, process: subprocess.Popen[Any]) -> None:
        """Waits until somebody listens on this server's port."""
        wait_for(process, self.port, self.log)

    def opened(self) -> Central:
        """The store itself, to be closed."""
        return Central(self.data, self.database_url)

    def kill(self) -> None:
        """kill -9."""
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        self._process.wait(10)
        self._process = None

    def stop(self) -> None:
        """Ends it in order; nothing happens when it isn't running."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(20)
            self._process = None
        if self._thread is not None:
            server, thread = self._thread
            server.should_exit = True
            thread.join(20)
            assert not thread.is_alive()
            self._thread = None
        if self.central is not None:
            self.central.close()
            self.central = None

    # --- What it knows --------------------------------------------------------------------------------

    def show(self, case: str) -> dict[str, Any]:
        """A case whole, as `erap-central show` prints it."""
        return self.command("show", "--case", case, "--json").json()

    def cases(self) -> list[dict[str, Any]]:
        return self.command("cases", "--json").lines()

    def code(self, user: str) -> str:
        """A fresh one-time code."""
        return self.command("enrol-code", "--user", user).out.splitlines()[-1]

    def move(self, case: str, to: str) -> None:
        """Reassigns a case by the supervisor's authority."""
        moved = self.command("reassign", "--case", case, "--to", to, "--by", "supervisor1")
        assert moved.code == 0, moved.err

    def audit(self) -> dict[str, Any]:
        return self.command("verify-audit", "--json").json()


class Laptop:
    """One profile folder, worked through the `erap-desktop` command line."""

    def __init__(self, folder: Path, user: str) -> None:
        self.folder, self.user = folder, user

    def run(self, *arguments: str, **environment: str) -> Ran:
        """One command on this profile, inside this process."""
        command, *rest = arguments
        return run(erap_desktop.commands.main, command, "--profile", str(self.folder), *rest, **environment)

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """The same as a process of its own."""
        command, *rest = arguments
        return start("erap_desktop.commands", command, "--profile", str(self.folder), *rest)

    def process(self, *arguments: str) -> Ran:
        """The same as a process of its own, and its end."""
        return finish(self.start(*arguments))

    def enrol(self, url: str, code: str, *more: str) -> Ran:
        """Enrols; the passphrase's derivation is the cheapest permitted."""
        with mock.patch.object(enrolment, "Vault", partial(Vault, cost=FLOOR)):
            return self.run("enrol", "--server", url, "--user", self.user, "--code", code, *more)

    def sync(self) -> dict[str, Any]:
        return self.run("sync", "--json").json()

    def status(self) -> dict[str, Any]:
        return self.run("status", "--json").json()

    def cases(self) -> list[dict[str, Any]]:
        return self.run("cases", "--json").lines()

    def show(self, case: str) -> dict[str, Any]:
        return self.run("show", "--case", case, "--json").json()

    def outbox(self) -> list[dict[str, Any]]:
        return self.run("outbox", "--json").lines()

    def item(self, command: str) -> dict[str, Any]:
        """The outbox line of one command."""
        return next(line for line in self.outbox() if line["command"] == command)

    def note(self, case: str, text: str) -> str:
        """Adds a note; its command."""
        return str(self.run("note", "--case", case, "--text", text, "--json").json()["command"])

    def deny(self, case: str, reason: str = "not a New Mexico rental", code: str = "D03") -> str:
        """Denies a case; the command."""
        done = self.run("decide", "--case", case, "--deny", code, "--reason", reason, "--json")
        return str(done.json()["command"])

    def approve(self, case: str, reason: str = "papers seen at the kitchen table") -> str:
        """Approves a case; the command."""
        done = self.run("decide", "--case", case, "--approve", "--reason", reason, "--json")
        return str(done.json()["command"])

    def undecided(self, count: int) -> list[str]:
        """Cases in review that may be decided as they are."""
        found = [case["id"] for case in self.cases() if case["status"] == "in_review"]
        assert len(found) >= count
        return found[:count]

    @contextlib.contextmanager
    def session(self, clock: Callable[[], datetime] = utc_now) -> Iterator[Session]:
        """The opened profile, for what no command offers."""
        with (
            mock.patch.dict(os.environ, ENVIRONMENT),
            mock.patch.object(derive, "hash_secret_raw", remembered),
        ):
            session = Session.unlock(self.folder, PASSPHRASE, clock=clock)
        try:
            yield session
        finally:
            session.close()

    def files(self) -> list[Path]:
        """Every file of the profile."""
        return [path for path in sorted(self.folder.rglob("*")) if path.is_file()]


class Office:
    """One server and the laptops that belong to it."""

    def __init__(self, server: Server, folder: Path) -> None:
        self.server, self.folder = server, folder
        self._made = 0

    def laptop(self, user: str, *, url: str = "", synced: bool = True) -> Laptop:
        """A fresh laptop of a user, by default with its cases."""
        self._made += 1
        laptop = Laptop(self.folder / f"laptop{self._made}-{user}", user)
        enrolled = laptop.enrol(url or self.server.url, self.server.code(user))
        assert enrolled.code == 0, enrolled.err
        if synced:
            assert laptop.sync()["online"]
        return laptop

    def same(self, laptop: Laptop, case: str) -> dict[str, Any]:
        """The case, after checking that both ends show the same."""
        here, there = laptop.show(case), self.server.show(case)
        assert here == there
        return here
