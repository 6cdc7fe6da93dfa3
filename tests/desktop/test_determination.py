"""The determination by keyboard alone: worksheet, choice, summary, saved; and what the rules do not allow."""

from __future__ import annotations

from functools import partial
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from erap_desktop.models.desk import Desk
from erap_desktop.models.missing_facts import missing_facts
from erap_desktop.services import work
from erap_desktop.services.casefile import open_case
from erap_desktop.services.casepage import CasePage
from erap_desktop.ui.casefile.screen import CaseFileScreen
from erap_desktop.ui.determination.screen import DeterminationScreen
from erap_desktop.ui.i18n import Translation
from erap_desktop.ui.words.refusals import SENTENCES, refusal
from sync.casework.commands import Approve, Deny, Recommend, RequestInformation
from sync.casework.values import DecisionState, Outcome
from sync.casework.verdict import Reason
from tests.desktop.casedesk import (
    above_the_limit,
    ask,
    find_case,
    focused,
    income_unknown,
    passes,
    press,
    settle_deeply,
    settled,
    stage,
    tab_to,
    type_text,
)
from tests.desktop.profiles import PASSPHRASE, OpenDesk
from tests.desktop.test_casefile import texts
from tests.desktop.ui import checks
from tests.desktop.ui.checks import check_screen
from tests.desktop.ui.conftest import plain_looks

__all__ = ["plain_looks"]


def shown(qtbot: QtBot, desk: Desk, case_id: UUID) -> DeterminationScreen:
    """A determination of a case."""
    screen = DeterminationScreen(desk)
    stage(qtbot, screen)
    screen.show_case(case_id)
    settled(qtbot, desk)
    return screen


def choose(screen: DeterminationScreen, name: str) -> None:
    """Chooses by keyboard: to the group, then down."""
    press(Qt.Key.Key_D, ctrl=True)
    while focused().property("choice") != name:
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    assert screen.work.choice.choice == name


def saved_bodies(qtbot: QtBot, desk: Desk, case_id: UUID) -> list[object]:
    """What waits in the outbox for a case."""
    view = ask(qtbot, desk, partial(open_case, case_id=case_id))
    return [command.body for command in view.pending]


def test_the_screen_keeps_to_the_rules_of_all_screens(
    qtbot: QtBot, open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "settle", settle_deeply)
    desk = open_desk("worker1")
    case_id = find_case(qtbot, desk, above_the_limit)

    def ready(widget: QWidget) -> None:
        assert isinstance(widget, DeterminationScreen)
        widget.begin("deny")
        widget.show_case(case_id)
        settled(qtbot, desk)

    check_screen(qtbot, partial(DeterminationScreen, desk), ready)


