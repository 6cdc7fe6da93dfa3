"""The window: who sees which place, what a lock leaves on the screen, what is remembered."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from erap_desktop.ui.shell.memory import FileMemory, ShortMemory
from erap_desktop.ui.shell.window import MainWindow
from erap_desktop.ui.single_keys import SingleKeys
from erap_desktop.ui.theme import Mode, Theme
from sync.casework.values import Role
from tests.desktop.ui.checks import settle, show, switch
from tests.desktop.ui.keys import press, write
from tests.desktop.ui.places import (
    ADMINISTRATOR,
    CASEWORKER,
    CTRL,
    SUPERVISOR,
    PlainScreen,
    office_window,
    plain_screen,
)


@pytest.mark.parametrize(
    ("roles", "places"),
    [
        (CASEWORKER, ["queue", "case", "sync", "contested"]),
        (SUPERVISOR, ["queue", "case", "sync", "team", "contested"]),
        (ADMINISTRATOR, ["sync", "configuration", "fleet"]),
    ],
)
def test_each_role_sees_its_places_and_no_others(
    roles: tuple[Role, ...], places: list[str], qtbot: QtBot
) -> None:
    window = office_window(roles)
    qtbot.addWidget(window)
    shown = [
        str(button.property("place"))
        for button in window.rail.findChildren(QPushButton)
        if button.property("place")
    ]
    assert shown == places
    offered = [entry.id for entry in window.registry.entries() if entry.id.startswith("go.")]
    assert offered == [f"go.{place}" for place in places]


def test_a_place_one_may_not_see_cannot_be_reached_by_its_key(qtbot: QtBot) -> None:
    window = show(qtbot, partial(office_window, CASEWORKER))
    assert isinstance(window, MainWindow)
    press(Qt.Key.Key_6, CTRL)
    assert window.stack.current_id == "queue"


def test_a_screen_is_made_when_it_is_first_gone_to(qtbot: QtBot) -> None:
    made: list[str] = []

    def make() -> PlainScreen:
        made.append("team")
        return PlainScreen("team")

    window = MainWindow()
    qtbot.addWidget(window)
    window.add_screen("team", make)
    assert made == []
    window.go_to("team")
    window.go_to("team")
    assert made == ["team"]


# --- Locking ----------------------------------------------------------------------------------------


class LockPage(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.passphrase = QLineEdit()
        layout = QVBoxLayout(self)
        layout.addWidget(self.passphrase)


def test_locking_hides_everything_and_unlocking_leads_back_to_the_field(window: MainWindow) -> None:
    field = plain_screen(window, "queue").field
    field.setFocus()
    write("Lopez")
    window.toast("info", "Maria Lopez was approved")
    page = LockPage()
    window.show_lock(page)
    settle()
    assert window.windowTitle() == "ERAP Desktop"
    assert not field.isVisible()
    assert window.toasts.shown == []
    assert plain_screen(window, "queue").diary[-1] == "lock"
    assert QApplication.focusWidget() is page.passphrase
    press(Qt.Key.Key_2, CTRL)
    press(Qt.Key.Key_K, CTRL)
    assert window.stack.current_id == "queue"
    assert not window.palette_box.isVisible()
    window.leave_lock()
    settle()
    assert QApplication.focusWidget() is field
    assert field.text() == "Lopez"
    press(Qt.Key.Key_2, CTRL)
    assert window.stack.current_id == "case"


def test_the_windows_title_never_names_a_person(window: MainWindow) -> None:
    window.go_to("case")
    assert window.windowTitle() == "Case – ERAP Desktop"


# --- What is remembered ----------------------------------------------------------------------------


def test_what_somebody_chose_is_remembered(qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = str(tmp_path_factory.mktemp("profile") / "window.ini")
    first = MainWindow(FileMemory(path))
    qtbot.addWidget(first)
    first.registry.run("view.dark")
    first.registry.run("view.language.es")
    first.registry.run("view.larger")
    first.registry.run("view.single-keys")
    first.resize(700, 600)
    first.close()
    Theme.current().set_mode(Mode.LIGHT)
    switch("en")
    SingleKeys.current().allow(True)
    second = MainWindow(FileMemory(path))
    qtbot.addWidget(second)
    assert Theme.current().mode is Mode.DARK
    assert Theme.current().text_scale == 1.15
    assert not SingleKeys.current().allowed
    assert not second.registry.action("view.single-keys").isChecked()
    assert second.registry.action("view.language.es").isChecked()
    assert second.registry.action("sync.now").text() == "Sincronizar ahora"
    assert (second.width(), second.height()) == (700, 600)


def test_the_memory_holds_nothing_it_was_not_given() -> None:
    memory = ShortMemory()
    assert memory.read("geometry") == ""
    memory.write("rail", "narrow")
    assert memory.read("rail") == "narrow"
