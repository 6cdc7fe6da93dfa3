"""The window: it only wires. What it shows is handed to it, what somebody wants goes out as a signal.

Out: ``sync_wanted``, ``work_offline_changed``, ``lock_wanted``, ``place_changed``, ``banner_acted``,
``banner_dismissed``, ``closing``.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from erap_desktop.models.sync_pill import PillState
from erap_desktop.ui.shell import window_actions as acts
from erap_desktop.ui.shell.banner import BannerText
from erap_desktop.ui.shell.frame import Frame
from erap_desktop.ui.shell.memory import Memory, ShortMemory, to_bytes, to_text
from erap_desktop.ui.shell.palette_model import PaletteProvider
from erap_desktop.ui.shell.panes import first_control
from erap_desktop.ui.shell.places import PLACES, places_for
from erap_desktop.ui.shell.screen_stack import ScreenFactory
from erap_desktop.ui.shell.toast import Toast
from erap_desktop.ui.shell.toasts import announce
from erap_desktop.ui.widgets.badge import BadgeKind
from sync.casework.values import Role

_FIRST_SIZE = (1280, 800)


class MainWindow(Frame):
    """Made once, by the composition root; screens and state are handed to it."""

    banner_acted = Signal(str)
    banner_dismissed = Signal(str)
    closing = Signal()

    def __init__(self, memory: Memory | None = None) -> None:
        super().__init__(memory or ShortMemory())
        self._roles: tuple[Role, ...] = ()
        self._before_lock: QWidget | None = None
        self.strip.acted.connect(self.banner_acted)
        self.strip.dismissed.connect(self.banner_dismissed)
        self._recall_place()
        self.show_title()

    def add_screen(self, place_id: str, factory: ScreenFactory) -> None:
        """Give a place its screen; ``factory`` is called when somebody first goes there."""
        self.stack.add(place_id, factory)
        self._show_places()

    def set_person(self, name: str, roles: Iterable[Role]) -> None:
        """Say who works here; the rail shows the places these roles may see."""
        self._roles = tuple(roles)
        self.rail.user.set_person(name, self._roles)
        self._show_places()

    def add_palette_provider(self, provider: PaletteProvider) -> None:
        """Let the command palette find something else, too, such as cases."""
        self.palette_box.add_provider(provider)

    def set_pill(self, state: PillState) -> None:
        """Say the state of sync; a screen reader is told when the kind of state changed."""
        before = self.status.pill.state.kind
        self.status.set_pill(state)
        if state.kind is not before and not self.locked:
            announce(self.status.pill, self.status.pill.words.text)

    def set_last_contact(self, moment: datetime | None) -> None:
        """Say when the office last answered; None: not yet."""
        self.status.set_last_contact(moment)

    def set_work_offline(self, offline: bool) -> None:
        """Show the switch as it is, without sending ``work_offline_changed``."""
        self.status.set_work_offline(offline)
        self.registry.action(acts.WORK_OFFLINE.id).setChecked(offline)

    def set_synthetic(self, synthetic: bool) -> None:
        """Mark the data as synthetic, on every screen."""
        self.status.set_synthetic(synthetic)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Say how many things wait in each place."""
        self.rail.set_counts(counts)

    def show_banner(self, text: BannerText) -> None:
        """Show a banner, or say it anew; nothing moves."""
        self.strip.show_banner(text)
        announce(self.strip.banner, text.text)

    def clear_banner(self, banner_id: str) -> None:
        """Take a banner away, if it is there."""
        self.strip.clear_banner(banner_id)

    def toast(self, kind: BadgeKind, text: str, action: str = "") -> Toast:
        """Show a toast; connect ``acted`` of what it returns to do something about it."""
        return self.toasts.show(kind, text, action)

    def show_lock(self, page: QWidget) -> None:
        """Put a page (unlock, first run) before the work; nothing of the work can be seen or reached."""
        if not self.locked:
            self._before_lock = self.focusWidget()
            for screen in self.stack.screens:
                screen.on_lock()
        self.toasts.clear()
        self.palette_box.reject()
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        self.registry.set_locked(True)
        self.show_title()
        target = first_control(page)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_lock(self) -> None:
        """Back to the work, to the very field one was in."""
        self.pages.setCurrentIndex(0)
        self.registry.set_locked(False)
        self.show_title()
        before, self._before_lock = self._before_lock, None
        if before is not None and isValid(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's place; whoever made the window ends the work under way."""
        self._memory.write("geometry", to_text(self.saveGeometry()))
        self.closing.emit()
        super().closeEvent(event)

    def _recall_place(self) -> None:
        geometry = self._memory.read("geometry")
        if not geometry or not self.restoreGeometry(to_bytes(geometry)):
            self.resize(*_FIRST_SIZE)

    def _show_places(self) -> None:
        there = self.stack.place_ids
        shown = [place for place in places_for(self._roles) if place.id in there]
        self.rail.set_places(shown)
        self.rail.show_place(self.stack.current_id)
        self.order_tabs()
        for place in PLACES:
            self.registry.set_shown(f"go.{place.id}", place in shown)
