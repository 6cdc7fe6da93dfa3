"""The peek pane: the key facts of the case that is selected, without opening it."""

from __future__ import annotations

from datetime import date
from typing import cast
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from erap_desktop.models import fact_words
from erap_desktop.models import format as words
from erap_desktop.models.case_words import due_badge, step_badge, step_word
from erap_desktop.models.peek import Peek
from erap_desktop.ui.theme import Theme, set_icon, space, style_button, text_label
from erap_desktop.ui.widgets.badge import Badge, BadgeKind
from erap_desktop.ui.widgets.card import Card
from erap_desktop.ui.widgets.flow import FlowLayout
from erap_desktop.ui.widgets.key_value import KeyValueList
from erap_desktop.ui.widgets.page import Page


class PeekPane(Card):
    """`wanted` asks for the facts of a case a moment after it was selected; `opened`, `closed` are acts."""

    wanted = Signal(object)
    opened = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, compact=True)
        self.setObjectName("peekPane")
        self._case: UUID | None = None
        self._peek: Peek | None = None
        self._today = date.min
        self._timer = QTimer(self, singleShot=True)
        self._timer.setInterval(Theme.current().tokens.time["peek"])
        self._timer.timeout.connect(self._ask)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        head = QHBoxLayout()
        self._number = text_label("", "caption", selectable=True)
        self._close = QToolButton()
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_icon(self._close, "cross", "muted")
        self._close.clicked.connect(self.closed)
        head.addWidget(self._number, 1)
        head.addWidget(self._close)
        self._page = Page()
        self._page.setMinimumHeight(space("xl"))  # the first to give way where there is little height
        content = self._page.widget()
        inside = content.layout() if content is not None else None
        if inside is not None:
            inside.setContentsMargins(0, 0, space("s"), 0)
        self._name = text_label("", "heading", wrap=True, selectable=True)
        self._facts = KeyValueList()
        self._note_head = text_label("", "caption", wrap=True)
        self._note_text = text_label("", "body", wrap=True, selectable=True)
        for part in (self._name, self._badge_line(), self._facts, self._note_head, self._note_text):
            self._page.body.addWidget(part)
        self._page.body.setSpacing(space("s"))
        self.open_button = style_button(QPushButton(), "primary", "case")
        self.open_button.clicked.connect(self._open)
        self.body.addLayout(head)
        self.body.addWidget(self._page, 1)
        self.body.addWidget(self.open_button)

    def _badge_line(self) -> QWidget:
        line = QWidget()
        flow = FlowLayout(line, gap="xs")
        self._badges = (Badge(), Badge(), Badge())
        for badge in self._badges:
            flow.addWidget(badge)
        return line

    def show_case(self, case_id: UUID | None) -> None:
        """Another case is selected; its facts are asked for after a moment's rest."""
        self._case = case_id
        self._timer.start()
        self.open_button.setEnabled(case_id is not None)

    def show_facts(self, peek: Peek, today: date) -> None:
        """The facts came; those of a case that is no longer selected are dropped."""
        if peek.id == self._case:
            self._peek, self._today = peek, today
            self._say()

    @property
    def showing(self) -> UUID | None:
        """The case whose facts are shown now."""
        return self._peek.id if self._peek is not None else None

    def forget(self) -> None:
        """Lets go of everything personal."""
        self._timer.stop()
        self._case = self._peek = None
        self._say()

    def retranslate(self) -> None:
        """Sets the texts in the language that is shown."""
        self.setAccessibleName(self.tr("Key facts of the selected case"))
        self._page.set_name(self.tr("Key facts"))
        self._close.setAccessibleName(self.tr("Close key facts"))
        self._close.setToolTip(self.tr("Close (Space)"))
        self.open_button.setText(self.tr("Open case"))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _say(self) -> None:
        peek = self._peek
        for badge in self._badges:
            badge.hide()
        for part in (self._facts, self._note_head, self._note_text):
            part.setVisible(peek is not None)
        if peek is None:
            self._name.setText(self.tr("No case is selected"))
            self._number.setText("")
            return
        self._name.setText(peek.applicant)
        self._number.setText(peek.number or self.tr("No number yet: made on this laptop"))
        self._say_badges(peek)
        self._facts.set_rows(self._rows(peek))
        self._note_head.setVisible(bool(peek.last_note))
        self._note_text.setVisible(bool(peek.last_note))
        self._note_head.setText(self.tr("Last note, by {name}").format(name=peek.last_note_by))
        self._note_text.setText(peek.last_note)

    def _say_badges(self, peek: Peek) -> None:
        step, due, eviction = self._badges
        kind, icon = step_badge(peek.status)
        step.show_state(cast("BadgeKind", kind), step_word(peek.status), icon)
        step.show()
        pressing = due_badge(peek.due, peek.status, self._today)
        if pressing and peek.due:
            due.show_state(cast("BadgeKind", pressing[0]), words.due(peek.due, self._today), pressing[1])
            due.show()
        if peek.eviction:
            text = self.tr("Eviction date {date}").format(date=words.short_date(peek.eviction))
            eviction.show_state("error", text, "flag")
            eviction.show()

    def _rows(self, peek: Peek) -> list[tuple[str, str]]:
        due = words.date_text(peek.due) if peek.due else ""
        asked = words.money(peek.asked_cents) if peek.asked_cents else ""
        if asked and peek.asked_months:
            months = self.tr("%Ln months", "", peek.asked_months)
            asked = self.tr("{money} for {months}").format(money=asked, months=months)
        if not peek.whole:
            return [
                (self.tr("Due"), due),
                (self.tr("County"), peek.county),
                (self.tr("Asked for"), asked),
                (self.tr("Assigned to"), peek.assignee),
                (self.tr("On this laptop"), self.tr("the overview; open it to bring the whole case")),
            ]
        return [
            (self.tr("Due"), due),
            (self.tr("Address"), "\n".join((*peek.address, peek.county))),
            (self.tr("Household"), self._household(peek)),
            (self.tr("Income a year"), self._known(peek.income_cents)),
            (self.tr("Rent a month"), self._known(peek.rent_cents)),
            (self.tr("Landlord"), peek.landlord),
            (self.tr("Asked for"), asked),
            (self.tr("Language"), self._language(peek)),
            (self.tr("Documents"), words.count(peek.documents)),
        ]

    def _household(self, peek: Peek) -> str:
        people = self.tr("%Ln people", "", peek.people)
        if not peek.children:
            return people
        return self.tr("{people}, {children} under 18").format(
            people=people, children=words.count(peek.children)
        )

    def _language(self, peek: Peek) -> str:
        language = fact_words.language(peek.spoken)
        return self.tr("{language}, interpreter").format(language=language) if peek.interpreter else language

    def _known(self, cents: int | None) -> str:
        return self.tr("not known yet") if cents is None else words.money(cents)

    @Slot()
    def _ask(self) -> None:
        if self._case is None:
            self.forget()
        elif self.isVisible():
            self.wanted.emit(self._case)

    @Slot()
    def _open(self) -> None:
        if self._case is not None:
            self.opened.emit(self._case)
