"""The theme: every token explained and readable, light and dark switched while running.

No colour elsewhere.
"""

import json
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from erap_desktop.ui.shell.rail_button import RailButton
from erap_desktop.ui.shell.search_button import SearchButton
from erap_desktop.ui.shell.sync_pill import SyncPill
from erap_desktop.ui.shell.user_chip import UserChip
from erap_desktop.ui.theme import Mode, Theme, color, set_icon, style_button, text_label
from erap_desktop.ui.theme.icons import icon_names, tinted_pixmap
from erap_desktop.ui.theme.tokens import TOKEN_FILE, Pair, Scheme, load_tokens
from erap_desktop.ui.widgets.switch import Switch
from tests.desktop.ui.checks import settle, show
from tests.desktop.ui.contrast import ratio

TOKENS = load_tokens()
UI = TOKEN_FILE.parent.parent
COLOR = re.compile(r"#[0-9a-fA-F]{3,8}\b|QColor\(\s*[\"'\d]|rgba?\(|Qt\.GlobalColor\.(?!transparent)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("pair", TOKENS.pairs, ids=lambda pair: f"{pair.foreground}-on-{pair.background}")
def test_each_pair_of_colours_can_be_told_apart(pair: Pair, scheme: Scheme) -> None:
    drawn = QColor(TOKENS.color(pair.foreground, scheme))
    ground = QColor(TOKENS.color(pair.background, scheme))
    assert ratio(drawn, ground) >= pair.minimum


def test_each_state_is_tested_on_its_own_tint() -> None:
    pairs = {(pair.foreground, pair.background) for pair in TOKENS.pairs}
    tinted = [name.removesuffix("-soft") for name in TOKENS.colors if name.endswith("-soft")]
    assert [name for name in tinted if name != "primary" and (name, f"{name}-soft") not in pairs] == []


def test_each_token_says_what_it_is_for() -> None:
    raw = json.loads(TOKEN_FILE.read_text())
    sections = [section for section in raw.values() if isinstance(section, dict)]
    silent = [name for section in sections for name, token in section.items() if not token.get("comment")]
    assert silent == []


def test_no_colour_is_named_outside_the_theme() -> None:
    files = [path for path in UI.rglob("*.py") if TOKEN_FILE.parent not in path.parents]
    assert files
    found = [
        f"{path.relative_to(UI)}:{number}: {line.strip()}"
        for path in files
        for number, line in enumerate(path.read_text().splitlines(), start=1)
        if COLOR.search(line)
    ]
    assert found == []


def test_each_token_that_is_asked_for_exists() -> None:
    asked = re.compile(r"\b(?:color|hex)\(f?\"([a-z0-9-]+)\"\)")
    names = {name for path in UI.rglob("*.py") for name in asked.findall(path.read_text())}
    assert names
    assert names - set(TOKENS.colors) == set()


def test_each_icon_that_is_asked_for_exists() -> None:
    asked = re.compile(
        r"(?:set_icon\([\w.]+, |style_button\([^\"]+\"\w+\", |icon=|EmptyState\()\"([a-z-]+)\""
    )
    names = {name for path in UI.rglob("*.py") for name in asked.findall(path.read_text())}
    assert names
    assert names - set(icon_names()) == set()


@pytest.mark.parametrize("name", icon_names())
def test_each_icon_draws_something_in_the_colour_of_its_token(name: str, qapp: QApplication) -> None:
    image = tinted_pixmap(name, "#1d4ed8", 96, 1.0).toImage()
    opaque = [
        image.pixelColor(x, y) for x in range(96) for y in range(96) if image.pixelColor(x, y).alpha() > 250
    ]
    assert opaque
    wanted = QColor("#1d4ed8")
    assert all(ratio(pixel, wanted) < 1.02 for pixel in opaque)


def test_light_and_dark_switch_while_running(qtbot: QtBot) -> None:
    def build() -> QWidget:
        window = QWidget()
        layout = QVBoxLayout(window)
        layout.addWidget(text_label("Household", "heading"))
        layout.addWidget(style_button(QPushButton("Approve"), "primary", "check"))
        return window

    window = show(qtbot, build, (300, 200))
    label = window.findChild(QLabel)
    assert label is not None
    light = window.grab().toImage().pixelColor(2, 2)
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(TOKENS.color("text", "light"))
    Theme.current().set_mode(Mode.DARK)
    settle()
    dark = window.grab().toImage().pixelColor(2, 2)
    assert (light.name(), dark.name()) == (
        TOKENS.color("canvas", "light").lower(),
        TOKENS.color("canvas", "dark").lower(),
    )
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(TOKENS.color("text", "dark"))


def test_icons_follow_the_theme(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    set_icon(label, "dot", "text")
    assert _middle(label) == color("text")
    Theme.current().set_mode(Mode.DARK)
    assert _middle(label) == QColor(TOKENS.color("text", "dark"))


def _middle(label: QLabel) -> QColor:
    image = label.pixmap().toImage()
    return image.pixelColor(image.width() // 2, image.height() // 2)


def test_following_the_system_means_following_its_change(qapp: QApplication) -> None:
    theme = Theme.current()
    theme.set_mode(Mode.SYSTEM)
    hints = qapp.styleHints()
    expected = "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"
    assert theme.scheme == expected
    theme.set_mode(Mode.DARK)
    assert theme.scheme == "dark"
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.scheme == "dark", "a choice of one's own wins over the system"


def test_larger_text_is_larger_everywhere_also_in_roles_and_fields(qtbot: QtBot) -> None:
    def build() -> QWidget:
        window = QWidget()
        layout = QVBoxLayout(window)
        layout.addWidget(text_label("Household", "heading"))
        layout.addWidget(QLineEdit())
        return window

    window = show(qtbot, build, (300, 200))
    heading, field = window.findChildren(QLabel)[0], window.findChildren(QLineEdit)[0]
    before = heading.font().pointSizeF(), field.font().pointSizeF()
    Theme.current().set_text_scale(2.0)
    settle()
    assert (heading.font().pointSizeF(), field.font().pointSizeF()) == (before[0] * 2, before[1] * 2)


def test_style_sheets_set_no_font_and_no_least_height_of_a_widget() -> None:
    sheet = Theme.current().sheet()
    assert "font" not in sheet
    heights = re.findall(r"([^{}]+)\{[^{}]*min-height", sheet)
    whole_widgets = [selector.strip() for selector in heights if "::" not in selector]
    assert whole_widgets == ["QProgressBar"]


def test_controls_are_high_enough_and_equally_high(qtbot: QtBot) -> None:
    def build() -> QWidget:
        window = QWidget()
        layout = QVBoxLayout(window)
        for kind in ("primary", "secondary", "quiet", "danger"):
            layout.addWidget(style_button(QPushButton("Approve"), kind))
        layout.addWidget(style_button(QPushButton("Approve"), "primary", "check"))
        for part in (QLineEdit(), QComboBox(), QSpinBox(), QDateEdit()):
            layout.addWidget(part)
        return window

    window = show(qtbot, build, (300, 400))
    heights = {child.sizeHint().height() for child in window.children() if isinstance(child, QWidget)}
    assert len(heights) == 1
    assert heights.pop() >= 32


def test_the_focus_can_be_seen(qtbot: QtBot) -> None:
    def build() -> QWidget:
        window = QWidget()
        layout = QVBoxLayout(window)
        for kind in ("primary", "secondary", "quiet", "tab"):
            layout.addWidget(style_button(QPushButton("Approve"), kind))
        for part in (
            QLineEdit(),
            QComboBox(),
            QCheckBox("Owner"),
            QTabBar(),
            Switch("Work offline"),
            UserChip(),
        ):
            layout.addWidget(part)
        window.findChildren(QTabBar)[0].addTab("Summary")
        layout.addWidget(RailButton("queue"))
        layout.addWidget(SyncPill())
        layout.addWidget(SearchButton())
        return window

    window = show(qtbot, build, (300, 700))
    controls = [child for child in window.findChildren(QWidget) if child.focusPolicy() and child.isVisible()]
    for control in controls:
        other = controls[0] if control is not controls[0] else controls[1]
        other.setFocus()
        settle()
        before = control.grab().toImage()
        control.setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        after = control.grab().toImage()
        changed = sum(
            before.pixel(x, y) != after.pixel(x, y)
            for x in range(before.width())
            for y in range(before.height())
        )
        assert changed > 150, f"{type(control).__name__} {control.property('kind')}"


def test_the_token_file_is_read_as_it_is() -> None:
    assert isinstance(TOKEN_FILE, Path)
    assert TOKENS.space["l"] == json.loads(TOKEN_FILE.read_text())["space"]["l"]["px"]
