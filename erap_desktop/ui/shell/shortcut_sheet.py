"""The shortcuts that are valid here (F1): read from the registry, so it cannot be out of date."""

from itertools import groupby

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from erap_desktop.ui.shell.actions import SECTIONS, ActionEntry, ActionRegistry
from erap_desktop.ui.theme import size, space, text_label
from erap_desktop.ui.widgets.columns import Columns
from erap_desktop.ui.widgets.page import Page


class ShortcutSheet(QDialog):
    """Made anew each time it is opened; closes with Esc."""

    def __init__(self, registry: ActionRegistry, scope: str, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._registry = registry
        self._scope = scope
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, space("l"), 0, space("m"))
        self._page = Page()
        self._columns = Columns(em=36)
        self._page.body.addWidget(self._columns)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.reject)
        self._buttons.setContentsMargins(space("xl"), 0, space("xl"), 0)
        layout.addWidget(self._page, 1)
        layout.addWidget(self._buttons)
        self.retranslate()
        room = window.size()
        self.resize(min(size("measure") * 5 // 4, room.width()), min(size("row") * 17, room.height()))

    def retranslate(self) -> None:
        """Set the texts in the language that is shown."""
        self.setWindowTitle(self.tr("Keyboard shortcuts here"))
        self._page.set_name(self.tr("Keyboard shortcuts here"))
        close = self._buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setText(self.tr("Close"))
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _fill(self) -> None:
        order = list(SECTIONS)
        entries = [entry for entry in self._registry.entries(self._scope) if entry.keys]
        entries.sort(key=lambda entry: order.index(entry.section))
        halves: tuple[list[QWidget], list[QWidget]] = ([], [])
        heights = [0, 0]
        for _, group in groupby(entries, key=lambda entry: entry.section):
            lines = list(group)
            side = 0 if heights[0] <= heights[1] else 1
            heights[side] += len(lines) + 2
            halves[side].append(_section(lines))
        panes = []
        for half in halves:
            pane = QWidget()
            column = QVBoxLayout(pane)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(space("l"))
            for part in half:
                column.addWidget(part)
            column.addStretch(1)
            panes.append(pane)
        self._columns.set_panes(panes)


def _section(lines: list[ActionEntry]) -> QWidget:
    part = QWidget()
    grid = QGridLayout(part)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setColumnStretch(0, 1)
    grid.setVerticalSpacing(space("xs"))
    grid.addWidget(text_label(lines[0].section_text, "heading"), 0, 0, 1, 2)
    for row, line in enumerate(lines, start=1):
        words: QLabel = text_label(line.text, "body", wrap=True)
        grid.addWidget(words, row, 0)
        grid.addWidget(text_label(line.keys, "muted"), row, 1, Qt.AlignmentFlag.AlignRight)
    return part
