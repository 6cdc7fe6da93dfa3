"""The queue: views, search and filters over real cases; selection, focus and speed when they change."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from erap_desktop.models.desk import Desk
from erap_desktop.models.queue_model import COLUMNS, QueueModel
from erap_desktop.models.queue_rows import Filters, Flag, Line, QueueData, View
from erap_desktop.services import work
from erap_desktop.services.session import Session
from erap_desktop.ui.queue.nothing import Nothing
from erap_desktop.ui.queue.screen import QueueScreen
from erap_desktop.ui.shell.memory import ShortMemory
from sync.engine.report import Progress
from tests.desktop.profiles import OpenDesk
from tests.desktop.ui.checks import check_screen, show

TODAY = date(2026, 11, 25)


def line(number: int, **facts: Any) -> Line:
    """An invented line; every third is due soon, every fifth in review."""
    due = TODAY + timedelta(days=2 if number % 3 == 0 else 40)
    views = View.ALL | (View.DUE_SOON if number % 3 == 0 else View.ALL)
    known = Line(
        id=uuid4(),
        number=f"26-{number:06}",
        applicant=f"Applicant {number}",
        sort_name=f"applicant {number:05}",
        county=("Bernalillo", "Catron", "Taos")[number % 3],
        status="in_review" if number % 5 == 0 else "assigned",
        due=due,
        cents=number * 100,
        assignee="worker1",
        assignee_name="Ana Lucero",
        pending=0,
        state="confirmed",
        eviction=None,
        flags=(),
        views=int(views),
        synthetic=True,
        left_to="",
    )
    return known._replace(**facts)


def data(lines: list[Line]) -> QueueData:
    counts = {view: sum(1 for one in lines if one.views & view) for view in View}
    return QueueData(tuple(lines), counts, TODAY, ever_synced=True)


@pytest.fixture
def screen(open_desk: OpenDesk, qtbot: QtBot) -> QueueScreen:
    """A caseworker's queue, loaded."""
    return shown(open_desk("worker1"), qtbot)


def shown(desk: Desk, qtbot: QtBot) -> QueueScreen:
    screen = show(qtbot, partial(QueueScreen, desk))
    assert isinstance(screen, QueueScreen)
    loaded(qtbot)(screen)
    return screen


def loaded(qtbot: QtBot) -> Callable[[QWidget], None]:
    def wait(screen: QWidget) -> None:
        assert isinstance(screen, QueueScreen)
        screen.on_enter()
        qtbot.waitUntil(lambda: bool(screen.model.contents.lines))

    return wait


# --- The model, without a window ---------------------------------------------------------------------


def test_the_model_is_a_model(qtmodeltester: ModelTester) -> None:
    model = QueueModel()
    model.set_data(data([line(number) for number in range(30)]))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.set_filters(Filters(view=View.ALL))
    model.sort(COLUMNS.index("applicant"), Qt.SortOrder.DescendingOrder)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_ten_thousand_cases_are_sorted_and_filtered_in_under_100_ms() -> None:
    model = QueueModel()
    lines = [line(number) for number in range(10_000)]
    model.set_data(data(lines))
    model.set_filters(Filters(view=View.ALL))
    taken = []
    for act in (
        partial(model.set_filters, Filters(view=View.ALL, counties=frozenset({"Taos"}))),
        partial(model.set_filters, Filters(view=View.DUE_SOON)),
        partial(model.set_filters, Filters(view=View.ALL, found=frozenset(one.id for one in lines[::7]))),
        partial(model.set_filters, Filters(view=View.ALL)),
        *(partial(model.sort, column, Qt.SortOrder.DescendingOrder) for column in range(len(COLUMNS))),
    ):
        began = time.thread_time()
        act()
        taken.append(time.thread_time() - began)
    assert max(taken) < 0.1


def test_a_new_reading_moves_nothing_that_did_not_change() -> None:
    model = QueueModel()
    lines = [line(number) for number in range(9)]
    model.set_data(data(lines))
    model.set_filters(Filters(view=View.ALL))
    resets: list[str] = []
    model.modelReset.connect(partial(resets.append, "reset"))
    held = {one.id: model.index(model.row_of(one.id), 1) for one in lines}
    changed = [*lines[:3], lines[3]._replace(status="denied"), *lines[5:], line(99)]
    model.set_data(data(changed))
    assert resets == []
    assert model.row_of(lines[4].id) == -1
    assert model.rowCount() == 9
    assert {one.id for one in model.shown} == {one.id for one in changed}
    assert held[lines[0].id].isValid()


