"""The window at every size, in both languages, in the light and in the dark."""

import pytest

from erap_desktop.ui.shell.banner import BannerText
from erap_desktop.ui.shell.window import MainWindow
from erap_desktop.ui.theme import Mode, Theme
from tests.desktop.ui.check_words import clipped_texts, shown_texts, stale_texts
from tests.desktop.ui.checks import (
    DESIGN,
    SMALL,
    missing_names,
    settle,
    small_targets,
    switch,
)
from tests.desktop.ui.contrast import drawn_contrast
from tests.desktop.ui.places import NOW, PILLS


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("size", "scale"), [(DESIGN, 1.0), (SMALL, 1.0), (DESIGN, 2.0)])
def test_it_fits_small_screens_and_large_text(
    window: MainWindow, size: tuple[int, int], language: str, scale: float
) -> None:
    Theme.current().set_text_scale(scale)
    switch("es" if language == "es" else "en")
    window.set_last_contact(NOW)
    window.set_pill(PILLS[1])
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
