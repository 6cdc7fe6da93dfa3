"""The one sentence at the top: is everything I did at the office?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from erap_desktop.models.format import age, when
from erap_desktop.services.sync_items import NEEDS, WAITING, SyncItems
from erap_desktop.services.sync_problems import Problem


@dataclass(frozen=True, slots=True)
class Headline:
    """Sentence, what follows from it, icon and colour token."""

    title: str
    text: str
    icon: str
    tone: str


def headline(items: SyncItems, *, work_offline: bool, syncing: bool, problem: Problem) -> Headline:
    """What to say of these items. Being offline is no error; "at the office" only when nothing waits."""
    needs, waiting = len(items.of(NEEDS)), len(items.of(WAITING))
    outlook = _outlook(work_offline=work_offline, syncing=syncing, problem=problem)
    if needs:
        title = QCoreApplication.translate("SyncHeadline", "%Ln items need you", "", needs)
        return Headline(title, _joined(_also_waiting(items, waiting), outlook), "warning", "warning")
    if waiting:
        return Headline(_waiting(waiting), _joined(_oldest(items), outlook), "on-laptop", "info")
    return _nothing_waits(items.last_sync, items.now, outlook)


def _waiting(count: int) -> str:
    return QCoreApplication.translate("SyncHeadline", "%Ln changes are only on this laptop", "", count)


def _nothing_waits(checked: datetime | None, now: datetime, outlook: str) -> Headline:
    if checked is None:
        title = QCoreApplication.translate("SyncHeadline", "Nothing waits on this laptop")
        unchecked = QCoreApplication.translate("SyncHeadline", "Not checked with the office yet.")
        return Headline(title, _joined(unchecked, outlook), "clock", "neutral")
    title = QCoreApplication.translate("SyncHeadline", "Everything you did is at the office")
    text = QCoreApplication.translate("SyncHeadline", "Checked {time}.").format(time=when(checked, now))
    return Headline(title, _joined(text, outlook), "check-circle", "success")


def _also_waiting(items: SyncItems, waiting: int) -> str:
    return _joined(_waiting(waiting) + ".", _oldest(items)) if waiting else _checked(items)


def _oldest(items: SyncItems) -> str:
    oldest = items.oldest_waiting
    if oldest is None:
        return ""
    text = QCoreApplication.translate("SyncHeadline", "The oldest has waited {age}.")
    return text.format(age=age(max(items.now - oldest, timedelta(0))))


def _checked(items: SyncItems) -> str:
    if items.last_sync is None:
        return ""
    text = QCoreApplication.translate("SyncHeadline", "Last contact with the office: {time}.")
    return text.format(time=when(items.last_sync, items.now))


def _outlook(*, work_offline: bool, syncing: bool, problem: Problem) -> str:
    if work_offline:
        return QCoreApplication.translate(
            "SyncHeadline", "You are working offline: nothing is sent until you switch that off."
        )
    if syncing:
        return QCoreApplication.translate("SyncHeadline", "Talking to the office now…")
    if problem in (Problem.UNREACHABLE, Problem.BROKE_OFF):
        return QCoreApplication.translate(
            "SyncHeadline", "No connection just now. It tries again by itself; you can keep working."
        )
    return ""


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)
