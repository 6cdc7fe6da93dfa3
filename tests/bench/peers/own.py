"""This engine as a contender: `erap-central serve` on its embedded store, and a laptop's own services."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import msgspec

from erap_desktop.services.enrolment import enrol
from erap_desktop.services.session import Session
from sync.central.service import Central
from tests.bench import field_day
from tests.bench.peers.contender import Workload
from tests.bench.peers.processes import Program, server
from tests.bench.workload import CHANGED, DECIDED, GONE, NEW, FieldDay
from tests.server_process import central

USER, OTHER = "worker1", "worker2"
PASSPHRASE = "a passphrase for the benchmark"
SPARE = 1.054  # of the demo's cases about every twentieth belongs to nobody yet
SERVE = (sys.executable, "-m", "sync.central.commands", "serve", "--port", "PORT", "--data")


def prepare(folder: Path, cases: int) -> Path:
    """A store with about so many cases of one caseworker, to be copied for each run."""
    os.environ["ERAP_KEYCHAIN"] = "off"
    wanted = ("--cases", str(round(cases * SPARE)), "--seed", "1", "--caseworkers", "1")
    central("demo-load", *wanted, data=folder)
    return folder


class Own:
    """Fulfils Contender; `workload` is there after the field day."""

    name = "ERAP Desktop"

    def __init__(self, folder: Path, pid: int, port: int) -> None:
        self.pid, self.port = pid, port
        self.laptop_folder, self.server_folder = folder / "laptop", folder / "server"
        self._log = folder / "laptop.log"
        self._first: dict[str, str] = {}
        self._day: FieldDay | None = None

    def laptop(self, url: str) -> Program:
        if not self.laptop_folder.exists():
            code = central("enrol-code", "--user", USER, data=self.server_folder).splitlines()[-1]
            enrol(self.laptop_folder, url, USER, code, PASSPHRASE)
        module = (sys.executable, "-m", "tests.bench.peers.own_client")
        program = Program([*module, str(self.laptop_folder), PASSPHRASE], self._log, {})
        program.ask("start")  # what a passphrase costs belongs to no sync
        return program

    def field_day(self) -> None:
        with closing(self._session()) as laptop, closing(Central(self.server_folder)) as office:
            self._first = _cases(laptop)
            self._day = field_day.plan(laptop)
            field_day.at_the_laptop(laptop, self._day)
            field_day.at_the_office(office, self._day, USER, OTHER)

    def check(self, laptop: Program, answer: dict[str, Any]) -> None:
        done = answer["accepted"], answer["received"], answer["removed"]
        if done != (DECIDED, DECIDED + CHANGED + NEW, GONE):
            raise RuntimeError(f"not the whole field day: {answer}")

    def workload(self) -> Workload:
        """The same day as documents."""
        assert self._day is not None
        with closing(self._session()) as laptop:
            after = _cases(laptop)
        day = self._day
        return Workload(
            first=self._first,
            decided={str(id_): after[str(id_)] for id_ in day.decided},
            changed={str(id_): after[str(id_)] for id_ in day.changed},
            new={str(one.case.id): after[str(one.case.id)] for one in day.new},
            gone=[str(id_) for id_ in day.gone],
        )

    def _session(self) -> Session:
        return Session.unlock(self.laptop_folder, PASSPHRASE)


@contextmanager
def running(folder: Path, store: Path) -> Iterator[Own]:
    """A server over a copy of a prepared store."""
    folder.mkdir()
    data = folder / "server"
    shutil.copytree(store, data)
    with server([*SERVE, str(data)], {}, folder / "server.log") as (pid, port):
        yield Own(folder, pid, port)


def _cases(laptop: Session) -> dict[str, str]:
    """Each case as compact JSON: no defaults, and without the landlords, who are objects of their own."""
    rows = laptop.replica.rows()
    return {str(row.id): msgspec.json.encode(laptop.replica.case(row.id)).decode() for row in rows}
