"""The rows of the comparison: only what differs is stressed, what is the same everywhere is said once."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from erap_desktop.models.format import money
from erap_desktop.models.policy_text import code_title, expense_name, month_name
from erap_desktop.services.contests import CONTEST, Question, Questions, Side
from erap_desktop.ui.words.values import field_name, value_text
from sync.casework.policy import Policy
from sync.casework.values import Outcome

NOTHING = "–"


@dataclass(frozen=True, slots=True)
class CompareRow:
    """One line across all sides. `differs`: the decisions (or values) do not agree in it."""

    label: str
    values: tuple[str, ...]
    differs: bool


def compare(question: Question, all_: Questions) -> tuple[CompareRow, ...]:
    """The rows to show side by side, the most important first."""
    if question.sides[-1].outcome:
        return _decisions(question, all_.policy)
    label = field_name(question.path) or QCoreApplication.translate("Contested", "Caseworker")
    values = tuple(value_text(side.value, question.path, all_.names) for side in question.sides)
    rows = [CompareRow(label, values, differs=len(set(values)) > 1)]
    reasons = tuple(side.reason or NOTHING for side in question.sides)
    if any(side.reason for side in question.sides):
        rows.append(CompareRow(QCoreApplication.translate("Contested", "Written reason"), reasons, False))
    return tuple(rows)


def same_everywhere(question: Question, all_: Questions) -> str:
    """What the decisions agree in, in one line: rules and limits."""
    made = [side for side in question.sides if side.outcome]
    rules = {(side.policy, side.limit_year) for side in made}
    if len(made) < 2 or len(rules) != 1:
        return ""
    policy, year = rules.pop()
    if year is None:
        return QCoreApplication.translate("Contested", "Made under the same rules ({rules}).").format(
            rules=policy
        )
    return QCoreApplication.translate(
        "Contested", "Made under the same rules ({rules}) and income limits ({year})."
    ).format(rules=policy, year=year)


def _decisions(question: Question, policy: Policy | None) -> tuple[CompareRow, ...]:
    sides = question.sides
    rows = [
        _row(
            QCoreApplication.translate("Contested", "Outcome"), [_outcome(side) for side in sides], question
        ),
        _row(QCoreApplication.translate("Contested", "Award"), [_total(side) for side in sides], question),
    ]
    if any(side.codes for side in sides):
        codes = ["\n".join(code_title(code, policy) for code in side.codes) or NOTHING for side in sides]
        rows.append(_row(QCoreApplication.translate("Contested", "Reasons"), codes, question))
    rows.append(
        _row(
            QCoreApplication.translate("Contested", "Written reason"),
            [side.reason or NOTHING for side in sides],
            question,
            stress=False,
        )
    )
    rows += _lines(question, policy)
    rules = [_rules(side) for side in sides]
    if len({rule for rule in rules if rule != NOTHING}) > 1 or question.kind != CONTEST:
        rows.append(_row(QCoreApplication.translate("Contested", "Rules used"), rules, question))
    return tuple(rows)


def _lines(question: Question, policy: Policy | None) -> list[CompareRow]:
    """A row for each month and expense that any side pays."""
    keys = sorted({(line.month, line.expense) for side in question.sides for line in side.lines})
    rows = []
    for month, expense in keys:
        label = f"{month_name(month)}\n{expense_name(expense, policy)}"
        cents = [
            sum(line.cents for line in side.lines if (line.month, line.expense) == (month, expense))
            for side in question.sides
        ]
        rows.append(_row(label, [money(one) if one else NOTHING for one in cents], question))
    return rows


def _row(label: str, values: list[str], question: Question, *, stress: bool = True) -> CompareRow:
    """The side before has no say in whether the decisions differ, unless it decided something."""
    compared = [value for value, side in zip(values, question.sides, strict=True) if side.outcome]
    return CompareRow(label, tuple(values), differs=stress and len(set(compared)) > 1)


def _outcome(side: Side) -> str:
    words = {
        Outcome.APPROVE.value: QCoreApplication.translate("Contested", "Approved"),
        Outcome.DENY.value: QCoreApplication.translate("Contested", "Denied"),
        Outcome.CLOSE.value: QCoreApplication.translate("Contested", "Closed at the applicant’s request"),
    }
    return words.get(side.outcome) or QCoreApplication.translate("Contested", "Not decided")


def _total(side: Side) -> str:
    return money(side.total_cents) if side.outcome == Outcome.APPROVE else NOTHING


def _rules(side: Side) -> str:
    if not side.policy:
        return NOTHING
    return f"{side.policy}, {side.limit_year}" if side.limit_year else side.policy
