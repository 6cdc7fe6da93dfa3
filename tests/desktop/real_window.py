"""The program of `test_real_window`: the real window on a real display. Prints what it saw as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QScrollArea, QWidget

from erap_desktop.main import build_window
from erap_desktop.models.background import Background
from erap_desktop.models.desk import Desk
from erap_desktop.ui.i18n import Translation
from erap_desktop.ui.queue.queue_table import QueueTable
from erap_desktop.ui.theme import Theme
from erap_desktop.vault.idle import IdleLock
from tests.desktop.profiles import PASSPHRASE
from tests.desktop.ui.check_words import clipped_texts
from tests.desktop.ui.checks import settle
from tests.desktop.ui.walk import describe, target_widgets

Seen = dict[str, object]
SMALLEST, FRAME = (1093, 600), 20  # pixels
IDLE_SECONDS = 900.0


class Person:
    """Somebody at the keyboard of one window."""

    def __init__(self, profile: Path) -> None:
        self.background = Background()
        self.desk = Desk(profile, self.background)
        self.desk.work_offline = True
        self.window, _page, self.workplace = build_window(self.desk)
        self.window.show()
        self.seconds = 0.0

    def unlock(self) -> bool:
        """Types the passphrase into whatever has the focus."""
        until(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
        QTest.keyClicks(focused(), PASSPHRASE)
        QTest.keyClick(focused(), Qt.Key.Key_Return)
        return until(lambda: not self.window.locked and not self.background.busy)

    def leave(self) -> None:
        """Goes home."""
        self.desk.lock()
        until(lambda: not self.background.busy)
        self.background.close()
        self.window.close()


def until(done: Callable[[], bool], seconds: float = 20) -> bool:
    """Lets the window work until something is so; False when it never was."""
    deadline = monotonic() + seconds
    while not done():
        QApplication.processEvents()
        if monotonic() > deadline:
            return False
    return True


def focused() -> QWidget:
    """What the keyboard goes to."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def has_focus(widget: QWidget) -> bool:
    """Whether the keyboard goes there."""
    return QApplication.focusWidget() is widget


def unlocking(person: Person) -> Seen:
    """By keyboard alone; the focus is in the list of cases afterwards."""
    window = person.window
    seen: Seen = {"active": until(window.isActiveWindow), "unlocked": person.unlock()}
    seen["place"] = window.stack.current_id
    table = window.findChild(QueueTable)
    seen["focus"] = table is not None and until(lambda: has_focus(table))
    return seen


def dialogs(person: Person) -> Seen:
    """The focus comes back from a dialog, a list of commands, and another program's window."""
    window, before = person.window, focused()
    seen: Seen = {}
    for name, key, modifier in (
        ("commands", Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier),
        ("shortcuts", Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier),
    ):
        QTest.keyClick(focused(), key, modifier)
        opened = until(lambda: not has_focus(before))
        QTest.keyClick(focused(), Qt.Key.Key_Escape)
        seen[name] = opened and until(
            lambda: window.isActiveWindow() and QApplication.focusWidget() is before
        )
    other = QDialog()
    other.show()
    other.activateWindow()
    left = until(other.isActiveWindow)
    other.close()
    seen["another window"] = left and until(lambda: has_focus(before))
    return seen


def sizes(person: Person) -> Seen:
    """Whole screen, then drawn smaller step by step: nothing is cut on the way down or at its end."""
    window = person.window
    window.showMaximized()
    seen: Seen = {"maximised": until(lambda: _fills(window)), "cut at laptop size": cut(window)}
    window.showNormal()
    until(lambda: not window.isMaximized())
    width, height = SMALLEST
    for step in range(200, -1, -40):
        window.resize(width + step, height + step // 2)
        settle()
    seen["smallest"] = until(lambda: (window.width(), window.height()) == SMALLEST)
    seen["cut at the smallest size"] = cut(window)
    return seen


def cut(window: QWidget) -> list[str]:
    """Texts that are cut, and controls that reach beyond the window and can't be scrolled to."""
    inside = QRect(QPoint(0, 0), window.size())
    beyond = [
        describe(widget)
        for widget in target_widgets(window)
        if not _scrolls(widget) and not inside.contains(QRect(widget.mapTo(window, QPoint()), widget.size()))
    ]
    return clipped_texts(window) + beyond


def _fills(window: QWidget) -> bool:
    """As wide as the screen, but for the manager's frame."""
    return window.isMaximized() and window.screen().size().width() - window.width() < FRAME


def _scrolls(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent is not None


def idling(person: Person) -> Seen:
    """Minimised and forgotten: it locks; restored, it asks for the passphrase and is where it was."""
    window = person.window
    before = focused()
    person.workplace.idle.use(IdleLock(lambda: person.seconds, IDLE_SECONDS))
    window.showMinimized()
    seen: Seen = {"minimised": until(lambda: window.isMinimized() and not window.isActiveWindow())}
    person.seconds += IDLE_SECONDS
    seen["locked"] = until(lambda: window.locked)
    window.showNormal()
    window.activateWindow()
    seen["restored"] = until(window.isActiveWindow)
    seen["title"] = window.windowTitle()
    seen["unlocked"] = person.unlock()
    seen["focus is where it was"] = until(lambda: has_focus(before))
    return seen


def main(profile: Path) -> dict[str, Seen | str]:
    """One sitting: unlock, dialogs, sizes, idle."""
    app = QApplication(sys.argv[:1])
    Theme.current()
    Translation.current()
    person = Person(profile)
    acts = (unlocking, dialogs, sizes, idling)
    seen: dict[str, Seen | str] = {act.__name__: act(person) for act in acts}
    person.leave()
    return seen | {"platform": app.platformName()}


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
