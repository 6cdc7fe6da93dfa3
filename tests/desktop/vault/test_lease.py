"""How long a laptop goes on without having met the server."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erap_desktop.vault.lease import STATES, LeaseDays, LeaseState, highest_seen, lease_state

CONTACT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
SPAN = st.timedeltas(timedelta(days=-400), timedelta(days=400))


@pytest.mark.parametrize(
    ("day", "before", "then"),
    [
        (3, "active", "warn"),
        (10, "warn", "read-only"),
        (14, "read-only", "locked"),
        (30, "locked", "sealed"),
    ],
)
def test_each_boundary_belongs_to_the_stricter_state(day: int, before: LeaseState, then: LeaseState) -> None:
    assert lease_state(CONTACT, CONTACT + timedelta(days=day) - SECOND) == before
    assert lease_state(CONTACT, CONTACT + timedelta(days=day)) == then


def test_it_is_active_at_the_contact_itself() -> None:
    assert lease_state(CONTACT, CONTACT) == "active"


def test_the_administrator_sets_other_days() -> None:
    assert lease_state(CONTACT, CONTACT + timedelta(days=2), (1, 2, 3, 4)) == "read-only"


@given(shown=st.lists(SPAN, min_size=1), back=st.timedeltas(timedelta(0), timedelta(days=400)))
def test_a_clock_set_back_never_extends(shown: list[timedelta], back: timedelta) -> None:
    highest = None
    for span in shown:
        highest = highest_seen(highest, CONTACT + span)
    assert highest is not None
    before = lease_state(CONTACT, highest, highest=highest)
    after = lease_state(CONTACT, highest - back, highest=highest)
    assert STATES.index(after) >= STATES.index(before)


@given(first=SPAN, second=SPAN)
def test_time_only_makes_it_stricter(first: timedelta, second: timedelta) -> None:
    earlier, later = sorted((CONTACT + first, CONTACT + second))
    assert STATES.index(lease_state(CONTACT, earlier)) <= STATES.index(lease_state(CONTACT, later))


def test_a_clock_that_ran_ahead_is_forgiven_by_the_next_contact() -> None:
    ahead = CONTACT + timedelta(days=3650)
    assert lease_state(CONTACT, CONTACT, highest=highest_seen(None, ahead)) == "sealed"
    met_again = CONTACT + timedelta(days=1)
    assert lease_state(met_again, met_again, highest=highest_seen(None, met_again)) == "active"


def test_zones_do_not_matter_and_a_time_without_one_is_refused() -> None:
    from zoneinfo import ZoneInfo

    denver = (CONTACT + timedelta(days=3)).astimezone(ZoneInfo("America/Denver"))
    assert lease_state(CONTACT, denver) == "warn"
    with pytest.raises(ValueError, match="zone"):
        lease_state(CONTACT, CONTACT.replace(tzinfo=None))
    with pytest.raises(ValueError, match="zone"):
        lease_state(CONTACT.replace(tzinfo=None), CONTACT)


@pytest.mark.parametrize("days", [(0, 1, 2, 3), (3, 3, 14, 30), (10, 3, 14, 30), (-1, 10, 14, 30)])
def test_days_have_to_rise(days: LeaseDays) -> None:
    with pytest.raises(ValueError, match="rising"):
        lease_state(CONTACT, CONTACT, days)
