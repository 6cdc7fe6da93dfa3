"""What the tests of the case file and the determination share: cases of a kind, waiting, pressing keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from erap_desktop.models.desk import Desk
from erap_desktop.services.casepage import CasePage, load_page
from erap_desktop.services.session import Session
from erap_desktop.ui.shell.actions import ActionRegistry
from erap_desktop.ui.shell.screen import Screen
from erap_desktop.ui.theme import Theme
from sync.casework.values import Result, Status

T = TypeVar("T")


def ask(qtbot: QtBot, desk: Desk, work: Callable[[Session], T]) -> T:
    """Runs something with the session on the database's thread and returns what it returned."""
    got: list[T] = []
    job = desk.query(work)
    job.succeeded.connect(got.append)
    with qtbot.waitSignal(job.finished, timeout=10_000):
        pass
    return got[0]


def find_case(qtbot: QtBot, desk: Desk, fits: Callable[[CasePage], bool]) -> UUID:
    """A whole case of this person that fits."""

    def look(session: Session) -> UUID:
        for row in session.replica.rows():
            page = load_page(session, row.id)
            if page.may_decide and not page.case.standing and not page.waiting and fits(page):
                return row.id
        raise AssertionError("no demo case fits")

    return ask(qtbot, desk, look)


def passes(page: CasePage) -> bool:
    """Every required test is met."""
    return page.sheet is not None and page.sheet.result is Result.PASS


def above_the_limit(page: CasePage) -> bool:
    """The income is above the limit, and that is all."""
    return _income(page) is Result.FAIL and page.case.status is not Status.SECOND_REVIEW


def income_unknown(page: CasePage) -> bool:
    """An amount of income is missing, the county is known."""
    return _income(page) is Result.NEED_INFORMATION and bool(page.case.county)


def _income(page: CasePage) -> Result | None:
    rule = page.sheet.rule("income_limit") if page.sheet else None
    return rule.result if rule else None


class Stage(QWidget):
    """A window with one screen and the registry of actions the real one has."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(screen)
        Theme.current().adopt(self)
        self.registry = ActionRegistry(self)
        screen.register_actions(self.registry)


def stage(qtbot: QtBot, screen: Screen) -> Stage:
    """Shows a screen in the room the window leaves it."""
    window = Stage(screen)
    qtbot.addWidget(window)
    screen.destroyed.connect(window.close)  # and so the window lives as long as the screen
    screen.setProperty("stage", window)
    window.resize(905, 508)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def settled(qtbot: QtBot, desk: Desk) -> None:
    """Waits until nothing is under way."""
    qtbot.waitUntil(lambda: not desk.background.busy, timeout=10_000)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not desk.background.busy, timeout=10_000)


def settle_deeply() -> None:
    """A page of cards of rows of labels takes a round of events for each of them to find its height."""
    for _ in range(8):
        QApplication.processEvents()


def press(key: Qt.Key, *, ctrl: bool = False, shift: bool = False) -> None:
    """Presses a key where the focus is."""
    held = Qt.KeyboardModifier.NoModifier
    held |= Qt.KeyboardModifier.ControlModifier if ctrl else held
    held |= Qt.KeyboardModifier.ShiftModifier if shift else held
    QTest.keyClick(focused(), key, held)


def type_text(text: str) -> None:
    """Types where the focus is."""
    QTest.keyClicks(focused(), text)


def tab_to(target: QWidget, most: int = 80) -> None:
    """Presses Tab until the focus is there."""
    for _ in range(most):
        if focused() is target:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not lead to {target}")


def focused() -> QWidget:
    """Where the focus is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget
