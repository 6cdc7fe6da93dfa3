"""The real window of one profile, driven from outside, and pictures of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import Any, Literal, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication, QWidget

from erap_desktop.main import Desktop, build_window
from erap_desktop.models.background import Background
from erap_desktop.models.desk import Desk
from erap_desktop.ui.i18n import Language, Translation
from erap_desktop.ui.theme.theme import Mode, Theme
from erap_desktop.ui.unlock.unlock_page import UnlockPage
from tests.bench.office import PASSPHRASE

SIZE = QSize(1366, 768)
QUIET_SECONDS = 0.35  # nothing under way for so long: what was asked for is on the screen
PATIENCE_SECONDS = 30.0
W = TypeVar("W", bound=QWidget)


class Camera:
    """Takes numbered pictures into a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.taken: list[Path] = []

    def take(self, window: QWidget, name: str) -> Path:
        """One picture, when everything that was asked for has been shown."""
        path = self.folder / f"{len(self.taken) + 1:02}-{name}.png"
        if not window.grab().save(str(path)):
            raise RuntimeError(f"the picture {path} could not be written")
        self.taken.append(path)
        return path


class Seat:
    """Somebody sitting at a window."""

    def __init__(self, camera: Camera, desktop: Desktop, desk: Desk, background: Background) -> None:
        self.camera, self.desktop, self.desk, self._background = camera, desktop, desk, background
        self.window = desktop.window

    def settle(self) -> None:
        """Lets the window work until nothing is under way any more."""
        quiet_since = monotonic()
        deadline = quiet_since + PATIENCE_SECONDS
        while monotonic() - quiet_since < QUIET_SECONDS:
            QApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            if self._background.busy:
                quiet_since = monotonic()
            if monotonic() > deadline:
                raise RuntimeError("the window did not come to rest")

    def take(self, name: str) -> None:
        """A picture of the window as it is."""
        self.settle()
        self.camera.take(self.window, name)

    def unlock(self, passphrase: str = PASSPHRASE) -> None:
        """Types the passphrase and presses the button."""
        page = self.one(UnlockPage)
        page.passphrase.edit.setText(passphrase)
        page.unlock()
        self.settle()

    def go(self, place: str) -> Any:
        """Goes to a place; the screen there."""
        self.window.go_to(place)
        self.settle()
        return self.window.stack.current

    def one(self, kind: type[W], name: str = "") -> W:
        """The control of this kind (and object name) in the window."""
        found = self.window.findChild(kind, name) if name else self.window.findChild(kind)
        if found is None:
            raise RuntimeError(f"no {kind.__name__} {name} in the window")
        return found


@contextmanager
def seat(camera: Camera, profile: Path, *, size: QSize = SIZE) -> Iterator[Seat]:
    """A window over a profile, closed at the end."""
    background = Background()
    desk = Desk(profile, background)
    desktop = build_window(desk)
    desktop.window.resize(size)
    desktop.window.show()
    here = Seat(camera, desktop, desk, background)
    here.settle()
    try:
        yield here
    finally:
        desk.lock()
        here.settle()
        desktop.window.close()
        background.close()
        desktop.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@contextmanager
def dressed(mode: Literal["light", "dark"], language: Language) -> Iterator[None]:
    """Light or dark, English or Spanish, for what is inside."""
    Theme.current().set_mode(Mode(mode))
    Translation.current().set_language(language)
    try:
        yield
    finally:
        Theme.current().set_mode(Mode("light"))
        Translation.current().set_language("en")
