"""A decision in words: what the button says, what the summary lists, the command that is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from erap_desktop.models import fact_words
from erap_desktop.models.decision_words import outcome_word
from erap_desktop.models.format import money
from erap_desktop.models.policy_text import code_title, expense_name, month_name
from erap_desktop.ui.determination import rule_words
from sync.casework import commands
from sync.casework.values import Result

if TYPE_CHECKING:
    from erap_desktop.services.worksheet import Determination
    from sync.casework.commands import AnyBody


def act_words(body: AnyBody, name: str) -> str:
    """What the button does: "Approve $3,240.00 for Maria Lopez"."""
    if isinstance(body, commands.Approve):
        words = QCoreApplication.translate("DecisionSummary", "Approve {amount} for {name}")
        return words.format(amount=money(sum(line.cents for line in body.lines)), name=name)
    if isinstance(body, commands.Deny):
        words = QCoreApplication.translate("DecisionSummary", "Deny the application of {name}")
    elif isinstance(body, commands.RequestInformation):
        words = QCoreApplication.translate("DecisionSummary", "Ask {name} for information")
    elif isinstance(body, commands.Recommend):
        words = QCoreApplication.translate("DecisionSummary", "Send the recommendation for {name}")
    else:
        words = QCoreApplication.translate("DecisionSummary", "Close the application of {name}")
    return words.format(name=name)


def choice_of(body: AnyBody) -> str:
    """Which of the choices a command came from."""
    kinds = {"approve": "approve", "deny": "deny", "request-information": "ask", "recommend": "recommend"}
    return kinds.get(commands.kind_of(body), "close")


def summary_rows(body: AnyBody, sheet: Determination) -> list[tuple[str, str]]:
    """What is about to be saved, fact by fact."""
    page = sheet.page
    rows = [
        (
            QCoreApplication.translate("DecisionSummary", "Applicant"),
            f"{page.case.applicant_name}, {page.case.number or ''}",
        ),
        (QCoreApplication.translate("DecisionSummary", "Worksheet"), _tests(sheet)),
    ]
    if isinstance(body, commands.RequestInformation):
        items = ", ".join(fact_words.document(item) for item in body.items)
        rows.append((QCoreApplication.translate("DecisionSummary", "Asked for"), items))
        rows.append((QCoreApplication.translate("DecisionSummary", "Message"), body.message))
        return rows
    if isinstance(body, commands.Recommend):
        rows.append(
            (QCoreApplication.translate("DecisionSummary", "Recommendation"), outcome_word(body.outcome))
        )
    codes = getattr(body, "codes", ())
    if codes:
        titles = "\n".join(code_title(code, page.policy) for code in codes)
        rows.append((QCoreApplication.translate("DecisionSummary", "Reasons"), titles))
    if getattr(body, "reason", ""):
        rows.append(
            (QCoreApplication.translate("DecisionSummary", "In your words"), getattr(body, "reason", ""))
        )
    return rows


def award_rows(body: AnyBody, sheet: Determination) -> list[tuple[str, str, str, str]]:
    """Month, expense, payee, amount of each line that is awarded."""
    rows = []
    for line in getattr(body, "lines", ()):
        party = sheet.page.view.parties.get(line.payee) if line.payee else None
        payee = party.name if party else QCoreApplication.translate("DecisionSummary", "the tenant")
        expense = expense_name(line.expense, sheet.page.policy)
        rows.append((month_name(line.month), expense, payee, money(line.cents)))
    return rows


def _tests(sheet: Determination) -> str:
    worked = sheet.page.sheet
    if worked is None:
        return ""
    lines = []
    for rule in worked.rules:
        if rule.required and rule.result is not Result.PASS:
            word = rule_words.result_badge(rule)[1]
            lines.append(f"{word}: {rule_words.title(rule, sheet)}")
    met = QCoreApplication.translate("DecisionSummary", "Every required test is met.")
    return "\n".join(lines) or met
