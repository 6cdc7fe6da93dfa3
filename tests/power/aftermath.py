"""A recorded day, cut anywhere: the profile that is left is opened with the real product and questioned."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select

from erap_desktop.services.session import Session
from erap_desktop.services.syncing import sync
from sync.central.service import Central
from sync.central.store import schema
from sync.protocol.copies import key_name, open_copy
from sync.protocol.sealing import public_of
from sync.replica.sealed import Number, SealedFolder
from tests.end_to_end.fleet import Laptop, Server
from tests.engine.world import DirectTransport
from tests.mutated import ROOT
from tests.power import day
from tests.power.medium import LOSSES, Loss, Medium, Said, Step
from tests.power.recording import steps, traced

PROFILE = "profile"


class Cut(NamedTuple):
    """A power cut before step `at` of the recording."""

    at: int
    loss: Loss


class Day(NamedTuple):
    """A recorded day: its steps, and the server's store as it was after each sync."""

    steps: list[Step]
    stores: list[Path]

    def moments(self) -> list[int]:
        """Every place a cut can fall at once the laptop is enrolled."""
        begin = self.steps.index(Said("enrolled"))
        return list(range(begin + 1, len(self.steps) + 1))


def recorded_day(folder: Path, root: Path = ROOT) -> Day:
    """Runs a day against a small office's server, with the code in `root`, and records it."""
    folder.mkdir()
    server = Server(folder / "central")
    made = server.command("demo-load", "--cases", "24", "--seed", "1", "--caseworkers", "2", "--json")
    assert made.code == 0, made.err
    server.start()
    try:
        return _record(server, folder, root)
    finally:
        server.stop()


def _record(server: Server, folder: Path, root: Path) -> Day:
    disk, log = folder / "disk", folder / "calls"
    disk.mkdir()
    profile = str(disk / PROFILE)
    command = [sys.executable, "-m", "tests.power.day", profile, server.url, server.code(day.USER)]
    stores: list[Path] = []
    with subprocess.Popen(
        traced(command, log), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for line in process.stdout:
            if line == "synced\n":
                stores.append(_copy_of_store(server, folder / f"store{len(stores)}"))
                if len(stores) == 2:
                    _move_a_case(server)
                process.stdin.write("go on\n")
                process.stdin.flush()
    assert (process.returncode, len(stores)) == (0, day.ROUNDS + 1)
    return Day(steps(log, disk), stores)


def _copy_of_store(server: Server, target: Path) -> Path:
    server.stop()
    shutil.copytree(server.data, target)
    server.start()
    return target


def _move_a_case(server: Server) -> None:
    """One that the laptop doesn't work on in this day: it leaves, and is erased."""
    mine = [case for case in server.cases() if case["assignee"] == day.USER]
    idle = next(case for case in mine if case["status"] not in ("in_review", "denied"))
    server.move(idle["id"], "worker2")


class LostError(AssertionError):
    """Something that was promised is not there after a power cut."""


def questioned(
    recorded: Day, cuts: Iterable[Cut], folder: Path, chance: Random, *, syncs: float = 0.1
) -> Iterator[Cut]:
    """Yields each cut that was survived; that share of them also goes on to sync, which costs ten times more.

    Raises LostError, naming the cut, at the first that wasn't.
    """
    medium, passed = Medium(), 0
    said: list[str] = []
    for cut in sorted(cuts):
        for step in recorded.steps[passed : cut.at]:
            medium.apply(step)
            if isinstance(step, Said):
                said.append(step.text)
        passed = cut.at
        left = folder / "left"
        medium.after_cut(left, cut.loss, chance)
        # Once a sync has begun the server may have it all, whatever came back.
        store = recorded.stores[max(0, said.count("syncing") - 1)]
        try:
            _question(left / PROFILE, said, store, goes_on=chance.random() < syncs)
        except Exception as error:
            raise LostError(f"{cut}, after {said[-1]!r}: {error!r}") from error
        yield cut
        shutil.rmtree(left)


def drawn(recorded: Day, count: int, chance: Random) -> list[Cut]:
    """Cuts right after what was said, and others anywhere."""
    moments = recorded.moments()
    told = [Cut(at, loss) for at in _after(recorded, "saved", "synced") for loss in ("unsynced", "reordered")]
    anywhere = (Cut(chance.choice(moments), chance.choice(LOSSES)) for _ in range(count - len(told)))
    return [*told, *anywhere]


def after_saves(recorded: Day) -> list[Cut]:
    """Cuts at the worst moment: a command was just said to be saved."""
    return [Cut(at, "unsynced") for at in _after(recorded, "saved")]


def _after(recorded: Day, *words: str) -> list[int]:
    """The moments right after something was said that begins with one of these words."""
    said = (
        at for at, step in enumerate(recorded.steps) if isinstance(step, Said) and step.text.startswith(words)
    )
    return [at + 1 for at in said]


def _question(left: Path, said: list[str], store: Path, *, goes_on: bool) -> None:
    copies = {number: path.read_bytes() for number, path in SealedFolder(left / "sealed").copies().items()}
    private = (store / "keys" / "sealing_private.key").read_bytes()
    keys = {key_name(public_of(private)): private}
    with Laptop(left, day.USER).session() as session:
        for number in _nothing_said_is_missing(session, said):
            assert open_copy(keys, copies[number], *number), "saved, but only once"
        session.outbox.check()
        assert session.replica.rows() or "synced" not in said
        if goes_on:
            _goes_on(session, said, store)


def _nothing_said_is_missing(session: Session, said: list[str]) -> list[Number]:
    """The numbers of the commands that were said to be saved and are not answered."""
    items = {item.id: item for item in session.outbox.items()}
    told = {one for one in map(day.answered, said) if one}
    for id_, state in told:
        assert items[id_].state == state, f"{id_} was {state}"
    known = {id_ for id_, _ in told}
    found = []
    for text in said:
        word, *rest = text.split()
        if word == "saved":
            item = items[UUID(rest[0])]
            if item.id not in known:
                found.append(Number(item.device, item.seq))
    drafts = [text.split()[1] for text in said if text.startswith("drafted")]
    if drafts and said[-1] != "synced":
        assert session.outbox.draft(UUID(drafts[-1]), "note") == b"typed, not yet meant"
    return found


def _goes_on(session: Session, said: list[str], store: Path) -> None:
    """A sync with the server as it was: it has everything afterwards, once and in order."""
    made = [item.id for item in session.outbox.items()]
    own = store.with_name("own")
    shutil.rmtree(own, ignore_errors=True)
    shutil.copytree(store, own)
    with closing(Central(own)) as central:
        transport = DirectTransport(central, session.identity)
        report = sync(session, transport)
        assert (report.online, report.digest_ok, session.outbox.pending_count()) == (True, True, 0)
        table = schema.command
        with central.database.read() as connection:
            query = select(table.c.id).where(table.c.device == session.identity.device)
            there = list(connection.execute(query.order_by(table.c.seq)).scalars())
    assert there == made
    saved = [UUID(text.split()[1]) for text in said if text.startswith("saved")]
    assert [id_ for id_ in there if id_ in set(saved)] == saved
    assert set(Counter(there).values()) <= {1}
