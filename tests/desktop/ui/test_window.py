"""The window: who sees what, where keys lead, that nothing jumps.

That nothing of a case is left when it locks.
"""

from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from erap_desktop.models.sync_pill import PillKind, PillState
from erap_desktop.ui.shell.banner import BannerText
from erap_desktop.ui.shell.memory import FileMemory, ShortMemory
from erap_desktop.ui.shell.window import MainWindow
from erap_desktop.ui.single_keys import SingleKeys
from erap_desktop.ui.theme import Mode, Theme
from sync.casework.values import Role
from tests.desktop.ui.check_keys import focus_walk
from tests.desktop.ui.check_words import clipped_texts, shown_texts, stale_texts
from tests.desktop.ui.checks import (
    DESIGN,
    SMALL,
    jumps,
    missing_names,
    places_of,
    settle,
    show,
    small_targets,
    switch,
)
from tests.desktop.ui.contrast import drawn_contrast
from tests.desktop.ui.keys import press, write
from tests.desktop.ui.places import ADMINISTRATOR, CASEWORKER, SUPERVISOR, PlainScreen, office_window
from tests.desktop.ui.walk import all_widgets

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NOW = datetime.now(UTC)
STATES = [
    PillState(PillKind.ALL_RECEIVED, checked=NOW),
    PillState(PillKind.WAITING, waiting=1_234, since=NOW - timedelta(days=3), connect_before=NOW),
    PillState(PillKind.OFFLINE, waiting=3, since=NOW - timedelta(hours=2), checked=NOW),
    PillState(PillKind.SENDING, sent=2, total=12, waiting=12),
    PillState(PillKind.NEEDS_YOU, needs=2),
    PillState(PillKind.BUSY, retry_seconds=120),
]


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    shown = show(qtbot, office_window)
    assert isinstance(shown, MainWindow)
    return shown


def screen(window: MainWindow, place_id: str) -> PlainScreen:
    found = window.stack.screen_of(place_id)
    assert isinstance(found, PlainScreen)
    return found


# --- Who sees what ---------------------------------------------------------------------------------


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


# --- Keys ------------------------------------------------------------------------------------------


def test_no_key_means_two_things(window: MainWindow) -> None:
    for place in ("queue", "case", "sync", "team", "contested", "configuration", "fleet"):
        window.go_to(place)
    assert window.registry.clashes() == []


def test_numbers_lead_to_the_places_and_screens_are_told(window: MainWindow) -> None:
    press(Qt.Key.Key_4, CTRL)
    assert window.stack.current_id == "team"
    assert window.rail.button("team").isChecked()
    assert screen(window, "queue").diary == ["enter", "leave"]
    press(Qt.Key.Key_1, CTRL)
    assert screen(window, "queue").diary == ["enter", "leave", "enter"]
    focused = QApplication.focusWidget()
    assert focused is screen(window, "queue").field


def test_a_screens_key_works_in_that_screen_only(window: MainWindow) -> None:
    press(Qt.Key.Key_2, CTRL)
    press(Qt.Key.Key_N, CTRL | SHIFT)
    assert screen(window, "case").diary == ["enter", "note"]
    assert "note" not in screen(window, "queue").diary


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
    assert stops[3] is screen(window, "queue").field
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


# --- The palette ------------------------------------------------------------------------------------


def test_the_palette_does_what_is_typed_and_remembers_it(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.palette_box.used) as used:
        press(Qt.Key.Key_K, CTRL)
        write("team")
        press(Qt.Key.Key_Return)
    assert window.stack.current_id == "team"
    assert used.args == [["go.team"]]
    window.open_palette()
    assert window.palette_box.entries()[0].id == "go.team"
    window.palette_box.reject()


def test_esc_closes_the_palette_and_the_focus_is_where_it_was(window: MainWindow, qtbot: QtBot) -> None:
    before = QApplication.focusWidget()
    press(Qt.Key.Key_K, CTRL)
    write("xyzzy")
    assert window.palette_box.entries() == []
    press(Qt.Key.Key_Escape)  # empties the field
    press(Qt.Key.Key_Escape)
    assert not window.palette_box.isVisible()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is before)


def test_arrows_move_in_the_list_while_typing_goes_on(window: MainWindow) -> None:
    press(Qt.Key.Key_K, CTRL)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Up)
    assert window.palette_box.list.currentIndex().row() == 1
    assert QApplication.focusWidget() is window.palette_box.field
    window.palette_box.reject()


