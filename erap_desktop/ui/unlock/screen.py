"""What stands before the work: unlocking, or setting up the laptop, with a choice of language."""

from __future__ import annotations

from typing import cast, get_args

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from erap_desktop.models.desk import Desk
from erap_desktop.ui.i18n import Language, Translation
from erap_desktop.ui.theme import set_icon, space, text_label
from erap_desktop.ui.unlock.enrol_page import EnrolPage
from erap_desktop.ui.unlock.unlock_page import UnlockPage
from erap_desktop.ui.widgets.card import Card
from erap_desktop.ui.widgets.page import Page
from erap_desktop.ui.widgets.segmented import Segment, Segmented

UNLOCK_LETTERS = 62
ENROL_LETTERS = 104


class UnlockScreen(QWidget):
    """`language_chosen` tells the window, which remembers it."""

    language_chosen = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("unlockScreen")
        self._desk = desk
        self.unlock_page = UnlockPage(desk)
        self.enrol_page = EnrolPage(desk)
        self.unlock_page.enrol_wanted.connect(self._show_enrol)
        self.enrol_page.unlock_wanted.connect(self._show_unlock)
        self._page = Page()
        self._page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._card = Card()
        self._pages: tuple[QWidget, ...] = (self.unlock_page, self.enrol_page)
        for page in self._pages:
            self._card.body.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._page, 1)
        outer.insertLayout(0, self._head())  # made last: Tab begins with what is to be typed
        content = self._page.widget()
        column = content.layout() if content is not None else None
        if isinstance(column, QVBoxLayout):
            column.insertStretch(0, 1)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._card, 100)
        middle.addStretch(1)
        self._page.body.addLayout(middle)
        Translation.current().changed.connect(self._language_changed)
        self.retranslate()
        self._show(self.unlock_page if desk.enrolled else self.enrol_page)

    def _head(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(space("xl"), space("l"), space("xl"), space("s"))
        mark = QLabel()
        set_icon(mark, "shield", "accent")
        self._name = text_label("", "strong")
        self.languages = Segmented()
        self.languages.chosen.connect(self._choose)
        line.addWidget(mark)
        line.addWidget(self._name)
        line.addStretch(1)
        line.addWidget(self.languages)
        return line

    def retranslate(self) -> None:
        """Set the texts in the language that is shown."""
        self._name.setText(self.tr("ERAP Desktop"))
        self.languages.setAccessibleName(self.tr("Language"))
        # Each language is called what its own speakers call it, whichever is shown.
        self.languages.set_segments([Segment("en", self.tr("English")), Segment("es", self.tr("Español"))])
        self.languages.choose(Translation.current().language)
        self._page.set_name(self.tr("Unlock or set up"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_pages"):
            self._fit()

    def _show(self, page: QWidget) -> None:
        for one in self._pages:
            one.setVisible(one is page)
        self._fit()

    def _fit(self) -> None:
        letters = ENROL_LETTERS if not self.enrol_page.isHidden() else UNLOCK_LETTERS
        self._card.setMaximumWidth(letters * self.fontMetrics().averageCharWidth())

    @Slot()
    def _show_enrol(self) -> None:
        self._show(self.enrol_page)

    @Slot()
    def _show_unlock(self) -> None:
        self._show(self.unlock_page)

    @Slot(str)
    def _choose(self, language: str) -> None:
        if language in get_args(Language):
            Translation.current().set_language(cast(Language, language))
            self.language_chosen.emit(language)

    @Slot(str)
    def _language_changed(self, language: str) -> None:
        self.languages.choose(language)
