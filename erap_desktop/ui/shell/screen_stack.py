"""The middle of the window: screens made when first gone to, each scrolling when there is too little room."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from erap_desktop.ui.shell.screen import Screen

ScreenFactory = Callable[[], Screen]


class ScreenStack(QStackedWidget):
    """``made`` carries each new screen once, before it is shown."""

    made = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._factories: dict[str, ScreenFactory] = {}
        self._screens: dict[str, Screen] = {}
        self._current = ""

    def add(self, place_id: str, factory: ScreenFactory) -> None:
        """Say how the screen of a place is made."""
        self._factories[place_id] = factory

    @property
    def place_ids(self) -> tuple[str, ...]:
        """The places that have a screen."""
        return tuple(self._factories)

    @property
    def current_id(self) -> str:
        """The place that is shown, or an empty text."""
        return self._current

    @property
    def current(self) -> Screen | None:
        """The screen that is shown."""
        return self._screens.get(self._current)

    @property
    def screens(self) -> tuple[Screen, ...]:
        """The screens made so far."""
        return tuple(self._screens.values())

    def screen_of(self, place_id: str) -> Screen:
        """The screen of a place, made if need be. Raises KeyError for a place without one."""
        if place_id not in self._screens:
            screen = self._factories[place_id]()
            self._screens[place_id] = screen
            self.addWidget(framed(screen))
            self.made.emit(screen)
        return self._screens[place_id]

    def go_to(self, place_id: str) -> Screen:
        """Show a place; its screen is told, and so is the one that is left. Raises KeyError."""
        screen = self.screen_of(place_id)
        if place_id != self._current:
            left = self.current
            self._current = place_id
            self.setCurrentIndex(list(self._screens).index(place_id))
            if left is not None:
                left.on_leave()
            screen.on_enter()
        return screen


def framed(screen: QWidget) -> QScrollArea:
    """A screen in what lets it scroll when it needs more room than there is."""
    frame = QScrollArea()
    frame.setFrameShape(QFrame.Shape.NoFrame)
    frame.setWidgetResizable(True)
    frame.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    frame.setWidget(screen)
    frame.viewport().setAutoFillBackground(False)
    screen.setAutoFillBackground(False)
    return frame
