"""The command that the choice, the award and the grounds on the page amount to."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from erap_desktop.ui.determination.award_editor import AwardEditor
from erap_desktop.ui.determination.choice_panel import ChoicePanel
from sync.casework import commands
from sync.casework.case import AwardLine
from sync.casework.commands import AnyBody
from sync.casework.values import Outcome


def body_of(choice: ChoicePanel, award: AwardEditor) -> AnyBody:
    """Raises ValueError with a sentence that says what is still to be chosen or written."""
    reason = choice.reason.toPlainText().strip()
    match choice.choice:
        case "approve":
            return commands.Approve(lines=_lines(award), reason=reason)
        case "deny":
            return commands.Deny(codes=_codes(choice), reason=reason)
        case "ask":
            return _request(choice, reason)
        case "recommend":
            return _recommendation(choice, award, reason)
        case "close":
            return commands.CloseAtRequest(reason=reason)
        case _:
            raise ValueError(QCoreApplication.translate("DecisionBody", "Choose what to decide first."))


def _lines(award: AwardEditor) -> tuple[AwardLine, ...]:
    try:
        lines = award.lines()
    except ValueError as error:
        text = QCoreApplication.translate(
            "DecisionBody", "An amount of the award can't be read. Type it as 1,234.50."
        )
        raise ValueError(text) from error
    if not lines:
        raise ValueError(
            QCoreApplication.translate("DecisionBody", "Include at least one line of the award.")
        )
    return lines


def _codes(choice: ChoicePanel) -> tuple[str, ...]:
    codes = choice.codes.codes()
    if not codes:
        raise ValueError(
            QCoreApplication.translate("DecisionBody", "Choose at least one reason for the denial.")
        )
    return codes


def _request(choice: ChoicePanel, message: str) -> commands.RequestInformation:
    items = choice.papers.items()
    if not items:
        raise ValueError(
            QCoreApplication.translate("DecisionBody", "Choose what the applicant is asked for.")
        )
    return commands.RequestInformation(items=items, message=message)


def _recommendation(choice: ChoicePanel, award: AwardEditor, reason: str) -> commands.Recommend:
    if not choice.recommended:
        raise ValueError(QCoreApplication.translate("DecisionBody", "Choose what you recommend."))
    if choice.recommended == "deny":
        return commands.Recommend(outcome=Outcome.DENY, codes=_codes(choice), reason=reason)
    return commands.Recommend(outcome=Outcome.APPROVE, lines=_lines(award), reason=reason)
