"""The sentences of the one sync mark, in the language that is shown.

What happened, is my work safe, what happens next. It says that everything is at the office only when it is.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from erap_desktop.models.format import age, clock, count, when
from erap_desktop.models.rests import Rest
from erap_desktop.models.sync_pill import PillKind, PillState

_LONG = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PillWords:
    """How a state is shown: sentence, icon, colour token, number beside it, and more in the tool tip."""

    text: str
    icon: str
    tone: str
    count: str
    details: str


_LOOKS: dict[PillKind, tuple[str, str]] = {
    PillKind.ALL_RECEIVED: ("check-circle", "success"),
    PillKind.WAITING: ("on-laptop", "info"),
    PillKind.OFFLINE: ("offline", "neutral"),
    PillKind.SENDING: ("send", "info"),
    PillKind.PAUSED: ("pause", "neutral"),
    PillKind.NEEDS_YOU: ("warning", "warning"),
    PillKind.BUSY: ("hourglass", "neutral"),
    PillKind.UNSURE: ("question", "info"),
    PillKind.SIGN_IN: ("sign-in", "warning"),
}


def pill_words(state: PillState, now: datetime) -> PillWords:
    """Put a state into words; ``now`` is an aware datetime."""
    honest = state.honest()
    icon_name, tone = _LOOKS[honest.kind]
    if honest.kind is PillKind.ALL_RECEIVED and honest.checked is None:
        icon_name, tone = "clock", "neutral"
    text = _sentence(honest, now)
    number = count(honest.count) if honest.count > 0 else ""
    return PillWords(text, icon_name, tone, number, _details(honest, now))


def _sentence(state: PillState, now: datetime) -> str:
    match state.kind:
        case PillKind.ALL_RECEIVED:
            return _all_received(state, now)
        case PillKind.WAITING:
            return _waiting(state, now)
        case PillKind.OFFLINE:
            return _offline(state, now)
        case PillKind.SENDING:
            return QCoreApplication.translate("SyncPill", "Sending {n} of {total}…").format(
                n=count(min(state.sent + 1, state.total)), total=count(state.total)
            )
        case PillKind.PAUSED:
            return _paused(state)
        case PillKind.NEEDS_YOU:
            return _COUNTS.need_you(state.needs)
        case PillKind.BUSY:
            return _busy(state)
        case PillKind.UNSURE:
            return QCoreApplication.translate(
                "SyncPill", "We don't know yet if this arrived. We will check before sending again."
            )
        case PillKind.SIGN_IN:
            return QCoreApplication.translate("SyncPill", "Sign in again to send. Your work is safe here.")


def _all_received(state: PillState, now: datetime) -> str:
    if state.checked is None:
        return QCoreApplication.translate("SyncPill", "Nothing waits here. Not checked with the office yet.")
    return QCoreApplication.translate("SyncPill", "Everything is at the office. Checked {time}.").format(
        time=when(state.checked, now)
    )


def _waiting(state: PillState, now: datetime) -> str:
    if state.since is not None and now - state.since >= _LONG:
        return _old_unsent(state, state.since, now)
    return _COUNTS.not_sent(state.waiting)


def _old_unsent(state: PillState, since: datetime, now: datetime) -> str:
    waited = age(now - since)
    if state.connect_before is None:
        return QCoreApplication.translate("SyncPill", "Your oldest change has waited {age}.").format(
            age=waited
        )
    return QCoreApplication.translate(
        "SyncPill", "Your oldest change has waited {age}. Connect before {deadline}."
    ).format(age=waited, deadline=_weekday_time(state.connect_before))


def _offline(state: PillState, now: datetime) -> str:
    if state.since is None:
        return QCoreApplication.translate("SyncPill", "Offline. Keep working; changes are saved here.")
    return QCoreApplication.translate(
        "SyncPill", "Offline since {time}. Keep working; changes are saved here."
    ).format(time=when(state.since, now))


def _paused(state: PillState) -> str:
    if state.rest is Rest.QUIET:
        return QCoreApplication.translate("SyncPill", "Quiet hours: nothing goes by itself. Sync now works.")
    if state.rest is Rest.METERED:
        return QCoreApplication.translate("SyncPill", "Metered line: nothing goes by itself. Sync now works.")
    return QCoreApplication.translate("SyncPill", "Sync is paused. Changes stay on this laptop.")


def _busy(state: PillState) -> str:
    if state.retry_seconds <= 0:
        return QCoreApplication.translate("SyncPill", "The office system is busy. Nothing is lost.")
    return QCoreApplication.translate(
        "SyncPill", "The office system is busy. Nothing is lost. Trying again in {age}."
    ).format(age=age(state.retry_seconds))


def _details(state: PillState, now: datetime) -> str:
    lines = []
    if state.waiting > 0 and state.kind is not PillKind.WAITING:
        lines.append(_COUNTS.wait_here(state.waiting))
    if state.needs > 0 and state.kind is not PillKind.NEEDS_YOU:
        lines.append(_COUNTS.need_you(state.needs))
    if state.kind is not PillKind.ALL_RECEIVED and state.checked is not None:
        lines.append(
            QCoreApplication.translate("SyncPill", "Last contact with the office: {time}.").format(
                time=when(state.checked, now)
            )
        )
    return "\n".join(lines)


class PillCounts(QObject):
    """Texts with a plural."""

    def need_you(self, number: int) -> str:
        """Things only this person can settle."""
        return self.tr("%Ln items need you.", "", number)

    def not_sent(self, number: int) -> str:
        """Changes that are saved and wait."""
        return self.tr("Saved on this laptop. %Ln changes not sent yet.", "", number)

    def wait_here(self, number: int) -> str:
        """The same, beside another state."""
        return self.tr("%Ln changes wait on this laptop.", "", number)


_COUNTS = PillCounts()


def _weekday_time(moment: datetime) -> str:
    day = QLocale().dayName(moment.astimezone().isoweekday())
    return QCoreApplication.translate("SyncPill", "{weekday} {time}").format(weekday=day, time=clock(moment))
