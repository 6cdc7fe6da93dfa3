"""One entry of a list of things said or done: icon, who and when, what, and perhaps a mark and an act."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from erap_desktop.ui.theme import set_icon, space, style_button, text_label
from erap_desktop.ui.widgets.badge import Badge, BadgeKind
from erap_desktop.ui.widgets.elided_label import ElidedLabel


@dataclass(frozen=True, slots=True)
class EntryText:
    """What an entry says. `act` is the id its button carries; without `act_text` there is no button."""

    icon: str
    title: str
    when: str
    text: str = ""
    badge: str = ""
    badge_kind: BadgeKind = "neutral"
    badge_icon: str | None = None
    act: str = ""
    act_text: str = ""


class Entry(QWidget):
    """``acted`` carries the id of the act."""

    acted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._act = ""
        self._icon = QLabel()
        self._title = text_label("", "strong", wrap=True)
        self._when = ElidedLabel("", "caption")
        self._text = text_label("", "body", wrap=True, selectable=True)
        self._badge = Badge()
        self._button = style_button(QPushButton(), "quiet", "undo")
        self._button.clicked.connect(self._pressed)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(space("m"))
        grid.setVerticalSpacing(space("hair"))
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._icon, 0, 0, top)
        grid.addWidget(self._title, 0, 1)
        grid.addWidget(self._badge, 0, 2, top | Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self._text, 1, 1, 1, 2)
        grid.addWidget(self._when, 2, 1)
        grid.addWidget(self._button, 2, 2, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(1, 1)

    def say(self, entry: EntryText) -> None:
        """Show an entry."""
        set_icon(self._icon, entry.icon, "muted")
        self._title.setText(entry.title)
        self._when.setText(entry.when)
        self._when.setVisible(bool(entry.when))
        self._text.setText(entry.text)
        self._text.setVisible(bool(entry.text))
        self._badge.show_state(entry.badge_kind, entry.badge, entry.badge_icon)
        self._badge.setVisible(bool(entry.badge))
        self._act = entry.act
        self._button.setText(entry.act_text)
        self._button.setAccessibleName(f"{entry.act_text}: {entry.title}" if entry.act_text else "")
        self._button.setVisible(bool(entry.act_text))
        self.setAccessibleName(", ".join(filter(None, (entry.title, entry.text, entry.badge, entry.when))))

    @Slot()
    def _pressed(self) -> None:
        self.acted.emit(self._act)


class EntryList(QWidget):
    """Entries one under the other; widgets are kept when the list is shown anew."""

    acted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(space("l"))
        self._entries: list[Entry] = []

    def show_entries(self, texts: list[EntryText]) -> None:
        """Show these entries in this order."""
        while len(self._entries) < len(texts):
            entry = Entry()
            entry.acted.connect(self.acted)
            self._column.addWidget(entry)
            self._entries.append(entry)
        for number, entry in enumerate(self._entries):
            entry.setVisible(number < len(texts))
            if number < len(texts):
                entry.say(texts[number])