def test_words_say_when_it_is_due_and_a_badge_says_it_presses() -> None:
    model = QueueModel()
    late = line(1, due=TODAY - timedelta(days=2), views=int(View.ALL | View.DUE_SOON))
    later = line(2, due=TODAY + timedelta(days=30))
    decided = line(3, status="approved", due=TODAY - timedelta(days=9))
    model.set_data(data([late, later, decided]))
    model.set_filters(Filters(view=View.ALL))
    column = COLUMNS.index("due")
    said = {one.id: model.index(model.row_of(one.id), column).data() for one in (late, later, decided)}
    assert said == {late.id: "2 days late", later.id: "due in 30 days", decided.id: "–"}


def test_a_row_is_one_sentence_for_a_screen_reader() -> None:
    model = QueueModel()
    model.set_data(
        data([line(3, flags=(Flag.EVICTION,), eviction=date(2026, 12, 16), state="saved", pending=2)])
    )
    model.set_filters(Filters(view=View.ALL))
    said = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    for part in ("26-000003", "Applicant 3", "Not started", "due in 2 days", "Eviction Dec 16", "2 changes"):
        assert part in said


# --- The screen over real cases ----------------------------------------------------------------------


def test_the_queue_keeps_to_what_every_screen_must(open_desk: OpenDesk, qtbot: QtBot) -> None:
    check_screen(qtbot, partial(QueueScreen, open_desk("worker1")), loaded(qtbot))


def test_the_peek_pane_keeps_to_it_too(open_desk: OpenDesk, qtbot: QtBot) -> None:
    def peeking(screen: QWidget) -> None:
        assert isinstance(screen, QueueScreen)
        loaded(qtbot)(screen)
        QTest.keyClick(screen.table, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: screen.peek.showing == screen.table.current_id)

    check_screen(qtbot, partial(QueueScreen, open_desk("worker1")), peeking)


def test_only_the_cases_of_this_person_are_there(screen: QueueScreen) -> None:
    lines = screen.model.contents.lines
    assert {one.assignee for one in lines} == {"worker1"}
    assert screen.table.isColumnHidden(COLUMNS.index("assignee"))
    counted = screen.model.contents.counts
    assert counted[View.ALL] == len(lines)
    assert screen.model.rowCount() == counted[screen.model.filters.view] > 0


