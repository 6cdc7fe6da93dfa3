"""Over the table: the search field, the menu of filters, a chip for each filter, and how many cases show."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from erap_desktop.models.format import count
from erap_desktop.models.queue_rows import Filters, QueueData
from erap_desktop.ui.queue.filter_menu import FIELDS, FilterMenu, field_word, toggled, value_word
from erap_desktop.ui.theme import space, style_button
from erap_desktop.ui.widgets.chip import FilterChip
from erap_desktop.ui.widgets.elided_label import ElidedLabel
from erap_desktop.ui.widgets.flow import FlowLayout
from erap_desktop.ui.widgets.search_field import SearchField


class FilterBar(QWidget):
    """`changed` carries the filters, without view and search hits; `searched` the text."""

    changed = Signal(object)
    searched = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data = QueueData()
        self._filters = Filters()
        self._shown = 0
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(space("s"))
        outer.addLayout(self._first_line())
        self._chip_area = QWidget()
        self._chips = FlowLayout(self._chip_area)
        outer.addWidget(self._chip_area)
        self._chip_area.hide()
        self.retranslate()

    def _first_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(space("s"))
        self.search = SearchField()
        self.search.setObjectName("queueSearch")
        self.search.searched.connect(self._searched)
        self.search.setMaximumWidth(60 * self.fontMetrics().averageCharWidth())
        self.menu = FilterMenu(self)
        self.menu.chosen.connect(self._toggle)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.button = style_button(QPushButton(), "secondary", "filter")
        self.button.setMenu(self.menu)
        self._showing = ElidedLabel("", "caption")
        self.clear_button = style_button(QPushButton(), "quiet")
        self.clear_button.clicked.connect(self.clear)
        line.addWidget(self.search, 3)
        line.addWidget(self.button)
        line.addStretch(1)
        line.addWidget(self._showing)
        line.addWidget(self.clear_button)
        return line

    def show_data(self, data: QueueData, filters: Filters, shown: int) -> None:
        """Says how many of how many are shown, and what was asked for."""
        chips_changed = self._chosen(filters) != self._chosen(self._filters)
        self._data, self._filters, self._shown = data, filters, shown
        if chips_changed:
            self._make_chips()
        self._say_showing()

    @Slot()
    def clear(self) -> None:
        """Takes search and filters away."""
        self.search.clear()
        self.searched.emit("")
        self.changed.emit(replace(Filters(), view=self._filters.view))

    def retranslate(self) -> None:
        """Sets the texts in the language that is shown."""
        self.search.set_words(
            self.tr("Search name, number, address, note …"), self.tr("Search all cases on this laptop")
        )
        self.button.setText(self.tr("Filter"))
        self.clear_button.setText(self.tr("Clear"))
        self.clear_button.setAccessibleName(self.tr("Clear search and filters"))
        self._make_chips()
        self._say_showing()

    def _say_showing(self) -> None:
        all_of_view = self._data.counts.get(self._filters.view, 0)
        narrows = self._filters.narrows
        text = self.tr("Showing {shown} of {all}").format(shown=count(self._shown), all=count(all_of_view))
        self._showing.setText(text if narrows else "")
        self._showing.setVisible(narrows)
        self.clear_button.setVisible(narrows or bool(self.search.text()))

    @staticmethod
    def _chosen(filters: Filters) -> list[tuple[str, object]]:
        return [(field, value) for field in FIELDS for value in sorted(getattr(filters, field), key=str)]

    def _make_chips(self) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            chip = item.widget()
            if chip is not None:
                chip.hide()
                chip.deleteLater()
        for field, value in self._chosen(self._filters):
            chip = FilterChip(f"{field_word(field)}: {value_word(field, value, self._data)}")
            chip.setProperty("filter", (field, value))
            chip.clicked.connect(self._remove)
            self._chips.addWidget(chip)
        self._chip_area.setVisible(self._chips.count() > 0)

    @Slot(str)
    def _searched(self, text: str) -> None:
        self.searched.emit(text)
        self._say_showing()

    @Slot()
    def _fill_menu(self) -> None:
        self.menu.fill(self._data, self._filters)

    @Slot(str, object)
    def _toggle(self, field: str, value: object) -> None:
        self.changed.emit(toggled(self._filters, field, value))

    @Slot()
    def _remove(self) -> None:
        sender = self.sender()
        if isinstance(sender, FilterChip):
            self.search.setFocus()
            self._toggle(*sender.property("filter"))
