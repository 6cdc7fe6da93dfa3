"""The keys of the sync centre. Syncing itself (F5) belongs to the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from erap_desktop.ui.i18n import QT_TRANSLATE_NOOP
from erap_desktop.ui.shell.action_spec import ActionSpec
from erap_desktop.ui.shell.actions import ActionRegistry

if TYPE_CHECKING:
    from erap_desktop.ui.sync_centre.screen import SyncCentreScreen

_UNDO = QT_TRANSLATE_NOOP("Actions", "Take back the change that waits")
_SEEN = QT_TRANSLATE_NOOP("Actions", "Note that I have seen this")
_COPY = QT_TRANSLATE_NOOP("Actions", "Copy details for support")


def add_actions(registry: ActionRegistry, screen: SyncCentreScreen) -> None:
    """Register them; they are about the item that is shown."""
    registry.add(_spec("sync.take-back", _UNDO, "Ctrl+Z", "undo"), screen.take_back, screen)
    registry.add(_spec("sync.seen", _SEEN, "Ctrl+Return", "check"), screen.acknowledge, screen)
    registry.add(_spec("sync.copy", _COPY, "Ctrl+Shift+C", "copy"), screen.copy_details, screen)


def _spec(id_: str, text: str, key: str, icon: str) -> ActionSpec:
    return ActionSpec(id_, text, "sync", (key,), "sync", icon)
