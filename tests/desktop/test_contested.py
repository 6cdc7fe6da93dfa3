"""Contested and late work: side by side, chosen by keyboard with a reason, offline, then at the office."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from erap_desktop.models.desk import Desk
from erap_desktop.services import contests, work
from erap_desktop.services.contests import BEFORE, Question
from erap_desktop.ui.contested.comparison import compare
from erap_desktop.ui.contested.question_words import button_text, outcome_preview, story
from erap_desktop.ui.contested.screen import ContestedScreen
from sync.casework.case import Case
from sync.casework.commands import CorrectField
from sync.casework.values import DecisionState, Status
from tests.desktop.casedesk import ask, press, settled, stage, type_text
from tests.desktop.happenings import APPROVED, DENIED, laptop, make_contest, make_late_decision
from tests.desktop.profiles import DemoOffice, OpenDesk, demo_office
from tests.desktop.ui.checks import check_screen
from tests.desktop.ui.conftest import plain_looks

__all__ = ["plain_looks"]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoOffice]:
    """An office of these tests alone: each of them uses up a case that can be decided."""
    with demo_office(tmp_path_factory.mktemp("office") / "central") as running:
        yield running


def shown(qtbot: QtBot, desk: Desk, case: UUID) -> ContestedScreen:
    """The screen, gone to, with the question of a case chosen and the focus in the list."""
    screen = ContestedScreen(desk)
    stage(qtbot, screen)
    screen.on_enter()
    settled(qtbot, desk)
    go_to(screen, case)
    screen.table.setFocus()
    return screen


def go_to(screen: ContestedScreen, case: UUID) -> Question:
    """Makes the question of a case the current one."""
    model = screen.table.questions
    row = next(row for row in range(model.rowCount()) if model.record(row).case == case)
    screen.table.select_row(row)
    return model.record(row)


def sync(qtbot: QtBot, desk: Desk) -> None:
    """On-line again: what waits goes out."""
    with qtbot.waitSignal(desk.sync_finished, timeout=10_000):
        desk.set_work_offline(False)
    settled(qtbot, desk)


def at_the_office(office: DemoOffice, folder: Path, user: str, case: UUID) -> Case:
    """The case as its holder gets it on a fresh laptop."""
    with laptop(office, folder, user) as fresh:
        return fresh.case(case)


def test_the_screen_keeps_to_the_rules_of_all_screens(
    qtbot: QtBot, open_desk: OpenDesk, office: DemoOffice, tmp_path: Path
) -> None:
    make_contest(office, tmp_path)
    desk = open_desk("supervisor1")

    def ready(widget: QWidget) -> None:
        assert isinstance(widget, ContestedScreen)
        widget.on_enter()
        settled(qtbot, desk)
        widget.pick(2)

    check_screen(qtbot, partial(ContestedScreen, desk), ready)


def test_what_differs_is_stressed_and_what_agrees_is_said_once(
    qtbot: QtBot, open_desk: OpenDesk, office: DemoOffice, tmp_path: Path
) -> None:
    case, approval, denial = make_contest(office, tmp_path)
    desk = open_desk("supervisor1")
    all_ = ask(qtbot, desk, contests.questions)
    question = next(one for one in all_.items if one.case == case)
    assert [side.key for side in question.sides] == [BEFORE, *sorted((str(approval), str(denial)))]
    rows = {row.label: row for row in compare(question, all_)}
    assert rows["Outcome"].differs
    assert set(rows["Outcome"].values) == {"Not decided", "Approved", "Denied"}
    assert {APPROVED, DENIED} <= set(rows["Written reason"].values)
    assert "Rules used" not in rows
    assert "Payment and letters are on hold" in story(question, all_.names)


def test_a_supervisor_settles_offline_by_keyboard_and_the_office_agrees(
    qtbot: QtBot, open_desk: OpenDesk, office: DemoOffice, tmp_path: Path
) -> None:
    case, approval, denial = make_contest(office, tmp_path)
    desk = open_desk("supervisor1")
    screen = shown(qtbot, desk, case)
    number = 1 + sorted((str(approval), str(denial))).index(str(denial))
    press(Qt.Key(ord(str(number))))
    assert screen.bar.confirm.text().startswith("Keep worker1: denial (D03)")
    press(Qt.Key.Key_Return, ctrl=True)
    assert screen.bar.field.error == "Write why. It is needed for the record."
    type_text("Page 2 of the stub is theirs; 12 L of it counts.")  # digits and letters are no commands here
    press(Qt.Key.Key_Return, ctrl=True)
    settled(qtbot, desk)
    question = go_to(screen, case)
    assert question.answered is not None
    assert question.kept == str(denial)
    sync(qtbot, desk)
    view = at_the_office(office, tmp_path / "after", "worker1", case)
    assert view.status is Status.DENIED
    assert view.standing == denial
    assert view.contested == ()
    assert view.decisions[approval].state is DecisionState.CONTESTED  # kept, and declined
    assert case not in {one.case for one in ask(qtbot, desk, contests.questions).items}


def test_an_answer_is_taken_back_while_it_waits(
    qtbot: QtBot, open_desk: OpenDesk, office: DemoOffice, tmp_path: Path
) -> None:
    case, approval, _ = make_contest(office, tmp_path)
    desk = open_desk("supervisor1")
    screen = shown(qtbot, desk, case)
    screen.pane.grid.choose(str(approval))
    screen.bar.reason.setPlainText("The stubs were complete.")
    screen.confirm()
    settled(qtbot, desk)
    go_to(screen, case)
    screen.table.setFocus()
    press(Qt.Key.Key_Z, ctrl=True)
    settled(qtbot, desk)
    assert go_to(screen, case).answered is None


def test_the_new_caseworker_adopts_late_work_by_keyboard(
    qtbot: QtBot, open_desk: OpenDesk, office: DemoOffice, tmp_path: Path
) -> None:
    case, approval = make_late_decision(office, tmp_path)
    desk = open_desk("worker2")
    screen = shown(qtbot, desk, case)
    question = go_to(screen, case)
    assert question.kind == contests.LATE_DECISION
    press(Qt.Key.Key_2)
    assert screen.bar.confirm.text().startswith("Adopt worker1: approval of $")
    screen.bar.reason.setFocus()
    type_text("I read the file and agree.")
    press(Qt.Key.Key_Return, ctrl=True)
    settled(qtbot, desk)
    sync(qtbot, desk)
    found = at_the_office(office, tmp_path / "after", "worker2", case)
    assert found.status is Status.APPROVED
    assert found.standing is not None
    assert found.decisions[found.standing].by == "worker2"
    assert found.decisions[approval].disposition == "adopted"


def test_late_work_is_declined_and_stays_on_record(
    qtbot: QtBot, open_desk: OpenDesk, office: DemoOffice, tmp_path: Path
) -> None:
    case, approval = make_late_decision(office, tmp_path)
    desk = open_desk("supervisor1")
    screen = shown(qtbot, desk, case)
    press(Qt.Key.Key_1)
    assert screen.bar.confirm.text() == "Leave it as it is"
    screen.bar.reason.setPlainText("The new caseworker decides herself.")
    screen.confirm()
    settled(qtbot, desk)
    sync(qtbot, desk)
    found = at_the_office(office, tmp_path / "after", "worker2", case)
    assert found.status is Status.IN_REVIEW
    assert found.decisions[approval].disposition == "declined"


def test_a_late_correction_shows_both_values(
    qtbot: QtBot, open_desk: OpenDesk, office: DemoOffice, tmp_path: Path
) -> None:
    with (
        laptop(office, tmp_path / "w", "worker1") as worker,
        laptop(office, tmp_path / "s", "supervisor1") as boss,
    ):
        case = worker.decidable()[0]
        tenancy = worker.case(case).tenancy
        assert tenancy is not None
        path = ("tenancies", str(tenancy.id), "rent_cents")
        worker_says = CorrectField(path=path, was=tenancy.rent_cents, value=987_65)
        work.perform(worker.session, case, worker_says)
        boss.reassign(case, "worker2")
        boss.sync()
        worker.sync()
    desk = open_desk("worker2")
    all_ = ask(qtbot, desk, contests.questions)
    question = next(one for one in all_.items if one.case == case)
    assert question.kind == contests.LATE_VALUE
    (row,) = compare(question, all_)
    assert row.label == "Rent a month"
    assert row.values[1] == "$987.65"
    key = question.sides[1].key
    assert outcome_preview(question, key, all_.names) == "Rent a month becomes $987.65."
    assert button_text(question, key, all_.names) == "Adopt worker1: $987.65"


def test_who_may_not_choose_sees_what_is_waited_for(
    qtbot: QtBot, open_desk: OpenDesk, office: DemoOffice, tmp_path: Path
) -> None:
    case, _, _ = make_contest(office, tmp_path)
    desk = open_desk("worker1")
    screen = shown(qtbot, desk, case)
    press(Qt.Key.Key_1)
    assert screen.pane.grid.current == ""
    assert screen.bar.confirm.isHidden()


def test_later_goes_on_and_keeps_what_was_typed(
    qtbot: QtBot, open_desk: OpenDesk, office: DemoOffice, tmp_path: Path
) -> None:
    first, _, _ = make_contest(office, tmp_path / "first")
    make_contest(office, tmp_path / "second")
    desk = open_desk("supervisor1")
    screen = shown(qtbot, desk, first)
    screen.bar.reason.setPlainText("Ask the landlord first.")
    screen.table.setFocus()
    press(Qt.Key.Key_L)
    assert screen.table.current is not None
    assert screen.table.current.case != first
    assert screen.bar.reason.toPlainText() == ""
    go_to(screen, first)
    assert screen.bar.reason.toPlainText() == "Ask the landlord first."
