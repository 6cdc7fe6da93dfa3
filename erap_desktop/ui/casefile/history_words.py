"""The entries of the history in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from erap_desktop.models import fact_words
from erap_desktop.models.case_history import Happening, What
from erap_desktop.models.decision_words import decision_badge, decision_state_word, outcome_word
from erap_desktop.models.format import date_text, date_time, money
from erap_desktop.models.policy_text import code_title, shown
from erap_desktop.ui.casefile.entry import EntryText
from erap_desktop.ui.words.values import field_name, value_text
from sync.casework.case import (
    ChecklistMark,
    Correction,
    Decision,
    Document,
    HeldReassignment,
    InformationRequest,
    Note,
    Recommendation,
    Suggestion,
)
from sync.casework.values import Outcome

if TYPE_CHECKING:
    from erap_desktop.services.casepage import CasePage

_ICONS = {
    What.SUBMITTED: "send",
    What.ASSIGNED: "person",
    What.PAPER: "document",
    What.NOTE: "note",
    What.ASKED: "message",
    What.MARKED: "check-circle",
    What.RECOMMENDED: "flag",
    What.DECIDED: "scale",
    What.CORRECTED: "edit",
    What.SUGGESTED: "edit",
    What.MOVE_HELD: "reassign",
}


class HistoryWords:
    """Words for one page; made anew for each rendering."""

    def __init__(self, page: CasePage) -> None:
        self._page = page

    def entry(self, one: Happening) -> EntryText:
        """An entry as it is shown."""
        title, text = self._words(one)
        kind, badge = self._badge(one)
        unsent = one.key in {waiting.id for waiting in self._page.waiting}
        if unsent:
            kind, badge = "neutral", QCoreApplication.translate("History", "Not sent yet")
        return EntryText(
            icon=_ICONS[one.what],
            title=title,
            when=self._when(one),
            text=text,
            badge=badge,
            badge_kind=kind,  # type: ignore[arg-type]
            badge_icon="on-laptop" if unsent else None,
        )

    def _when(self, one: Happening) -> str:
        if one.at is None:
            return ""
        return date_text(one.at.astimezone().date()) if one.day_only else date_time(one.at)

    def _badge(self, one: Happening) -> tuple[str, str]:
        if isinstance(one.record, Decision):
            return decision_badge(one.record), decision_state_word(one.record)
        if isinstance(one.record, Suggestion | HeldReassignment) and one.record.resolved_by is None:
            return "warning", QCoreApplication.translate("History", "Waits for a choice")
        return "neutral", ""

    def _words(self, one: Happening) -> tuple[str, str]:
        who = self._page.name_of(one.by)
        record = one.record
        if one.what is What.SUBMITTED:
            return QCoreApplication.translate("History", "Application submitted"), ""
        if one.what is What.ASSIGNED:
            title = QCoreApplication.translate("History", "Assigned to {name}")
            return title.format(name=who), ""
        if isinstance(record, Decision):
            return self._decision(who, record)
        if isinstance(record, Recommendation):
            return self._recommendation(who, record)
        return self._fact(who, one, record)

    def _fact(self, who: str, one: Happening, record: object) -> tuple[str, str]:
        if isinstance(record, Document):
            title = QCoreApplication.translate("History", "{kind} received")
            return title.format(kind=fact_words.document(record.kind)), record.name
        if isinstance(record, Note):
            return QCoreApplication.translate("History", "Note by {name}").format(name=who), record.text
        if isinstance(record, InformationRequest):
            title = QCoreApplication.translate("History", "{name} asked the applicant for information")
            items = ", ".join(fact_words.document(item) for item in record.items)
            return title.format(name=who), "\n".join(filter(None, (items, record.message)))
        if isinstance(record, ChecklistMark):
            return self._mark(who, str(one.key), record)
        if isinstance(record, Correction):
            return self._correction(who, record)
        if isinstance(record, HeldReassignment):
            title = QCoreApplication.translate(
                "History", "{name} moved the case to {to} while it was elsewhere"
            )
            return title.format(name=who, to=self._page.name_of(record.to)), record.note
        title = QCoreApplication.translate("History", "{name} proposes another value; both are kept")
        return title.format(name=who), ""

    def _correction(self, who: str, fact: Correction) -> tuple[str, str]:
        title = QCoreApplication.translate("History", "{name} corrected: {field}")
        change = QCoreApplication.translate("History", "{old} became {new}").format(
            old=value_text(fact.was, fact.path, self._page.people),
            new=value_text(fact.value, fact.path, self._page.people),
        )
        text = "\n".join(filter(None, (change, fact.reason)))
        return title.format(name=who, field=field_name(fact.path)), text

    def _mark(self, who: str, item: str, mark: ChecklistMark) -> tuple[str, str]:
        policy = self._page.policy
        known = policy.checklist.get(item) if policy else None
        text = shown(known.title) if known else item
        if mark.done:
            return QCoreApplication.translate("History", "{name} ticked off").format(name=who), text
        return QCoreApplication.translate("History", "{name} unticked").format(name=who), text

    def _decision(self, who: str, decision: Decision) -> tuple[str, str]:
        title = QCoreApplication.translate("History", "{outcome} by {name}")
        words = outcome_word(decision.outcome)
        if decision.outcome is Outcome.APPROVE:
            words = QCoreApplication.translate("History", "Approval of {amount}").format(
                amount=money(decision.total_cents)
            )
        return title.format(outcome=words, name=who), self._grounds(decision.codes, decision.reason)

    def _recommendation(self, who: str, record: Recommendation) -> tuple[str, str]:
        title = QCoreApplication.translate("History", "{name} recommends: {outcome}")
        text = self._grounds(record.codes, record.reason)
        return title.format(name=who, outcome=outcome_word(record.outcome)), text

    def _grounds(self, codes: tuple[str, ...], reason: str) -> str:
        return "\n".join(filter(None, (*(code_title(code, self._page.policy) for code in codes), reason)))
