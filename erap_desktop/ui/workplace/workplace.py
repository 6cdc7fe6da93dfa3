"""Joins desk and window: what one says, the other shows; what somebody wants, the other does."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Slot

from erap_desktop.models.desk import Desk
from erap_desktop.models.sync_pill import PillState
from erap_desktop.models.workplace_facts import WorkplaceFacts, read_facts
from erap_desktop.ui.shell.screen import Screen
from erap_desktop.ui.shell.window import MainWindow
from erap_desktop.ui.unlock.screen import UnlockScreen
from erap_desktop.ui.words.refusals import problem_sentence
from erap_desktop.ui.workplace.banners import Banners
from erap_desktop.ui.workplace.case_finder import CaseFinder
from erap_desktop.ui.workplace.idle_watch import IdleWatch
from erap_desktop.ui.workplace.network_watch import NetworkWatch
from erap_desktop.ui.workplace.system_lock import SystemLock
from sync.casework.values import Role

_FIRST_PLACE = {Role.ADMINISTRATOR: "configuration"}


class Workplace(QObject):
    """Made once, after the window has its screens. `lock_page` stands before the work."""

    def __init__(self, desk: Desk, window: MainWindow, lock_page: UnlockScreen) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._lock_page = lock_page
        self._user: tuple[str, tuple[str, ...]] | None = None
        self._entering = False
        self.finder = CaseFinder(desk)
        self.idle = IdleWatch(self)
        self.system_lock = SystemLock(self)
        self.network = NetworkWatch(self)
        self.banners = Banners(desk, window)
        window.add_palette_provider(self.finder)
        self._wire_desk()
        self._wire_window()
        lock_page.language_chosen.connect(self._remember_language)
        window.show_lock(lock_page)

    def _wire_desk(self) -> None:
        desk = self._desk
        desk.unlocked.connect(self._unlocked)
        desk.locked.connect(self._locked)
        desk.changed.connect(self._read_facts)
        desk.sync_state_changed.connect(self._show_sync)
        desk.case_asked_for.connect(self._show_case)
        desk.place_asked_for.connect(self._show_place)
        desk.said.connect(self._say)
        desk.background.unhandled.connect(self._say_problem)

    def _wire_window(self) -> None:
        window = self._window
        window.sync_wanted.connect(self._desk.sync_now)
        window.work_offline_changed.connect(self._work_offline)
        window.lock_wanted.connect(self._desk.lock)
        window.stack.made.connect(self._screen_made)
        window.installEventFilter(self)
        self.idle.warned.connect(self.banners.warn_of_lock)
        self.idle.calmed.connect(self.banners.calm)
        self.idle.due.connect(self._desk.lock)
        self.system_lock.due.connect(self._desk.lock)
        self.network.came_back.connect(self._desk.line_came_back)
        self.network.metered.connect(self._desk.set_metered)

    # --- Opening and locking --------------------------------------------------------------------------

    @Slot()
    def _unlocked(self) -> None:
        self._entering = True
        self._window.set_work_offline(self._desk.work_offline)
        self.idle.start()
        self.system_lock.listen()
        self.network.listen()
        self._read_facts()

    @Slot()
    def _locked(self) -> None:
        self.idle.stop()
        self.banners.calm()
        self.finder.cases = ()
        self._window.show_lock(self._lock_page)

    @Slot()
    def _read_facts(self) -> None:
        if self._desk.is_open:
            self._desk.query(read_facts).succeeded.connect(self._know)

    @Slot(object)
    def _know(self, facts: WorkplaceFacts) -> None:
        if not self._desk.is_open:
            return
        self.finder.cases = facts.cases
        self._window.set_synthetic(facts.synthetic)
        self._window.rail.set_counts({"contested": facts.contested, "sync": self._desk.pill.needs})
        who = (facts.person, facts.roles)
        if who != self._user:
            self._user = who
            self._window.set_person(facts.person, [Role(role) for role in facts.roles])
        if self._entering:
            self._entering = False
            self._enter([Role(role) for role in facts.roles])

    def _enter(self, roles: list[Role]) -> None:
        """Back to the place one was in; at first to the first one of the role."""
        self._window.leave_lock()
        current = self._window.stack.current
        if current is None:
            self._window.go_to(_FIRST_PLACE.get(roles[0], "queue"))
        else:
            current.on_enter()

    # --- What the desk says ---------------------------------------------------------------------------

    @Slot(object)
    def _show_sync(self, pill: PillState) -> None:
        self._window.set_pill(pill)
        status = self._desk.status
        if status is not None:
            self._window.set_last_contact(status.last_sync)
            self.idle.set_minutes(status.configuration.idle_lock_minutes)
        if self._desk.is_open:
            self.banners.say()

    @Slot(object)
    def _show_case(self, case_id: UUID) -> None:
        self._case_place("case", case_id)

    @Slot(object, str)
    def _decide(self, case_id: UUID, choice: str) -> None:
        self._case_place("determination", case_id)
        screen = self._window.stack.current
        begin = getattr(screen, "begin", None)
        if choice and begin is not None:
            begin(choice)

    def _case_place(self, place: str, case_id: UUID) -> None:
        screen = self._window.stack.screen_of(place)
        show_case = getattr(screen, "show_case")  # noqa: B009 - only the screens of a case have it
        show_case(case_id)
        self._window.go_to(place)

    @Slot(str)
    def _show_place(self, place: str) -> None:
        if place in self._window.stack.place_ids:
            self._window.go_to(place)

    @Slot(str)
    def _say(self, text: str) -> None:
        self._window.toast("info", text)

    @Slot(object)
    def _say_problem(self, error: Exception) -> None:
        if self._desk.is_open:
            self._window.toast("error", problem_sentence(error))

    # --- What somebody wants --------------------------------------------------------------------------

    @Slot(bool)
    def _work_offline(self, offline: bool) -> None:
        self._desk.set_work_offline(offline)

    @Slot(str)
    def _remember_language(self, language: str) -> None:
        self._window.registry.run(f"view.language.{language}")

    @Slot(object)
    def _screen_made(self, screen: Screen) -> None:
        asked = getattr(screen, "decide_asked_for", None)
        if asked is not None:
            asked.connect(self._decide)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Banners are said again in another language."""
        if event.type() == QEvent.Type.LanguageChange and self._desk.is_open:
            self.banners.say()
        return super().eventFilter(watched, event)
