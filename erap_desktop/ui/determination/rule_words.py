"""A test of the worksheet in words: the question, what went in, the result, and how it was worked out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from erap_desktop.models import fact_words
from erap_desktop.models.format import date_text, money
from erap_desktop.models.policy_text import shown
from erap_desktop.ui.widgets.badge import BadgeKind
from sync.casework.eligibility import RuleResult
from sync.casework.household import Evidence
from sync.casework.values import Result

if TYPE_CHECKING:
    from erap_desktop.services.worksheet import Determination, IncomeLine

INCOME_RULES = frozenset({"income_limit", "priority_income"})
LARGEST_ROW = 8
_SHOWN_BY = frozenset({"rent_obligation", "hardship", "instability_risk", "income_limit"})


def result_badge(rule: RuleResult) -> tuple[BadgeKind, str, str]:
    """Kind, word and icon of a result. What is no requirement is never shown as failed."""
    if rule.result is Result.NEED_INFORMATION:
        return "warning", QCoreApplication.translate("RuleWords", "Need information"), "question"
    if not rule.required:
        return _priority_badge(rule)
    if rule.result is Result.PASS:
        return "success", QCoreApplication.translate("RuleWords", "Meets"), "check-circle"
    return "error", QCoreApplication.translate("RuleWords", "Doesn't meet"), "cross-circle"


def _priority_badge(rule: RuleResult) -> tuple[BadgeKind, str, str]:
    if rule.result is Result.PASS:
        return "accent", QCoreApplication.translate("RuleWords", "Priority"), "star"
    return "neutral", QCoreApplication.translate("RuleWords", "No priority"), "minus"


def title(rule: RuleResult, sheet: Determination) -> str:
    """The question, by its name in the policy."""
    policy = sheet.page.policy
    known = policy.rules.get(rule.rule) if policy else None
    return shown(known.title) if known else rule.rule.replace("_", " ").capitalize()


def facts_line(rule: RuleResult) -> str:
    """What went into the test, on one line."""
    inputs = rule.inputs
    if rule.rule in INCOME_RULES:
        return _income_line(rule)
    if rule.rule == "program_open":
        return _open_line(rule)
    if rule.rule == "jurisdiction" and inputs.get("county"):
        return QCoreApplication.translate("PlaceText", "{county} County").format(county=inputs["county"])
    if rule.rule == "rent_obligation" and isinstance(inputs.get("rent_cents"), int):
        rent = QCoreApplication.translate("RuleWords", "{amount} a month, {lease}")
        lease = fact_words.lease(str(inputs["lease"]))
        return rent.format(amount=_money(inputs["rent_cents"]), lease=lease[:1].lower() + lease[1:])
    if rule.rule == "hardship" and inputs.get("kind"):
        return fact_words.hardship(str(inputs["kind"]))
    if rule.rule == "instability_risk" and inputs.get("kind"):
        return fact_words.risk(str(inputs["kind"]))
    return _months_line(rule) if rule.rule == "month_cap" else ""


def _income_line(rule: RuleResult) -> str:
    income, limit = rule.inputs.get("income_cents"), rule.inputs.get("limit_cents")
    parts = []
    if isinstance(income, int):
        line = QCoreApplication.translate("RuleWords", "{amount} a year")
        parts.append(line.format(amount=money(income)))
    if isinstance(limit, int):
        line = QCoreApplication.translate("RuleWords", "limit {amount}")
        parts.append(line.format(amount=money(limit)))
    return "  ·  ".join(parts)


def _open_line(rule: RuleResult) -> str:
    last = QCoreApplication.translate("RuleWords", "awards until {date}")
    return last.format(date=date_text(date.fromisoformat(str(rule.inputs["last"]))))


def _months_line(rule: RuleResult) -> str:
    asked, total, most = (rule.inputs.get(name) for name in ("asked", "months", "max"))
    if not isinstance(asked, int):
        return ""
    if not isinstance(total, int):
        line = QCoreApplication.translate("RuleWords", "%n months asked for, of at most {max}", "", asked)
        return line.format(max=most)
    line = QCoreApplication.translate(
        "RuleWords", "{asked} asked for + {before} before = {total} of {max} months"
    )
    return line.format(asked=asked, before=total - asked, total=total, max=most)


def evidence_line(rule: RuleResult) -> str:
    """How strongly it is shown; nothing where no evidence is asked for."""
    if rule.rule not in _SHOWN_BY or (rule.evidence is Evidence.NONE and rule.result is Result.PASS):
        return ""
    return fact_words.evidence(rule.evidence)


def explanation(rule: RuleResult, sheet: Determination) -> str:
    """The policy's own sentence for this result, with the figures filled in."""
    policy = sheet.page.policy
    known = policy.rules.get(rule.rule) if policy else None
    if known is None:
        return ""
    by_result = {Result.PASS: known.passed, Result.FAIL: known.failed, Result.NEED_INFORMATION: known.need}
    text = shown(by_result[rule.result])
    for name, value in _placeholders(rule).items():
        text = text.replace(f"{{{name}}}", value)
    return text


def _placeholders(rule: RuleResult) -> dict[str, str]:
    words = {}
    for name, value in rule.inputs.items():
        if name.endswith("_cents"):
            words[name.removesuffix("_cents")] = "" if value is None else _money(value)
        else:
            words[name] = "" if value is None else str(value)
    return words


def working(rule: RuleResult, sheet: Determination) -> list[str]:
    """How it was worked out, step by step."""
    steps = [explanation(rule, sheet)]
    if rule.rule in INCOME_RULES:
        steps += [income_step(line) for line in sheet.incomes]
        steps += _limit_steps(rule)
    return [step for step in steps if step]


def income_step(line: IncomeLine) -> str:
    """One income as it counts: "Elena Chávez, Wages: $1,622.50 × 26 = $42,185.00 a year"."""
    who = f"{line.member}, {fact_words.source(line.source)}"
    if line.cents is None or line.yearly_cents is None:
        return QCoreApplication.translate("RuleWords", "{who}: amount not yet known").format(who=who)
    step = QCoreApplication.translate("RuleWords", "{who}: {amount} {period} × {periods} = {yearly} a year")
    return step.format(
        who=who,
        amount=money(line.cents),
        period=fact_words.period(line.period),
        periods=line.periods,
        yearly=money(line.yearly_cents),
    )


def _limit_steps(rule: RuleResult) -> list[str]:
    row = rule.limit
    if row is None:
        return []
    used = QCoreApplication.translate(
        "RuleWords", "Row used: {county} County, %n persons, fiscal year {year}", "", row.persons
    )
    county = rule.inputs.get("county") or row.county
    steps = [used.format(county=county, year=row.fiscal_year)]
    if row.persons > LARGEST_ROW:
        more = QCoreApplication.translate(
            "RuleWords",
            "More than 8 persons: the limit for 8, plus 8% of the limit for 4 for each of {more} more",
        )
        steps.append(more.format(more=row.persons - LARGEST_ROW))
    source = QCoreApplication.translate("RuleWords", "Source: {source}")
    return [*steps, source.format(source=row.source)]


def limit_caption(rule: RuleResult) -> str:
    """The row of the limit table, in short: "Los Alamos County, 2 persons, FY 2026"."""
    row = rule.limit
    if row is None or rule.rule not in INCOME_RULES:
        return ""
    caption = QCoreApplication.translate(
        "RuleWords", "{county} County, %n persons, FY {year}", "", row.persons
    )
    return caption.format(county=rule.inputs.get("county") or row.county, year=row.fiscal_year)


def _money(value: object) -> str:
    return money(value) if isinstance(value, int) else ""
