"""The desk: one person's opened profile as the screens see it. Reads and writes go off the GUI thread.

    job = desk.query(partial(casefile.open_case, case_id=case_id))   # work gets the Session first
    job.succeeded.connect(self._show)                                # @Slot(object)
    desk.perform(partial(work.note, case_id=case_id, text=text))     # a mutation: saved, then `changed`

Screens refresh on `changed` and never write a store themselves. Sync runs by itself: soon after each change,
then by the configured cadence with jitter, with full-jitter back-off when the line is down.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from erap_desktop.models.background import Background, Job, report
from erap_desktop.models.pacing import Pacing
from erap_desktop.models.rests import Rest, rest
from erap_desktop.models.sync_pill import PillKind, PillState

if TYPE_CHECKING:
    from erap_desktop.services.session import Session
    from erap_desktop.services.syncing import LaptopStatus, Progress, SyncReport

Work = Callable[["Session"], object]
WATCH_MS = 2_000  # how soon the work of another process on the same profile is noticed
AFTER_UNLOCK_MS = 500  # the queue stands before the network is asked for anything
LOOK_AGAIN_MS = 60_000  # whether quiet hours are over
SOON_MS = 1_500  # after a change: long enough to gather a few, short enough to feel immediate


class Desk(QObject):
    """Holds the session while it is unlocked. Everything public is called from the GUI thread."""

    unlocked = Signal()
    locking = Signal()
    locked = Signal()
    changed = Signal()
    sync_state_changed = Signal(object)
    sync_finished = Signal(object)
    case_asked_for = Signal(object)
    place_asked_for = Signal(str)
    said = Signal(str)

    def __init__(
        self,
        folder: Path,
        background: Background,
        *,
        pacing: Pacing | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.folder = folder
        self.background = background
        self._session: Session | None = None
        self._pacing = pacing or Pacing()
        self._versions: tuple[int, int] | None = None
        self._status: LaptopStatus | None = None
        self._sync_job: Job | None = None
        self._progress: Progress | None = None
        self._again = False
        self._offline_since: datetime | None = None
        self._problem: Exception | None = None
        self._portal = False
        self._rest = Rest.NONE
        self.work_offline = False
        self.metered = False
        self.last_report: SyncReport | None = None
        self.pill = PillState(PillKind.ALL_RECEIVED)
        self._sync_timer = QTimer(self, singleShot=True)
        self._sync_timer.timeout.connect(self._sync_by_itself)
        self._confirmed = False
        self._watch_timer = QTimer(self, interval=WATCH_MS)
        self._watch_timer.timeout.connect(self._watch)

    # --- Opening and closing --------------------------------------------------------------------------

    @property
    def session(self) -> Session:
        """The open session. Raises RuntimeError while locked."""
        if self._session is None:
            raise RuntimeError("the desk is locked")
        return self._session

    @property
    def is_open(self) -> bool:
        return self._session is not None

    @Slot()
    def warm_up(self) -> None:
        """Imports what unlocking needs while the passphrase is being typed; nothing is opened."""
        self.background.query(_import_engine)

    @property
    def enrolled(self) -> bool:
        """True when this profile has keys: unlock it rather than enrol."""
        return (self.folder / "vault.json").exists()

    def unlock(self, passphrase: str, *, rebuild: bool = False) -> Job:
        """Derives the keys and opens the stores; `unlocked` follows. The job's `failed` says why not.

        `rebuild`: a damaged copy is thrown away; the sync that follows fills a new one.
        """
        job = self.background.query(partial(_unlock, self.folder, passphrase, rebuild=rebuild))
        job.succeeded.connect(self._opened)
        return job

    def enrol(self, server: str, user: str, code: str, passphrase: str, ca: Path | None) -> Job:
        """Makes this laptop known to the server, then unlocks."""
        job = self.background.network(partial(_enrol, self.folder, server, user, code, passphrase, ca))
        job.succeeded.connect(self._opened)
        return job

    def lock(self) -> None:
        """Closes the stores and lets go of the keys."""
        if self._session is None:
            return
        self.locking.emit()  # drafts are kept while the stores are still open
        session, self._session = self._session, None
        self._sync_timer.stop()
        self._watch_timer.stop()
        self.locked.emit()
        self.background.mutation(session.close)  # also when the program ends

    @Slot(object)
    def _opened(self, session: Session) -> None:
        self._session = session
        self._versions = None
        self._watch_timer.start()
        self.unlocked.emit()
        self.refresh_status()
        if not self.work_offline:
            self._sync_timer.start(AFTER_UNLOCK_MS)

    # --- Reading and doing ----------------------------------------------------------------------------

    def query(self, work: Work) -> Job:
        """Reads with the session on the database's thread."""
        return self.background.query(partial(work, self.session))

    def perform(self, work: Work) -> Job:
        """Writes with the session; then screens refresh and a sync follows soon."""
        job = self.background.mutation(partial(work, self.session))
        job.succeeded.connect(self._performed)
        return job

    @Slot(object)
    def _performed(self, _: object) -> None:
        self._tell()
        if not self.work_offline:
            self._sync_timer.start(SOON_MS)

    def open_case(self, case_id: UUID) -> None:
        """Asks the window to show a case."""
        self.case_asked_for.emit(case_id)

    def go_to(self, place: str) -> None:
        """Asks the window to show a place, e.g. `sync`."""
        self.place_asked_for.emit(place)

    @Slot()
    def _watch(self) -> None:
        """Another process (the command line) may have written to the same profile."""
        if self._session is not None and self._sync_job is None and not self.background.busy:
            self.query(_versions).succeeded.connect(self._watched)

    @Slot(object)
    def _watched(self, versions: tuple[int, int]) -> None:
        before, self._versions = self._versions, versions
        if before is not None and before != versions:
            self._tell()

    def _tell(self) -> None:
        self.changed.emit()
        self.refresh_status()

    # --- Sync -----------------------------------------------------------------------------------------

    @Slot()
    def sync_now(self) -> None:
        """A person wants a sync: it starts at once, or after the one that runs."""
        if self._session is None:
            return
        self._rest = Rest.NONE
        if self._sync_job is not None:
            self._again = True
            return
        by_hand, self._confirmed = self._confirmed, False
        self._progress = None
        self._sync_job = self.background.network(partial(_sync, self._session, by_hand))
        self._sync_job.progressed.connect(self._synced_part)
        self._sync_job.succeeded.connect(self._synced)
        self._sync_job.failed.connect(self._sync_failed)
        self._show_pill()

    @Slot()
    def _sync_by_itself(self) -> None:
        """A sync that nobody asked for; in quiet hours and on a metered line it may have to rest."""
        self._rest = self._resting()
        if self._rest is Rest.NONE:
            self.sync_now()
            return
        self._sync_timer.start(LOOK_AGAIN_MS)
        self._show_pill()

    def _resting(self) -> Rest:
        if self._status is None or self._session is None:
            return Rest.NONE
        at = self._session.clock().astimezone()
        waiting = self._status.pending > 0
        return rest(self._status.configuration, at, metered=self.metered, waiting=waiting)

    @Slot()
    def line_came_back(self) -> None:
        """The system says that there is a network again."""
        self._pacing.begin_anew()
        if self._session is not None and not self.work_offline:
            self._sync_by_itself()

    @Slot(bool)
    def set_metered(self, metered: bool) -> None:
        """The network costs money, or doesn't: by the system, or by the person's switch."""
        self.metered = metered
        self._rest = self._rest and self._resting()
        self._show_pill()

    def confirm_mass_leave(self) -> None:
        """The person was told that most cases leave, and says that they may go."""
        self._confirmed = True
        self.sync_now()

    def set_work_offline(self, offline: bool) -> None:
        """The switch: while on, nothing is sent or asked for."""
        self.work_offline = offline
        if offline:
            self._offline_since = self.session.clock() if self._session else None
            self._sync_timer.stop()
            self._show_pill()
        else:
            self._offline_since = None
            self.sync_now()

    @Slot(object)
    def _synced_part(self, progress: Progress) -> None:
        first = self._progress is None
        self._progress = progress
        if first:
            self.changed.emit()  # the queue is usable as soon as the first frame has landed
        self._show_pill()

    @Slot(object)
    def _synced(self, result: SyncReport) -> None:
        self._sync_job, self.last_report, self._problem = None, result, None
        self._portal = result.portal
        if result.online:
            self._offline_since = None
        elif self._offline_since is None and self._session is not None:
            self._offline_since = self._session.clock()
        if result.changed:
            self.changed.emit()
        self.sync_finished.emit(result)
        self._next(result.online, result.retry_after)

    @Slot(object)
    def _sync_failed(self, error: Exception) -> None:
        self._sync_job, self._problem = None, error
        self.sync_finished.emit(error)
        self._next(False, None)

    def _next(self, online: bool, retry_after: int | None) -> None:
        self.refresh_status()
        if self._session is None or self.work_offline:
            return
        if self._again:
            self._again = False
            self.sync_now()
            return
        self._sync_timer.start(self._pacing.next_ms(online=online, retry_after=retry_after))

    @property
    def problem(self) -> Exception | None:
        """Why the last sync could not be done, where it was not the network."""
        return self._problem

    @property
    def portal(self) -> bool:
        """True when this network seems to want a sign-in."""
        return self._portal

    @property
    def progress(self) -> Progress | None:
        """How far a running sync is; None between syncs."""
        return self._progress if self._sync_job is not None else None

    # --- The pill -------------------------------------------------------------------------------------

    def refresh_status(self) -> None:
        """Counts again what waits; the pill follows."""
        if self._session is not None:
            self.query(_status).succeeded.connect(self._counted)

    @Slot(object)
    def _counted(self, status: LaptopStatus) -> None:
        self._status = status
        if self._session is not None:
            configuration = status.configuration
            self._pacing.configure(configuration.poll_seconds, configuration.poll_jitter_percent)
        self._show_pill()

    @property
    def status(self) -> LaptopStatus | None:
        """The last counts of what waits and what needs someone."""
        return self._status

    def _show_pill(self) -> None:
        self.pill = self._pill()
        self.sync_state_changed.emit(self.pill)

    def _pill(self) -> PillState:
        status = self._status
        waiting = status.pending if status else 0
        needs = status.needs_attention if status else 0
        checked = status.last_sync if status else None
        since = None
        if status and status.oldest_pending is not None and self._session is not None:
            since = self._session.clock() - status.oldest_pending
        if self._sync_job is not None and waiting:
            kind = PillKind.SENDING
        elif self._portal:
            kind = PillKind.SIGN_IN
        elif self.work_offline or self._offline_since is not None:
            kind, since = PillKind.OFFLINE, self._offline_since
        elif needs:
            kind = PillKind.NEEDS_YOU
        elif self._rest:
            kind = PillKind.PAUSED
        elif waiting:
            kind = PillKind.WAITING
        else:
            kind = PillKind.ALL_RECEIVED  # without `checked` its words say that nobody was asked yet
        return PillState(kind, waiting, since, checked, total=waiting, needs=needs, rest=self._rest)


