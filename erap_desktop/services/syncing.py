"""Running a sync of a profile, and what is known about the last one."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from erap_desktop.services.delivering import deliver_strangers
from erap_desktop.services.drafts import stranded_drafts
from erap_desktop.services.errors import CopyError, ServerBehindError, UnknownHereError
from erap_desktop.services.locks import held
from erap_desktop.services.session import Session
from erap_desktop.vault.lease import LeaseState, lease_state
from sync.engine.ports import NoConnectionError, Transport
from sync.engine.report import Observer
from sync.engine.report import Progress as Progress
from sync.engine.report import SyncReport as SyncReport
from sync.engine.sync import synchronise
from sync.protocol.messages import SyncConfiguration

if TYPE_CHECKING:
    from erap_desktop.services.transport import HttpTransport

_DURABLE = "durable_through"


class _Clock:
    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now()


def sync(
    session: Session,
    transport: Transport | None = None,
    *,
    by_hand: bool = False,
    observer: Observer | None = None,
) -> SyncReport:
    """One sync. No network is no error. `by_hand`: a person who was told confirms a mass leave by it.

    Raises AlreadyRunningError, CopyError, ServerBehindError, UnknownHereError, StoreError.
    """
    with held(session.sync_lock, "a sync") as descriptor:
        own = _kept(session)
        try:
            report = synchronise(
                session.outbox,
                session.replica,
                transport or own,
                _Clock(session.clock),
                by_hand=by_hand,
                budget=own.line.budget,
                observer=observer,
            )
            if report.online:
                deliver_strangers(session, transport or own)
        except NoConnectionError as error:
            report.online, report.why = False, str(error)
        _let_copies_go(session, report)
        session.outbox.tidy()
        session.replica.tidy()
        if report.refused == "fork":
            raise CopyError
        if report.refused == "gap":
            raise ServerBehindError
        if report.refused == "unknown_device":
            raise UnknownHereError
        if report.online and not report.refused:
            _note(descriptor, session.clock())
    return report


def _kept(session: Session) -> HttpTransport:
    """The connection of this session, warm from the sync before."""
    from erap_desktop.services.transport import HttpTransport

    if session.transport is None:
        session.transport = HttpTransport(session.identity, session.clock, session.outbox.last_seq)
    return session.transport


def _let_copies_go(session: Session, report: SyncReport) -> None:
    """Removes sealed copies that the server has in a backup. An idle sync only looks."""
    known = int(session.outbox.recall(_DURABLE) or 0)
    if report.server_time is None or not (report.changed or report.durable_through > known):
        return
    session.outbox.prune_sealed(report.durable_through, report.server_time)
    if report.durable_through != known:
        session.outbox.remember(_DURABLE, str(report.durable_through))


def _note(descriptor: int, at: datetime) -> None:
    """The time of the last complete sync is the content of the lock file: no row is written for it."""
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, at.isoformat().encode(), 0)


def last_sync(profile: Path) -> datetime | None:
    """When the last sync ended well, by this laptop's clock."""
    try:
        return datetime.fromisoformat((profile / "sync.lock").read_text())
    except (OSError, ValueError):
        return None


def needs_attention(session: Session) -> int:
    """What asks for the person: answers to commands, and what was typed on cases that have left."""
    return session.outbox.needs_attention() + len(stranded_drafts(session))


class LaptopStatus(NamedTuple):
    """What waits, what needs someone, and how long this laptop may go on."""

    pending: int
    oldest_pending: timedelta | None
    needs_attention: int
    last_sync: datetime | None
    cases: int
    lease: LeaseState
    configuration: SyncConfiguration


def status(session: Session) -> LaptopStatus:
    """The state of this laptop, without any network."""
    now, last = session.clock(), last_sync(session.folder)
    oldest = session.outbox.oldest_pending()
    rows = session.replica.rows()
    configuration = session.replica.configuration() or SyncConfiguration(version=0)
    return LaptopStatus(
        pending=session.outbox.pending_count(),
        oldest_pending=max(now - oldest, timedelta(0)) if oldest else None,
        needs_attention=needs_attention(session),
        last_sync=last,
        cases=sum(1 for row in rows if not row.left),
        lease=lease_state(last, now, configuration.lease_days) if last else "active",
        configuration=configuration,
    )


def summary(session: Session, report: SyncReport) -> dict[str, int | bool]:
    """A sync as plain values for scripts. Counts are of this sync; pending and needs_attention are of now."""
    return {
        "online": report.online,
        "sent": report.sent,
        "accepted": report.accepted,
        "contested": report.contested,
        "held": report.held,
        "rejected": report.rejected,
        "received": report.received,
        "removed": report.removed,
        "mass_leave": report.mass_leave,
        "pending": session.outbox.pending_count(),
        "needs_attention": needs_attention(session),
        "round_trips": report.round_trips,
        "bytes_up": report.bytes_up,
        "bytes_down": report.bytes_down,
        "digest_ok": report.digest_ok,
    }
