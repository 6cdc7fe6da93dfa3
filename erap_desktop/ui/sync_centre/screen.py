"""The sync centre: one sentence that answers the question, three lists, and what stands in the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QWidget

from erap_desktop.models.desk import Desk
from erap_desktop.models.reading import Reading
from erap_desktop.services import sync_items, sync_problems, work
from erap_desktop.services.sync_items import NEEDS, RECEIVED, WAITING, SyncItem, SyncItems
from erap_desktop.services.sync_problems import Problem
from erap_desktop.ui.shell.actions import ActionRegistry
from erap_desktop.ui.shell.screen import Screen
from erap_desktop.ui.sync_centre import notice_words
from erap_desktop.ui.sync_centre.actions import add_actions
from erap_desktop.ui.sync_centre.headline import headline
from erap_desktop.ui.sync_centre.headline_card import HeadlineCard
from erap_desktop.ui.sync_centre.item_pane import ItemPane
from erap_desktop.ui.sync_centre.item_table import ItemTable
from erap_desktop.ui.sync_centre.nothing import nothing_in
from erap_desktop.ui.widgets.columns import Columns
from erap_desktop.ui.widgets.empty_state import EmptyState
from erap_desktop.ui.widgets.notice import Notice
from erap_desktop.ui.widgets.segmented import Segment, Segmented
from erap_desktop.ui.widgets.switch import Switch
from erap_desktop.ui.words.refusals import problem_sentence
from erap_desktop.ui.workplace.deliver_row import DeliverRow

if TYPE_CHECKING:
    from erap_desktop.services.session import Session

_GROUPS = (NEEDS, WAITING, RECEIVED)
_PANE_LETTERS = 50


class SyncCentreScreen(Screen):
    """Everything this person did on this laptop, and where it is now."""

    place_id = "sync"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("syncCentre")
        self._desk = desk
        self._items: SyncItems | None = None
        self._reading = Reading(desk, self)
        self._chosen_by_hand = False
        self._act = ""
        self._build()
        self._wire()
        self.retranslate()

    # --- Building -------------------------------------------------------------------------------------

    def _build(self) -> None:
        outer = self.column("m")
        self.top = HeadlineCard()
        self.notice = Notice()
        self.notice.hide()
        self.notice_button = self.notice.add_button(QPushButton())
        self.groups = Segmented()
        self.groups.setObjectName("syncGroups")
        self.table = ItemTable()
        self.empty = EmptyState("check-circle")
        self.pane = ItemPane()
        self.middle = Columns(_PANE_LETTERS, gap="m")
        self.middle.set_panes((self.table, self.pane), (5, 3))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.middle)
        self.stack.addWidget(self.empty)
        self.deliver = DeliverRow(self._desk)
        self.deliver.hide()
        for widget in (self.top, self.notice):
            outer.addWidget(widget)
        line = QHBoxLayout()
        line.addWidget(self.groups, 1, Qt.AlignmentFlag.AlignTop)
        self.metered = Switch()
        self.metered.setObjectName("meteredLine")
        line.addWidget(self.metered)
        line.addWidget(self.deliver)
        outer.addLayout(line)
        outer.addWidget(self.stack, 1)
        self.table.setMinimumHeight(7 * self.fontMetrics().height())

    def _wire(self) -> None:
        self.top.sync_wanted.connect(self._desk.sync_now)
        self.top.offline_switched.connect(self._desk.set_work_offline)
        self.metered.toggled.connect(self._desk.set_metered)
        self.notice_button.clicked.connect(self._notice_acted)
        self.groups.chosen.connect(self._group_chosen)
        self.table.current_row.connect(self._show_item)
        self.table.items.modelReset.connect(self._show_item)
        self.table.opened.connect(self._open_index)
        self.pane.open_wanted.connect(self._open)
        self.pane.take_back_wanted.connect(self.take_back)
        self.pane.seen_wanted.connect(self.acknowledge)
        self.pane.copy_wanted.connect(self.copy_details)
        self._reading.succeeded.connect(self._read)
        self._reading.failed.connect(self._not_read)
        self._desk.changed.connect(self.refresh)
        self._desk.sync_state_changed.connect(self._sync_moved)
        self._desk.sync_finished.connect(self._sync_ended)

    def title(self) -> str:
        """The place."""
        return self.tr("Sync center")

    def retranslate(self) -> None:
        """Set every text."""
        self.groups.setAccessibleName(self.tr("Lists"))
        self.table.setAccessibleName(self.tr("What you did on this laptop"))
        self.top.retranslate()
        self.metered.setText(self.tr("Metered line"))
        self.metered.setToolTip(
            self.tr("This network costs money: what goes by itself is as your administrator has set it.")
        )
        self.pane.retranslate()
        self.table.items.refresh_words()
        self._show()

    def register_actions(self, registry: ActionRegistry) -> None:
        """What can be done with an item."""
        add_actions(registry, self)

    def first_focus(self) -> QWidget | None:
        """The list, or the button when nothing is in it."""
        return self.table if self.table.items.rowCount() else self.top.sync

    def panes(self) -> Sequence[QWidget]:
        """The sentence, the list, the item."""
        if self.stack.currentWidget() is self.empty:
            return (self.top, self.groups)
        return (self.top, self.table, self.pane)

    # --- Reading --------------------------------------------------------------------------------------

    def on_enter(self) -> None:
        """Read the lists."""
        self._chosen_by_hand = False
        self.refresh()

    def on_lock(self) -> None:
        """Let go of every name."""
        self._items = None
        self._show()

    @Slot()
    def refresh(self) -> None:
        """Read the outbox again; a reading under way is dropped."""
        self._reading.start(sync_items.sync_items)

    @Slot(object)
    def _read(self, items: SyncItems) -> None:
        self._items = items
        self._show()

    @Slot(object)
    def _not_read(self, error: Exception) -> None:
        self._say_notice(sync_problems.of_error(error))

    # --- Showing --------------------------------------------------------------------------------------

    def _show(self) -> None:
        items = self._items
        counts = {group: len(items.of(group)) if items else 0 for group in _GROUPS}
        words = (self.tr("Needs you"), self.tr("Waiting to send"), self.tr("Received"))
        self.groups.set_segments([Segment(g, w, counts[g]) for g, w in zip(_GROUPS, words, strict=True)])
        if not self._chosen_by_hand:
            self.groups.choose(next((group for group in _GROUPS if counts[group]), WAITING))
        self.deliver.setVisible(counts[WAITING] > 0)
        self._show_list()
        self._show_state()

    def _show_list(self) -> None:
        group = self.groups.current()
        items = self._items.of(group) if self._items else ()
        had_focus = self.table.hasFocus()
        if self._items:
            self.table.show_items(items, self._items.now)
        else:
            self.table.items.set_records(())
        self.empty.say(*nothing_in(group))
        self.stack.setCurrentWidget(self.middle if items else self.empty)
        if had_focus and not items:
            self.top.sync.setFocus()
        self._show_item()

    @Slot()
    def _show_item(self) -> None:
        item = self.table.current
        self.pane.setVisible(item is not None)
        if item is not None and self._items is not None:
            self.pane.show_item(item, self._items.now)

    def _show_state(self) -> None:
        problem = self._problem()
        self.top.set_work_offline(self._desk.work_offline)
        with QSignalBlocker(self.metered):
            self.metered.setChecked(self._desk.metered)
        if self._items is not None:
            offline, syncing = self._desk.work_offline, self._desk.progress is not None
            self.top.say(headline(self._items, work_offline=offline, syncing=syncing, problem=problem))
        self._say_notice(problem)

    def _problem(self) -> Problem:
        if self._desk.problem is not None:
            return sync_problems.of_error(self._desk.problem)
        report = self._desk.last_report
        if self._desk.work_offline or report is None:
            return Problem.NONE
        return sync_problems.of_report(report)

    def _say_notice(self, problem: Problem) -> None:
        words = notice_words.notice_for(problem)
        if words is None and self._desk.is_open and self._desk.session.rebuilt:
            words = notice_words.said(notice_words.REBUILT)
        self.notice.setVisible(words is not None)
        self._act = words.act if words else ""
        if words is not None:
            self.notice.say(words.kind, words.title, words.text, words.icon)
            self.notice_button.setText(words.button)
            self.notice_button.setVisible(bool(words.button))

    @Slot()
    def _sync_moved(self) -> None:
        progress = self._desk.progress
        if progress is None:
            self.top.end_progress()
        else:
            self.top.show_progress(progress.received, progress.left, progress.bytes_down)
        self._show_state()

    @Slot()
    def _sync_ended(self) -> None:
        self.top.end_progress()
        self.refresh()

    # --- Acting ---------------------------------------------------------------------------------------

    @Slot(str)
    def _group_chosen(self, _: str) -> None:
        self._chosen_by_hand = True
        self._show_list()

    @Slot(QModelIndex)
    def _open_index(self, _: QModelIndex) -> None:
        self._open()

    @Slot()
    def _open(self) -> None:
        item = self.table.current
        if item is not None and item.here and item.case is not None:
            self._desk.open_case(item.case)

    @Slot()
    def take_back(self) -> None:
        """Undo what has not left this laptop."""
        item = self.table.current
        if item is not None and item.can_take_back:
            self._perform(partial(work.withdraw, command=item.id))

    @Slot()
    def acknowledge(self) -> None:
        """The person has seen what became of it."""
        item = self.table.current
        if item is not None and item.group == NEEDS:
            self._perform(partial(sync_items.acknowledge, command=item.id))

    def _perform(self, doing: Callable[[Session], object]) -> None:
        self._desk.perform(doing).failed.connect(self._refused)

    @Slot(object)
    def _refused(self, error: Exception) -> None:
        self._desk.said.emit(problem_sentence(error))

    @Slot()
    def copy_details(self) -> None:
        """Put what support needs on the clipboard."""
        item = self.table.current
        if item is not None:
            self._desk.query(partial(_details, item=item)).succeeded.connect(self._copied)

    @Slot(object)
    def _copied(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._desk.said.emit(self.tr("Details copied. They hold no name and nothing from the case."))

    @Slot()
    def _notice_acted(self) -> None:
        if self._act == notice_words.OPEN_BROWSER:
            QDesktopServices.openUrl(QUrl(self._desk.session.identity.server_url))
        elif self._act == notice_words.REBUILD:
            self._perform(sync_problems.rebuild)
        elif self._act == notice_words.CONFIRM:
            self._desk.confirm_mass_leave()
        else:
            self._desk.sync_now()


def _details(session: Session, item: SyncItem) -> str:
    return sync_items.support_details(session, item)
