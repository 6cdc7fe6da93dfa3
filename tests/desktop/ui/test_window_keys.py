"""The window's keys: where they lead, that every control is reached and the way back is the same."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from erap_desktop.ui.shell.banner import BannerText
from erap_desktop.ui.shell.window import MainWindow
from tests.desktop.ui.check_keys import focus_walk
from tests.desktop.ui.keys import press
from tests.desktop.ui.places import CTRL, SHIFT, plain_screen


def test_no_key_means_two_things(window: MainWindow) -> None:
    for place in ("queue", "case", "sync", "team", "contested", "configuration", "fleet"):
        window.go_to(place)
    assert window.registry.clashes() == []


def test_numbers_lead_to_the_places_and_screens_are_told(window: MainWindow) -> None:
    press(Qt.Key.Key_4, CTRL)
    assert window.stack.current_id == "team"
    assert window.rail.button("team").isChecked()
    assert plain_screen(window, "queue").diary == ["enter", "leave"]
    press(Qt.Key.Key_1, CTRL)
    assert plain_screen(window, "queue").diary == ["enter", "leave", "enter"]
    focused = QApplication.focusWidget()
    assert focused is plain_screen(window, "queue").field


def test_a_screens_key_works_in_that_screen_only(window: MainWindow) -> None:
    press(Qt.Key.Key_2, CTRL)
    press(Qt.Key.Key_N, CTRL | SHIFT)
    assert plain_screen(window, "case").diary == ["enter", "note"]
    assert "note" not in plain_screen(window, "queue").diary


def test_f6_goes_round_the_parts_and_back(window: MainWindow) -> None:
    window.show_banner(BannerText("sign-in", "warning", "This network wants a sign-in.", "Open its page"))
    stops: list[QWidget] = []
    for _ in range(4):
        press(Qt.Key.Key_F6)
        focused = QApplication.focusWidget()
        assert focused is not None
        stops.append(focused)
    assert stops[0] is window.status.pill
    assert window.rail.isAncestorOf(stops[1])
    assert window.strip.banner.isAncestorOf(stops[2])
    assert stops[3] is plain_screen(window, "queue").field
    press(Qt.Key.Key_F6, SHIFT)
    assert QApplication.focusWidget() is stops[2]


def test_the_sync_mark_opens_the_sync_center_by_keys(window: MainWindow) -> None:
    press(Qt.Key.Key_F6)
    press(Qt.Key.Key_Space)
    assert window.stack.current_id == "sync"


def test_keys_reach_whoever_wired_the_window(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.sync_wanted):
        press(Qt.Key.Key_F5)
    with qtbot.waitSignal(window.lock_wanted):
        press(Qt.Key.Key_L, CTRL | SHIFT)
    with qtbot.waitSignal(window.work_offline_changed) as told:
        window.registry.run("sync.offline")
    assert told.args == [True]
    assert window.status.offline.isChecked()


def test_saving_is_not_needed_and_says_so(window: MainWindow) -> None:
    press(Qt.Key.Key_S, CTRL)
    assert "Saved already" in window.toasts.shown[0].text


def test_every_control_can_be_reached_by_tab_and_the_way_back_is_the_same(window: MainWindow) -> None:
    walk = focus_walk(window)
    assert walk.problems == []
    assert walk.names == [
        "QToolButton",
        "SearchButton",
        "rail-queue",
        "rail-case",
        "rail-sync",
        "rail-team",
        "rail-contested",
        "UserChip",
        "field-queue",
        "SyncPill",
        "Switch",
        "QPushButton",
    ]
