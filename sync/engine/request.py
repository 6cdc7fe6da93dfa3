"""Building one request: what is pushed, what is held, what needs repair."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from uuid import UUID

from sync.engine.history import History
from sync.engine.ports import OutboxPort, ReplicaPort
from sync.protocol.dictionary import NEWEST, common
from sync.protocol.messages import ExchangeRequest, Held, Wanted
from sync.protocol.versions import CURRENT, MAX_COMMANDS, MAX_PUSH_BYTES, MAX_WISHES

FAILURES = "push_failures"
SINGLE_AFTER = 2  # a batch that went unanswered twice is decided one command per transaction


_DICTIONARY = "dictionary"


class Asked(NamedTuple):
    """A request, the numbers it pushes, and the wishes it carries."""

    request: ExchangeRequest
    pushed: range
    wishes: Mapping[UUID, Wanted]


def failures(replica: ReplicaPort) -> int:
    """How many pushes in a row went unanswered."""
    return int(replica.recall(FAILURES) or 0)


def note_failures(replica: ReplicaPort, count: int) -> None:
    """Kept across restarts; written only when it changes."""
    if count != failures(replica):
        replica.remember(FAILURES, str(count))


def shared_dictionary(replica: ReplicaPort) -> int:
    """The dictionary for requests: one that the server has, as its last answer said; 0 for none."""
    return common(int(replica.recall(_DICTIONARY) or 0))


def note_dictionary(replica: ReplicaPort, newest: int) -> None:
    """What the server has; written only when it changes."""
    if newest != int(replica.recall(_DICTIONARY) or 0):
        replica.remember(_DICTIONARY, str(newest))


def build(
    outbox: OutboxPort,
    replica: ReplicaPort,
    history: History,
    repair: Mapping[str, tuple[Held, ...]],
    budget: int | None = None,
    most: int = MAX_COMMANDS,
) -> Asked:
    """The next request. Batches are halved after each failure, down to one, and never more than `most`."""
    failed = failures(replica)
    limit = min(most, max(1, MAX_COMMANDS >> min(failed, 6)))
    outgoing = outbox.unanswered(limit, max(1, MAX_PUSH_BYTES >> min(failed, 6)))
    last = outbox.last_seq()
    first = outgoing[0].seq if outgoing else 0
    wishes = outbox.wishes(MAX_WISHES)
    request = ExchangeRequest(
        revision=CURRENT,
        cursors=replica.cursors(),
        last_seq=last,
        first=first,
        chain=outbox.chain_before(first or last + 1),
        push=tuple(one.data for one in outgoing),
        single=bool(outgoing) and failed >= SINGLE_AFTER,
        want=_those(wishes, Wanted.READ),
        unwant=_those(wishes, Wanted.NOTHING),
        repair=dict(repair),
        budget=budget,
        dictionary=NEWEST,
        pin=_those(wishes, Wanted.PINNED),
        epoch=history.epoch(),
        witness=history.witness(pushes=bool(outgoing)),
    )
    return Asked(request, range(first, first + len(outgoing)), wishes)


def _those(wishes: Mapping[UUID, Wanted], wanted: Wanted) -> tuple[UUID, ...]:
    return tuple(case for case, one in wishes.items() if one is wanted)