def test_the_view_chosen_last_is_there_again(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk, memory = open_desk("worker1"), ShortMemory()
    views = []
    for chosen in ("IN_REVIEW", ""):
        screen = QueueScreen(desk)
        screen.remember(memory)
        show(qtbot, partial(_same, screen))
        loaded(qtbot)(screen)
        views.append(screen.model.filters.view)
        if chosen:
            screen.views.chosen.emit(chosen)
    assert views == [View.DUE_SOON, View.IN_REVIEW]
    assert screen.views.current() == "IN_REVIEW"


def _same(screen: QueueScreen) -> QueueScreen:
    return screen


def test_a_supervisor_sees_the_office_and_whose_each_case_is(open_desk: OpenDesk, qtbot: QtBot) -> None:
    screen = shown(open_desk("supervisor1"), qtbot)
    assert {one.assignee for one in screen.model.contents.lines} >= {"worker1", "worker2"}
    screen.resize(1300, 600)
    assert not screen.table.isColumnHidden(COLUMNS.index("assignee"))
    assert screen.title() == "Office queue"


def test_search_finds_as_one_types_and_a_filter_narrows_it(screen: QueueScreen, qtbot: QtBot) -> None:
    wanted = screen.model.contents.lines[5]
    screen.views.choose("ALL")
    screen.views.chosen.emit("ALL")
    QTest.keyClicks(screen.bar.search, wanted.applicant.split()[0][:4])
    qtbot.waitUntil(lambda: screen.model.filters.found is not None)
    assert screen.model.row_of(wanted.id) >= 0
    screen.bar.changed.emit(Filters(view=View.ALL, statuses=frozenset({wanted.status})))
    assert screen.model.row_of(wanted.id) >= 0
    assert {one.status for one in screen.model.shown} == {wanted.status}
    QTest.keyClick(screen.table, Qt.Key.Key_Escape)
    assert not screen.model.filters.narrows
    assert screen.bar.search.text() == ""


def test_nothing_found_says_so_and_offers_the_way_out(screen: QueueScreen, qtbot: QtBot) -> None:
    screen.bar.search.setFocus()
    QTest.keyClicks(screen.bar.search, "zzzqqq")
    qtbot.waitUntil(lambda: screen.stack.currentWidget() is screen.nothing)
    assert "No cases match" in screen.nothing.state.accessibleName()
    assert screen.bar.search.hasFocus()
    screen.nothing.state.action.click()
    qtbot.waitUntil(lambda: screen.stack.currentWidget() is screen.table)


def test_everything_is_reached_by_keys(screen: QueueScreen, qtbot: QtBot) -> None:
    screen.table.setFocus()
    screen.table.select_row(0)
    QTest.keyClick(screen.table, Qt.Key.Key_J)
    QTest.keyClick(screen.table, Qt.Key.Key_J)
    QTest.keyClick(screen.table, Qt.Key.Key_K)
    assert screen.table.currentIndex().row() == 1
    QTest.keyClick(screen.table, Qt.Key.Key_Slash)
    assert QApplication.focusWidget() is screen.bar.search
    screen.table.setFocus()
    with qtbot.waitSignal(screen._desk.case_asked_for) as asked:
        QTest.keyClick(screen.table, Qt.Key.Key_Return)
    assert asked.args == [screen.model.line(1).id]


def test_a_note_marks_its_case_and_moves_nothing(screen: QueueScreen, qtbot: QtBot) -> None:
    screen.table.setFocus()
    screen.table.select_row(6)
    case, scroll = screen.table.current_id, screen.table.verticalScrollBar().value()
    assert case is not None
    screen._desk.perform(partial(note, case_id=case))
    qtbot.waitUntil(lambda: screen.model.line(screen.model.row_of(case)).pending == 1)
    assert screen.table.current_id == case
    assert screen.table.verticalScrollBar().value() == scroll
    assert screen.table.hasFocus()
    assert screen.model.line(6).state == "saved"


def note(session: Session, case_id: UUID) -> object:
    return work.note(session, case_id, "Called; will bring the lease on Monday.")


def test_key_facts_follow_the_selection(screen: QueueScreen, qtbot: QtBot) -> None:
    screen.table.setFocus()
    QTest.keyClick(screen.table, Qt.Key.Key_Space)
    for _ in range(3):
        QTest.keyClick(screen.table, Qt.Key.Key_Down)
        qtbot.waitUntil(lambda: screen.peek.showing == screen.table.current_id)
    QTest.keyClick(screen.table, Qt.Key.Key_Escape)
    assert not screen.peek.isVisible()


def test_a_lock_leaves_no_name_behind_and_the_place_is_found_again(screen: QueueScreen, qtbot: QtBot) -> None:
    screen.table.select_row(4)
    case = screen.table.current_id
    assert case is not None
    screen.on_lock()
    assert screen.model.rowCount() == 0
    assert screen.model.contents.lines == ()
    screen.on_enter()
    qtbot.waitUntil(lambda: screen.table.current_id == case)


def test_before_the_first_sync_it_says_what_would_be_here_and_how_far_it_is(qtbot: QtBot) -> None:
    nothing = show(qtbot, Nothing)
    assert isinstance(nothing, Nothing)
    empty = QueueData(today=TODAY)
    nothing.say(empty, Filters(), None, syncing=False)
    assert "not on this laptop yet" in nothing.state.accessibleName()
    with qtbot.waitSignal(nothing.sync_wanted):
        nothing.state.action.click()
    nothing.say(empty, Filters(), Progress(34, 120, 88_000), syncing=True)
    assert "on their way" in nothing.state.accessibleName()
    assert nothing.progress.isVisible()
    said = [label.text() for label in nothing.progress.findChildren(QLabel)]
    assert said == ["34 of 154 cases", "88 kB"]


# --- A new application -------------------------------------------------------------------------------


def test_somebody_walks_in(open_desk: OpenDesk, qtbot: QtBot) -> None:
    """Typed, refused where something is missing, saved with a key, opened; put aside, nothing is kept."""
    desk = open_desk("worker1")
    screen = shown(desk, qtbot)
    panel = screen.application
    screen._applying.begin()
    qtbot.waitUntil(lambda: panel.county.count() == 33)
    assert panel.applicant.hasFocus()
    QTest.keyClick(panel.applicant, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert panel.applicant.accessibleDescription() != ""
    assert panel.county.accessibleDescription() != ""
    panel.applicant.setText("Rosa Baca")
    panel.county.setCurrentIndex(panel.county.findText("Catron"))
    panel.rent.setText("600")
    with qtbot.waitSignal(desk.case_asked_for) as opened:
        QTest.keyClick(panel.rent, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert panel.isHidden()
    screen.refresh()
    qtbot.waitUntil(lambda: any(one.id == opened.args[0] for one in screen.model.contents.lines))
    screen._applying.begin()
    qtbot.waitUntil(lambda: panel.isVisible() and panel.county.count() == 33)
    assert panel.applicant.text() == ""
    panel.applicant.setText("Somebody else")
    QTest.keyClick(panel.applicant, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert panel.applicant.text() == ""
