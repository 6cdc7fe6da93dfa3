"""The second step: the whole decision on one page, and one button that says what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from erap_desktop.ui.casefile.fact_grid import FactGrid, GridRow, Head
from erap_desktop.ui.determination import summary_words
from erap_desktop.ui.theme import space, style_button, text_label
from erap_desktop.ui.widgets.card import Card
from erap_desktop.ui.widgets.key_value import KeyValueList
from erap_desktop.ui.widgets.notice import Notice
from erap_desktop.ui.widgets.page import Page
from erap_desktop.ui.words import spoken

if TYPE_CHECKING:
    from erap_desktop.services.worksheet import Determination
    from sync.casework.commands import AnyBody


class CheckPage(QWidget):
    """``meant``: save it. ``put_back``: return to the choice; nothing is lost."""

    meant = Signal()
    put_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = text_label("", "title", wrap=True)
        self.heading.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._facts, self._say = KeyValueList(), Notice("info")
        self._lines = FactGrid((Head(2), Head(2), Head(3), Head(1, amount=True)))
        self._warning = text_label("", "caption", wrap=True)
        self.back = style_button(QPushButton(), "secondary", "arrow-left")
        self.act = style_button(QPushButton(), "primary")
        self.back.clicked.connect(self.put_back)
        self.act.clicked.connect(self.meant)
        self._arrange()

    def _arrange(self) -> None:
        page, card = Page(max_width=860), Card()
        card.body.setSpacing(space("l"))
        for widget in (self.heading, self._facts, self._lines, self._say):
            card.body.addWidget(widget)
        page.body.addSpacing(space("s"))
        page.body.addWidget(card)
        self._page = page
        foot = QHBoxLayout()
        foot.setContentsMargins(space("xl"), space("s"), space("xl"), space("m"))
        foot.setSpacing(space("m"))
        foot.addWidget(self.back)
        foot.addWidget(self._warning, 1)
        foot.addWidget(self.act)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page, 1)
        column.addLayout(foot)

    def show_decision(self, body: AnyBody, sheet: Determination) -> None:
        """Show what is about to be saved; the focus goes to the heading, never to the button."""
        name = sheet.page.case.applicant_name
        act = summary_words.act_words(body, name)
        self.heading.setText(self.tr("Check and decide"))
        self.heading.setAccessibleName(self.tr("Check and decide: {act}").format(act=act))
        self._page.set_name(self.tr("Summary of the decision"))
        self.act.setText(act)
        self.act.setToolTip(self.tr("Ctrl+Enter"))
        self.back.setText(self.tr("Back"))
        self._facts.set_rows(summary_words.summary_rows(body, sheet))
        rows = summary_words.award_rows(body, sheet)
        heads = (self.tr("Month"), self.tr("Expense"), self.tr("To be paid to"), self.tr("Amount"))
        self._lines.set_heads(heads)
        self._lines.set_rows([GridRow(row) for row in rows])
        self._lines.setVisible(bool(rows))
        self._warning.setText(
            self.tr("It is saved on this laptop and counts once the office has received it.")
        )
        self._say_aloud(summary_words.choice_of(body), sheet)
        self.heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_aloud(self, choice: str, sheet: Determination) -> None:
        language = sheet.page.case.languages.spoken
        said = [f"“{spoken.may_say(choice)}”", spoken.in_their_language(choice, language)]
        lines = [*filter(None, said), *filter(None, [spoken.may_not_say(choice)])]
        self._say.say("info", self.tr("You may say this at the table"), "\n".join(lines), "message")
