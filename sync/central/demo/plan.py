"""Who gets how many cases, where they stand, and what is particular about each, however small the demo is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from math import ceil
from typing import NamedTuple

from sync.casework.values import Status

IN_REVIEW_AT_LEAST = 10
IN_REVIEW_SHARE = 0.15
UNASSIGNED_SHARE = 0.05  # the rest, more than 90 %, is assigned


class Kind(StrEnum):
    """What is particular about a case."""

    ORDINARY = "ordinary"
    OVER_LIMIT = "over_limit"
    AT_LIMIT = "at_limit"  # to the cent
    JUST_BELOW = "just_below"
    LARGE = "large"  # nine persons or more
    INCOME_UNKNOWN = "income_unknown"
    NO_COUNTY = "no_county"
    NOT_ATTESTED = "not_attested"


class Slot(NamedTuple):
    """A case to be made: whose it will be (None: nobody's yet) and where it stands."""

    assignee: str | None
    status: Status


_EVERY = 40
_TURNS = {
    3: Kind.INCOME_UNKNOWN,
    8: Kind.AT_LIMIT,
    13: Kind.LARGE,
    17: Kind.NO_COUNTY,
    22: Kind.INCOME_UNKNOWN,
    26: Kind.JUST_BELOW,
    31: Kind.NOT_ATTESTED,
    36: Kind.INCOME_UNKNOWN,
}
_GAPS = (Kind.INCOME_UNKNOWN, Kind.NO_COUNTY, Kind.INCOME_UNKNOWN, Kind.NOT_ATTESTED)


def slots(cases: int, caseworkers: int) -> list[Slot]:
    """A slot a case, for `worker1` … `workerK`, whose numbers of cases differ by at most one."""
    if caseworkers < 1:
        return [Slot(None, Status.SUBMITTED)] * cases
    enough = cases >= caseworkers * 2 * IN_REVIEW_AT_LEAST
    unassigned = int(cases * UNASSIGNED_SHARE) if enough else 0
    found = [Slot(None, Status.SUBMITTED)] * unassigned
    share, more = divmod(cases - unassigned, caseworkers)
    for index in range(caseworkers):
        found += [Slot(f"worker{index + 1}", status) for status in _statuses(share + (index < more))]
    return found


def _statuses(count: int) -> list[Status]:
    in_review = min(count, max(IN_REVIEW_AT_LEAST, ceil(count * IN_REVIEW_SHARE)))
    asked = (count - in_review) // 8
    statuses = [Status.IN_REVIEW] * in_review + [Status.INFORMATION_REQUESTED] * asked
    return statuses + [Status.ASSIGNED] * (count - in_review - asked)


def kinds(planned: Iterable[Slot]) -> Iterator[Kind]:
    """In review: over the limit. Information requested: something is missing. Others: mostly ordinary."""
    ordinary = asked = 0
    for slot in planned:
        if slot.status is Status.IN_REVIEW:
            yield Kind.OVER_LIMIT
        elif slot.status is Status.INFORMATION_REQUESTED:
            yield _GAPS[asked % len(_GAPS)]
            asked += 1
        else:
            yield _TURNS.get(ordinary % _EVERY, Kind.ORDINARY)
            ordinary += 1
