"""Each test of the user interface begins light, in English, at the normal size of text."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from erap_desktop.ui.i18n import Translation
from erap_desktop.ui.shell.window import MainWindow
from erap_desktop.ui.single_keys import SingleKeys
from erap_desktop.ui.theme import Mode, Theme
from tests.desktop.ui.checks import show
from tests.desktop.ui.places import office_window


@pytest.fixture(autouse=True)
def plain_looks(qapp: QApplication) -> Iterator[None]:
    """Theme and language are there before the first widget, and as they were after each test."""
    theme, translation = Theme.current(), Translation.current()
    theme.set_mode(Mode.LIGHT)
    yield
    theme.set_text_scale(1.0)
    theme.set_mode(Mode.LIGHT)
    translation.set_language("en")
    SingleKeys.current().allow(True)
    qapp.processEvents()


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    """The office's window with a small screen in every place, shown."""
    shown = show(qtbot, office_window)
    assert isinstance(shown, MainWindow)
    return shown
