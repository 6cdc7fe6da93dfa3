"""The level of compression follows the line, and gives way when many ask at once."""

from __future__ import annotations

from contextlib import ExitStack

from sync.central.levels import CROWD, HARD, LIGHT, THIN_LINE, Answering
from sync.protocol.frames import DEFAULT_LEVEL


def test_only_a_first_sync_over_a_thin_line_is_compressed_hard() -> None:
    answering = Answering()
    assert answering.level(None, first=True) == DEFAULT_LEVEL
    assert answering.level(THIN_LINE + 1, first=True) == DEFAULT_LEVEL
    assert answering.level(THIN_LINE, first=True) == HARD
    assert answering.level(THIN_LINE, first=False) == DEFAULT_LEVEL


def test_a_crowd_gets_light_compression_and_the_next_one_alone_does_not() -> None:
    answering = Answering()
    with ExitStack() as stack:
        for _ in range(CROWD):
            stack.enter_context(answering.one())
        assert answering.level(THIN_LINE, first=True) == HARD
        stack.enter_context(answering.one())
        assert answering.level(THIN_LINE, first=True) == LIGHT
    assert answering.count == 0
