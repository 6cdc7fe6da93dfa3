"""A whole sync: exchanges until nothing is left to bring or to send; then cases that left are removed."""

from __future__ import annotations

from sync.engine.agreement import Breaker, Step, disagreeing, inventory, recount_when_due, stands_at
from sync.engine.exchange import Exchange, Outcome
from sync.engine.guard import confirmed
from sync.engine.history import History
from sync.engine.ports import (
    Clock,
    CursorMovedError,
    NoConnectionError,
    OutboxPort,
    ReplicaPort,
    TooLargeError,
    Transport,
)
from sync.engine.recovery import Recovery
from sync.engine.report import Observer, SyncReport
from sync.engine.request import (
    Asked,
    build,
    failures,
    note_dictionary,
    note_failures,
    shared_dictionary,
)
from sync.protocol.messages import Cursor, Entries, Head, Held, Refusal
from sync.protocol.versions import MAX_COMMANDS

MAX_ROUNDS = 400  # bounds a sync: 20,000 commands, or a server that always says "more"
OFFSET_WORTH_NOTING_MS = 2_000


def synchronise(
    outbox: OutboxPort,
    replica: ReplicaPort,
    transport: Transport,
    clock: Clock,
    *,
    by_hand: bool = False,
    budget: int | None = None,
    observer: Observer | None = None,
) -> SyncReport:
    """Runs one sync and reports. A broken link is no error: what was sent stays pending.

    `by_hand`: a person who was told of a mass leave started it, and so confirms it. `budget`: bytes that the
    line carries in about a second, where that is known; no frame should be longer.
    """
    report = SyncReport()
    recount_when_due(replica, clock.now())
    complete = False
    try:
        complete = _rounds(outbox, replica, transport, clock, report, budget, observer)
    except NoConnectionError as error:
        report.online, report.too_large = False, isinstance(error, TooLargeError)
        report.why, report.portal, report.retry_after = str(error), error.portal, error.retry_after
    _remove_left(outbox, replica, report, by_hand=by_hand)
    if complete:
        _let_go(outbox, replica)
    return report


def _rounds(
    outbox: OutboxPort,
    replica: ReplicaPort,
    transport: Transport,
    clock: Clock,
    report: SyncReport,
    budget: int | None,
    observer: Observer | None,
) -> bool:
    """True when the laptop has everything that the server has for it."""
    history = History(outbox, replica, clock)
    recovery = Recovery(outbox, transport, history)
    repair: dict[str, tuple[Held, ...]] = {}
    sent: set[int] = set()
    most = MAX_COMMANDS
    for _ in range(MAX_ROUNDS):
        asked = build(outbox, replica, history, repair, budget, most)
        exchange = Exchange(outbox, replica, transport, report, observer)
        sent |= set(asked.pushed)
        report.sent = len(sent)
        try:
            outcome = _attempt(exchange, replica, asked)
        except TooLargeError:
            most = len(asked.pushed) // 2
            if most == 0:
                raise
            continue
        if outcome is None:
            continue
        if isinstance(outcome.end, Refusal):
            if outcome.end.code == "dictionary" and shared_dictionary(replica):
                note_dictionary(replica, 0)  # an older server than the one before: say it again without
                continue
            if recovery.goes_on(outcome.end):
                continue
            _refused(outcome.end, report)
            return False
        report.online, report.server_time = True, outcome.end.server_time
        report.durable_through = outcome.end.durable_through
        history.note(outcome.end)
        note_dictionary(replica, outcome.end.dictionary)
        outbox.wishes_told(asked.wishes)
        if report.changed:
            _note_server(replica, outcome.end, clock)
        _end_empty_passes(replica, outcome.end)
        again, repair = _agree(replica, outcome, clock, report)
        if report.digest_ok and not again:
            _swap_when_whole(outbox, replica, history, outcome.end)
        unsent = bool(asked.pushed) and bool(outbox.unanswered(1, 1))
        if not (again or outcome.end.more or unsent):
            return report.digest_ok and not replica.filling()
    return False


