"""Each test of the user interface begins light, in English, at the normal size of text."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from erap_desktop.ui.i18n import Translation
from erap_desktop.ui.single_keys import SingleKeys
from erap_desktop.ui.theme import Mode, Theme


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
