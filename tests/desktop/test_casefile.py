"""The case file: what it shows, what is typed on it and never lost, what can be corrected and taken back."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from erap_desktop.models.correctable import correctable
from erap_desktop.models.desk import Desk
from erap_desktop.services import work
from erap_desktop.services.casefile import open_case
from erap_desktop.services.drafts import read_draft
from erap_desktop.services.session import Session
from erap_desktop.ui.casefile.screen import CaseFileScreen
from erap_desktop.ui.i18n import Translation
from sync.casework.commands import CorrectField
from tests.desktop.casedesk import (
    ask,
    find_case,
    focused,
    income_unknown,
    passes,
    press,
    settle_deeply,
    settled,
    stage,
    type_text,
)
from tests.desktop.profiles import PASSPHRASE, OpenDesk
from tests.desktop.ui import checks
from tests.desktop.ui.checks import check_screen
from tests.desktop.ui.conftest import plain_looks

__all__ = ["plain_looks"]


def shown(qtbot: QtBot, desk: Desk, fits: object = passes) -> CaseFileScreen:
    """A case file with a case that fits."""
    case_id = find_case(qtbot, desk, fits)  # type: ignore[arg-type]
    screen = CaseFileScreen(desk)
    stage(qtbot, screen)
    screen.show_case(case_id)
    settled(qtbot, desk)
    return screen


def texts(widget: QWidget) -> str:
    """All visible words, in one string."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def test_the_page_keeps_to_the_rules_of_all_screens(
    qtbot: QtBot, open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "settle", settle_deeply)
    desk = open_desk("worker1")
    case_id = find_case(qtbot, desk, passes)

    def ready(widget: QWidget) -> None:
        assert isinstance(widget, CaseFileScreen)
        widget.show_case(case_id)
        settled(qtbot, desk)

    check_screen(qtbot, partial(CaseFileScreen, desk), ready)


