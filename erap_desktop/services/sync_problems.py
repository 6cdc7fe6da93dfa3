"""What may stand in the way of a sync, as one word each; the screen has the sentences."""

from __future__ import annotations

from enum import StrEnum

from erap_desktop.services.errors import CopyError, ServerBehindError, UnknownHereError
from erap_desktop.services.locks import AlreadyRunningError
from erap_desktop.services.problems import problem_kind
from erap_desktop.services.session import Session
from sync.engine.report import SyncReport
from sync.replica.errors import BusyError, DiskError, DiskFullError


class Problem(StrEnum):
    """Why a sync did not do all that was asked of it. Each has a sentence and something to do."""

    NONE = ""
    PORTAL = "portal"
    CERTIFICATE = "certificate"
    PROXY = "proxy"
    TOO_LARGE = "too-large"
    UNREACHABLE = "unreachable"
    BROKE_OFF = "broke-off"
    COPY = "copy"
    OFFICE_BEHIND = "office-behind"
    UNKNOWN_LAPTOP = "unknown-laptop"
    UPGRADE = "upgrade"
    OFFICE_BUSY = "office-busy"
    REFUSED = "refused"
    MASS_LEAVE = "mass-leave"
    DISAGREES = "disagrees"
    STOPPED = "stopped"
    DAMAGED = "damaged"
    DAMAGED_WORK = "damaged-work"
    DISK_FULL = "disk-full"
    DISK = "disk"
    ELSEWHERE = "elsewhere"
    UNFORESEEN = "unforeseen"


_ERRORS: tuple[tuple[type[Exception], Problem], ...] = (
    (CopyError, Problem.COPY),
    (ServerBehindError, Problem.OFFICE_BEHIND),
    (UnknownHereError, Problem.UNKNOWN_LAPTOP),
    (AlreadyRunningError, Problem.ELSEWHERE),
    (DiskFullError, Problem.DISK_FULL),
    (DiskError, Problem.DISK),
    (BusyError, Problem.ELSEWHERE),
)
_DAMAGED = {"damaged_copy": Problem.DAMAGED, "damaged_work": Problem.DAMAGED_WORK}
_REFUSALS = {
    "busy": Problem.OFFICE_BUSY,
    "upgrade": Problem.UPGRADE,
    "revoked": Problem.UNKNOWN_LAPTOP,
    "unknown_device": Problem.UNKNOWN_LAPTOP,
    "fork": Problem.COPY,
    "gap": Problem.OFFICE_BEHIND,
}


def of_error(error: Exception) -> Problem:
    """The problem an exception stands for."""
    damaged = _DAMAGED.get(problem_kind(error))
    if damaged is not None:
        return damaged
    return next((found for kind, found in _ERRORS if isinstance(error, kind)), Problem.UNFORESEEN)


def of_report(report: SyncReport) -> Problem:
    """The problem a report tells of; NONE when all went well."""
    if report.portal:
        return Problem.PORTAL
    if report.too_large:
        return Problem.TOO_LARGE
    if report.refused:
        return _REFUSALS.get(report.refused, Problem.REFUSED)
    if not report.online:
        return _offline(report.why)
    if report.mass_leave:
        return Problem.MASS_LEAVE
    if report.stopped:
        return Problem.STOPPED
    return Problem.NONE if report.digest_ok else Problem.DISAGREES


def _offline(why: str) -> Problem:
    """`why` is one of the sentences of `line_troubles` or of the engine."""
    if "certificate" in why:
        return Problem.CERTIFICATE
    if "wants a password" in why:
        return Problem.PROXY
    return Problem.UNREACHABLE if "reached" in why else Problem.BROKE_OFF


def rebuild(session: Session) -> None:
    """Makes the damaged copy anew, empty; the next sync fills it. The person's own work is elsewhere."""
    session.rebuild_replica()