def test_from_the_case_to_a_saved_denial_without_a_mouse(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk("worker1")
    case_id = find_case(qtbot, desk, above_the_limit)
    file = CaseFileScreen(desk)
    stage(qtbot, file)
    file.show_case(case_id)
    settled(qtbot, desk)
    file.contents.page.setFocus()
    with qtbot.waitSignal(file.decide_asked_for) as asked:
        press(Qt.Key.Key_D, ctrl=True)
    assert asked.args == [case_id, ""]

    screen = shown(qtbot, desk, case_id)
    screen.work.first_focus().setFocus()
    choose(screen, "deny")
    tab_to(screen.work.choice.codes.first() or screen)
    press(Qt.Key.Key_Space)
    assert screen.work.choice.codes.codes() == ("D03",)
    tab_to(screen.work.choice.check)
    press(Qt.Key.Key_Space)
    settled(qtbot, desk)
    assert screen.stack.currentWidget() is screen.check
    assert focused() is screen.check.heading
    assert "D03" in texts(screen.check)
    assert "Deny the application of" in screen.check.act.text()
    press(Qt.Key.Key_Return, ctrl=True)
    settled(qtbot, desk)
    assert screen.stack.currentWidget() is screen.done
    assert saved_bodies(qtbot, desk, case_id) == [Deny(codes=("D03",))]
    view = ask(qtbot, desk, partial(open_case, case_id=case_id))
    assert [d.state for d in view.case.decisions.values()] == [DecisionState.SAVED]
    assert "It counts once" in texts(screen.done) or "counts once" in texts(screen.done)


def test_ctrl_enter_does_nothing_before_the_summary(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk("worker1")
    case_id = find_case(qtbot, desk, passes)
    screen = shown(qtbot, desk, case_id)
    screen.begin("approve")
    screen.refresh()
    settled(qtbot, desk)
    screen.work.choice.focus_choice()
    press(Qt.Key.Key_Return, ctrl=True)
    settled(qtbot, desk)
    assert screen.stack.currentWidget() is screen.work
    assert saved_bodies(qtbot, desk, case_id) == []


def test_an_approval_says_the_amount_and_the_name(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk("worker1")
    case_id = find_case(qtbot, desk, passes)
    screen = shown(qtbot, desk, case_id)
    screen.work.choice.choose("approve")
    screen.check_decision()
    settled(qtbot, desk)
    assert screen.stack.currentWidget() is screen.check
    case = ask(qtbot, desk, partial(open_case, case_id=case_id)).case
    assert screen.check.act.text().startswith("Approve $")
    assert screen.check.act.text().endswith(f" for {case.applicant_name}")


def test_lines_can_be_left_out_and_changed_before_approving(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk("worker1")
    case_id = find_case(qtbot, desk, lambda page: passes(page) and len(page.case.months) > 2)
    screen = shown(qtbot, desk, case_id)
    award = screen.work.award
    proposed = award.lines()
    award._rows[0].box.setChecked(False)
    award._rows[1].amount.setText("100.50")
    screen.work.choice.choose("approve")
    screen.check_decision()
    settled(qtbot, desk)
    screen.confirm()
    settled(qtbot, desk)
    (body,) = saved_bodies(qtbot, desk, case_id)
    assert isinstance(body, Approve)
    assert body.lines[0].cents == 100_50
    assert len(body.lines) == len(proposed) - 1


def test_an_approval_against_the_worksheet_needs_a_reason(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk("worker1")
    case_id = find_case(qtbot, desk, above_the_limit)
    screen = shown(qtbot, desk, case_id)
    screen.work.choice.choose("approve")
    screen.check_decision()
    settled(qtbot, desk)
    assert screen.work.choice.problem == refusal(Reason.REASON_REQUIRED)
    assert saved_bodies(qtbot, desk, case_id) == []
    screen.work.choice.reason.setPlainText("The second job ended in October; letter seen.")
    screen.check_decision()
    settled(qtbot, desk)
    screen.confirm()
    settled(qtbot, desk)
    (body,) = saved_bodies(qtbot, desk, case_id)
    assert isinstance(body, Approve)
    assert body.reason == "The second job ended in October; letter seen."


def test_missing_information_is_never_a_denial(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk("worker1")
    case_id = find_case(qtbot, desk, income_unknown)
    screen = shown(qtbot, desk, case_id)
    screen.work.choice.choose("deny")
    screen.work.choice.codes.choose(("D03",))
    screen.work.choice.reason.setPlainText("They never sent anything.")
    screen.check_decision()
    settled(qtbot, desk)
    assert screen.stack.currentWidget() is screen.work
    assert screen.work.choice.problem == refusal(Reason.NEED_INFORMATION, "D03")
    assert saved_bodies(qtbot, desk, case_id) == []


def test_missing_facts_are_named_and_can_be_recorded_in_place(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk("worker1")
    case_id = find_case(qtbot, desk, income_unknown)
    screen = shown(qtbot, desk, case_id)
    assert screen._sheet is not None
    page = screen._sheet.page
    assert page.sheet is not None
    first = missing_facts(page.case, page.sheet)[0].fact
    assert first is not None
    screen.work.correct_fact(first.id)
    type_text("900")
    screen.work.correction.save.click()
    settled(qtbot, desk)
    assert not screen.alerts.says_changed
    assert screen._sheet is not None
    assert screen._sheet.page.waiting[0].body.value == 900_00  # type: ignore[union-attr]


def test_the_applicant_is_asked_for_papers(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk("worker1")
    case_id = find_case(qtbot, desk, income_unknown)
    screen = shown(qtbot, desk, case_id)
    screen.work.choice.choose("ask")
    screen.check_decision()
    assert "asked for" in screen.work.choice.problem
    screen.work.choice.papers.choose(("pay_stub",))
    screen.work.choice.reason.setPlainText("Please send the two newest ones.")
    screen.check_decision()
    settled(qtbot, desk)
    screen.confirm()
    settled(qtbot, desk)
    asked = RequestInformation(items=("pay_stub",), message="Please send the two newest ones.")
    assert saved_bodies(qtbot, desk, case_id) == [asked]


def test_a_recommendation_goes_to_a_second_person(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk("worker1")
    case_id = find_case(qtbot, desk, above_the_limit)
    screen = shown(qtbot, desk, case_id)
    screen.work.choice.restore({"choice": "recommend", "recommended": "deny", "codes": ["D03"]})
    screen.check_decision()
    settled(qtbot, desk)
    screen.confirm()
    settled(qtbot, desk)
    assert saved_bodies(qtbot, desk, case_id) == [Recommend(outcome=Outcome.DENY, codes=("D03",))]


def test_a_decision_is_taken_back_before_it_leaves(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk("worker1")
    case_id = find_case(qtbot, desk, passes)
    screen = shown(qtbot, desk, case_id)
    screen.work.choice.choose("approve")
    screen.check_decision()
    settled(qtbot, desk)
    screen.confirm()
    settled(qtbot, desk)
    tab_to(screen.done.undo)
    press(Qt.Key.Key_Space)
    settled(qtbot, desk)
    case = ask(qtbot, desk, partial(open_case, case_id=case_id)).case
    assert case.standing is None
    assert screen.stack.currentWidget() is screen.work


def test_a_draft_of_the_decision_survives_a_lock(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk("worker1")
    case_id = find_case(qtbot, desk, above_the_limit)
    screen = shown(qtbot, desk, case_id)
    screen.work.choice.choose("deny")
    screen.work.choice.codes.choose(("D03",))
    screen.work.choice.reason.setPlainText("Two stubs seen")
    desk.lock()  # at once: the last words are kept as well
    assert screen.work.choice.reason.toPlainText() == ""
    with qtbot.waitSignal(desk.unlocked, timeout=10_000):
        desk.unlock(PASSPHRASE)
    screen.on_enter()
    settled(qtbot, desk)
    assert screen.work.choice.choice == "deny"
    assert screen.work.choice.codes.codes() == ("D03",)
    assert screen.work.choice.reason.toPlainText() == "Two stubs seen"


def test_a_case_that_changed_has_to_be_looked_at_again(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk("worker1")
    case_id = find_case(qtbot, desk, above_the_limit)
    screen = shown(qtbot, desk, case_id)
    screen.work.choice.choose("deny")
    screen.work.choice.codes.choose(("D03",))
    screen.check_decision()
    settled(qtbot, desk)
    assert screen.stack.currentWidget() is screen.check

    def raise_rent(session: object) -> object:
        from erap_desktop.models.correctable import correctable

        case = open_case(session, case_id).case  # type: ignore[arg-type]
        paid = next(fact for fact in correctable(case) if fact.name == "months_paid_before")
        return work.perform(session, case_id, paid.correction(1, ""))  # type: ignore[arg-type]

    desk.background.mutation(partial(raise_rent, desk.session))  # as a sync would: behind the screen's back
    screen.confirm()
    settled(qtbot, desk)
    assert screen.work.choice.problem == refusal(Reason.STALE_FACTS)
    assert not any(isinstance(body, Deny) for body in saved_bodies(qtbot, desk, case_id))
    screen.refresh()
    settled(qtbot, desk)
    assert screen.alerts.says_changed
    assert screen.work.choice.codes.codes() == ("D03",)


def _a_rule_of_income(page: CasePage) -> bool:
    return above_the_limit(page) and len(page.case.people) > 1


def test_the_working_shows_each_income_and_the_row_of_the_table(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk("worker1")
    screen = shown(qtbot, desk, find_case(qtbot, desk, _a_rule_of_income))
    row = screen.work.worksheet._rows[0]  # what is not met comes first
    row._how.click()
    words = texts(row)
    assert "Doesn't meet" in row.accessibleName()
    assert " × " in words
    assert "Row used" in words
    assert "§501(k)(3)(A)(iii)" in words


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_reason_has_a_plain_sentence(language: str, qapp: object) -> None:
    assert set(SENTENCES) == set(Reason)
    Translation.current().set_language(language)  # type: ignore[arg-type]
    sentences = {reason: refusal(reason, "D03") for reason in Reason}
    Translation.current().set_language("en")
    for reason, sentence in sentences.items():
        assert sentence.endswith((".", "!")), reason
        assert reason.value not in sentence or not reason.value
        if language == "es":
            assert sentence != refusal(reason, "D03"), reason
