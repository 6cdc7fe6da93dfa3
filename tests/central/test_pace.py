"""Frames begin small and grow, and none is longer than the laptop said it takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from sync.central.feed.pace import FIRST, MOST, Pace
from sync.central.service import Central
from sync.protocol.frames import FrameReader
from sync.protocol.messages import Entries, ExchangeRequest
from sync.protocol.versions import CURRENT
from tests.central.parts import Pen, answered
from tests.engine.world import make_server


def test_frames_grow_up_to_a_limit() -> None:
    pace, brought = Pace(None, first=True), []
    for _ in range(6):
        brought.append(pace.objects)
        pace.sent(pace.objects, 10_000)
    assert brought == [FIRST, 40, 80, 160, MOST, MOST]


@pytest.mark.parametrize("budget", [-1, 0, 1, 100])
def test_a_budget_below_one_object_still_brings_one(budget: int) -> None:
    pace = Pace(budget, first=True)
    assert pace.objects == 1
    pace.sent(1, 5_000)
    assert pace.objects == 1


def test_a_line_that_bears_more_than_it_seemed_gets_more() -> None:
    pace = Pace(8_000, first=True)
    assert pace.objects == 5
    pace.sent(5, 700)
    assert pace.objects == 10
    pace.sent(0, 40)
    assert pace.objects >= 1


def test_a_first_sync_over_a_slow_line_comes_in_frames_of_its_budget(tmp_path: Path) -> None:
    """What breaks on its way costs one frame. How long the next becomes is told by those before it."""
    central = make_server(tmp_path, cases=60, caseworkers=1)
    pen = Pen(central, "worker1")
    sizes = {budget: frame_sizes(central, pen, budget) for budget in (None, 8_000)}
    central.close()
    assert max(sizes[8_000]) < 1.25 * 8_000 < max(sizes[None])


def frame_sizes(central: Central, pen: Pen, budget: int | None) -> list[int]:
    """Bytes on the wire of each frame with the caseworker's cases."""
    reader, sizes = FrameReader(), []
    request = ExchangeRequest(CURRENT, {}, chain=pen.history, budget=budget)
    for data in answered(central, pen.device, request):
        for frame in reader.feed(data):
            if isinstance(frame, Entries) and frame.feed == "user":
                sizes.append(len(data))
    return sizes
