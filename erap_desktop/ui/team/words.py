"""Loads, stages and the impact of a move, in words."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from erap_desktop.models.format import ago, count
from erap_desktop.services.team import BUCKETS, NOBODY, Impact, Load

TONES = {
    "start": "series-5",
    "review": "series-1",
    "waiting": "series-2",
    "second": "series-3",
    "contested": "error",
    "decided": "line-strong",
}


def bucket_word(bucket: str) -> str:
    """A stage of the work."""
    words = {
        "start": QCoreApplication.translate("Team", "To start"),
        "review": QCoreApplication.translate("Team", "In review"),
        "waiting": QCoreApplication.translate("Team", "Waiting on applicant"),
        "second": QCoreApplication.translate("Team", "Second review"),
        "contested": QCoreApplication.translate("Team", "Two decisions"),
        "decided": QCoreApplication.translate("Team", "Decided"),
    }
    return words[bucket]


def person_word(load: Load) -> str:
    """A person's name; cases nobody has, and people who no longer take cases, say so."""
    if load.user == NOBODY:
        return QCoreApplication.translate("Team", "Nobody yet")
    if not load.active:
        return QCoreApplication.translate("Team", "{name} (not active)").format(name=load.name)
    return load.name


def load_sentence(load: Load) -> str:
    """A person's load in a sentence: every stage with its number, and the total they add up to."""
    parts = [
        QCoreApplication.translate("Team", "{stage} {n}").format(
            stage=bucket_word(b), n=count(load.buckets[b])
        )
        for b in BUCKETS
        if load.buckets[b]
    ]
    return QCoreApplication.translate("Team", "{name}: {parts}; {total} in all, {overdue} overdue").format(
        name=person_word(load),
        parts=", ".join(parts) or "–",
        total=count(load.total),
        overdue=count(load.overdue),
    )


def impact_lines(impact: Impact, names: dict[str, str], now: datetime) -> list[tuple[str, str]]:
    """What a move would do: (kind of badge, sentence) for each thing worth knowing, warnings among them."""
    who = names.get(impact.to, impact.to)
    lines = [
        (
            "info",
            QCoreApplication.translate("Team", "{name} would go from {before} open cases to {after}.").format(
                name=who, before=count(impact.open_before), after=count(impact.open_after)
            ),
        )
    ]
    lines += _dates(impact) + _states(impact, who)
    if impact.holders:
        lines.append(("neutral", _unsent(impact, names, now)))
    return lines


def _dates(impact: Impact) -> list[tuple[str, str]]:
    lines = []
    if impact.overdue:
        text = QCoreApplication.translate("Team", "%Ln of them are overdue already.", "", impact.overdue)
        lines.append(("error", text))
    if impact.soon:
        text = QCoreApplication.translate("Team", "%Ln of them are due within 7 days.", "", impact.soon)
        lines.append(("warning", text))
    return lines


def _states(impact: Impact, who: str) -> list[tuple[str, str]]:
    lines = []
    if impact.contested:
        text = QCoreApplication.translate(
            "Team",
            "%Ln of them have contradicting decisions; moving does not settle that.",
            "",
            impact.contested,
        )
        lines.append(("warning", text))
    if impact.late_work:
        text = QCoreApplication.translate(
            "Team", "%Ln of them have late work waiting; it moves along.", "", impact.late_work
        )
        lines.append(("warning", text))
    if impact.decided:
        text = QCoreApplication.translate("Team", "%Ln of them are decided already.", "", impact.decided)
        lines.append(("neutral", text))
    if impact.already:
        text = QCoreApplication.translate(
            "Team", "%Ln of them are {name}’s already and stay.", "", impact.already
        )
        lines.append(("neutral", text.format(name=who)))
    return lines


def _unsent(impact: Impact, names: dict[str, str], now: datetime) -> str:
    """Unknown is not zero: this laptop cannot see what another one has not sent."""
    heard = [
        QCoreApplication.translate("Team", "{name} {age}").format(
            name=names.get(user, user), age=ago(at, now)
        )
        for user, at in sorted(impact.heard.items())
        if at is not None
    ]
    if heard:
        first = QCoreApplication.translate("Team", "Last heard from: {list}.").format(list=", ".join(heard))
    else:
        people = ", ".join(sorted(names.get(user, user) for user in impact.holders))
        first = QCoreApplication.translate(
            "Team", "Not known here: what {names} may have done and not sent yet."
        ).format(names=people)
    rest = QCoreApplication.translate("Team", "It is not lost: it would arrive as late work, to be adopted.")
    return f"{first} {rest}"