def _import_engine() -> None:
    import erap_desktop.services.casefile
    import erap_desktop.services.session
    import erap_desktop.services.syncing
    import erap_desktop.services.transport
    import erap_desktop.services.work  # noqa: F401 - imported for its effect: the second import is free


def _unlock(folder: Path, passphrase: str, *, rebuild: bool = False) -> Session:
    from erap_desktop.services.problems import problem_kind
    from erap_desktop.services.session import Session

    session = Session.unlock(folder, passphrase, rebuild=rebuild)
    try:
        session.replica.rows()  # a damaged copy is noticed here, not on the first screen
    except Exception as error:
        if rebuild and problem_kind(error) == "damaged_copy":
            session.rebuild_replica()
            return session
        session.close()
        raise
    return session


def _enrol(folder: Path, server: str, user: str, code: str, passphrase: str, ca: Path | None) -> Session:
    from erap_desktop.services.enrolment import enrol

    enrol(folder, server, user, code, passphrase, ca)
    return _unlock(folder, passphrase)


def _sync(session: Session, by_hand: bool) -> SyncReport:
    from erap_desktop.services.syncing import sync

    return sync(session, by_hand=by_hand, observer=report)


def _status(session: Session) -> LaptopStatus:
    from erap_desktop.services.syncing import status

    return status(session)


def _versions(session: Session) -> tuple[int, int]:
    return session.outbox.data_version(), session.replica.data_version()
