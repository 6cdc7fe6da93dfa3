"""The administrator's screen: settings on one side, the laptops and what they confirmed on the other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from erap_desktop.models.desk import Desk
from erap_desktop.models.format import when
from erap_desktop.models.reading import Reading
from erap_desktop.models.settings_form import FIELDS, SettingsForm, standing
from erap_desktop.services import fleet as service
from erap_desktop.services import work
from erap_desktop.services.fleet import CONFIRMED, SENT, Audience, Fleet
from erap_desktop.ui.configuration.fleet_table import FleetTable
from erap_desktop.ui.configuration.push_panel import PushPanel
from erap_desktop.ui.configuration.setting_row import SettingRow
from erap_desktop.ui.i18n import QT_TRANSLATE_NOOP
from erap_desktop.ui.shell.action_spec import ActionSpec
from erap_desktop.ui.shell.actions import ActionRegistry
from erap_desktop.ui.shell.screen import Screen
from erap_desktop.ui.theme import space, text_label
from erap_desktop.ui.widgets.columns import Columns
from erap_desktop.ui.widgets.notice import Notice
from erap_desktop.ui.widgets.page import Page
from erap_desktop.ui.widgets.progress_line import ProgressLine
from erap_desktop.ui.widgets.segmented import Segment, Segmented
from erap_desktop.ui.words.refusals import problem_sentence

SETTINGS, LAPTOPS = "settings", "laptops"
_PANE_LETTERS = 50
_LEAST_LINES = 10


class ConfigurationScreen(Screen):
    """Edit, check, choose an audience, push, and see it arrive."""

    place_id = "configuration"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("configuration")
        self._desk = desk
        self._fleet: Fleet | None = None
        self._reading = Reading(desk, self)
        self._build()
        self._wire()
        self.retranslate()

    # --- Building -------------------------------------------------------------------------------------

    def _build(self) -> None:
        outer = self.column("s")
        self.parts = Segmented()
        self.parts.setObjectName("configurationParts")
        self.pending = Notice("info")
        self.pending.hide()
        self.stack = QStackedWidget()
        self.stack.addWidget(self._settings_part())
        self.stack.addWidget(self._laptops_part())
        for widget in (self.parts, self.pending):
            outer.addWidget(widget)
        outer.addWidget(self.stack, 1)

    def _settings_part(self) -> QWidget:
        self.form_page = Page()
        layout = self.form_page.widget().layout()  # type: ignore[union-attr]
        layout.setContentsMargins(space("xs"), space("xs"), space("m"), space("s"))  # type: ignore[union-attr]
        self._intro = text_label("", "muted", wrap=True)
        self.form_page.body.addWidget(self._intro)
        self.rows = {name: SettingRow(name) for name in FIELDS}
        for row in self.rows.values():
            self.form_page.body.addWidget(row)
        self.panel = PushPanel()
        self.form_page.setMinimumHeight(_LEAST_LINES * self.fontMetrics().height())
        part = Columns(_PANE_LETTERS, gap="m")
        part.set_panes((self.form_page, self.panel), (62, 38))
        return part

    def _laptops_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space("m"))
        self.arrived = ProgressLine()
        self.table = FleetTable()
        column.addWidget(self.arrived)
        column.addWidget(self.table, 1)
        return part

    def _wire(self) -> None:
        self.parts.chosen.connect(self._part_chosen)
        for row in self.rows.values():
            row.changed.connect(self._form_changed)
        self.panel.changed.connect(self._form_changed)
        self.panel.push_wanted.connect(self.push)
        self._reading.succeeded.connect(self._read)
        self._reading.failed.connect(self._failed)
        self._desk.changed.connect(self.refresh)

    def title(self) -> str:
        """The place."""
        return self.tr("Configuration")

    def retranslate(self) -> None:
        """Set every text."""
        self.parts.setAccessibleName(self.tr("Parts of the configuration"))
        self.form_page.set_name(self.tr("Settings"))
        self.table.setAccessibleName(self.tr("Laptops"))
        self._intro.setText(
            self.tr("Tick what is to change. Settings that are not ticked stay as they are on each laptop.")
        )
        for row in self.rows.values():
            row.retranslate()
        self.panel.retranslate()
        self.table.laptops.refresh_words()
        self._show()

    def register_actions(self, registry: ActionRegistry) -> None:
        """Ctrl+Enter pushes."""
        push = QT_TRANSLATE_NOOP("Actions", "Push these settings to laptops")
        laptops = QT_TRANSLATE_NOOP("Actions", "Show the laptops")
        settings = QT_TRANSLATE_NOOP("Actions", "Show the settings")
        add = partial(registry.add, owner=self)
        place, section = self.place_id, "configuration"
        add(ActionSpec("configuration.push", push, section, ("Ctrl+Return",), place, "send"), self.push)
        add(
            ActionSpec("configuration.laptops", laptops, section, ("Ctrl+PgDown",), place, "fleet"),
            partial(self.show_part, LAPTOPS),
        )
        add(
            ActionSpec("configuration.settings", settings, section, ("Ctrl+PgUp",), place, "settings"),
            partial(self.show_part, SETTINGS),
        )

    def first_focus(self) -> QWidget | None:
        """The first setting, or the laptops."""
        return self.table if self.stack.currentIndex() else self.rows[FIELDS[0]].tick

    def panes(self) -> Sequence[QWidget]:
        """The form and what it would do; or the laptops."""
        return (self.table,) if self.stack.currentIndex() else (self.form_page, self.panel)

    # --- Reading --------------------------------------------------------------------------------------

    def on_enter(self) -> None:
        """Read the fleet."""
        self.refresh()

    def on_lock(self) -> None:
        """Let go of every name."""
        self._fleet = None
        self.table.laptops.set_records(())

    @Slot()
    def refresh(self) -> None:
        """Read again; a reading under way is dropped. Acknowledgements come with each sync."""
        self._reading.start(service.fleet)

    @Slot(object)
    def _read(self, fleet: Fleet) -> None:
        self._fleet = fleet
        for name, row in self.rows.items():
            row.show_present(standing(fleet.present, name))
        self.panel.audience.show_fleet(fleet)
        self._show()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self._desk.said.emit(problem_sentence(error))
        self._form_changed()

    # --- Showing --------------------------------------------------------------------------------------

    def _show(self) -> None:
        fleet = self._fleet
        count = len(fleet.active) if fleet else 0
        self.parts.set_segments(
            (Segment(SETTINGS, self.tr("Settings")), Segment(LAPTOPS, self.tr("Laptops"), count))
        )
        if fleet is None:
            return
        self.table.show_fleet(fleet)
        self._say_arrived(fleet)
        self._say_pending(fleet)
        self._form_changed()

    def _say_arrived(self, fleet: Fleet) -> None:
        told = [one for one in fleet.active if one.state in (SENT, CONFIRMED)]
        done = sum(1 for one in told if one.state == CONFIRMED)
        self.arrived.setVisible(bool(told))
        text = self.tr("{done} of %Ln laptops have confirmed their settings", "", len(told))
        as_of = self.tr("as of {time}").format(time=when(fleet.as_of, fleet.now)) if fleet.as_of else ""
        self.arrived.show_progress(text.format(done=done), done, len(told), as_of)

    def _say_pending(self, fleet: Fleet) -> None:
        self.pending.setVisible(bool(fleet.pending))
        if fleet.pending:
            self.pending.say(
                "info",
                self.tr("%Ln changes of settings are not at the office yet", "", len(fleet.pending)),
                self.tr(
                    "Saved on this laptop. They go out with the next sync and reach laptops with theirs."
                ),
                "on-laptop",
            )

    @property
    def form(self) -> SettingsForm:
        """What is filled in."""
        values = {name: row.value for name, row in self.rows.items() if row.wanted}
        audience = self.panel.audience.audience or Audience()
        return SettingsForm(values, audience, self.panel.note.text().strip())

    @Slot()
    def _form_changed(self) -> None:
        form = self.form
        wrong = form.wrong()
        for name, row in self.rows.items():
            row.show_wrong(name in wrong)
        if self._fleet is not None:
            self.panel.show_form(form, self._fleet)

    @Slot(str)
    def _part_chosen(self, part: str) -> None:
        self.stack.setCurrentIndex(1 if part == LAPTOPS else 0)

    def show_part(self, part: str) -> None:
        """Show the settings or the laptops."""
        self.parts.choose(part)
        self._part_chosen(part)
        focus = self.first_focus()
        if focus is not None:
            focus.setFocus()

    # --- Acting ---------------------------------------------------------------------------------------

    @Slot()
    def push(self) -> None:
        """Save the settings as a command; the next sync sends it."""
        form = self.form
        if not self.panel.push.isEnabled() or not form.ready:
            self._desk.said.emit(self.tr("Nothing can be pushed yet: tick a setting and choose an audience."))
            return
        self.panel.push.setEnabled(False)
        settings = form.settings()
        job = self._desk.perform(partial(work.configure, settings=settings))
        job.succeeded.connect(self._pushed)
        job.failed.connect(self._failed)

    @Slot(object)
    def _pushed(self, _: object) -> None:
        for row in self.rows.values():
            row.reset()
        self.panel.note.clear()
        self._desk.said.emit(self.tr("Saved on this laptop; it goes out with the next sync."))
        self.show_part(LAPTOPS)
