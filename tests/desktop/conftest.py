"""A demo server for all tests of the desktop, and desks of people who are enrolled at it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from erap_desktop.models.background import Background
from erap_desktop.models.desk import Desk
from tests.desktop.profiles import PASSPHRASE, DemoOffice, OpenDesk, demo_office


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoOffice]:
    """One server process for the whole run; tests share its cases, so each looks for one of its own."""
    with demo_office(tmp_path_factory.mktemp("office") / "central") as running:
        yield running


@pytest.fixture
def open_desk(office: DemoOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[OpenDesk]:
    """Opens desks of fresh laptops; they are locked and their threads joined at the end."""
    opened: list[Desk] = []
    numbers = count(1)

    def open_for(user: str, *, online: bool = False) -> Desk:
        profile = office.enrol(tmp_path / f"laptop{next(numbers)}", user)
        desk = Desk(profile.folder, Background())
        opened.append(desk)
        desk.work_offline = not online
        with qtbot.waitSignal(desk.unlocked, timeout=10_000):
            desk.unlock(PASSPHRASE)
        return desk

    yield open_for
    for desk in opened:
        desk.lock()
        desk.background.close()
        desk.deleteLater()
