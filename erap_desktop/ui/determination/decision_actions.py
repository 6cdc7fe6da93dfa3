"""The acts of the determination: their words and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from erap_desktop.ui.shell.action_spec import ActionSpec
from erap_desktop.ui.shell.actions import ActionRegistry

if TYPE_CHECKING:
    from erap_desktop.ui.determination.screen import DeterminationScreen

SCOPE = "determination"


def add_decision_actions(registry: ActionRegistry, screen: DeterminationScreen) -> None:
    """Registers them; confirming works on the summary alone."""
    choose = QT_TRANSLATE_NOOP("Actions", "Choose what to decide")
    spec = ActionSpec("decide.choose", str(choose), "case", ("Ctrl+D",), scope=SCOPE, icon="scale")
    registry.add(spec, screen.back_to_choice, owner=screen)
    confirm = QT_TRANSLATE_NOOP("Actions", "Save the decision that is shown")
    keys, scope = ("Ctrl+Return", "Ctrl+Enter"), f"{SCOPE}.check"
    spec = ActionSpec("decide.confirm", str(confirm), "case", keys, scope=scope, in_palette=False)
    registry.add(spec, screen.confirm, owner=screen.check)
