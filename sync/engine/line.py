"""What a line carries, measured on the answers that come over it, and how long to wait for the next byte.

A slow line that still moves is never cut; a stalled one is.
"""

from __future__ import annotations

CONNECT_SECONDS = 15.0
STALLED_SECONDS = 30.0  # without a byte: several lost packets in a row at 800 ms
SLOWEST_UP = 2_000  # bytes a second: what a request is given before anything is known of the line
TELLING = 8 * 1024  # bytes: a shorter answer says more about distance than about width
FAST = 256 * 1024  # bytes a second, from which on no frame is long
LEAST_BUDGET = 4 * 1024


class Line:
    """Bytes a second, as the last long answers came. Knows no clock: durations are handed in."""

    def __init__(self) -> None:
        self._rate: float | None = None

    def carried(self, size: int, seconds: float) -> None:
        """So many bytes came within so many seconds, the wait before the first of them not counted."""
        if size < TELLING:
            return
        rate = size / max(seconds, 0.001)
        self._rate = rate if self._rate is None else (self._rate + rate) / 2

    @property
    def budget(self) -> int | None:
        """Bytes of about a second, a power of two; None while unknown, or where it doesn't matter."""
        if self._rate is None or self._rate >= FAST:
            return None
        rate = max(LEAST_BUDGET, int(self._rate))
        return 1 << (rate.bit_length() - 1)

    def patience(self, sent: int) -> float:
        """Seconds until the first byte of an answer may take: a request of so many bytes goes up first.

        Up is taken for a quarter of down, as country lines are sold.
        """
        up = max(SLOWEST_UP, (self._rate or 0) / 4)
        return STALLED_SECONDS + sent / up
