"""Whatever sync says and whatever comes: nothing jumps, nothing takes the focus."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from erap_desktop.ui.shell.banner import BannerText
from erap_desktop.ui.shell.window import MainWindow
from erap_desktop.ui.theme import Theme
from tests.desktop.ui.checks import DESIGN, SMALL, jumps, places_of, settle
from tests.desktop.ui.keys import write
from tests.desktop.ui.places import NOW, PILLS, plain_screen
from tests.desktop.ui.walk import all_widgets


@pytest.mark.parametrize("size", [DESIGN, SMALL])
def test_nothing_jumps_whatever_sync_says_and_whatever_banner_comes(
    window: MainWindow, size: tuple[int, int]
) -> None:
    window.resize(*size)
    window.set_last_contact(NOW)
    settle()
    watched = [part for part in all_widgets(window) if part is not window.status.pill]
    before = places_of(watched)
    for state in PILLS:
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
    field = plain_screen(window, "queue").field
    field.setFocus()
    write("Maria Lopez")
    field.setCursorPosition(5)
    for state in PILLS:
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
