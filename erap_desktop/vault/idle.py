"""When an unattended laptop locks itself. Only the decision: the window feeds it and acts on it."""

from collections.abc import Callable
from typing import Final, Literal

IdleState = Literal["active", "warning", "locked"]

STANDARD_LIMIT: Final = 15 * 60.0
"""Seconds without a key or the mouse. NIST SP 800-53 AC-11 leaves the period to the agency and cites OMB
M-06-16, at most 30 minutes for remote and portable devices; a laptop in a shared office gets half of that."""

STANDARD_WARNING: Final = 60.0
"""Seconds of warning before."""


class IdleLock:
    """Counts idle time on a clock that only goes forward.

    The clock should go on during suspend where there is one that does (CLOCK_BOOTTIME on Linux). The system's
    own lock, and a sleep, are seen to by the window.
    """

    def __init__(
        self,
        clock: Callable[[], float],
        limit: float = STANDARD_LIMIT,
        warning: float = STANDARD_WARNING,
    ) -> None:
        """`limit` and `warning` in seconds, 0 <= warning < limit (ValueError otherwise). Starts active."""
        if not 0 <= warning < limit:
            raise ValueError("the warning comes before the limit")
        self._clock = clock
        self._limit = limit
        self._warning = warning
        self._last = clock()
        self._locked = False

    def activity(self) -> None:
        """A key or the mouse. Comes too late once the limit has passed: then only `unlocked` helps."""
        if self.state() != "locked":
            self._last = self._clock()

    def seconds_left(self) -> float:
        """Seconds until it locks, for the warning; 0 when locked."""
        if self._locked:
            return 0.0
        return max(0.0, self._limit - max(0.0, self._clock() - self._last))

    def state(self) -> IdleState:
        """What is due now. Locked stays locked, whatever the clock does, until `unlocked`."""
        left = self.seconds_left()
        if left <= 0:
            self._locked = True
            return "locked"
        return "warning" if left <= self._warning else "active"

    def lock_now(self) -> None:
        """Suspend, the system's own lock, or a person asked for it."""
        self._locked = True

    def unlocked(self) -> None:
        """The right passphrase was given: idle time starts anew."""
        self._locked = False
        self._last = self._clock()
