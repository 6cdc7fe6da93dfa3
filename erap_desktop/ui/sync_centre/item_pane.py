"""One item in full: what became of it and why, and what can be done about it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from erap_desktop.models import sync_words
from erap_desktop.models.format import date_time
from erap_desktop.services.sync_items import DRAFT, NEEDS, SyncItem
from erap_desktop.ui.theme import style_button, text_label
from erap_desktop.ui.widgets.badge import Badge
from erap_desktop.ui.widgets.fitted_card import FittedCard
from erap_desktop.ui.words.reasons import explanation


class ItemPane(FittedCard):
    """Signals carry nothing: they are about the item that is shown."""

    open_wanted = Signal()
    take_back_wanted = Signal()
    seen_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, compact=True)
        self.setObjectName("syncItem")
        self._badge = Badge()
        self._case = text_label("", "strong", wrap=True)
        self._why = text_label("", "body", wrap=True, selectable=True)
        self._made = text_label("", "caption", wrap=True)
        self.open = style_button(QPushButton(), "primary", "case")
        self.take_back = style_button(QPushButton(), "secondary", "undo")
        self.seen = style_button(QPushButton(), "secondary", "check")
        self.copy = style_button(QPushButton(), "quiet", "copy")
        for label in (self._badge, self._case, self._why, self._made):
            self.body.addWidget(label)
        self.body.addSpacing(4)
        for button in self._buttons():
            self.body.addWidget(button)
        self.body.addStretch(1)
        self.open.clicked.connect(self._open)
        self.take_back.clicked.connect(self._take_back)
        self.seen.clicked.connect(self._seen)
        self.copy.clicked.connect(self._copy)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words of the buttons."""
        self.open.setText(self.tr("Open the case"))
        self.take_back.setText(self.tr("Take it back"))
        self.seen.setText(self.tr("I have seen it"))
        self.copy.setText(self.tr("Copy details for support"))
        self.copy.setToolTip(self.tr("Identifiers, codes and times. No name and nothing from the case."))

    def show_item(self, item: SyncItem, now: datetime) -> None:
        """Say all of one item."""
        self.set_title(sync_words.done_word(item.kind))
        kind, icon = sync_words.state_badge(item)
        self._badge.show_state(kind, sync_words.state_word(item), icon)  # type: ignore[arg-type]
        self._case.setText(sync_words.case_word(item))
        self._why.setText(self._explained(item))
        self._made.setText(self.tr("Done on this laptop {time}").format(time=date_time(item.made_at)))
        needs = item.group == NEEDS
        self.open.setVisible(item.here)
        self.take_back.setVisible(item.can_take_back)
        self.seen.setVisible(needs)

    @property
    def explanation(self) -> str:
        """What is said of the item that is shown."""
        return self._why.text()

    def _explained(self, item: SyncItem) -> str:
        if item.taken_back:
            return self.tr("You took this back before it left the laptop. It will have no effect.")
        if item.state == DRAFT:
            return self.tr(
                "The case went to somebody else before you saved this. Copy what is still of use, then say "
                "that you have seen it: that discards the text, and the case can leave this laptop."
            ) + (f"\n\n{item.detail}" if item.detail else "")
        return explanation(item.state, item.reason, item.disposition)

    def _buttons(self) -> tuple[QPushButton, ...]:
        return (self.open, self.take_back, self.seen, self.copy)

    @Slot()
    def _open(self) -> None:
        self.open_wanted.emit()

    @Slot()
    def _take_back(self) -> None:
        self.take_back_wanted.emit()

    @Slot()
    def _seen(self) -> None:
        self.seen_wanted.emit()

    @Slot()
    def _copy(self) -> None:
        self.copy_wanted.emit()
