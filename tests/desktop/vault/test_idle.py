"""A laptop left alone locks itself, after a warning."""

import pytest

from erap_desktop.vault.idle import STANDARD_LIMIT, STANDARD_WARNING, IdleLock
from tests.desktop.vault.parts import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock(1000.0)


@pytest.fixture
def idle(clock: Clock) -> IdleLock:
    return IdleLock(clock)


def test_fifteen_minutes_the_last_of_them_with_a_warning(idle: IdleLock, clock: Clock) -> None:
    assert (STANDARD_LIMIT, STANDARD_WARNING) == (900, 60)
    assert idle.state() == "active"
    clock.pass_(839)
    assert idle.state() == "active"
    clock.pass_(1)
    assert idle.state() == "warning"
    assert idle.seconds_left() == 60
    clock.pass_(59)
    assert idle.state() == "warning"
    clock.pass_(1)
    assert idle.state() == "locked"


def test_activity_starts_anew_also_during_the_warning(idle: IdleLock, clock: Clock) -> None:
    clock.pass_(899)
    idle.activity()
    assert idle.state() == "active"
    assert idle.seconds_left() == 900


def test_activity_after_the_limit_comes_too_late_even_if_nobody_looked(idle: IdleLock, clock: Clock) -> None:
    clock.pass_(901)
    idle.activity()
    assert idle.state() == "locked"


def test_only_unlocking_ends_it(idle: IdleLock, clock: Clock) -> None:
    clock.pass_(2000)
    assert idle.state() == "locked"
    clock.pass_(-2000)
    assert idle.state() == "locked"
    assert idle.seconds_left() == 0
    idle.unlocked()
    assert idle.state() == "active"


def test_suspend_locks_at_once(idle: IdleLock) -> None:
    idle.lock_now()
    assert idle.state() == "locked"
    idle.activity()
    assert idle.state() == "locked"


def test_a_clock_that_jumps_back_does_not_give_more_than_the_limit(idle: IdleLock, clock: Clock) -> None:
    clock.pass_(-500)
    assert idle.seconds_left() == 900


@pytest.mark.parametrize(("limit", "warning"), [(0, 0), (60, 60), (60, 61), (60, -1)])
def test_a_warning_after_the_lock_makes_no_sense(clock: Clock, limit: float, warning: float) -> None:
    with pytest.raises(ValueError, match="before"):
        IdleLock(clock, limit, warning)


def test_the_agency_may_choose_another_limit(clock: Clock) -> None:
    idle = IdleLock(clock, limit=300, warning=0)
    clock.pass_(299)
    assert idle.state() == "active"
    clock.pass_(1)
    assert idle.state() == "locked"