def test_it_shows_who_where_what_and_when(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk("worker1")
    screen = shown(qtbot, desk)
    assert screen.case_id is not None
    case = ask(qtbot, desk, partial(open_case, case_id=screen.case_id)).case
    words = texts(screen)
    assert case.applicant_name in words
    assert case.number is not None
    assert case.number in words
    for member in case.people:
        assert member.name in words
    assert case.phone in words
    assert "Invented case" in words


def test_a_described_place_says_how_to_find_it(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk("worker1")
    screen = shown(
        qtbot, desk, lambda page: bool(page.case.residence and not page.case.residence.place.deliverable)
    )
    words = texts(screen)
    assert "How to find it" in words
    assert "Nearest road" in words or "Near " in words


def test_ctrl_page_down_goes_through_the_sections(qtbot: QtBot, open_desk: OpenDesk) -> None:
    screen = shown(qtbot, open_desk("worker1"))
    screen.contents.page.setFocus()
    seen = [screen.contents.nav.current()]
    for _ in range(7):
        press(Qt.Key.Key_PageDown, ctrl=True)
        seen.append(screen.contents.nav.current())
    assert seen == [
        *("summary", "household", "home", "months", "documents", "notes", "checklist", "history"),
    ]
    press(Qt.Key.Key_PageUp, ctrl=True)
    assert screen.contents.nav.current() == "checklist"


def test_a_note_is_written_by_keyboard_marked_unsent_and_taken_back(
    qtbot: QtBot, open_desk: OpenDesk
) -> None:
    desk = open_desk("worker1")
    screen = shown(qtbot, desk)
    screen.contents.page.setFocus()
    press(Qt.Key.Key_N, ctrl=True, shift=True)
    assert focused() is screen.notes.editor.edit
    type_text("The landlord called back.")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    settled(qtbot, desk)
    assert "The landlord called back." in texts(screen.notes)
    assert "Not sent yet" in texts(screen.notes)
    assert "Saved on this laptop, not sent yet" in texts(screen.waiting)
    assert screen.notes.editor.text() == ""
    (waiting,) = screen._loaded.page.waiting if screen._loaded else ()
    screen.take_back(str(waiting.id))
    settled(qtbot, desk)
    assert "The landlord called back." not in texts(screen.notes)
    assert not screen.waiting.isVisibleTo(screen)


def test_a_draft_is_kept_within_a_second_and_survives_a_lock(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk("worker1")
    screen = shown(qtbot, desk)
    case_id = screen.case_id
    assert case_id is not None
    screen.write_note()
    type_text("Half a sentence")
    qtbot.wait(900)
    settled(qtbot, desk)
    kept = ask(qtbot, desk, partial(read_draft, case_id=case_id, what="note"))
    assert kept == {"text": "Half a sentence"}
    desk.lock()
    assert "Half a sentence" not in screen.notes.editor.text()
    assert screen._loaded is None
    with qtbot.waitSignal(desk.unlocked, timeout=10_000):
        desk.unlock(PASSPHRASE)
    screen.on_enter()
    settled(qtbot, desk)
    assert screen.notes.editor.text() == "Half a sentence"


def test_a_screen_made_after_a_crash_has_the_draft(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk("worker1")
    first = shown(qtbot, desk)
    assert first.case_id is not None
    first.write_note()
    type_text("Before the battery died")
    qtbot.wait(900)
    settled(qtbot, desk)
    second = CaseFileScreen(desk)
    stage(qtbot, second)
    second.show_case(first.case_id)
    settled(qtbot, desk)
    assert second.notes.editor.text() == "Before the battery died"


def test_an_income_is_corrected_and_shown_as_waiting(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk("worker1")
    screen = shown(qtbot, desk, income_unknown)
    assert screen._loaded is not None
    missing = next(
        fact
        for fact in correctable(screen._loaded.page.case)
        if fact.name == "income_amount" and fact.value is None
    )
    screen.correct_fact(missing.id)
    assert focused() is screen.correction.editor
    type_text("1,812.50")
    press(Qt.Key.Key_Return)
    screen.correction.save.click()
    settled(qtbot, desk)
    assert not screen.correction.isVisibleTo(screen)
    (waiting,) = screen._loaded.page.waiting
    assert waiting.body == CorrectField(path=missing.path, was=None, value=181250)
    assert "$1,812.50" in texts(screen.household)


def test_what_can_not_be_read_as_an_amount_is_not_saved(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk("worker1")
    screen = shown(qtbot, desk, income_unknown)
    screen.correct_fact()
    screen.correction.which.setFocus()
    press(Qt.Key.Key_Tab)
    type_text("about nine hundred")
    screen.correction.save.click()
    settled(qtbot, desk)
    assert screen.correction.isVisibleTo(screen)
    assert "can't be read" in texts(screen.correction)
    assert screen._loaded is not None
    assert screen._loaded.page.waiting == ()


FIRST = "identity_seen"  # of resources/policy/checklist.toml


def test_a_tick_is_a_command(qtbot: QtBot, open_desk: OpenDesk) -> None:
    """The checklist stands in the program's order."""
    desk = open_desk("worker1")
    screen = shown(qtbot, desk, lambda page: passes(page) and FIRST not in page.case.checklist)
    screen.to_checklist()
    settled(qtbot, desk)
    press(Qt.Key.Key_Space)
    settled(qtbot, desk)
    assert screen._loaded is not None
    assert screen._loaded.page.case.checklist[FIRST].done


def test_somebody_elses_change_is_announced_and_typing_stays(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk("worker1", online=True)
    with qtbot.waitSignal(desk.sync_finished, timeout=20_000):
        desk.sync_now()
    screen = shown(qtbot, desk)
    case_id = screen.case_id
    assert case_id is not None
    screen.write_note()
    type_text("I was typing this")
    other = open_desk("worker1", online=True)

    def remark(session: Session) -> object:
        return work.note(session, case_id, "Written on another laptop of mine")

    other.perform(remark)
    with qtbot.waitSignal(other.sync_finished, timeout=20_000):
        other.sync_now()
    settled(qtbot, other)
    with qtbot.waitSignal(other.sync_finished, timeout=20_000):
        other.sync_now()
    desk.sync_now()
    qtbot.waitUntil(lambda: screen.alerts.says_changed, timeout=20_000)
    assert focused() is screen.notes.editor.edit
    assert screen.notes.editor.text() == "I was typing this"


def test_a_supervisor_who_opens_a_header_gets_the_case_and_may_keep_it(
    qtbot: QtBot, open_desk: OpenDesk
) -> None:
    desk = open_desk("supervisor1")
    desk.set_work_offline(True)
    case_id = ask(qtbot, desk, lambda session: next(r.id for r in session.replica.rows() if not r.whole))
    screen = CaseFileScreen(desk)
    stage(qtbot, screen)
    screen.show_case(case_id)
    settled(qtbot, desk)
    qtbot.waitUntil(lambda: "not on this laptop yet" in texts(screen.header_only), timeout=20_000)
    assert screen.stack.currentWidget() is screen.header_only
    desk.set_work_offline(False)
    qtbot.waitUntil(lambda: screen.stack.currentWidget() is not screen.header_only, timeout=20_000)
    screen.pin()
    qtbot.waitUntil(lambda: "Kept on this laptop" in screen.bar.facts.text(), timeout=20_000)
    screen.pin()
    qtbot.waitUntil(lambda: screen.stack.currentWidget() is screen.header_only, timeout=20_000)


def test_the_language_changes_while_a_case_is_open(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk("worker1")
    screen = shown(qtbot, desk)
    screen.write_note()
    type_text("Nota a medias")
    Translation.current().set_language("es")
    settled(qtbot, desk)
    assert "Resumen" in texts(screen.summary)
    assert screen.notes.editor.text() == "Nota a medias"
    Translation.current().set_language("en")
    settled(qtbot, desk)
    assert "Summary" in texts(screen.summary)
