"""What an action is: id, words, keys, where it works. Pure data, checked for clashes without a window."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

EVERYWHERE = ""


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing a person can do.

    ``text`` is English, marked for translation where it is written: ``QT_TRANSLATE_NOOP("Actions", "Lock
    now")``; it begins with the verb. ``keys`` are portable ("Ctrl+K"), the first one is shown. ``scope`` is
    a dotted place: empty is everywhere, "case" the case file, "case.documents" a part of it; a key may mean
    two things only in scopes of which neither contains the other. ``section`` groups menu and shortcut
    sheet (see ``SECTIONS``).
    """

    id: str
    text: str
    section: str
    keys: tuple[str, ...] = ()
    scope: str = EVERYWHERE
    icon: str = ""
    in_palette: bool = True
    checkable: bool = False


@dataclass(frozen=True, slots=True)
class Clash:
    """Two actions that would answer the same key at the same time."""

    key: str
    first: str
    second: str


def overlap(one: str, other: str) -> bool:
    """Whether two scopes can be active together: one is the other, or contains it."""
    a, b = (one.split(".") if one else []), (other.split(".") if other else [])
    shared = min(len(a), len(b))
    return a[:shared] == b[:shared]


def is_single_key(key: str) -> bool:
    """Whether a key is a character without Ctrl, Alt or Meta.

    Which speech input and typing can hit by accident.
    """
    sequence = QKeySequence(key)
    if sequence.count() != 1:
        return False
    portable = sequence.toString(QKeySequence.SequenceFormat.PortableText)
    return len(portable.removeprefix("Shift+")) == 1


def clashes(specs: Iterable[ActionSpec]) -> list[Clash]:
    """All pairs of actions with a key in common where both could be meant."""
    by_key: dict[str, list[ActionSpec]] = {}
    found: list[Clash] = []
    for spec in specs:
        for key in spec.keys:
            normal = QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
            for other in by_key.setdefault(normal, []):
                if overlap(spec.scope, other.scope):
                    found.append(Clash(normal, other.id, spec.id))
            by_key[normal].append(spec)
    return found
