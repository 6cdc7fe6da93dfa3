"""The program of `test_real_window`: the real window on a real display. Prints what it saw as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from erap_desktop.main import build_window
from erap_desktop.models.background import Background
from erap_desktop.models.desk import Desk
from erap_desktop.ui.i18n import Translation
from erap_desktop.ui.theme import Theme
from tests.desktop.profiles import PASSPHRASE


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


def main(profile: Path) -> dict[str, object]:
    """Unlocks by keyboard alone, goes to the queue, leaves for another window and comes back."""
    app = QApplication(sys.argv[:1])
    Theme.current()
    Translation.current()
    background = Background()
    desk = Desk(profile, background)
    desk.work_offline = True
    window = build_window(desk).window
    window.show()
    seen: dict[str, object] = {"platform": app.platformName(), "active": until(window.isActiveWindow)}
    seen["typing goes to the passphrase"] = until(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    QTest.keyClicks(focused(), PASSPHRASE)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    seen["unlocked"] = until(lambda: window.stack.current_id == "queue" and not background.busy)
    other = QDialog()
    other.show()
    other.activateWindow()
    seen["another window took the focus"] = until(other.isActiveWindow)
    before = window.focusWidget()
    other.close()
    seen["back again"] = until(window.isActiveWindow)
    seen["focus is where it was"] = window.focusWidget() is before
    desk.lock()
    until(lambda: not background.busy)
    seen["title while locked"] = window.windowTitle()
    background.close()
    window.close()
    return seen


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
