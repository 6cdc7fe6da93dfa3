"""What has to be known before anything else is read: the case has left, is contested, waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from erap_desktop.models.decision_words import decision_state_word, outcome_word
from erap_desktop.models.format import date_time, money
from erap_desktop.models.policy_text import code_title
from erap_desktop.ui.theme import space
from erap_desktop.ui.widgets.notice import Notice
from erap_desktop.ui.words.late_facts import late_fact_words
from erap_desktop.ui.words.refusals import refusal
from sync.casework.case import Decision
from sync.casework.values import Outcome
from sync.casework.verdict import Reason

if TYPE_CHECKING:
    from erap_desktop.services.casepage import Attention, CasePage


class Banners(QWidget):
    """Notices over the page; ``contested_asked_for`` is a button of theirs."""

    contested_asked_for = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space("s"))
        self._left, self._contested, self._held, self._redetermine = (Notice() for _ in range(4))
        self._recovery, self._merged = Notice(), Notice()
        self._open = self._contested.add_button(QPushButton())
        self._open.clicked.connect(self.contested_asked_for)
        first, then = (self._left, self._merged, self._contested), (self._redetermine, self._recovery)
        self._notices = (*first, self._held, *then)
        for notice in self._notices:
            column.addWidget(notice)
            notice.hide()

    def show_page(self, page: CasePage | None) -> None:
        """Show what this case needs to have said."""
        for notice in self._notices:
            notice.hide()
        if page is not None:
            self._show_left(page)
            self._show_contested(page)
            self._show_held(page)
            self._show_redetermination(page)
            self._show_recovery(page)
            self._show_merged(page)
        self.setVisible(any(notice.isVisibleTo(self) for notice in self._notices))

    def _show_left(self, page: CasePage) -> None:
        if not page.view.left:
            return
        name = page.name_of(page.view.left_to) or self.tr("someone else")
        title = self.tr("This case is now with {name}.").format(name=name)
        self._left.say(
            "neutral",
            title,
            self.tr("It stays here to be read. What you did before was sent with it."),
            "lock",
        )
        self._left.show()

    def _show_contested(self, page: CasePage) -> None:
        decisions = [page.case.decisions[command] for command in page.case.contested]
        if not decisions:
            return
        self._open.setText(self.tr("Show them side by side"))
        title = self.tr("%n decisions contradict each other.", "", len(decisions))
        lines = [
            self.tr("Nothing is paid until a supervisor has chosen."),
            *(self._line(page, d) for d in decisions),
        ]
        self._contested.say("warning", title, "\n".join(lines), "contested")
        self._contested.show()

    def _show_held(self, page: CasePage) -> None:
        held = [page.case.decisions[c] for c in page.case.late_work if c in page.case.decisions]
        others = [item for item in page.attention if item.state in ("held", "rejected")]
        lines = [self._line(page, decision) for decision in held]
        lines += [self._attention(item) for item in others]
        if not lines:
            return
        title = self.tr("%n things wait for a person.", "", len(lines))
        self._held.say("warning", title, "\n".join(lines), "hourglass")
        self._held.show()

    def _show_redetermination(self, page: CasePage) -> None:
        words = late_fact_words(page.case)
        if words is not None:
            self._redetermine.say("warning", *words)
            self._redetermine.show()

    def _show_recovery(self, page: CasePage) -> None:
        if page.case.recovery_review:
            title = self.tr("Money had been paid before another decision came.")
            text = self.tr("A supervisor looks whether some of it has to come back.")
            self._recovery.say("warning", title, text)
            self._recovery.show()

    def _show_merged(self, page: CasePage) -> None:
        if page.case.merged_into is not None:
            title = self.tr("This application goes on as another case.")
            text = self.tr("Notes and papers that are added here go there too. Nothing else can be changed.")
            self._merged.say("neutral", title, text, "lock")
            self._merged.show()

    def _line(self, page: CasePage, decision: Decision) -> str:
        what = outcome_word(decision.outcome)
        if decision.outcome is Outcome.APPROVE:
            what = self.tr("Approval of {amount}").format(amount=money(decision.total_cents))
        codes = "; ".join(code_title(code, page.policy) for code in decision.codes)
        line = self.tr("{what} by {name}, {time}. {state}.").format(
            what=f"{what} ({codes})" if codes else what,
            name=page.name_of(decision.by),
            time=date_time(decision.at),
            state=decision_state_word(decision),
        )
        return f"{line} “{decision.reason}”" if decision.reason else line

    def _attention(self, item: Attention) -> str:
        try:
            return refusal(Reason(item.reason), item.detail)
        except ValueError:  # a newer server's reason
            return self.tr("The office holds a change of yours until somebody decides.")
