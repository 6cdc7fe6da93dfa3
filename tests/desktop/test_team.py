"""The team: numbers that add up, the impact of a move before it is made, moves offline, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from erap_desktop.models.desk import Desk
from erap_desktop.services import team as service
from erap_desktop.services.team import BUCKETS, Impact, Load
from erap_desktop.ui.team.load_bar import pieces
from erap_desktop.ui.team.screen import TeamScreen
from erap_desktop.ui.team.words import impact_lines
from tests.desktop.casedesk import ask, press, settled, stage, tab_to, type_text
from tests.desktop.happenings import laptop
from tests.desktop.profiles import DemoOffice, OpenDesk, demo_office
from tests.desktop.ui.checks import check_screen
from tests.desktop.ui.conftest import plain_looks

__all__ = ["plain_looks"]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoOffice]:
    """An office of these tests alone: they move its cases about."""
    with demo_office(tmp_path_factory.mktemp("office") / "central") as running:
        yield running


def shown(qtbot: QtBot, desk: Desk, user: str = "worker1") -> TeamScreen:
    """The screen, gone to, with somebody's cases."""
    screen = TeamScreen(desk)
    stage(qtbot, screen)
    screen.on_enter()
    settled(qtbot, desk)
    choose(screen, user)
    settled(qtbot, desk)
    return screen


def choose(screen: TeamScreen, user: str) -> Load:
    """Makes a person the current one."""
    screen.loads.select_row(screen.loads.loads.row_of(user))
    assert screen.loads.current is not None
    return screen.loads.current


def test_the_screen_keeps_to_the_rules_of_all_screens(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk("supervisor1")

    def ready(widget: QWidget) -> None:
        assert isinstance(widget, TeamScreen)
        widget.on_enter()
        settled(qtbot, desk)
        widget.cases.select_row(0)
        settled(qtbot, desk)

    check_screen(qtbot, partial(TeamScreen, desk), ready)


def test_the_numbers_add_up_to_the_total_that_is_shown(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk("supervisor1")
    team = ask(qtbot, desk, service.team)
    rows = ask(qtbot, desk, lambda session: session.replica.rows())
    assert team.total.total == len(team.cases) == len(rows)
    for load in team.loads:
        assert sum(load.buckets.values()) == load.total == len(team.cases_of(load.user))
        assert load.open + load.buckets["decided"] == load.total
        assert load.overdue <= load.open
    assert set(team.total.buckets) == set(BUCKETS)
    assert team.as_of is not None


def test_a_bar_gives_every_stage_room_for_its_number_and_never_more_than_there_is() -> None:
    widths = pieces([100, 1, 0], [30, 12, 0], 200)
    assert widths[1] >= 12
    assert widths[2] == 0
    assert sum(widths) <= 201
    assert pieces([0, 0], [0, 0], 100) == [0, 0]


def test_the_preview_says_what_would_happen_and_what_is_not_known(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk("supervisor1")
    team = ask(qtbot, desk, service.team)
    mine = tuple(case.id for case in team.cases_of("worker1")[:5])
    theirs = tuple(case.id for case in team.cases_of("worker2")[:1])
    impact = ask(qtbot, desk, partial(service.impact, chosen=mine + theirs, to="worker2"))
    assert len(impact.moved) == 5
    assert impact.already == 1
    assert impact.open_after == impact.open_before + 5 - impact.decided
    lines = impact_lines(impact, team.names, team.now)
    assert lines[0][1].startswith("worker2 would go from ")
    assert "Not known here: what worker1 may have done and not sent yet." in lines[-1][1]


def test_warnings_are_said_only_where_there_is_something_to_warn_of() -> None:
    nothing = Impact("b", (UUID(int=1),), 0, 3, 4, 0, 0, 0, 0, 0, {}, {})
    now = datetime(2026, 11, 24, tzinfo=UTC)
    assert [kind for kind, _ in impact_lines(nothing, {}, now)] == ["info"]
    much = nothing._replace(overdue=2, soon=1, contested=1, late_work=1)
    assert [kind for kind, _ in impact_lines(much, {}, now)] == ["info", "error", *["warning"] * 3]


def test_many_cases_move_offline_by_keyboard_and_arrive_with_the_next_sync(
    qtbot: QtBot, open_desk: OpenDesk, office: DemoOffice, tmp_path: Path
) -> None:
    desk = open_desk("supervisor1")
    screen = shown(qtbot, desk)
    screen.cases.setFocus()
    press(Qt.Key.Key_Home, ctrl=True)
    press(Qt.Key.Key_Down, shift=True)
    press(Qt.Key.Key_Down, shift=True)
    settled(qtbot, desk)
    chosen = screen.cases.selected_ids
    assert len(chosen) == 3
    press(Qt.Key.Key_R, ctrl=True, shift=True)
    assert screen.panel.target.hasFocus()
    assert screen.panel.to == "worker2"
    tab_to(screen.panel.why)
    type_text("Leave cover")
    press(Qt.Key.Key_Return, ctrl=True)
    settled(qtbot, desk)
    assert screen.receipt.accessibleName() == "3 cases move to worker2"
    team = ask(qtbot, desk, service.team)
    assert {case.assignee for case in team.cases if case.id in chosen} == {"worker2"}
    with qtbot.waitSignal(desk.sync_finished, timeout=10_000):
        desk.set_work_offline(False)
    settled(qtbot, desk)
    assert not screen.undo.isVisible()
    with laptop(office, tmp_path / "theirs", "worker2") as theirs:
        here = {row.id for row in theirs.rows() if row.assignee == "worker2"}
    assert set(chosen) <= here


def test_a_move_is_taken_back_while_it_waits(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk("supervisor1")
    screen = shown(qtbot, desk)
    screen.cases.select_row(0)
    settled(qtbot, desk)
    (case,) = screen.cases.selected_ids
    screen.move_cases()
    settled(qtbot, desk)
    assert screen.receipt.isVisible()
    screen.cases.setFocus()
    press(Qt.Key.Key_Z, ctrl=True)
    settled(qtbot, desk)
    assert screen.receipt.isHidden()
    team = ask(qtbot, desk, service.team)
    assert next(one.assignee for one in team.cases if one.id == case) == "worker1"


def test_what_was_selected_stays_selected_when_others_change_something(
    qtbot: QtBot, open_desk: OpenDesk
) -> None:
    desk = open_desk("supervisor1")
    screen = shown(qtbot, desk)
    screen.cases.selectAll()
    chosen = screen.cases.selected_ids
    desk.changed.emit()
    settled(qtbot, desk)
    assert screen.cases.selected_ids == chosen


def test_locking_leaves_no_name_on_the_screen(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk("supervisor1")
    screen = shown(qtbot, desk)
    screen.on_lock()
    assert screen.cases.cases.rowCount() == 0
    assert screen.loads.loads.rowCount() == 0
