"""The composition root of the desktop: builds everything, wires it, runs it, and ends it cleanly.

Nothing heavy is imported here or by what is imported here: the encrypted engine, HTTP and PDF come when the
first page stands on the screen.
"""

from __future__ import annotations

import importlib
import os
import signal
import sys
from functools import partial
from pathlib import Path
from types import FrameType
from typing import NamedTuple

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication

from erap_desktop.models.background import Background
from erap_desktop.models.collector import GuiCollector
from erap_desktop.models.desk import Desk
from erap_desktop.services.locks import held
from erap_desktop.ui.i18n import Translation
from erap_desktop.ui.shell.memory import FileMemory, Memory
from erap_desktop.ui.shell.screen import Screen
from erap_desktop.ui.shell.window import MainWindow
from erap_desktop.ui.theme import Theme, icon
from erap_desktop.ui.unlock.screen import UnlockScreen
from erap_desktop.ui.workplace.workplace import Workplace

WARM_UP_AFTER_MS = 50  # the first page has been painted by then


class ScreenEntry(NamedTuple):
    """A screen, by the place it fills and where its class is found; imported when first gone to."""

    place: str
    module: str
    name: str


# Who may see which place is said in `ui/shell/places.py`; the determination is reached from a case.
SCREENS = (
    ScreenEntry("queue", "erap_desktop.ui.queue.screen", "QueueScreen"),
    ScreenEntry("case", "erap_desktop.ui.casefile.screen", "CaseFileScreen"),
    ScreenEntry("determination", "erap_desktop.ui.determination.screen", "DeterminationScreen"),
    ScreenEntry("sync", "erap_desktop.ui.sync_centre.screen", "SyncCentreScreen"),
    ScreenEntry("team", "erap_desktop.ui.team.screen", "TeamScreen"),
    ScreenEntry("contested", "erap_desktop.ui.contested.screen", "ContestedScreen"),
    ScreenEntry("configuration", "erap_desktop.ui.configuration.screen", "ConfigurationScreen"),
)


class Desktop(NamedTuple):
    """The window and what belongs to it."""

    window: MainWindow
    lock_page: UnlockScreen
    workplace: Workplace


def build_window(desk: Desk, memory: Memory | None = None) -> Desktop:
    """The real window over a desk, locked; not shown yet."""
    window = MainWindow(memory)
    for entry in SCREENS:
        window.add_screen(entry.place, partial(make_screen, entry, desk))
    lock_page = UnlockScreen(desk)
    return Desktop(window, lock_page, Workplace(desk, window, lock_page))


def make_screen(entry: ScreenEntry, desk: Desk) -> Screen:
    """Imports and makes a screen."""
    made: Screen = getattr(importlib.import_module(entry.module), entry.name)(desk)
    return made


def default_profile() -> Path:
    """Where this person's laptop files are when nobody says otherwise."""
    data = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(data) / "erap-desktop"


def run(profile: Path | None = None) -> int:
    """Runs the window until it is closed; returns the exit status.

    Raises AlreadyRunningError when a window of this profile is open, OSError when its folder can't be used.
    """
    os.umask(0o077)
    folder = profile or default_profile()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with held(folder / "window.lock", "a window"):
        app = _application()
        background = Background()
        desk = Desk(folder, background)
        collector = GuiCollector()
        desktop = build_window(desk, FileMemory(str(folder / "window.ini")))
        desktop.window.show()
        QTimer.singleShot(WARM_UP_AFTER_MS, desk.warm_up)
        _end_when_asked()
        status = app.exec()
        desk.lock()
        background.close()
        collector.stop()
    return status


def _end_when_asked() -> None:
    """Ctrl+C and a polite kill close the window as its own button does.

    Python looks at signals when it runs, which the collector's timer makes sure of each second.
    """
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _quit)


def _quit(_number: int, _frame: FrameType | None) -> None:
    QApplication.quit()


def _application() -> QApplication:
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("erap-desktop")
    app.setApplicationDisplayName("ERAP Desktop")
    app.setDesktopFileName("erap-desktop")
    Theme.current()
    Translation.current()
    app.setWindowIcon(icon("shield", "accent", "icon-large"))
    return app
