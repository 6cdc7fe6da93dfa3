"""No sync by itself in quiet hours and on a metered line, as configured; a person's always."""

from __future__ import annotations

from datetime import datetime
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from erap_desktop.models import desk as desks
from erap_desktop.models.desk import Desk
from erap_desktop.models.rests import Rest, in_quiet_hours, rest
from erap_desktop.models.sync_pill import PillKind
from erap_desktop.services import work
from sync.protocol.messages import SyncConfiguration
from tests.desktop.casedesk import settled
from tests.desktop.profiles import OpenDesk

MINUTES = st.integers(min_value=0, max_value=1439)
NOON = datetime(2026, 11, 25, 12)


@given(MINUTES, MINUTES, MINUTES)
def test_a_minute_is_quiet_from_one_side_only(begin: int, end: int, minute: int) -> None:
    inside = in_quiet_hours((begin, end), minute)
    outside = in_quiet_hours((end, begin), minute)
    assert (inside != outside) is (begin != end)
    assert not in_quiet_hours((begin, end), end)


@pytest.mark.parametrize(
    ("setting", "metered", "waiting", "expected"),
    [
        ("usual", True, False, Rest.NONE),
        ("commands", False, False, Rest.NONE),
        ("commands", True, False, Rest.METERED),
        ("commands", True, True, Rest.NONE),
        ("by_hand", True, True, Rest.METERED),
        ("of a newer office", True, True, Rest.NONE),
    ],
)
def test_a_metered_line(setting: str, metered: bool, waiting: bool, expected: Rest) -> None:
    configuration = SyncConfiguration(version=1, metered=setting)
    assert rest(configuration, NOON, metered=metered, waiting=waiting) is expected


def test_what_goes_by_itself_rests_and_what_a_person_asks_for_does_not(
    qtbot: QtBot, open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk: Desk = open_desk("worker1")
    settled(qtbot, desk)
    case = desk.session.replica.rows()[0]
    monkeypatch.setattr(desks, "rest", lambda *_, **__: Rest.QUIET)
    monkeypatch.setattr(desks, "SOON_MS", 1)
    desk.work_offline = False
    with qtbot.assertNotEmitted(desk.sync_finished, wait=200):
        desk.line_came_back()
        desk.perform(partial(work.note, case_id=case.id, text="saved in the night"))
    assert (desk.pill.kind, desk.pill.rest) == (PillKind.PAUSED, Rest.QUIET)
    with qtbot.waitSignal(desk.sync_finished, timeout=10_000):
        desk.sync_now()
    settled(qtbot, desk)
    assert desk.pill.kind is not PillKind.PAUSED
    assert desk.last_report is not None
    assert desk.last_report.accepted == 1
    desk.set_work_offline(True)
