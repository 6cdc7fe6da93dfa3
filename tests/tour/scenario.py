"""The story the pictures tell: an office, its laptops, and what went on between them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from erap_desktop.services import work
from erap_desktop.services.casefile import queue
from erap_desktop.services.session import Session
from erap_desktop.services.syncing import sync
from sync.protocol.administration import Configure
from tests.bench.office import PASSPHRASE, Office

CASES = 160
CASEWORKERS = 3


class Story(NamedTuple):
    """Profiles by name, and the cases that something happened to."""

    office: Office
    profiles: dict[str, Path]
    contested: UUID
    late: UUID
    open: tuple[UUID, ...]


def prepare(office: Office) -> Story:
    """Enrols five laptops and lets a contest and a piece of late work come about."""
    names = {
        "ana": "worker1",
        "ana-second": "worker1",
        "ben": "worker2",
        "sup": "supervisor1",
        "adm": "admin1",
    }
    laptops = {name: office.laptop(name, user) for name, user in names.items()}
    try:
        for laptop in laptops.values():
            sync(laptop)
        waiting = [row.id for row in queue(laptops["ana"]) if row.status == "in_review"]
        contested, late = waiting[0], waiting[1]
        _contest(laptops, contested)
        _late_work(laptops, late)
        for laptop in laptops.values():
            sync(laptop)
    finally:
        for laptop in laptops.values():
            laptop.close()
    profiles = {name: office.folder / name for name in names}
    return Story(office, profiles, contested, late, tuple(waiting[2:]))


def _contest(laptops: dict[str, Session], case: UUID) -> None:
    """One person, two laptops, two answers."""
    work.deny(laptops["ana"], case, ("D03",), "Both pay stubs put the household over the limit.")
    work.approve(
        laptops["ana-second"], case, "The second job ended in September; the employer's letter is here."
    )
    sync(laptops["ana"])
    sync(laptops["ana-second"])


def _late_work(laptops: dict[str, Session], case: UUID) -> None:
    """A decision made offline while the case moves to somebody else."""
    work.note(laptops["ana"], case, "Visited on the way home. The tenant showed the eviction notice.")
    work.deny(laptops["ana"], case, ("D03",), "Income is above the limit with the overtime of October.")
    work.reassign(laptops["sup"], case, "worker2", "Ana is on leave from Thursday.")
    sync(laptops["sup"])
    sync(laptops["ana"])


def push_settings(profile: Path) -> None:
    """An administrator sends new settings; nobody has acknowledged them yet."""
    session = Session.unlock(profile, PASSPHRASE)
    try:
        work.configure(session, Configure(poll_seconds=120, note="Faster while the winter program starts"))
        sync(session)
    finally:
        session.close()


def acknowledge(profile: Path) -> None:
    """A laptop gets its settings, and says so with the next exchange."""
    session = Session.unlock(profile, PASSPHRASE)
    try:
        sync(session)
        sync(session)
    finally:
        session.close()
