"""The actions of the window itself, known everywhere."""

from erap_desktop.ui.i18n import QT_TRANSLATE_NOOP
from erap_desktop.ui.shell.action_spec import ActionSpec

SYNC_NOW = ActionSpec("sync.now", QT_TRANSLATE_NOOP("Actions", "Sync now"), "sync", ("F5",), icon="sync")
WORK_OFFLINE = ActionSpec(
    "sync.offline", QT_TRANSLATE_NOOP("Actions", "Work offline"), "sync", icon="offline", checkable=True
)
SEARCH = ActionSpec(
    "app.search",
    QT_TRANSLATE_NOOP("Actions", "Search cases and commands"),
    "app",
    ("Ctrl+K",),
    icon="search",
    in_palette=False,
)
SHORTCUTS = ActionSpec(
    "app.shortcuts",
    QT_TRANSLATE_NOOP("Actions", "Show keyboard shortcuts"),
    "app",
    ("F1", "?"),
    icon="keyboard",
)
LOCK = ActionSpec("app.lock", QT_TRANSLATE_NOOP("Actions", "Lock"), "app", ("Ctrl+Shift+L",), icon="lock")
MENU = ActionSpec(
    "app.menu", QT_TRANSLATE_NOOP("Actions", "Open the menu"), "app", ("F10",), in_palette=False
)
NEXT_PANE = ActionSpec(
    "app.next-pane", QT_TRANSLATE_NOOP("Actions", "Go to the next part of the window"), "app", ("F6",)
)
PREVIOUS_PANE = ActionSpec(
    "app.previous-pane",
    QT_TRANSLATE_NOOP("Actions", "Go to the previous part of the window"),
    "app",
    ("Shift+F6",),
)
SAVED = ActionSpec("app.save", QT_TRANSLATE_NOOP("Actions", "Save"), "app", ("Ctrl+S",), in_palette=False)
QUIT = ActionSpec("app.quit", QT_TRANSLATE_NOOP("Actions", "Quit"), "app", ("Ctrl+Q",), icon="power")
RAIL = ActionSpec(
    "view.rail", QT_TRANSLATE_NOOP("Actions", "Narrow or widen the side bar"), "view", ("F9",), icon="sidebar"
)
