"""What stands where the table would be empty: cases on their way, an empty view, or nothing that matches."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from erap_desktop.models.format import count, data_size
from erap_desktop.models.queue_rows import Filters, QueueData, View
from erap_desktop.ui.queue.view_words import nothing_here, view_word
from erap_desktop.ui.theme import size
from erap_desktop.ui.widgets.empty_state import EmptyState
from erap_desktop.ui.widgets.progress_line import ProgressLine


class Progress(Protocol):
    """How far a sync is."""

    @property
    def received(self) -> int: ...
    @property
    def left(self) -> int: ...
    @property
    def bytes_down(self) -> int: ...


class Nothing(QWidget):
    """`clear_wanted`, `all_wanted` and `sync_wanted` say which button was pressed."""

    clear_wanted = Signal()
    all_wanted = Signal()
    sync_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.state = EmptyState("queue")
        self.progress = ProgressLine()
        self.progress.setMaximumWidth(size("measure"))
        layout.addWidget(self.state, 1)
        line = QVBoxLayout()
        line.addWidget(self.progress)
        layout.addLayout(line)
        layout.addStretch(0)
        self.state.action.clicked.connect(self._pressed)
        self._act = ""

    def say(self, data: QueueData, filters: Filters, progress: Progress | None, *, syncing: bool) -> None:
        """Says why nothing is shown, and what to do about it."""
        self.progress.setVisible(progress is not None and not data.lines)
        if not data.lines and not data.ever_synced:
            self._say_first(progress, syncing=syncing)
        elif filters.narrows:
            self._say_no_match(data, filters)
        else:
            title, text = nothing_here(filters.view)
            if filters.view is View.ALL and data.whole_office:
                title = self.tr("There are no cases in your office.")
                text = self.tr("When one is received, it comes with the next sync.")
            self._act = "" if filters.view is View.ALL or not data.lines else "all"
            show_all = self.tr("Show all %Ln cases", "", len(data.lines))
            self.state.say(title, text, show_all if self._act else "")

    def _say_first(self, progress: Progress | None, *, syncing: bool) -> None:
        if syncing:
            self._act = ""
            self.state.say(
                self.tr("Your cases are on their way."),
                self.tr("Those that are due first come first; you can begin as soon as they are here."),
            )
        else:
            self._act = "sync"
            self.state.say(
                self.tr("Your cases are not on this laptop yet."),
                self.tr("Connect once to get them; after that they are here without a network, too."),
                self.tr("Sync now"),
            )
        if progress is not None:
            done, total = progress.received, progress.received + progress.left
            text = self.tr("{done} of {total} cases").format(done=count(done), total=count(total))
            self.progress.show_progress(text, done, total, data_size(progress.bytes_down))

    def _say_no_match(self, data: QueueData, filters: Filters) -> None:
        title = self.tr("No cases match in “{view}”.").format(view=view_word(filters.view))
        if filters.view is View.ALL:
            title = self.tr("No cases match.")
        elsewhere = len(Filters.keep(_in_all(filters), data.lines)) if filters.view is not View.ALL else 0
        if elsewhere:
            self._act = "all"
            text = self.tr("%Ln cases match among all cases.", "", elsewhere)
            self.state.say(title, text, self.tr("Look in all cases"))
        else:
            self._act = "clear"
            text = self.tr("Names, numbers, addresses, telephones and notes are searched by how words begin.")
            self.state.say(title, text, self.tr("Clear search and filters"))

    @Slot()
    def _pressed(self) -> None:
        wanted = {"clear": self.clear_wanted, "all": self.all_wanted, "sync": self.sync_wanted}
        if self._act in wanted:
            wanted[self._act].emit()


def _in_all(filters: Filters) -> Filters:
    from dataclasses import replace

    return replace(filters, view=View.ALL)
