"""Frames begin small and grow, and none is longer than the laptop said it takes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import zstandard

from sync.central.feed.pace import FIRST, MOST, Pace
from sync.central.service import Central
from sync.protocol.frames import FrameReader
from sync.protocol.messages import Entries, ExchangeRequest, Frame, Put
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


@pytest.fixture
def first_sync(tmp_path: Path) -> Iterator[FirstSync]:
    """A caseworker with 60 cases who has none of them yet."""
    central = make_server(tmp_path, cases=60, caseworkers=1)
    yield FirstSync(central, Pen(central, "worker1"))
    central.close()


class FirstSync(NamedTuple):
    """A server and whoever asks it for everything."""

    central: Central
    pen: Pen

    def frames(self, budget: int | None = None) -> list[tuple[int, Frame]]:
        """Each frame and the bytes it came in."""
        request = ExchangeRequest(CURRENT, {}, chain=self.pen.history, budget=budget)
        reader, found = FrameReader(), []
        for data in answered(self.central, self.pen.device, request):
            found += [(len(data), frame) for frame in reader.feed(data)]
        return found


def test_a_first_sync_over_a_slow_line_comes_in_frames_of_its_budget(first_sync: FirstSync) -> None:
    """What breaks on its way costs one frame. How long the next becomes is told by those before it."""

    def longest(budget: int | None) -> int:
        return max(size for size, frame in first_sync.frames(budget) if isinstance(frame, Entries))

    assert longest(8_000) < 1.25 * 8_000 < longest(None)


def test_a_first_sync_is_shorter_than_its_objects_compressed_together(first_sync: FirstSync) -> None:
    """Cursors, checksums and all, in frames that stand for themselves; the other at zstd's best."""
    came = first_sync.frames()
    entries = [one for _, frame in came if isinstance(frame, Entries) for one in frame.entries]
    bodies = b"".join(bytes(one.body) for one in entries if isinstance(one, Put))
    together = zstandard.ZstdCompressor(level=19).compress(bodies)
    assert sum(size for size, _ in came) < 0.85 * len(together)
