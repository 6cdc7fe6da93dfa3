"""The frame of the window: its parts in their places, and the actions that belong to no screen."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from erap_desktop.ui.shell import window_actions as acts
from erap_desktop.ui.shell.actions import ActionRegistry
from erap_desktop.ui.shell.memory import Memory, from_list, to_list
from erap_desktop.ui.shell.palette import Palette
from erap_desktop.ui.shell.panes import Panes, first_control
from erap_desktop.ui.shell.places import PLACES
from erap_desktop.ui.shell.rail import Rail
from erap_desktop.ui.shell.screen import Screen
from erap_desktop.ui.shell.screen_stack import ScreenStack
from erap_desktop.ui.shell.shortcut_sheet import ShortcutSheet
from erap_desktop.ui.shell.status_bar import StatusBar
from erap_desktop.ui.shell.strip import Strip
from erap_desktop.ui.shell.toasts import Toasts
from erap_desktop.ui.shell.view_actions import ViewActions
from erap_desktop.ui.theme import Theme

_NARROW_BELOW = 900


class Frame(QWidget):
    """Rail, strip, screens, status bar; ``registry`` holds the actions, ``palette_box`` finds them."""

    sync_wanted = Signal()
    work_offline_changed = Signal(bool)
    lock_wanted = Signal()
    place_changed = Signal(str)

    def __init__(self, memory: Memory) -> None:
        theme = Theme.current()  # before the first widget, which takes its font from it
        super().__init__()
        theme.adopt(self)
        self._memory = memory
        self._panes = Panes()
        self.registry = ActionRegistry(self)
        self.rail = Rail()
        self.strip = Strip()
        self.stack = ScreenStack()
        self.status = StatusBar()
        self.toasts = Toasts(self)
        self.palette_box = Palette(self.registry, self)
        self.palette_box.set_recent(to_list(memory.read("palette")))
        self.pages = QStackedWidget()
        self._build()
        self._register()
        self._view = ViewActions(self.registry, memory, self)
        self._wire()

    def go_to(self, place_id: str) -> Screen:
        """Show a place and put the focus into it. Raises KeyError for a place without a screen."""
        screen = self.stack.go_to(place_id)
        self.order_tabs()
        self.rail.show_place(place_id)
        self.show_title()
        target = screen.first_focus() or first_control(screen)
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.place_changed.emit(place_id)
        return screen

    @property
    def locked(self) -> bool:
        """Whether something stands before the work."""
        return self.pages.currentIndex() != 0

    def scope(self) -> str:
        """The scope of actions that are valid now."""
        screen = self.stack.current
        return screen.scope() if screen is not None else "nowhere"

    def order_tabs(self) -> None:
        """Tab goes through the rail, then the work, then the status bar, whatever was made last."""
        before: QWidget = self
        for stop in self.rail.stops():
            self.setTabOrder(before, stop)
            before = stop
        last = self.previousInFocusChain()
        for stop in self.status.stops():
            if last is not None and last is not stop:
                self.setTabOrder(last, stop)
            last = stop

    @Slot()
    def show_title(self) -> None:
        """Say the screen's title in the strip; the window's own never names a person."""
        screen = self.stack.current
        self.strip.set_title(screen.title() if screen is not None else "")
        labels = {place.id: place.label() for place in PLACES}
        label = "" if self.locked else labels.get(self.stack.current_id, "")
        name = self.tr("ERAP Desktop")
        self.setWindowTitle(f"{label} – {name}" if label else name)

    @Slot()
    def open_palette(self) -> None:
        """Open the command palette."""
        self.palette_box.open_for(self.scope())

    @Slot()
    def open_shortcuts(self) -> None:
        """Show the shortcuts that are valid here."""
        ShortcutSheet(self.registry, self.scope(), self).open()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.registry.refresh()
            self.show_title()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit rail and toasts to the width."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit once the real size is known."""
        super().showEvent(event)
        self._fit()

    def _build(self) -> None:
        work = QWidget()
        outer = QVBoxLayout(work)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.stack, 1)
        middle.addLayout(column, 1)
        outer.addLayout(middle, 1)
        outer.addWidget(self.status)
        self.pages.addWidget(work)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)

    def _register(self) -> None:
        add = self.registry.add
        for place in PLACES:
            add(place.action(), partial(self.go_to, place.id))
            self.registry.set_shown(f"go.{place.id}", False)
        add(acts.SYNC_NOW, self.sync_wanted.emit)
        add(acts.WORK_OFFLINE, self._offline_by_action)
        add(acts.RAIL, self._toggle_rail)
        add(acts.SEARCH, self.open_palette)
        add(acts.SHORTCUTS, self.open_shortcuts)
        add(acts.NEXT_PANE, self._next_pane)
        add(acts.PREVIOUS_PANE, self._previous_pane)
        add(acts.SAVED, self._say_saved)
        add(acts.MENU, self.rail.menu_button.showMenu)
        add(acts.LOCK, self.lock_wanted.emit)
        add(acts.QUIT, self.close)

    def _wire(self) -> None:
        self.rail.chosen.connect(self._go_by_rail)
        self.rail.search_wanted.connect(self.open_palette)
        self.rail.menu.aboutToShow.connect(self._fill_menu)
        self.rail.user.settings.aboutToShow.connect(self._fill_settings)
        self.status.sync_center_wanted.connect(self._go_to_sync)
        self.status.work_offline_changed.connect(self._offline_by_switch)
        self.status.lock_wanted.connect(self.lock_wanted)
        self.stack.made.connect(self._take_screen)
        self.registry.refused.connect(self._refuse)
        self.palette_box.used.connect(self._remember_used)
        Theme.current().changed.connect(self._fit)

    @Slot()
    def _fit(self) -> None:
        wished = self._memory.read("rail")
        least = _NARROW_BELOW * max(1.0, Theme.current().text_scale)
        self.rail.set_narrow(wished == "narrow" or self.width() < least)
        self.toasts.place(self.status.height())

    @Slot()
    def _toggle_rail(self) -> None:
        self._memory.write("rail", "" if self._memory.read("rail") == "narrow" else "narrow")
        self._fit()

    @Slot()
    def _fill_menu(self) -> None:
        self.rail.menu.clear()
        self.registry.fill_menu(self.rail.menu, "go", "sync", "view", "app")

    @Slot()
    def _fill_settings(self) -> None:
        self.rail.user.settings.clear()
        self.registry.fill_menu(self.rail.user.settings, "view")

    @Slot(str)
    def _go_by_rail(self, place_id: str) -> None:
        self.go_to(place_id)

    @Slot()
    def _go_to_sync(self) -> None:
        if "sync" in self.stack.place_ids:
            self.go_to("sync")

    @Slot()
    def _offline_by_action(self) -> None:
        self.status.offline.setChecked(self.registry.action(acts.WORK_OFFLINE.id).isChecked())

    @Slot(bool)
    def _offline_by_switch(self, offline: bool) -> None:
        self.registry.action(acts.WORK_OFFLINE.id).setChecked(offline)
        self.work_offline_changed.emit(offline)

    @Slot()
    def _next_pane(self) -> None:
        self._panes.step(self._all_panes(), forward=True)

    @Slot()
    def _previous_pane(self) -> None:
        self._panes.step(self._all_panes(), forward=False)

    def _all_panes(self) -> list[QWidget]:
        screen = self.stack.current
        inside = list(screen.panes()) if screen is not None else []
        return [self.rail, self.strip.banner, *inside, self.status]

    @Slot()
    def _say_saved(self) -> None:
        self.toasts.show("info", self.tr("Saved already: every change is kept as you make it."))

    @Slot(object)
    def _take_screen(self, screen: Screen) -> None:
        screen.register_actions(self.registry)
        screen.remember(self._memory)
        screen.title_changed.connect(self.show_title)

    @Slot(str, str)
    def _refuse(self, _action_id: str, reason: str) -> None:
        self.toasts.show("info", reason)

    @Slot(list)
    def _remember_used(self, ids: list[str]) -> None:
        self._memory.write("palette", from_list(ids))
