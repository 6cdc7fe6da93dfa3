"""When the next sync is due: jitter around the configured pause; full-jitter back-off, capped (I10)."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from erap_desktop.models.pacing import FIRST_BACKOFF_SECONDS, LONGEST_BACKOFF_SECONDS, Pacing

SEEDS = st.integers(min_value=0, max_value=1 << 30)
WISHES = st.none() | st.integers(min_value=0, max_value=3600)


@given(SEEDS, st.integers(15, 86_400), st.integers(0, 100), WISHES)
def test_a_pause_stays_within_its_jitter_and_never_undercuts_the_office(
    seed: int, poll: int, jitter: int, wish: int | None
) -> None:
    pacing = Pacing(Random(seed))
    pacing.configure(poll, jitter)
    spread = poll * jitter / 100
    seconds = pacing.next_ms(online=True, retry_after=wish) / 1000
    assert max(poll - spread - 0.001, wish or 0) <= seconds <= max(poll + spread, wish or 0)


@given(SEEDS, st.integers(1, 50), WISHES)
def test_a_back_off_is_capped_and_undercuts_nobody(seed: int, failures: int, wish: int | None) -> None:
    pacing = Pacing(Random(seed))
    for failed in range(1, failures + 1):
        seconds = pacing.next_ms(online=False, retry_after=wish) / 1000
        ceiling = min(LONGEST_BACKOFF_SECONDS, FIRST_BACKOFF_SECONDS * 2**failed)
        assert max(1, wish or 0) <= seconds <= max(ceiling, wish or 0)


def test_after_the_line_has_come_back_the_first_back_off_is_short_again() -> None:
    pacing = Pacing(Random(1))
    for _ in range(20):
        pacing.next_ms(online=False, retry_after=None)
    pacing.begin_anew()
    assert pacing.next_ms(online=False, retry_after=None) <= 2 * FIRST_BACKOFF_SECONDS * 1000


def test_laptops_that_failed_together_do_not_come_again_together() -> None:
    waits = [Pacing(Random(seed)).next_ms(online=False, retry_after=None) for seed in range(200)]
    assert min(waits) < 2_000 < 8_000 < max(waits)
