"""The registry of actions: no key means two things, what cannot be done says why, all of it can be found."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from erap_desktop.ui.shell.action_spec import ActionSpec, Clash, clashes, is_single_key, overlap
from erap_desktop.ui.shell.actions import ActionRegistry
from erap_desktop.ui.single_keys import SingleKeys
from tests.desktop.ui.checks import show, switch
from tests.desktop.ui.keys import press


class Counter:
    """Counts how often it was asked."""

    def __init__(self) -> None:
        self.times = 0

    def act(self) -> None:
        self.times += 1


def spec(id_: str, *keys: str, scope: str = "") -> ActionSpec:
    return ActionSpec(id_, "Lock", "app", keys, scope)


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("", "case", True),
        ("case", "case.documents", True),
        ("case.documents", "case.worksheet", False),
        ("case", "casework", False),
        ("queue", "case", False),
    ],
)
def test_scopes_meet_when_one_contains_the_other(one: str, other: str, together: bool) -> None:
    assert overlap(one, other) is together
    assert overlap(other, one) is together


def test_a_key_with_two_meanings_is_found_however_it_is_written() -> None:
    found = clashes(
        [spec("a", "Ctrl+D"), spec("b", "ctrl+d", scope="case"), spec("c", "Ctrl+D", scope="case")]
    )
    assert found == [Clash("Ctrl+D", "a", "b"), Clash("Ctrl+D", "a", "c"), Clash("Ctrl+D", "b", "c")]


def test_the_same_key_in_places_that_are_never_together_is_fine() -> None:
    assert clashes([spec("a", "1", scope="contested"), spec("b", "1", scope="queue")]) == []


@pytest.mark.parametrize(
    ("key", "single"), [("?", True), ("J", True), ("F5", False), ("Ctrl+K", False), ("/", True)]
)
def test_single_keys(key: str, single: bool) -> None:
    assert is_single_key(key) is single


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    def build() -> QWidget:
        made = QWidget()
        layout = QVBoxLayout(made)
        for name in ("inside", "outside"):
            edit = QLineEdit()
            edit.setObjectName(name)
            layout.addWidget(edit)
        return made

    return show(qtbot, build, (300, 200))


def field(window: QWidget, name: str) -> QLineEdit:
    found = window.findChild(QLineEdit, name)
    assert found is not None
    return found


def test_a_key_works_where_its_owner_has_the_focus(window: QWidget) -> None:
    registry, counter = ActionRegistry(window), Counter()
    inside, outside = field(window, "inside"), field(window, "outside")
    registry.add(spec("case.note", "Ctrl+D", scope="case"), counter.act, owner=inside)
    inside.setFocus()
    press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert counter.times == 1
    outside.setFocus()
    press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert counter.times == 1


def test_what_cannot_be_done_says_why_and_is_not_done(window: QWidget, qtbot: QtBot) -> None:
    registry, counter = ActionRegistry(window), Counter()
    registry.add(spec("case.decide", "Ctrl+D"), counter.act)
    registry.set_available("case.decide", False, "You entered this case yourself.")
    with qtbot.waitSignal(registry.refused) as refused:
        press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert refused.args == ["case.decide", "You entered this case yourself."]
    assert counter.times == 0
    assert registry.entries()[0].reason == "You entered this case yourself."
    registry.set_available("case.decide", True)
    registry.run("case.decide")
    assert counter.times == 1


def test_no_reason_no_refusal(window: QWidget) -> None:
    registry = ActionRegistry(window)
    registry.add(spec("case.decide"), Counter().act)
    with pytest.raises(ValueError, match="needs a reason"):
        registry.set_available("case.decide", False)


def test_an_id_is_used_once(window: QWidget) -> None:
    registry = ActionRegistry(window)
    registry.add(spec("app.lock"), Counter().act)
    with pytest.raises(ValueError, match=r"app\.lock"):
        registry.add(spec("app.lock"), Counter().act)
    registry.remove("app.lock")
    assert not registry.has("app.lock")


def test_lone_characters_can_be_switched_off(window: QWidget) -> None:
    registry, counter = ActionRegistry(window), Counter()
    registry.add(spec("app.shortcuts", "F1", "?"), counter.act)
    window.setFocus()
    SingleKeys.current().allow(False)
    assert [key.toString() for key in registry.action("app.shortcuts").shortcuts()] == ["F1"]
    SingleKeys.current().allow(True)
    assert [key.toString() for key in registry.action("app.shortcuts").shortcuts()] == ["F1", "?"]


def test_menus_and_texts_follow_the_language(window: QWidget) -> None:
    registry = ActionRegistry(window)
    registry.add(spec("app.lock", "Ctrl+L"), Counter().act)
    menu = QMenu(window)
    registry.fill_menu(menu, "app")
    assert [action.text() for action in menu.actions()] == ["Lock"]
    switch("es")
    registry.refresh()
    assert [action.text() for action in menu.actions()] == ["Bloquear"]
