"""Starts processes by forking itself, so that each costs milliseconds and a kill costs no start of Python.

`python -m tests.kills.nursery` reads one job a line (a JSON list) and answers with the process's number:

    ["laptop", folder, user, history, seed]    works and syncs for ever, writing down what it was told
    ["server", data, port, url, log]           `erap-central serve`
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import sync.central.commands
from erap_desktop.services import syncing, work
from erap_desktop.services.session import Session
from sync.replica.errors import StoreError
from tests.end_to_end.fleet import Laptop
from tests.mutated import ROOT


class Nursery:
    """The forking process, from outside. Ends with the block, and its children with it."""

    def __enter__(self) -> Nursery:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.kills.nursery"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            start_new_session=True,
        )
        return self

    def __exit__(self, *_: object) -> None:
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.communicate()

    def fork(self, *job: object) -> int:
        """Starts a job; its process."""
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        stdin.write(json.dumps([str(word) for word in job]) + "\n")
        stdin.flush()
        return int(stdout.readline())


def kill(pid: int) -> bool:
    """kill -9, and waits for the end. False when it had ended by itself."""
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return False
    while Path(f"/proc/{pid}").exists():
        time.sleep(0.001)
    return True


# --- In the forked processes ----------------------------------------------------------------------


class _History:
    """What a laptop was told, one line each; one system call, so a kill leaves whole lines."""

    def __init__(self, path: str) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def say(self, *words: object) -> None:
        os.write(self._file, (" ".join(map(str, words)) + "\n").encode())


def _laptop(folder: str, user: str, history: str, seed: str) -> None:
    chance, told = Random(int(seed)), _History(history)
    with Laptop(Path(folder), user).session() as session:
        told.say("started")
        known: set[UUID] = set()
        while True:
            for _ in range(chance.randrange(4)):
                _save(session, chance, told)
            told.say("syncing")
            try:
                report = syncing.sync(session)
            except StoreError as error:  # a kill spoils no store
                told.say("failed", type(error).__name__)
                raise
            for item in session.outbox.items():
                if item.id not in known and item.state not in ("saved", "received"):
                    told.say("answered", item.id, item.state)
                    known.add(item.id)
            told.say("synced", report.online)


def _save(session: Session, chance: Random, told: _History) -> None:
    rows = [row for row in session.replica.rows() if row.whole and not row.left]
    case = chance.choice(rows)
    told.say("saving")
    if case.status == "in_review" and chance.random() < 0.1:
        done = work.deny(session, case.id, ("D03",), "over the limit")
    else:
        done = work.note(session, case.id, "called the landlord " * chance.randrange(1, 9))
    told.say("saved", done.command)


def _server(data: str, port: str, url: str, log: str) -> None:
    output = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(output, 1)
    os.dup2(output, 2)
    sync.central.commands.main(["serve", "--data", data, "--port", port, "--database-url", url])


def main() -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for them
    jobs: dict[str, Any] = {"laptop": _laptop, "server": _server}
    for line in sys.stdin:
        name, *arguments = json.loads(line)
        if name == "laptop":
            _remember_passphrase(Path(arguments[0]), arguments[1])
        child = os.fork()
        if child == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            try:
                jobs[name](*arguments)
            finally:
                os._exit(1)
        print(child, flush=True)


_known: set[Path] = set()


def _remember_passphrase(folder: Path, user: str) -> None:
    """Derives a profile's key once, for all that are forked afterwards."""
    if folder not in _known:
        _known.add(folder)
        with Laptop(folder, user).session():
            pass


if __name__ == "__main__":
    main()
