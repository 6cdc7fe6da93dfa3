"""What a line is taken to carry, and how long it is waited on."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sync.engine.line import FAST, LEAST_BUDGET, SLOWEST_UP, STALLED_SECONDS, TELLING, Line

SIZES = st.integers(min_value=0, max_value=10_000_000)
SECONDS = st.floats(min_value=0, max_value=10_000)


@given(st.lists(st.tuples(SIZES, SECONDS)), SIZES)
def test_whatever_was_measured_a_budget_can_be_kept_and_a_request_can_get_up(
    answers: list[tuple[int, float]], sent: int
) -> None:
    line = Line()
    for size, seconds in answers:
        line.carried(size, seconds)
    assert line.budget is None or LEAST_BUDGET <= line.budget < FAST
    assert STALLED_SECONDS <= line.patience(sent) <= STALLED_SECONDS + sent / SLOWEST_UP


def test_a_thin_line_is_known_by_a_long_answer_and_not_by_a_short_one() -> None:
    line, known = Line(), []
    for size, seconds in ((TELLING - 1, 60.0), (125_000, 4.0), (10_000_000, 1.0)):
        line.carried(size, seconds)
        known.append(line.budget)
    assert known == [None, 16_384, None]
