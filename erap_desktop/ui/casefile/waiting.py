"""The changes of this case that are only on this laptop, each with a way to take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from erap_desktop.models.decision_words import command_state_word, outcome_word
from erap_desktop.models.format import money, when
from erap_desktop.models.policy_text import shown
from erap_desktop.ui.casefile.entry import EntryList, EntryText
from erap_desktop.ui.casefile.fact_names import path_name
from erap_desktop.ui.casefile.section import Section
from sync.casework import commands

if TYPE_CHECKING:
    from erap_desktop.services.casepage import CasePage, Waiting


class WaitingSection(Section):
    """Hidden while nothing waits. ``take_back_asked_for`` carries the id of a command."""

    id = "waiting"
    take_back_asked_for = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = EntryList()
        self._list.acted.connect(self.take_back_asked_for)
        self.body.addWidget(self._list)

    def heading(self) -> str:
        return self.tr("Saved on this laptop")

    def fill(self, page: CasePage) -> None:
        self._list.show_entries([self._entry(page, one) for one in page.waiting])
        self.setVisible(bool(page.waiting))

    def _entry(self, page: CasePage, one: Waiting) -> EntryText:
        icon, title, text = self._words(page, one)
        return EntryText(
            icon=icon,
            title=title,
            when=when(one.made_at, page.now),
            text=text,
            badge=command_state_word(one.state),
            badge_icon="on-laptop" if one.state == "saved" else "cloud",
            act=str(one.id),
            act_text=self.tr("Take back") if one.withdrawable else "",
        )

    def _words(self, page: CasePage, one: Waiting) -> tuple[str, str, str]:
        match one.body:
            case commands.AddNote():
                return "note", self.tr("Note"), one.body.text
            case commands.CorrectField():
                return "edit", self.tr("Correction"), path_name(page.case, one.body.path)
            case commands.MarkChecklist():
                known = page.policy.checklist.get(one.body.item) if page.policy else None
                return "check", self.tr("Checklist"), shown(known.title) if known else one.body.item
            case commands.RequestInformation():
                return "message", self.tr("Request for information"), one.body.message
            case commands.Recommend():
                return "flag", self.tr("Recommendation"), outcome_word(one.body.outcome)
            case _:
                return self._decision(one)

    def _decision(self, one: Waiting) -> tuple[str, str, str]:
        body = one.body
        if isinstance(body, commands.Approve):
            total = sum(line.cents for line in body.lines)
            return "scale", self.tr("Approval of {amount}").format(amount=money(total)), body.reason
        if isinstance(body, commands.Deny):
            return "scale", self.tr("Denial: {codes}").format(codes=", ".join(body.codes)), body.reason
        if isinstance(body, commands.CloseAtRequest):
            return "scale", self.tr("Closing at the applicant's request"), body.reason
        if isinstance(body, commands.Reassign):
            return "reassign", self.tr("Move to someone else"), body.note
        return "edit", self.tr("Another change"), ""