def _attempt(exchange: Exchange, replica: ReplicaPort, asked: Asked) -> Outcome | None:
    """None when another sync of this profile was faster: ask again from where that one left off."""
    try:
        outcome = exchange.run(asked)
    except CursorMovedError:
        return None
    except TooLargeError:
        raise  # nobody has looked at the batch
    except NoConnectionError:
        if asked.pushed:
            note_failures(replica, failures(replica) + 1)
        raise
    note_failures(replica, 0)
    return outcome


def _refused(refusal: Refusal, report: SyncReport) -> None:
    report.refused, report.why = refusal.code, refusal.detail
    report.retry_after = refusal.retry_after
    report.online = refusal.code != "busy"


def _note_server(replica: ReplicaPort, head: Head, clock: Clock) -> None:
    """The server's time of this base, and how far the laptop's clock is off; neither decides anything."""
    replica.remember("server_time", head.server_time.isoformat())
    offset = int((head.server_time - clock.now()).total_seconds() * 1000)
    known = replica.recall("clock_offset_ms")
    if known is None or abs(offset - int(known)) > OFFSET_WORTH_NOTING_MS:
        replica.remember("clock_offset_ms", str(offset))


def _end_empty_passes(replica: ReplicaPort, head: Head) -> None:
    """A feed that was set back and is empty now, or no longer ours, sends no frame that could end its pass.

    What it had brought before has left.
    """
    if head.more:
        return
    for feed in replica.begun_anew():
        if feed not in head.heads or head.heads[feed].number == 0:
            replica.apply(Entries(feed, Cursor(), Cursor(), ()))


def _swap_when_whole(outbox: OutboxPort, replica: ReplicaPort, history: History, head: Head) -> None:
    """A new copy beside the old is read once it agrees; only then is what was sent trimmed."""
    if head.more or not replica.filling() or not stands_at(replica, head):
        return
    for case, seq in replica.swap_in().items():
        outbox.applied(case, seq)
    replica.end_beside()
    history.swapped()


def _agree(
    replica: ReplicaPort, outcome: Outcome, clock: Clock, report: SyncReport
) -> tuple[bool, dict[str, tuple[Held, ...]]]:
    """Whether to ask again, and what is held of the feeds that need a repair."""
    assert isinstance(outcome.end, Head)
    breaker = Breaker(replica, clock.now())
    wrong = disagreeing(replica, outcome.end)
    report.digest_ok = not wrong
    if not wrong and not outcome.gaps:
        if not outcome.end.more:
            breaker.agreed()
        return False, {}
    step = breaker.next_step()
    report.stopped = step is Step.STOP
    if step is Step.STOP:
        if replica.filling():
            replica.end_beside()  # it agrees no better than the old copy, which goes on
        return False, {}
    report.repairs += 1
    return True, inventory(replica, wrong, outcome.gaps) if step is Step.REPAIR else {}


def _remove_left(outbox: OutboxPort, replica: ReplicaPort, report: SyncReport, *, by_hand: bool) -> None:
    """A case that left is removed once everything of it was answered for, and not before."""
    left = replica.left_cases()
    if not confirmed(replica, len(left), report.server_time, by_hand=by_hand):
        report.mass_leave = len(left)
        return
    gone = tuple(case for case in left if not outbox.waits(case))
    if gone:
        outbox.forget(gone)
        replica.purge(gone)
        report.removed_cases |= set(gone)


def _let_go(outbox: OutboxPort, replica: ReplicaPort) -> None:
    """Content of answered commands whose case never came back: it had left, or here is only its header."""
    listed = {case: replica.row(case) for case in outbox.kept()}
    gone = tuple(case for case, row in listed.items() if row is None)
    if gone:
        outbox.forget(gone)
    for case, row in listed.items():
        if row is not None and not row.whole:
            outbox.applied(case, outbox.last_seq())
