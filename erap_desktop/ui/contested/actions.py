"""The keys of the screen of contested work."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from erap_desktop.ui.i18n import QT_TRANSLATE_NOOP
from erap_desktop.ui.shell.action_spec import ActionSpec
from erap_desktop.ui.shell.actions import ActionRegistry

if TYPE_CHECKING:
    from erap_desktop.ui.contested.screen import ContestedScreen

_PICK = (
    QT_TRANSLATE_NOOP("Actions", "Choose the first side"),
    QT_TRANSLATE_NOOP("Actions", "Choose the second side"),
    QT_TRANSLATE_NOOP("Actions", "Choose the third side"),
)
_CONFIRM = QT_TRANSLATE_NOOP("Actions", "Confirm the choice")
_LATER = QT_TRANSLATE_NOOP("Actions", "Leave it for later")
_UNDO = QT_TRANSLATE_NOOP("Actions", "Take back the answer that waits")


def add_actions(registry: ActionRegistry, screen: ContestedScreen) -> None:
    """Register them; they work while the focus is inside the screen."""
    for number, text in enumerate(_PICK, start=1):
        spec = _spec(f"contested.pick-{number}", text, (str(number),), in_palette=False)
        registry.add(spec, partial(screen.pick, number), owner=screen)
    registry.add(_spec("contested.confirm", _CONFIRM, ("Ctrl+Return",), "check"), screen.confirm, screen)
    registry.add(_spec("contested.later", _LATER, ("L",), "clock"), screen.later, screen)
    registry.add(_spec("contested.undo", _UNDO, ("Ctrl+Z",), "undo"), screen.take_back, screen)


def _spec(
    id_: str, text: str, keys: tuple[str, ...], icon: str = "", *, in_palette: bool = True
) -> ActionSpec:
    return ActionSpec(id_, text, "contested", keys, "contested", icon, in_palette)