def test_the_shortcut_sheet_shows_what_is_valid_here(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("case")
    press(Qt.Key.Key_F1)
    sheets = [
        top
        for top in QApplication.topLevelWidgets()
        if type(top).__name__ == "ShortcutSheet" and top.isVisible()
    ]
    words = [label.text() for label in sheets[0].findChildren(QLabel)]
    assert "Ctrl+Shift+N" in words
    assert words.count("Ctrl+Shift+N") == 1
    sheets[0].close()


# --- Nothing jumps, nothing steals the focus ---------------------------------------------------------


@pytest.mark.parametrize("size", [DESIGN, SMALL])
def test_nothing_jumps_whatever_sync_says_and_whatever_banner_comes(
    window: MainWindow, size: tuple[int, int]
) -> None:
    window.resize(*size)
    window.set_last_contact(NOW)
    settle()
    watched = [part for part in all_widgets(window) if part is not window.status.pill]
    before = places_of(watched)
    for state in STATES:
        window.set_pill(state)
        settle()
        assert jumps(before, places_of(watched)) == []
    for kind in ("error", "info"):
        window.show_banner(
            BannerText("b", "error" if kind == "error" else "info", "The case changed. " * 9, "Show")
        )
        settle()
        assert jumps(before, places_of(watched)) == []
    window.clear_banner("b")
    settle()
    assert jumps(before, places_of(watched)) == []


def test_sync_banners_and_toasts_never_take_the_focus_or_the_caret(window: MainWindow) -> None:
    field = screen(window, "queue").field
    field.setFocus()
    write("Maria Lopez")
    field.setCursorPosition(5)
    for state in STATES:
        window.set_pill(state)
    window.show_banner(BannerText("b", "warning", "Offline work ends Fri 17:00.", "More"))
    window.toast("success", "Approved on this laptop.", "Undo")
    window.set_counts({"contested": 2})
    settle()
    assert QApplication.focusWidget() is field
    assert (field.text(), field.cursorPosition()) == ("Maria Lopez", 5)


def test_the_weightiest_banner_is_shown_and_the_next_one_after_it(window: MainWindow, qtbot: QtBot) -> None:
    window.show_banner(BannerText("lease", "info", "Offline work ends Fri 17:00."))
    window.show_banner(BannerText("disk", "error", "Less than 500 MB left."))
    window.show_banner(BannerText("net", "warning", "This network wants a sign-in."))
    assert window.strip.banner.shown is not None
    assert window.strip.banner.shown.id == "disk"
    with qtbot.waitSignal(window.banner_dismissed) as told:
        window.strip.banner.findChildren(QPushButton)  # the act is not shown
        window.strip.banner.dismissed.emit("disk")
    assert told.args == ["disk"]
    assert window.strip.banner.shown.id == "net"


def test_toasts_go_by_themselves_at_most_three_and_their_act_is_done_once(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert Theme.current().tokens.time["toast"] <= 6_000
    texts: list[str] = []
    window.toasts.said.connect(texts.append)
    toasts = [window.toast("info", f"Message {number}", "Undo") for number in range(4)]
    assert [toast.text for toast in window.toasts.shown] == ["Message 1", "Message 2", "Message 3"]
    assert texts == [f"Message {number}" for number in range(4)]
    with qtbot.waitSignal(toasts[3].acted):
        toasts[3].findChildren(QPushButton)[0].click()
    assert [toast.text for toast in window.toasts.shown] == ["Message 1", "Message 2"]


def test_toasts_cover_neither_status_nor_each_other(window: MainWindow) -> None:
    toasts = [
        window.toast("info", "A longer message that needs two lines to be read. " * 2) for _ in range(3)
    ]
    settle()
    tops = [toast.geometry() for toast in toasts]
    assert not tops[0].intersects(tops[1])
    assert not tops[1].intersects(tops[2])
    assert all(place.bottom() < window.height() - window.status.height() for place in tops)


# --- Locking ----------------------------------------------------------------------------------------


class LockPage(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.passphrase = QLineEdit()
        layout = QVBoxLayout(self)
        layout.addWidget(self.passphrase)


def test_locking_hides_everything_and_unlocking_leads_back_to_the_field(window: MainWindow) -> None:
    field = screen(window, "queue").field
    field.setFocus()
    write("Lopez")
    window.toast("info", "Maria Lopez was approved")
    page = LockPage()
    window.show_lock(page)
    settle()
    assert window.windowTitle() == "ERAP Desktop"
    assert not field.isVisible()
    assert window.toasts.shown == []
    assert screen(window, "queue").diary[-1] == "lock"
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


# --- Sizes, languages, looks ------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("size", "scale"), [(DESIGN, 1.0), (SMALL, 1.0), (DESIGN, 2.0)])
def test_it_fits_small_screens_and_large_text(
    window: MainWindow, size: tuple[int, int], language: str, scale: float
) -> None:
    Theme.current().set_text_scale(scale)
    switch("es" if language == "es" else "en")
    window.set_last_contact(NOW)
    window.set_pill(STATES[1])
    window.resize(*size)
    settle()
    assert (window.width(), window.height()) == size
    assert clipped_texts(window) == []
    assert window.status.synthetic.isVisible()
    assert window.status.lock.isVisible()


def test_the_rail_says_words_where_there_is_room_and_tips_where_there_is_not(window: MainWindow) -> None:
    narrow = [window.rail.narrow]
    window.resize(*SMALL)
    settle()
    narrow.append(window.rail.narrow)
    assert narrow == [False, True]
    assert window.rail.button("team").toolTip() == "Team (Ctrl+4)"
    assert window.rail.button("team").accessibleName() == "Team"


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_names_targets_and_contrast(window: MainWindow, mode: Mode) -> None:
    Theme.current().set_mode(mode)
    window.set_counts({"contested": 2})
    window.show_banner(BannerText("b", "warning", "This network wants a sign-in.", "Open its page"))
    window.toast("success", "Approved on this laptop.", "Undo")
    settle()
    assert missing_names(window) == []
    assert small_targets(window) == []
    assert drawn_contrast(window) == []
    assert window.rail.button("contested").accessibleName() == "Contested, 2 waiting"


def test_the_language_goes_there_and_back(window: MainWindow) -> None:
    window.set_last_contact(NOW)
    before = shown_texts(window)
    window.registry.run("view.language.es")
    settle()
    assert stale_texts(shown_texts(window), "es") == []
    assert window.strip.title.text() == "Lista"
    window.registry.run("view.language.en")
    settle()
    assert shown_texts(window) == before


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
