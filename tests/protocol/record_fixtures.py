"""Records what the present revision sends, answers and stores, for every later program to read.

    python -m tests.protocol.record_fixtures        fills fixtures/revision-<n>, unless it is there

    messages, objects, commands     one file each, the bytes of the document's examples
    exchanges                       requests of a real laptop and the answers to them; the last was never sent
    office.tar.xz                   a server's embedded store with its keys, and a laptop's profile with two
                                    commands that nobody has answered; its outbox is of the first form
    keys                            of the profile: outbox, replica, documents

A released revision is never recorded again: what is out there doesn't change either. The messages are the
same bytes whenever they are made; the stores are not, since their keys and pages are drawn at random.
"""

from __future__ import annotations

import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from erap_desktop.services import work
from erap_desktop.vault.keys import Keys
from sync.engine.ports import NoConnectionError
from sync.protocol.versions import CURRENT
from sync.replica.outbox_schema import STEPS
from sync.replica.store import Store
from tests.engine.world import DirectTransport, LaptopUnderTest, make_server
from tests.protocol.examples import Example, all_examples, answer

FIXTURES = Path(__file__).resolve().parent / "fixtures"


class Recording:
    """A transport that keeps what goes over it."""

    def __init__(self, transport: DirectTransport, folder: Path) -> None:
        self._transport, self._folder = transport, folder
        self._count = 0
        self.broken = False

    def exchange(self, body: bytes, *, pushes: bool) -> Iterator[bytes]:
        self._count += 1
        (self._folder / f"{self._count}.request").write_bytes(body)
        if self.broken:
            raise NoConnectionError("the line is down")
        whole = b"".join(self._transport.exchange(body, pushes=pushes))
        (self._folder / f"{self._count}.answer").write_bytes(whole)
        yield whole

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)


def record(folder: Path) -> None:
    """Fills a new folder."""
    for name in ("messages", "objects", "commands", "exchanges"):
        (folder / name).mkdir(parents=True)
    for number, one in enumerate(all_examples()):
        (folder / place_of(number, one)).write_bytes(one.data)
    (folder / "messages" / "whole.answer").write_bytes(answer())
    with tempfile.TemporaryDirectory() as temporary:
        _record_office(folder, Path(temporary))


def place_of(number: int, one: Example) -> str:
    """Where an example is kept."""
    what, _, name = one.kind.partition(" ")
    return f"{what}s/{name.strip('`')}" if name else f"messages/{number:02}-{what}"


def _record_office(folder: Path, office: Path) -> None:
    central = make_server(office / "central", cases=6, caseworkers=2)
    laptop = LaptopUnderTest(central, office / "laptop", "worker1")
    recording = Recording(laptop.transport, folder / "exchanges")
    laptop.transport = recording  # type: ignore[assignment]
    laptop.sync()
    first, second = laptop.cases("in_review")[:2]
    work.note(laptop.session, first, "answered by revision 1")
    laptop.sync()
    work.note(laptop.session, first, "saved by revision 1")
    work.deny(laptop.session, second, ("D03",), "not a New Mexico rental")
    recording.broken = True
    laptop.sync()
    keys = laptop.session.keys
    laptop.session.close()
    central.close()
    _to_the_first_form(office / "laptop" / "outbox.db", keys)
    (folder / "keys").write_bytes(keys.pack())
    with tarfile.open(folder / "office.tar.xz", "w:xz") as archive:
        archive.add(office, arcname=".")


def _to_the_first_form(path: Path, keys: Keys) -> None:
    """As the first program left it, before there were wishes."""
    store = Store(path, keys.outbox, newest=len(STEPS), may_be_missing=False)
    with store.write() as connection:
        connection.exec_driver_sql("DROP TABLE wish")
        connection.exec_driver_sql("PRAGMA user_version=1")
    store.close()


if __name__ == "__main__":
    record(FIXTURES / f"revision-{CURRENT}")
