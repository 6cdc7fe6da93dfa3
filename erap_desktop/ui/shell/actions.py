"""The one registry of actions: menus, command palette, shortcut sheet and shortcut tests are fed from it.

A screen adds its actions with itself as owner::

    registry.add(ActionSpec("case.note", QT_TRANSLATE_NOOP("Actions", "Write a note"), "case",
                            keys=("Ctrl+Shift+N",), scope="case", icon="note"), self.write_note, owner=self)

The key works while the focus is inside the owner; actions without owner work in the whole window. An action
that cannot be used now stays where it is and says why: ``set_available("case.decide", False,
self.tr("…"))``.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget
from shiboken6 import isValid

from erap_desktop.ui.i18n import QT_TRANSLATE_NOOP
from erap_desktop.ui.shell.action_spec import ActionSpec, Clash, clashes, is_single_key, overlap
from erap_desktop.ui.single_keys import SingleKeys
from erap_desktop.ui.theme import Theme, icon

Handler = Callable[[], object]

SECTIONS: dict[str, str] = {
    "go": QT_TRANSLATE_NOOP("ActionSections", "Go to"),
    "case": QT_TRANSLATE_NOOP("ActionSections", "This case"),
    "list": QT_TRANSLATE_NOOP("ActionSections", "Lists"),
    "documents": QT_TRANSLATE_NOOP("ActionSections", "Documents"),
    "contested": QT_TRANSLATE_NOOP("ActionSections", "Contested work"),
    "team": QT_TRANSLATE_NOOP("ActionSections", "Team"),
    "configuration": QT_TRANSLATE_NOOP("ActionSections", "Configuration and fleet"),
    "sync": QT_TRANSLATE_NOOP("ActionSections", "Sync"),
    "view": QT_TRANSLATE_NOOP("ActionSections", "View"),
    "app": QT_TRANSLATE_NOOP("ActionSections", "Program"),
}

_WHILE_LOCKED = ("app.quit",)


@dataclass(frozen=True, slots=True)
class ActionEntry:
    """An action as menus, palette and sheet show it, in the language that is shown."""

    id: str
    text: str
    section: str
    section_text: str
    keys: str
    icon: str
    scope: str
    in_palette: bool
    reason: str


class _Bound(QObject):
    """Joins one QAction to what it does, or to why it cannot be done now."""

    refused = Signal(str, str)

    def __init__(self, spec: ActionSpec, handler: Handler, owner: QWidget | None, parent: QObject) -> None:
        super().__init__(parent)
        self.spec = spec
        self.handler = handler
        self.owner = owner
        self.reason = ""
        self.action = QAction(self)
        self.action.setCheckable(spec.checkable)
        self.action.triggered.connect(self.run)

    @Slot()
    def run(self) -> None:
        """Do it, or say why not."""
        if self.reason:
            self.refused.emit(self.spec.id, self.reason)
        elif self.owner is None or isValid(self.owner):
            self.handler()


class ActionRegistry(QObject):
    """``refused`` carries id and reason of an action that was asked for but cannot be done now."""

    changed = Signal()
    refused = Signal(str, str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._bound: dict[str, _Bound] = {}
        self._locked = False
        Theme.current().changed.connect(self.refresh)
        SingleKeys.current().changed.connect(self.refresh)

    def add(self, spec: ActionSpec, handler: Handler, owner: QWidget | None = None) -> QAction:
        """Register an action; its key works inside ``owner``.

        Or in the window. Raises ValueError for a used id.
        """
        if spec.id in self._bound:
            raise ValueError(f"action {spec.id} is there already")
        bound = _Bound(spec, handler, owner, self)
        bound.refused.connect(self.refused)
        context = Qt.ShortcutContext.WindowShortcut
        if owner is not None:
            context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        bound.action.setShortcutContext(context)
        (owner or self._window).addAction(bound.action)
        self._bound[spec.id] = bound
        self._dress(bound)
        self.changed.emit()
        return bound.action

    def remove(self, action_id: str) -> None:
        """Forget an action, as when its screen goes. Raises KeyError for an unknown id."""
        bound = self._bound.pop(action_id)
        if isValid(bound):
            bound.deleteLater()
        self.changed.emit()

    def action(self, action_id: str) -> QAction:
        """The QAction of an id, to put on a menu or a button. Raises KeyError."""
        return self._bound[action_id].action

    def has(self, action_id: str) -> bool:
        """Whether an action is registered."""
        return action_id in self._bound

    def run(self, action_id: str) -> None:
        """Do an action as if its key had been pressed. Raises KeyError."""
        self._bound[action_id].action.trigger()

    def set_available(self, action_id: str, available: bool, reason: str = "") -> None:
        """Say whether an action can be used now, and if not, why (in the language shown). Raises KeyError."""
        if not available and not reason:
            raise ValueError(f"{action_id}: an action that cannot be used needs a reason")
        bound = self._bound[action_id]
        bound.reason = "" if available else reason
        self._dress(bound)
        self.changed.emit()

    def set_shown(self, action_id: str, shown: bool) -> None:
        """Whether an action is there at all.

        What a role may not do is not shown, and its key does nothing.
        """
        self._bound[action_id].action.setVisible(shown)
        self._bound[action_id].action.setEnabled(shown and not self._locked)
        self.changed.emit()

    def set_locked(self, locked: bool) -> None:
        """While the window is locked, only what changes its look, and quitting, can be done."""
        self._locked = locked
        for bound in self._bound.values():
            free = bound.spec.section == "view" or bound.spec.id in _WHILE_LOCKED
            bound.action.setEnabled((free or not locked) and bound.action.isVisible())

    def entries(self, scope: str | None = None) -> list[ActionEntry]:
        """All actions in order, or those that work in a scope."""
        return [
            self._entry(bound)
            for bound in self._bound.values()
            if bound.action.isVisible() and (scope is None or overlap(bound.spec.scope, scope))
        ]

    def specs(self) -> list[ActionSpec]:
        """What was registered."""
        return [bound.spec for bound in self._bound.values()]

    def clashes(self) -> list[Clash]:
        """Keys that would mean two things at the same time; a test keeps this empty."""
        return clashes(self.specs())

    def fill_menu(self, menu: QMenu, *sections: str) -> None:
        """Put the actions of some sections on a menu, a line between the sections."""
        menu.setToolTipsVisible(True)
        for section in sections:
            actions = [b.action for b in self._bound.values() if b.spec.section == section]
            if actions and menu.actions():
                menu.addSeparator()
            menu.addActions(actions)

    @Slot()
    def refresh(self) -> None:
        """Set all words, icons and keys again, after language, theme or a setting changed."""
        for bound in self._bound.values():
            self._dress(bound)
        self.changed.emit()

    def _entry(self, bound: _Bound) -> ActionEntry:
        spec = bound.spec
        keys = bound.action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        return ActionEntry(
            id=spec.id,
            text=QCoreApplication.translate("Actions", spec.text),
            section=spec.section,
            section_text=QCoreApplication.translate("ActionSections", SECTIONS[spec.section]),
            keys=keys,
            icon=spec.icon,
            scope=spec.scope,
            in_palette=spec.in_palette,
            reason=bound.reason,
        )

    def _dress(self, bound: _Bound) -> None:
        spec, action = bound.spec, bound.action
        text = QCoreApplication.translate("Actions", spec.text)
        action.setText(text)
        action.setToolTip(bound.reason or text)
        action.setStatusTip(bound.reason)
        lone = SingleKeys.current().allowed
        keys = [key for key in spec.keys if lone or not is_single_key(key)]
        action.setShortcuts([QKeySequence(key) for key in keys])
        if spec.icon and not spec.checkable:
            action.setIcon(icon(spec.icon, "disabled" if bound.reason else "muted"))
