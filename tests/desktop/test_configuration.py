"""Configuration: bounds in words, an audience counted before pushing, acknowledgements seen to arrive."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from erap_desktop.models.desk import Desk
from erap_desktop.models.settings_form import (
    BUDGET,
    DOCUMENT,
    IDLE,
    LEASE,
    METERED,
    POLL,
    QUIET,
    SCOPE,
    SettingsForm,
)
from erap_desktop.services import fleet as service
from erap_desktop.services.fleet import CONFIRMED, SENT, STANDARD, Audience
from erap_desktop.ui.configuration.screen import LAPTOPS, ConfigurationScreen
from erap_desktop.ui.configuration.words import setting_error, value_word
from sync.protocol.administration import problem
from tests.desktop.casedesk import ask, press, settled, stage, tab_to, type_text
from tests.desktop.happenings import laptop
from tests.desktop.profiles import DemoOffice, OpenDesk
from tests.desktop.ui.checks import check_screen
from tests.desktop.ui.conftest import plain_looks

__all__ = ["plain_looks"]


def shown(qtbot: QtBot, desk: Desk) -> ConfigurationScreen:
    """The screen, gone to, with the fleet."""
    screen = ConfigurationScreen(desk)
    stage(qtbot, screen)
    screen.on_enter()
    settled(qtbot, desk)
    return screen


@pytest.mark.parametrize("part", ["settings", LAPTOPS])
def test_the_screen_keeps_to_the_rules_of_all_screens(qtbot: QtBot, open_desk: OpenDesk, part: str) -> None:
    desk = open_desk("admin1")

    def ready(widget: QWidget) -> None:
        assert isinstance(widget, ConfigurationScreen)
        widget.on_enter()
        settled(qtbot, desk)
        widget.show_part(part)

    check_screen(qtbot, partial(ConfigurationScreen, desk), ready)


@pytest.mark.parametrize(
    ("name", "fits", "too_small", "too_large"),
    [
        (POLL, 15, 14, 24 * 3600 + 1),
        (DOCUMENT, 100_000, 99_999, 100_000_001),
        (BUDGET, 10_000_000, 9_999_999, 100_000_000_001),
        (IDLE, 60, 0, 61),
        (LEASE, (1, 2, 3, 60), (0, 2, 3, 4), (1, 2, 3, 61)),
        (LEASE, (3, 10, 14, 30), (3, 3, 14, 30), (3, 14, 10, 30)),
    ],
)
def test_the_form_judges_as_the_office_does(name: str, fits: Any, too_small: Any, too_large: Any) -> None:
    for value, good in ((fits, True), (too_small, False), (too_large, False)):
        form = SettingsForm({name: value})
        assert form.ready is good
        assert (problem(form.settings()) == "") is good


def test_bounds_are_said_in_words() -> None:
    assert setting_error(POLL) == "It must be between 15 seconds and 1 day."
    assert setting_error(IDLE) == "It must be between 1 min and 1 h."
    assert setting_error(LEASE) == "Each must be larger than the one before, from 1 to 60 days."
    assert value_word(SCOPE, ()) == "all"


def test_quiet_hours_and_metered_lines_are_chosen_in_words(qtbot: QtBot, open_desk: OpenDesk) -> None:
    screen = shown(qtbot, open_desk("admin1"))
    for name, value, word in (
        (QUIET, (1320, 390), "22:00 to 06:30"),
        (METERED, "by_hand", "Sync only by hand"),
    ):
        screen.rows[name].editor.take(value)
        screen.rows[name].tick.setChecked(True)
        assert screen.form.values[name] == value
        assert value_word(name, value) == word
    assert screen.form.ready
    assert problem(screen.form.settings()) == ""
    assert value_word(QUIET, (0, 0)) == "none"
    assert problem(SettingsForm({QUIET: (0, 1440)}).settings())
    assert problem(SettingsForm({METERED: "sometimes"}).settings())


def test_only_what_is_ticked_is_sent() -> None:
    settings = SettingsForm({POLL: 60}, Audience(users=("worker1",))).settings()
    assert settings.poll_seconds == 60
    assert settings.users == ("worker1",)
    assert settings.idle_lock_minutes is None
    assert settings.lease_days is None


def test_a_wrong_value_is_named_beside_it_and_can_not_be_pushed(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk("admin1")
    screen = shown(qtbot, desk)
    screen.rows[IDLE].editor.take(15)
    screen.rows[IDLE].tick.setChecked(True)
    assert screen.panel.push.isEnabled()
    screen.rows[IDLE].editor.setValue(99)  # type: ignore[union-attr]
    assert screen.rows[IDLE].error == "It must be between 1 min and 1 h."
    assert not screen.panel.push.isEnabled()
    screen.push()
    settled(qtbot, desk)
    assert ask(qtbot, desk, service.fleet).pending == ()


def test_settings_are_pushed_offline_by_keyboard_and_the_acknowledgement_arrives(
    qtbot: QtBot, open_desk: OpenDesk, office: DemoOffice, tmp_path: Path
) -> None:
    with laptop(office, tmp_path / "theirs", "worker2") as theirs:
        number = theirs.session.identity.device
        desk = open_desk("admin1")
        screen = shown(qtbot, desk)
        screen.rows[POLL].tick.setFocus()
        press(Qt.Key.Key_Tab)
        press(Qt.Key.Key_A, ctrl=True)
        type_text("120")
        assert screen.rows[POLL].wanted
        tab_to(screen.panel.note)
        type_text("Fewer round trips on satellite links")
        press(Qt.Key.Key_Return, ctrl=True)
        settled(qtbot, desk)
        assert screen.pending.isVisible()
        assert screen.table.isVisible()
        pending = ask(qtbot, desk, service.fleet).pending
        assert [one.settings.poll_seconds for one in pending] == [120]

        sync(qtbot, desk)
        assert not screen.pending.isVisible()
        assert state_of(qtbot, desk, number) == SENT
        theirs.sync()
        configuration = theirs.session.replica.configuration()
        assert configuration is not None
        assert configuration.poll_seconds == 120
        theirs.sync()  # its cursor tells the office that it holds them
        sync(qtbot, desk)
        assert state_of(qtbot, desk, number) == CONFIRMED
        row = screen.table.laptops.row_of(number)
        assert screen.table.laptops.record(row).confirmed_at is not None


def test_the_audience_is_the_one_the_office_uses(
    qtbot: QtBot, open_desk: OpenDesk, office: DemoOffice, tmp_path: Path
) -> None:
    with laptop(office, tmp_path / "w1", "worker1"), laptop(office, tmp_path / "w2", "worker2"):
        desk = open_desk("admin1")
    fleet = ask(qtbot, desk, service.fleet)
    everyone = fleet.reached_by(Audience())
    only = fleet.reached_by(Audience(users=("worker2",)))
    assert set(only) < set(everyone)
    assert {one.user for one in only} == {"worker2"}
    assert fleet.reached_by(Audience(offices=("north",))) == everyone
    assert fleet.reached_by(Audience(offices=("elsewhere",))) == ()
    assert {one.state for one in everyone} <= {STANDARD, SENT, CONFIRMED}


def sync(qtbot: QtBot, desk: Desk) -> None:
    """One sync of the administrator's laptop, then offline again."""
    with qtbot.waitSignal(desk.sync_finished, timeout=10_000):
        desk.set_work_offline(False)
    settled(qtbot, desk)
    desk.set_work_offline(True)
    settled(qtbot, desk)


def state_of(qtbot: QtBot, desk: Desk, number: int) -> str:
    """How far a laptop is."""
    fleet = ask(qtbot, desk, service.fleet)
    return next(one.state for one in fleet.laptops if one.device == number)
