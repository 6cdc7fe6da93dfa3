"""The places of the program, in the order of the rail: who may go there, by which key, under which icon."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from erap_desktop.ui.i18n import QT_TRANSLATE_NOOP
from erap_desktop.ui.shell.action_spec import ActionSpec
from sync.casework.values import Role

_CASEWORK = frozenset({Role.CASEWORKER, Role.SUPERVISOR})
_ALL = _CASEWORK | {Role.ADMINISTRATOR}


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the rail. ``number`` is its key with Ctrl; ``roles`` those who see it at all."""

    id: str
    text: str
    go_text: str
    icon: str
    number: int
    roles: frozenset[Role]

    def label(self) -> str:
        """Its name in the language that is shown."""
        return QCoreApplication.translate("Places", self.text)

    def action(self) -> ActionSpec:
        """The action that goes there."""
        return ActionSpec(f"go.{self.id}", self.go_text, "go", (f"Ctrl+{self.number}",), icon=self.icon)


PLACES: tuple[Place, ...] = (
    Place(
        "queue",
        QT_TRANSLATE_NOOP("Places", "Queue"),
        QT_TRANSLATE_NOOP("Actions", "Go to my queue"),
        "queue",
        1,
        _CASEWORK,
    ),
    Place(
        "case",
        QT_TRANSLATE_NOOP("Places", "Case"),
        QT_TRANSLATE_NOOP("Actions", "Go to the open case"),
        "case",
        2,
        _CASEWORK,
    ),
    Place(
        "sync",
        QT_TRANSLATE_NOOP("Places", "Sync"),
        QT_TRANSLATE_NOOP("Actions", "Go to the sync center"),
        "sync",
        3,
        _ALL,
    ),
    Place(
        "team",
        QT_TRANSLATE_NOOP("Places", "Team"),
        QT_TRANSLATE_NOOP("Actions", "Go to the team"),
        "team",
        4,
        frozenset({Role.SUPERVISOR}),
    ),
    Place(
        "configuration",
        QT_TRANSLATE_NOOP("Places", "Configuration"),
        QT_TRANSLATE_NOOP("Actions", "Go to configuration"),
        "configuration",
        5,
        frozenset({Role.ADMINISTRATOR}),
    ),
    Place(
        "fleet",
        QT_TRANSLATE_NOOP("Places", "Fleet"),
        QT_TRANSLATE_NOOP("Actions", "Go to the fleet"),
        "fleet",
        6,
        frozenset({Role.ADMINISTRATOR}),
    ),
    Place(
        "contested",
        QT_TRANSLATE_NOOP("Places", "Contested"),
        QT_TRANSLATE_NOOP("Actions", "Go to contested work"),
        "contested",
        7,
        _CASEWORK,
    ),
)


def places_for(roles: Iterable[Role]) -> tuple[Place, ...]:
    """The places somebody with these roles may see, in order."""
    held = frozenset(roles)
    return tuple(place for place in PLACES if place.roles & held)


def role_label(role: Role) -> str:
    """A role in words, in the language that is shown."""
    words = {
        Role.CASEWORKER: QCoreApplication.translate("Places", "Caseworker"),
        Role.SUPERVISOR: QCoreApplication.translate("Places", "Supervisor"),
        Role.ADMINISTRATOR: QCoreApplication.translate("Places", "Administrator"),
        Role.SYSTEM: QCoreApplication.translate("Places", "System"),
    }
    return words[role]
