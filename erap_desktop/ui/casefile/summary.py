"""The case at a glance: the figures, what the worksheet says so far, who acts next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from erap_desktop.models.decision_words import next_step
from erap_desktop.models.format import date_text, money
from erap_desktop.models.policy_text import month_name, shown
from erap_desktop.ui.casefile.section import Section
from erap_desktop.ui.theme import space, style_button
from erap_desktop.ui.widgets.columns import Columns
from erap_desktop.ui.widgets.figure import Figure
from erap_desktop.ui.widgets.key_value import KeyValueList
from sync.casework.income import annual_income_cents
from sync.casework.values import Result

if TYPE_CHECKING:
    from erap_desktop.services.casepage import CasePage


class SummarySection(Section):
    """``worksheet_asked_for``: the person wants to see the tests."""

    id = "summary"
    worksheet_asked_for = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures = [Figure() for _ in range(4)]
        row = Columns(em=25)
        row.setMinimumWidth(1)  # else it could not be made narrower than it is, and never stacked
        row.set_panes([_at_top(figure) for figure in self._figures])
        self._facts = KeyValueList()
        self._open = style_button(QPushButton(), "quiet", "scale")
        self._open.clicked.connect(self.worksheet_asked_for)
        self.add_to_head(self._open)
        self.body.addWidget(row)
        self.body.addSpacing(space("s"))
        self.body.addWidget(self._facts)

    def heading(self) -> str:
        return self.tr("Summary")

    def fill(self, page: CasePage) -> None:
        case = page.case
        self._open.setText(self.tr("Open the worksheet"))
        asked, people, income, tests = self._figures
        months = sorted({month.month for month in case.months})
        total = sum(month.cents for month in case.months)
        asked.say(self.tr("Asked for"), money(total), self._span(months))
        people.say(self.tr("Household"), self.tr("%n people", "", len(case.people)))
        self._say_income(income, page)
        self._say_tests(tests, page)
        self._facts.set_rows(self._rows(page))

    def _span(self, months: list[str]) -> str:
        if not months:
            return self.tr("no months yet")
        first, last = month_name(months[0]), month_name(months[-1])
        if first == last:
            return first
        return self.tr("%n months, {first} to {last}", "", len(months)).format(first=first, last=last)

    def _say_income(self, figure: Figure, page: CasePage) -> None:
        yearly = annual_income_cents(page.case)
        rule = page.sheet.rule("income_limit") if page.sheet else None
        limit = rule.inputs.get("limit_cents") if rule else None
        if yearly is None:
            figure.say(self.tr("Income a year"), self.tr("Not yet known"), "", "warning")
            return
        note = self.tr("limit {amount}").format(amount=money(limit)) if isinstance(limit, int) else ""
        figure.say(self.tr("Income a year"), money(yearly), note)

    def _say_tests(self, figure: Figure, page: CasePage) -> None:
        caption = self.tr("Worksheet")
        if page.sheet is None:
            figure.say(caption, self.tr("No rules yet"), self.tr("sync once to get them"), "warning")
            return
        required = [rule for rule in page.sheet.rules if rule.required]
        met = sum(rule.result is Result.PASS for rule in required)
        note = self.tr("{met} of {all} tests are met").format(met=met, all=len(required))
        if page.sheet.result is Result.PASS:
            figure.say(caption, self.tr("Met"), note, "success")
        elif page.sheet.result is Result.FAIL:
            figure.say(caption, self.tr("Not met"), note, "error")
        else:
            figure.say(caption, self.tr("Facts missing"), note, "warning")

    def _rows(self, page: CasePage) -> list[tuple[str, str]]:
        case, program = page.case, page.policy.program if page.policy else None
        rows = [(self.tr("What happens next"), next_step(case.status))]
        if program is not None:
            rows.append((self.tr("Program"), shown(program.name)))
        if case.submitted is not None:
            rows.append((self.tr("Submitted"), date_text(case.submitted)))
        if case.risk.eviction_date is not None:
            rows.append((self.tr("Eviction date"), date_text(case.risk.eviction_date)))
        rows.append((self.tr("Why it is here"), self._why(page)))
        return rows

    def _why(self, page: CasePage) -> str:
        case = page.case
        if page.view.left:
            return self.tr("You had it before; it stays here to be read.")
        if case.assignment.assignee == page.me:
            return self.tr("It is assigned to you.")
        return self.tr("It belongs to an office you supervise.")


def _at_top(figure: Figure) -> QWidget:
    """Captions on one line, however long the notes are."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(figure)
    column.addStretch(1)
    return holder
