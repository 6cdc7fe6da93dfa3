"""The sync centre: what it says is true, each item has its words, and what stands in the way is named."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from erap_desktop.models import sync_words
from erap_desktop.models.desk import Desk
from erap_desktop.models.transfer import TransferMeter
from erap_desktop.services import sync_items, work
from erap_desktop.services.errors import CopyError, UnknownHereError
from erap_desktop.services.session import Session
from erap_desktop.services.sync_items import NEEDS, RECEIVED, WAITING, SyncItem, SyncItems
from erap_desktop.services.sync_problems import Problem, of_error, of_report
from erap_desktop.ui.sync_centre.headline import headline
from erap_desktop.ui.sync_centre.notice_words import notice_for
from erap_desktop.ui.sync_centre.screen import SyncCentreScreen
from erap_desktop.ui.words.reasons import explanation
from sync.casework.commands import BODIES, CorrectField
from sync.casework.values import Disposition
from sync.casework.verdict import Reason, Verdict
from sync.engine.report import SyncReport
from sync.protocol.administration import ORDERS
from sync.replica.errors import DamagedError, DiskFullError
from tests.desktop.casedesk import ask, press, settled, stage
from tests.desktop.happenings import laptop
from tests.desktop.profiles import DemoOffice, OpenDesk
from tests.desktop.ui.checks import check_screen
from tests.desktop.ui.conftest import plain_looks

__all__ = ["plain_looks"]

NOW = datetime(2026, 11, 24, 15, 30, tzinfo=UTC)


def item(state: str = "saved", **changes: Any) -> SyncItem:
    """An approval made three hours ago."""
    made = SyncItem(
        id=UUID(int=1),
        case=UUID(int=2),
        kind="approve",
        made_at=NOW - timedelta(hours=3),
        state=state,
        reason="",
        detail="",
        disposition=None,
        acknowledged=False,
        number="26-000001",
        applicant="Ana Griego",
        here=True,
        taken_back=False,
        can_take_back=state == "saved",
    )
    return made._replace(**changes)


def said(*items: SyncItem, checked: datetime | None = NOW) -> str:
    """The headline for these items."""
    words = headline(SyncItems(items, NOW, checked), work_offline=False, syncing=False, problem=Problem.NONE)
    return f"{words.title} {words.text}"


# --- What is said --------------------------------------------------------------------------------


def test_at_the_office_is_said_only_when_nothing_waits_and_nothing_needs_someone() -> None:
    assert said(item("accepted")).startswith("Everything you did is at the office")
    for open_ in (item("saved"), item("received"), item("held"), item("contested"), item("rejected")):
        assert "Everything you did is at the office" not in said(item("accepted"), open_)


def test_the_headline_counts_and_says_how_long_the_oldest_has_waited() -> None:
    assert said(item(), item()) == "2 changes are only on this laptop The oldest has waited 3 h."
    assert said(item("held"), item()).startswith("1 item needs you 1 change is only on this laptop.")


def test_before_the_first_sync_nothing_is_claimed() -> None:
    assert said(checked=None) == "Nothing waits on this laptop Not checked with the office yet."


def test_being_offline_is_no_error() -> None:
    words = headline(SyncItems((), NOW, NOW), work_offline=True, syncing=False, problem=Problem.NONE)
    assert words.tone == "success"
    assert "nothing is sent" in words.text


@pytest.mark.parametrize("verdict", list(Verdict))
@pytest.mark.parametrize("reason", list(Reason))
def test_every_verdict_is_explained_without_codes(verdict: Verdict, reason: Reason) -> None:
    text = explanation(verdict.value, reason.value)
    assert text.endswith(".")
    assert "_" not in text
    assert "{" not in text


@pytest.mark.parametrize("disposition", list(Disposition))
def test_what_became_of_it_is_said_instead(disposition: Disposition) -> None:
    assert explanation("held", "late_work", disposition.value) != explanation("held", "late_work")


def test_a_newer_servers_verdict_is_explained_as_kept() -> None:
    assert explanation("something_new", "unheard_of") == explanation("held")


def test_every_kind_of_command_has_a_word() -> None:
    made_by_people = {*BODIES.known, *ORDERS.known} - {"absorb.1", "retry.1", "restored.1"}
    for tag in made_by_people:
        kind = tag.rsplit(".", 1)[0]
        assert sync_words.done_word(kind) != kind


def test_an_item_is_in_one_list_and_leaves_needs_you_once_it_was_dealt_with() -> None:
    assert item("held").group == NEEDS
    assert item("held", acknowledged=True).group == RECEIVED
    assert item("contested", disposition="adopted").group == RECEIVED
    assert item("received").group == WAITING
    assert sync_words.state_badge(item("held", acknowledged=True))[0] == "neutral"


# --- What stands in the way ----------------------------------------------------------------------


def test_problems_are_told_apart() -> None:
    assert of_report(SyncReport(online=True)) is Problem.NONE
    assert of_report(SyncReport(portal=True)) is Problem.PORTAL
    assert of_report(SyncReport(why="the server could not be reached")) is Problem.UNREACHABLE
    assert of_report(SyncReport(why="somebody answered with a certificate that is …")) is Problem.CERTIFICATE
    assert of_report(SyncReport(online=True, mass_leave=40)) is Problem.MASS_LEAVE
    assert of_report(SyncReport(online=True, digest_ok=False)) is Problem.DISAGREES
    assert of_report(SyncReport(refused="busy")) is Problem.OFFICE_BUSY
    assert of_report(SyncReport(refused="upgrade", online=True)) is Problem.UPGRADE
    assert of_error(CopyError()) is Problem.COPY
    assert of_error(UnknownHereError()) is Problem.UNKNOWN_LAPTOP
    assert of_error(DiskFullError(Path("outbox.db"))) is Problem.DISK_FULL
    assert of_error(DamagedError(Path("replica.db"), "")) is Problem.DAMAGED
    assert of_error(DamagedError(Path("outbox.db"), "")) is Problem.DAMAGED_WORK
    assert of_error(ZeroDivisionError()) is Problem.UNFORESEEN


@pytest.mark.parametrize("problem", [one for one in Problem if one])
def test_every_problem_has_words_or_is_an_ordinary_lack_of_network(problem: Problem) -> None:
    words = notice_for(problem)
    assert (words is None) == (problem in (Problem.UNREACHABLE, Problem.BROKE_OFF))
    if words is not None:
        assert bool(words.act) == bool(words.button)


def test_only_the_damaged_copy_can_be_thrown_away() -> None:
    copy, own_work = notice_for(Problem.DAMAGED), notice_for(Problem.DAMAGED_WORK)
    assert copy is not None
    assert own_work is not None
    assert copy.act == "rebuild"
    assert own_work.act == ""


def test_progress_never_goes_back_and_time_left_is_told_only_when_it_can_be() -> None:
    meter = TransferMeter()
    assert meter.step(0, 100, 0, now=0.0).seconds_left is None
    half = meter.step(50, 50, 4_000, now=10.0)
    assert (half.done, half.total) == (50, 100)
    assert half.seconds_left == pytest.approx(10.0)
    later = meter.step(55, 145, 5_000, now=11.0)  # the next feed: more to come than was known
    assert later.done <= later.total
    assert later.done >= 100


# --- The screen ----------------------------------------------------------------------------------


def shown(qtbot: QtBot, desk: Desk) -> SyncCentreScreen:
    """The screen, gone to, with its data."""
    screen = SyncCentreScreen(desk)
    stage(qtbot, screen)
    screen.on_enter()
    settled(qtbot, desk)
    return screen


def worked(session: Session) -> UUID:
    """An approval and a note, saved here."""
    rows = [row for row in session.replica.rows() if row.status == "in_review"]
    work.note(session, rows[-1].id, "Called twice, no answer.")
    return work.approve(session, rows[-1].id, "The papers were seen.").command


def test_the_screen_keeps_to_the_rules_of_all_screens(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk("worker1")
    ask(qtbot, desk, worked)

    def ready(widget: QWidget) -> None:
        assert isinstance(widget, SyncCentreScreen)
        widget.on_enter()
        settled(qtbot, desk)

    check_screen(qtbot, partial(SyncCentreScreen, desk), ready)


def test_what_waits_is_taken_back_by_keyboard(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk("worker1")
    approval = ask(qtbot, desk, worked)
    screen = shown(qtbot, desk)
    assert screen.groups.current() == WAITING
    screen.table.setFocus()
    press(Qt.Key.Key_Home, ctrl=True)
    assert screen.table.current_id == approval
    press(Qt.Key.Key_Z, ctrl=True)
    settled(qtbot, desk)
    items = {one.id: one for one in ask(qtbot, desk, sync_items.sync_items).items}
    assert items[approval].taken_back
    assert len(items) == 3  # the undoing waits as well, and is counted like everything that waits


def test_what_support_gets_names_nobody(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk("worker1")
    approval = ask(qtbot, desk, worked)
    screen = shown(qtbot, desk)
    screen.table.setFocus()
    press(Qt.Key.Key_C, ctrl=True, shift=True)
    settled(qtbot, desk)
    copied = QGuiApplication.clipboard().text()
    rows = ask(qtbot, desk, lambda session: session.replica.rows())
    assert str(approval) in copied
    assert not any(row.applicant in copied for row in rows)
    assert not any(row.number and row.number in copied for row in rows)


def test_what_needs_someone_comes_first_and_is_noted_as_seen(
    qtbot: QtBot, open_desk: OpenDesk, office: DemoOffice, tmp_path: Path
) -> None:
    desk = open_desk("worker1")
    approval = ask(qtbot, desk, worked)
    with laptop(office, tmp_path / "car", "worker1") as car:
        case = [row.id for row in car.session.replica.rows() if row.status == "in_review"][-1]
        before = car.case(case).months_paid_before
        body = CorrectField(path=("months_paid_before",), was=before, value=(before or 0) + 1)
        work.perform(car.session, case, body)
        car.sync()
    screen = shown(qtbot, desk)
    with qtbot.waitSignal(desk.sync_finished, timeout=10_000):
        desk.set_work_offline(False)
    settled(qtbot, desk)
    assert screen.groups.current() == NEEDS
    assert screen.table.current_id == approval
    assert "Facts of the case changed" in screen.pane.explanation
    screen.table.setFocus()
    press(Qt.Key.Key_Return, ctrl=True)
    settled(qtbot, desk)
    items = {one.id: one for one in ask(qtbot, desk, sync_items.sync_items).items}
    assert items[approval].acknowledged
    assert screen.groups.current() == RECEIVED


class _Portal(BaseHTTPRequestHandler):
    """What a hotel's network answers to everything."""

    def do_POST(self) -> None:
        body = b"<html><body>Welcome! Please accept the terms.</body></html>"
        self.rfile.read(int(self.headers["content-length"]))
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


@contextmanager
def portal() -> Iterator[str]:
    """A network that wants a sign-in; its address."""
    server = HTTPServer(("127.0.0.1", 0), _Portal)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_a_network_that_wants_a_sign_in_is_named_and_nothing_is_lost(
    qtbot: QtBot, open_desk: OpenDesk
) -> None:
    desk = open_desk("worker1")
    ask(qtbot, desk, worked)
    screen = shown(qtbot, desk)
    with portal() as url:
        desk.session.identity = msgspec.structs.replace(desk.session.identity, server_url=url)
        with qtbot.waitSignal(desk.sync_finished, timeout=10_000):
            desk.set_work_offline(False)
        settled(qtbot, desk)
    assert screen.notice.isVisible()
    assert screen.notice.accessibleName() == "This network wants a sign-in"
    assert screen.notice_button.text() == "Open the sign-in page"
    assert len(ask(qtbot, desk, sync_items.sync_items).of(WAITING)) == 2
