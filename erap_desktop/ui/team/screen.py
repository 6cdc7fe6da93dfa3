"""The supervisor's screen: loads, one person's cases, and moving many at once. Works offline as well."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from erap_desktop.models.background import Job
from erap_desktop.models.desk import Desk
from erap_desktop.models.reading import Reading
from erap_desktop.services import team as service
from erap_desktop.services.team import Impact, Receipt, Team, Undone
from erap_desktop.ui.i18n import QT_TRANSLATE_NOOP
from erap_desktop.ui.shell.action_spec import ActionSpec
from erap_desktop.ui.shell.actions import ActionRegistry
from erap_desktop.ui.shell.screen import Screen
from erap_desktop.ui.team.case_table import TeamCaseTable
from erap_desktop.ui.team.legend import Legend
from erap_desktop.ui.team.load_table import LoadTable
from erap_desktop.ui.team.move_panel import MovePanel
from erap_desktop.ui.team.words import impact_lines, person_word
from erap_desktop.ui.theme import space, text_label
from erap_desktop.ui.widgets.columns import Columns
from erap_desktop.ui.words.refusals import problem_sentence

_PANE_LETTERS = 50
_FEW, _MANY = 4, 8  # people shown at once
_LOW = 36  # lines of text from which on a screen is not low


class TeamScreen(Screen):
    """Who has how much; whose cases; move them."""

    place_id = "team"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("team")
        self._desk = desk
        self._team: Team | None = None
        self._reading = Reading(desk, self)
        self._preview_job: Job | None = None
        self._receipt: Receipt | None = None
        self._shown_user: str | None = None
        self._build()
        self._wire()
        self.retranslate()

    # --- Building -------------------------------------------------------------------------------------

    def _build(self) -> None:
        outer = self.column("s")
        self.legend = Legend()
        self.loads = LoadTable()
        self._whose = text_label("", "heading")
        self._hint = text_label("", "caption")
        self.cases = TeamCaseTable()
        self.panel = MovePanel()
        self.receipt, self.undo = self.panel.receipt, self.panel.undo
        head = QHBoxLayout()
        head.addWidget(self._whose)
        head.addStretch(1)
        head.addWidget(self._hint)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space("xs"))
        column.addLayout(head)
        column.addWidget(self.cases, 1)
        below = Columns(_PANE_LETTERS, gap="m")
        below.set_panes((left, self.panel), (64, 36))
        for widget in (self.legend, self.loads):
            outer.addWidget(widget)
        outer.addWidget(below, 1)

    def _wire(self) -> None:
        self.loads.current_row.connect(self._person_chosen)
        self.loads.loads.modelReset.connect(self._person_chosen)
        self.cases.selection_moved.connect(self._selection_moved)
        self.cases.opened.connect(self._open)
        self.panel.target_changed.connect(self._preview)
        self.panel.move_wanted.connect(self.move_cases)
        self.undo.clicked.connect(self.take_back)
        self._reading.succeeded.connect(self._read)
        self._reading.failed.connect(self._failed)
        self._desk.changed.connect(self.refresh)

    def title(self) -> str:
        """The place."""
        return self.tr("Team")

    def retranslate(self) -> None:
        """Set every text."""
        self.loads.setAccessibleName(self.tr("Caseworkers and their cases"))
        self.cases.setAccessibleName(self.tr("Cases of the chosen caseworker"))
        self.undo.setText(self.tr("Take it back"))
        self.panel.retranslate()
        self.loads.loads.refresh_words()
        self.cases.cases.refresh_words()
        if self._team is not None:
            self._show()
        self._say_receipt()

    def register_actions(self, registry: ActionRegistry) -> None:
        """Ctrl+Shift+R goes to the move, Ctrl+Enter makes it."""
        add = partial(registry.add, owner=self)
        move = QT_TRANSLATE_NOOP("Actions", "Choose whom to move the cases to")
        confirm = QT_TRANSLATE_NOOP("Actions", "Move the selected cases")
        undo = QT_TRANSLATE_NOOP("Actions", "Take back the last move")
        add(ActionSpec("team.to", move, "team", ("Ctrl+Shift+R",), "team", "reassign"), self._go_to_panel)
        add(ActionSpec("team.move", confirm, "team", ("Ctrl+Return",), "team", "check"), self.move_cases)
        add(ActionSpec("team.undo", undo, "team", ("Ctrl+Z",), "team", "undo"), self.take_back)

    def first_focus(self) -> QWidget | None:
        """The people."""
        return self.loads

    def panes(self) -> Sequence[QWidget]:
        """The people, their cases, the move."""
        return (self.loads, self.cases, self.panel)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a low screen the people take fewer rows; they scroll."""
        self.loads.set_most_rows(_FEW if self.height() < _LOW * self.fontMetrics().height() else _MANY)
        super().resizeEvent(event)

    # --- Reading --------------------------------------------------------------------------------------

    def on_enter(self) -> None:
        """Read the office."""
        self.refresh()

    def on_lock(self) -> None:
        """Let go of every name."""
        self._team = self._receipt = None
        self.loads.loads.set_records(())
        self.cases.cases.set_records(())
        self.panel.show_lines(())
        self.panel.why.clear()
        self.receipt.hide()

    @Slot()
    def refresh(self) -> None:
        """Read again; a reading under way is dropped."""
        self._reading.start(service.team)
        if self._receipt is not None:
            held = self._desk.query(partial(service.holds_back, commands=self._receipt.commands))
            held.succeeded.connect(self._held_back)

    @Slot(object)
    def _read(self, team: Team) -> None:
        self._team = team
        self._show()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self._desk.said.emit(problem_sentence(error))

    # --- Showing --------------------------------------------------------------------------------------

    def _show(self) -> None:
        assert self._team is not None
        self.legend.show_team(self._team)
        self.loads.show_team(self._team)
        self._person_chosen()

    @Slot()
    def _person_chosen(self) -> None:
        load, team = self.loads.current, self._team
        if load is None or team is None:
            return
        self._whose.setText(self.tr("Cases of {name}").format(name=person_word(load)))
        other = load.user != self._shown_user
        self._shown_user = load.user
        self.cases.show_cases(team.cases_of(load.user), team.today)
        if other:
            self.cases.clearSelection()
        self.panel.show_targets(team.targets(frozenset({load.user})))
        self._selection_moved()

    @Slot()
    def _selection_moved(self) -> None:
        chosen = self.cases.selected_ids
        self._hint.setText(
            self.tr("%Ln selected", "", len(chosen))
            if chosen
            else self.tr("Shift and the arrow keys select several, Ctrl+A all")
        )
        self.panel.say_count(len(chosen))
        self._preview()

    @Slot()
    def _preview(self) -> None:
        chosen, to = self.cases.selected_ids, self.panel.to
        if self._preview_job is not None:
            self._preview_job.cancel()
            self._preview_job = None
        if not chosen or not to or not self._desk.is_open:
            self.panel.show_lines([("neutral", self.tr("Select cases to see what moving them would do."))])
            self.receipt.setVisible(self._receipt is not None)
            return
        self.receipt.hide()
        self._preview_job = self._desk.query(partial(service.impact, chosen=chosen, to=to))
        self._preview_job.succeeded.connect(self._previewed)

    @Slot(object)
    def _previewed(self, impact: Impact) -> None:
        self._preview_job = None
        if self._team is not None:
            self.panel.show_lines(impact_lines(impact, self._team.names, self._team.now))

    # --- Acting ---------------------------------------------------------------------------------------

    @Slot()
    def move_cases(self) -> None:
        """Save one reassignment for each selected case, all in one go."""
        chosen, to = self.cases.selected_ids, self.panel.to
        if not chosen or not to:
            self._desk.said.emit(self.tr("Select cases first, then choose whom to move them to."))
            return
        self.panel.act.setEnabled(False)
        remark = self.panel.why.text().strip()
        job = self._desk.perform(partial(service.reassign_all, chosen=chosen, to=to, remark=remark))
        job.succeeded.connect(self._moved)
        job.failed.connect(self._failed)

    @Slot(object)
    def _moved(self, receipt: Receipt) -> None:
        self._receipt = receipt
        self.panel.why.clear()
        self.cases.clearSelection()
        self.undo.show()
        self._say_receipt()
        self.cases.setFocus()

    @Slot(object)
    def _held_back(self, held: bool) -> None:
        self.undo.setVisible(held)
        self._say_receipt()

    def _say_receipt(self) -> None:
        receipt = self._receipt
        self.receipt.setVisible(receipt is not None and not self.cases.selected_ids)
        if receipt is None:
            return
        names = self._team.names if self._team else {}
        title = self.tr("%Ln cases move to {name}", "", len(receipt.commands))
        self.receipt.say(
            "warning" if receipt.refused else "info",
            title.format(name=names.get(receipt.to, receipt.to)),
            self._receipt_text(receipt),
            "reassign",
        )

    def _receipt_text(self, receipt: Receipt) -> str:
        if self.undo.isHidden():
            text = self.tr("They have left this laptop; the office confirms them with the next sync.")
        else:
            text = self.tr("Saved on this laptop. They count once the office has received them.")
        if receipt.refused:
            text += " " + self.tr("%Ln could not be moved.", "", len(receipt.refused))
        return text

    @Slot()
    def take_back(self) -> None:
        """Undo the last move while none of it has left this laptop."""
        if self._receipt is not None:
            job = self._desk.perform(partial(service.take_back, commands=self._receipt.commands))
            job.succeeded.connect(self._taken_back)
            job.failed.connect(self._failed)

    @Slot(object)
    def _taken_back(self, undone: Undone) -> None:
        self._receipt = None
        self.receipt.hide()
        text = self.tr("%Ln moves taken back.", "", undone.taken_back)
        if undone.too_late:
            text += " " + self.tr("%Ln had already left the laptop.", "", undone.too_late)
        self._desk.said.emit(text)

    @Slot(QModelIndex)
    def _open(self, _: QModelIndex) -> None:
        case = self.cases.current
        if case is not None:
            self._desk.open_case(case.id)

    def _go_to_panel(self) -> None:
        self.panel.target.setFocus()
