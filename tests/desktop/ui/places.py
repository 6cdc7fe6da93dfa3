"""Small screens to fill the window with in tests, and all that sync may say in it."""

from datetime import UTC, datetime, timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from erap_desktop.models.sync_pill import PillKind, PillState
from erap_desktop.ui.i18n import QT_TRANSLATE_NOOP
from erap_desktop.ui.shell.action_spec import ActionSpec
from erap_desktop.ui.shell.actions import ActionRegistry
from erap_desktop.ui.shell.places import PLACES
from erap_desktop.ui.shell.screen import Screen
from erap_desktop.ui.shell.window import MainWindow
from erap_desktop.ui.widgets.empty_state import EmptyState
from sync.casework.values import Role


class PlainScreen(Screen):
    """A field and an empty state; keeps a diary of what happened to it."""

    def __init__(self, place_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = place_id
        self.diary: list[str] = []
        self.field = QLineEdit()
        self.field.setObjectName(f"field-{place_id}")
        self.empty = EmptyState(place_id)
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.empty)
        self.retranslate()

    def title(self) -> str:
        return next(place.label() for place in PLACES if place.id == self.name)

    def retranslate(self) -> None:
        self.field.setAccessibleName(self.title())
        self.empty.say(self.title())

    def scope(self) -> str:
        return self.name

    def on_enter(self) -> None:
        self.diary.append("enter")

    def on_leave(self) -> None:
        self.diary.append("leave")

    def on_lock(self) -> None:
        self.diary.append("lock")

    def register_actions(self, registry: ActionRegistry) -> None:
        text = QT_TRANSLATE_NOOP("Actions", "Sync now")
        registry.add(
            ActionSpec(f"{self.name}.note", text, "case", ("Ctrl+Shift+N",), self.name), self.note, owner=self
        )

    def note(self) -> None:
        self.diary.append("note")


CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NOW = datetime.now(UTC)
PILLS = [
    PillState(PillKind.ALL_RECEIVED, checked=NOW),
    PillState(PillKind.WAITING, waiting=1_234, since=NOW - timedelta(days=3), connect_before=NOW),
    PillState(PillKind.OFFLINE, waiting=3, since=NOW - timedelta(hours=2), checked=NOW),
    PillState(PillKind.SENDING, sent=2, total=12, waiting=12),
    PillState(PillKind.NEEDS_YOU, needs=2),
    PillState(PillKind.BUSY, retry_seconds=120),
]
CASEWORKER = (Role.CASEWORKER,)
SUPERVISOR = (Role.CASEWORKER, Role.SUPERVISOR)
ADMINISTRATOR = (Role.ADMINISTRATOR,)


def office_window(roles: tuple[Role, ...] = SUPERVISOR) -> MainWindow:
    """A window with a screen in every place, showing the first one this role may see."""
    window = MainWindow()
    for place in PLACES:
        window.add_screen(place.id, partial(PlainScreen, place.id))
    window.set_person("Ana Ruiz", roles)
    window.set_synthetic(True)
    window.go_to("sync" if roles == ADMINISTRATOR else "queue")
    return window


def plain_screen(window: MainWindow, place_id: str) -> PlainScreen:
    """The screen of a place in such a window."""
    found = window.stack.screen_of(place_id)
    assert isinstance(found, PlainScreen)
    return found
