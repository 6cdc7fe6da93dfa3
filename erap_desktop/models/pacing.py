"""When to sync next: the configured cadence with jitter; full-jitter back-off while the line is down."""

from __future__ import annotations

from random import Random

FIRST_BACKOFF_SECONDS = 5
LONGEST_BACKOFF_SECONDS = 300


class Pacing:
    """Chance is handed in, so that tests know the answer."""

    def __init__(self, random: Random | None = None) -> None:
        self._random = random or Random()
        self._poll_seconds = 300
        self._jitter_percent = 20
        self._failures = 0

    def configure(self, poll_seconds: int, jitter_percent: int) -> None:
        """Takes the administrator's settings over."""
        self._poll_seconds, self._jitter_percent = poll_seconds, jitter_percent

    def begin_anew(self) -> None:
        """The line has come back: what failed before tells nothing of it."""
        self._failures = 0

    def next_ms(self, *, online: bool, retry_after: int | None) -> int:
        """Milliseconds until the next try. The server's own wish is never undercut."""
        if online:
            self._failures = 0
            spread = self._poll_seconds * self._jitter_percent / 100
            seconds = self._poll_seconds + self._random.uniform(-spread, spread)
        else:
            self._failures += 1
            ceiling = min(LONGEST_BACKOFF_SECONDS, FIRST_BACKOFF_SECONDS * 2 ** min(self._failures, 10))
            seconds = self._random.uniform(1, ceiling)
        return int(max(seconds, retry_after or 0) * 1000)
