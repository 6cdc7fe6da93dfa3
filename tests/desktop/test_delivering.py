"""Saved work leaves a locked laptop: over the line, or on a stick (I9, I12)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from erap_desktop.models.background import Background
from erap_desktop.models.desk import Desk
from erap_desktop.services import work
from erap_desktop.services.session import Session
from erap_desktop.ui.unlock.screen import UnlockScreen
from erap_desktop.ui.workplace.deliver_row import DeliverRow
from tests.desktop.profiles import PASSPHRASE, DemoOffice, environment
from tests.desktop.ui.checks import check_screen, show


@pytest.fixture
def locked(office: DemoOffice, tmp_path: Path) -> Iterator[Desk]:
    """A locked laptop with a decision that is only there."""
    profile = office.enrol(tmp_path / "laptop", "worker1")
    with environment("ERAP_KEYCHAIN", "off"):
        session = Session.unlock(profile.folder, PASSPHRASE)
        case = next(row.id for row in session.replica.rows() if row.status == "in_review")
        work.note(session, case, "seen at the kitchen table")
        session.close()
        background = Background()
        yield Desk(profile.folder, background)
        background.close()


def row(screen: object) -> DeliverRow:
    assert isinstance(screen, UnlockScreen)
    return screen.unlock_page.deliver


def test_deliver_on_the_lock_screen_needs_no_passphrase(locked: Desk, qtbot: QtBot) -> None:
    check_screen(qtbot, partial(UnlockScreen, locked))
    deliver = row(show(qtbot, partial(UnlockScreen, locked)))
    qtbot.waitUntil(deliver.isVisible, timeout=10_000)
    for said in ("1 change delivered", "has everything already"):
        QTest.keyClick(deliver.deliver, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda said=said: said in deliver.said.text(), timeout=10_000)  # type: ignore[misc]
    assert deliver.deliver.isEnabled()


def test_work_is_copied_to_a_stick_or_the_trouble_is_told(locked: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    deliver = row(show(qtbot, partial(UnlockScreen, locked)))
    deliver.carry_to(tmp_path / "stick")
    qtbot.waitUntil(lambda: "1 change copied" in deliver.said.text(), timeout=10_000)
    assert len(list((tmp_path / "stick").glob("*.erap"))) == 1
    (tmp_path / "file").write_text("no folder")
    deliver.carry_to(tmp_path / "file")
    qtbot.waitUntil(lambda: "could not be written" in deliver.said.text(), timeout=10_000)
