"""When no sync starts by itself: in quiet hours and on a metered line, as the administrator has set it.

What a person asks for always starts.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sync.protocol.administration import Metered
from sync.protocol.messages import SyncConfiguration


class Rest(StrEnum):
    """Why nothing goes by itself now."""

    NONE = ""
    QUIET = "quiet"
    METERED = "metered"


def rest(configuration: SyncConfiguration, at: datetime, *, metered: bool, waiting: bool) -> Rest:
    """`at`: this laptop's local time. `waiting`: something made here has not been answered yet."""
    if in_quiet_hours(configuration.quiet_hours, 60 * at.hour + at.minute):
        return Rest.QUIET
    if not metered or configuration.metered == Metered.USUAL:
        return Rest.NONE
    goes = waiting and configuration.metered != Metered.BY_HAND
    return Rest.NONE if goes else Rest.METERED


def in_quiet_hours(hours: tuple[int, int], minute: int) -> bool:
    """Minutes of the day; the end is not in it, and it may lie beyond midnight. Two alike: never."""
    begin, end = hours
    if begin <= end:
        return begin <= minute < end
    return minute >= begin or minute < end
