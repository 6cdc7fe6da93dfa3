"""The queue's screen: views, search and filters over the table, the peek pane beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget

from erap_desktop.models.background import Job
from erap_desktop.models.desk import Desk
from erap_desktop.models.peek import Peek, read_peek
from erap_desktop.models.queue_model import QueueModel
from erap_desktop.models.queue_rows import Filters, QueueData, View, load
from erap_desktop.models.sync_pill import PillKind
from erap_desktop.ui.i18n import QT_TRANSLATE_NOOP
from erap_desktop.ui.queue.application_panel import ApplicationPanel
from erap_desktop.ui.queue.applying import Applying
from erap_desktop.ui.queue.filter_bar import FilterBar
from erap_desktop.ui.queue.nothing import Nothing
from erap_desktop.ui.queue.peek_pane import PeekPane
from erap_desktop.ui.queue.queue_table import QueueTable
from erap_desktop.ui.queue.searching import Hits, Searching
from erap_desktop.ui.queue.view_words import ORDER, view_word
from erap_desktop.ui.shell.action_spec import ActionSpec
from erap_desktop.ui.shell.actions import ActionRegistry
from erap_desktop.ui.shell.memory import Memory, ShortMemory
from erap_desktop.ui.shell.screen import Screen
from erap_desktop.ui.theme import Theme, space
from erap_desktop.ui.widgets.segmented import Segment, Segmented

_PEEK_LETTERS = 46
MORE_MS = 700
_VIEW = "queue.view"
_LEAST_PEEK_LETTERS = 28


class QueueScreen(Screen):
    """Every case on this laptop; a supervisor's shows the office."""

    place_id = "queue"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("queueScreen")
        self._desk = desk
        self._loading: Job | None = None
        self._stale = False
        self._begun = False
        self._back_to: UUID | None = None
        self._memory: Memory = ShortMemory()
        self._more = QTimer(self, singleShot=True, interval=MORE_MS)
        self._more.timeout.connect(self.refresh)
        self._searching = Searching(desk, self)
        self.model = QueueModel(self)
        self._build()
        self._wire()
        self.retranslate()

    # --- Building -------------------------------------------------------------------------------------

    def _build(self) -> None:
        outer = self.column("s")
        self.views = Segmented()
        self.views.setObjectName("queueViews")
        self.bar = FilterBar()
        self.table = QueueTable(self.model)
        self.nothing = Nothing()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.nothing)
        self.peek, self.application = PeekPane(), ApplicationPanel()
        self.peek.hide()
        self.application.hide()
        self._applying = Applying(self._desk, self.application, self.table)
        middle = QHBoxLayout()
        middle.setSpacing(space("m"))
        middle.addWidget(self.stack, 5)
        middle.addWidget(self.peek, 3)
        middle.addWidget(self.application, 0, Qt.AlignmentFlag.AlignTop)
        outer.addWidget(self.views)
        outer.addWidget(self.bar)
        outer.addLayout(middle, 1)
        self._fit_peek()

    def _wire(self) -> None:
        self.views.chosen.connect(self._view_chosen)
        self.bar.changed.connect(self._filters_changed)
        self.bar.searched.connect(self._searching.look_for)
        self._searching.found.connect(self._found)
        self.table.opened.connect(self._open_index)
        self.table.peeked.connect(self._toggle_peek)
        self.table.current_row.connect(self._row_changed)
        self.model.modelReset.connect(self._row_changed)
        self.peek.wanted.connect(self._read_peek)
        self.peek.opened.connect(self._desk.open_case)
        self.peek.closed.connect(self._toggle_peek)
        self.nothing.clear_wanted.connect(self.bar.clear)
        self.nothing.all_wanted.connect(self._show_all)
        self.nothing.sync_wanted.connect(self._desk.sync_now)
        self._desk.changed.connect(self.refresh)
        self._desk.sync_state_changed.connect(self._sync_goes_on)
        Theme.current().changed.connect(self._fit_peek)

    def title(self) -> str:
        """Whose cases these are."""
        return self.tr("Office queue") if self.model.contents.whole_office else self.tr("My queue")

    def retranslate(self) -> None:
        """Set every text."""
        self.views.setAccessibleName(self.tr("Saved views"))
        self.table.setAccessibleName(self.tr("Cases"))
        self.bar.retranslate()
        self.application.retranslate()
        self.model.refresh_words()
        self._say_counts()
        self._say_nothing()

    def register_actions(self, registry: ActionRegistry) -> None:
        """What can be done in the list."""
        search = QT_TRANSLATE_NOOP("Actions", "Search this list")
        peek = QT_TRANSLATE_NOOP("Actions", "Show or hide key facts")
        clear = QT_TRANSLATE_NOOP("Actions", "Clear search and filters")
        new = QT_TRANSLATE_NOOP("Actions", "New application")
        add = partial(registry.add, owner=self)
        add(ActionSpec("queue.new", new, "list", ("Ctrl+N",), "queue", "plus"), self._applying.begin)
        add(ActionSpec("queue.search", search, "list", ("Ctrl+F",), "queue", "search"), self._focus_search)
        add(ActionSpec("queue.peek", peek, "list", ("Ctrl+Space",), "queue", "sidebar"), self._toggle_peek)
        add(ActionSpec("queue.clear", clear, "list", ("Ctrl+Shift+F",), "queue", "filter"), self.bar.clear)

    def remember(self, memory: Memory) -> None:
        """The view that was chosen last, too."""
        super().remember(memory)
        self._memory = memory

    def first_focus(self) -> QWidget | None:
        """The table, unless it is empty."""
        return self.bar.search if self.stack.currentWidget() is self.nothing else self.table

    def panes(self) -> Sequence[QWidget]:
        """Search and filters, the table, the key facts, a new application."""
        return (self.bar, self.stack, self.peek, self.application)

    # --- Coming, going, locking -----------------------------------------------------------------------

    def on_enter(self) -> None:
        """Ask for the rows."""
        self.refresh()

    def on_lock(self) -> None:
        """Let go of every name; the selected case is remembered by its id alone."""
        self._back_to = self.table.current_id
        self._stale = False
        self.peek.forget()
        self.application.forget()
        self.model.set_data(QueueData())
        self.bar.search.clear()

    @Slot()
    def refresh(self) -> None:
        """Read the queue again; one reading at a time."""
        if not self._desk.is_open:
            return
        if self._loading is not None:
            self._stale = True
            return
        self._loading = self._desk.query(load)
        self._loading.succeeded.connect(self._loaded)
        self._loading.finished.connect(self._load_ended)

    @Slot(object)
    def _loaded(self, data: QueueData) -> None:
        if not self._desk.is_open:
            return
        other_title = data.whole_office != self.model.contents.whole_office
        self.model.set_data(data)
        self.table.show_assignee(data.whole_office)
        self._begin(data)
        self._show()
        if self._searching.active:
            self._searching.again()
        if self._back_to is not None and self.table.go_to_id(self._back_to):
            self._back_to = None
        if other_title:
            self.title_changed.emit()
        if self.peek.isVisible():
            self.peek.show_case(self.table.current_id)

    @Slot()
    def _sync_goes_on(self) -> None:
        """While a first sync runs, cases are there to be worked on as they come."""
        if self._desk.progress is not None and not self._more.isActive():
            self._more.start()
        self._say_nothing()

    @Slot()
    def _load_ended(self) -> None:
        self._loading = None
        if self._stale:
            self._stale = False
            self.refresh()

    def _begin(self, data: QueueData) -> None:
        """The view chosen last, or else the first one, that has something in it; once."""
        if self._begun or not data.lines:
            return
        self._begun = True
        if self.bar.search.hasFocus() and not self.bar.search.text():
            self.table.setFocus()
        last = [view for view in ORDER if view.name == self._memory.read(_VIEW)]
        view = next(view for view in (*last, *ORDER) if data.counts.get(view, 0))
        self.model.set_filters(replace(self.model.filters, view=view))
        self.views.choose(view.name or "")

    # --- What is shown --------------------------------------------------------------------------------

    def _show(self) -> None:
        self.bar.show_data(self.model.contents, self.model.filters, self.model.rowCount())
        self._say_counts()
        self._say_nothing()

    def _say_counts(self) -> None:
        counts = self.model.contents.counts
        self.views.set_segments(
            [Segment(view.name or "", view_word(view), counts.get(view)) for view in ORDER]
        )

    @Slot()
    def _say_nothing(self) -> None:
        empty = self.model.rowCount() == 0 and self.model.contents.read
        had_focus = self.table.hasFocus()
        if empty:
            syncing = self._desk.progress is not None or self._desk.pill.kind is PillKind.SENDING
            self.nothing.say(self.model.contents, self.model.filters, self._desk.progress, syncing=syncing)
        self.stack.setCurrentWidget(self.nothing if empty else self.table)
        if empty and had_focus:
            self.bar.search.setFocus()

    @Slot(str)
    def _view_chosen(self, name: str) -> None:
        self._memory.write(_VIEW, name)
        self._filters_are(replace(self.model.filters, view=View[name]))

    @Slot(object)
    def _filters_changed(self, filters: Filters) -> None:
        self._filters_are(replace(filters, found=self.model.filters.found))

    def _filters_are(self, filters: Filters) -> None:
        self.model.set_filters(filters)
        self._show()

    @Slot()
    def _show_all(self) -> None:
        self.views.choose(View.ALL.name or "")
        self._filters_are(replace(self.model.filters, view=View.ALL))
        self.table.setFocus()

    @Slot(object)
    def _found(self, hits: Hits) -> None:
        self._filters_are(replace(self.model.filters, found=hits))

    # --- Peeking and opening --------------------------------------------------------------------------

    @Slot()
    def _toggle_peek(self) -> None:
        opening = not self.peek.isVisible()
        focused = QApplication.focusWidget()
        if not opening and focused is not None and self.peek.isAncestorOf(focused):
            self.table.setFocus()
        self.peek.setVisible(opening)
        if opening:
            self.peek.show_case(self.table.current_id)

    @Slot()
    def _row_changed(self) -> None:
        if self.peek.isVisible():
            self.peek.show_case(self.table.current_id)

    @Slot(object)
    def _read_peek(self, case_id: UUID) -> None:
        if self._desk.is_open:
            self._desk.query(partial(read_peek, case_id=case_id)).succeeded.connect(self._peeked)

    @Slot(object)
    def _peeked(self, peek: Peek) -> None:
        self.peek.show_facts(peek, self.model.contents.today)

    @Slot(QModelIndex)
    def _open_index(self, index: QModelIndex) -> None:
        self._desk.open_case(self.model.line(index.row()).id)

    def _focus_search(self) -> None:
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back one level: the key facts first, search and filters last. "/" searches."""
        if event.key() == Qt.Key.Key_Escape and self.peek.isVisible():
            self._toggle_peek()
        elif event.key() == Qt.Key.Key_Escape and self.model.filters.narrows:
            self.bar.clear()
        elif event.key() == Qt.Key.Key_Slash:
            self._focus_search()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _fit_peek(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        self.peek.setMinimumWidth(_LEAST_PEEK_LETTERS * letter)
        self.peek.setMaximumWidth(_PEEK_LETTERS * letter)
