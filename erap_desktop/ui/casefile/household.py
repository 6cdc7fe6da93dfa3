"""Who lives there, what each receives and how that is shown, in which languages they speak and read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from erap_desktop.models import fact_words
from erap_desktop.models.format import date_text, money
from erap_desktop.ui.casefile.fact_grid import FactGrid, GridRow, Head
from erap_desktop.ui.casefile.section import Section
from erap_desktop.ui.theme import space, text_label
from erap_desktop.ui.widgets.key_value import KeyValueList
from sync.casework.household import Income, Member
from sync.casework.income import annual_income_cents

if TYPE_CHECKING:
    from erap_desktop.services.casepage import CasePage


class HouseholdSection(Section):
    """``correction_asked_for`` carries the id of the fact to be corrected."""

    id = "household"
    correction_asked_for = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._members = FactGrid((Head(3), Head(2), Head(3), Head(3)))
        self._income_head = text_label("", "strong")
        self._incomes = FactGrid((Head(3), Head(2), Head(2), Head(1, amount=True), Head(3)))
        self._contact_head = text_label("", "strong")
        self._contact = KeyValueList()
        self._incomes.acted.connect(self.correction_asked_for)
        self.body.addWidget(self._members)
        for head, facts in ((self._income_head, self._incomes), (self._contact_head, self._contact)):
            self.body.addSpacing(space("m"))
            self.body.addWidget(head)
            self.body.addWidget(facts)

    def heading(self) -> str:
        return self.tr("Household and income")

    def short(self) -> str:
        return self.tr("Household")

    def count(self) -> int | None:
        return len(self.page.case.people) if self.page else None

    def fill(self, page: CasePage) -> None:
        self._members.set_heads((self.tr("Name"), self.tr("Relation"), self.tr("Born"), self.tr("To know")))
        self._members.set_rows([self._member(page, member) for member in _applicant_first(page)])
        self._income_head.setText(self.tr("Income"))
        heads = (
            self.tr("Who"),
            self.tr("Source"),
            self.tr("Shown by"),
            self.tr("Amount"),
            self.tr("How often"),
        )
        self._incomes.set_heads(heads)
        self._incomes.set_rows([*self._income_rows(page), self._total(page)])
        self._contact_head.setText(self.tr("Contact and languages"))
        self._contact.set_rows(self._contacts(page))

    def _member(self, page: CasePage, member: Member) -> GridRow:
        born = self.tr("not recorded")
        if member.born is not None:
            years = _years(member, page)
            born = self.tr("{date} ({age})").format(
                date=date_text(member.born), age=self.tr("%n years", "", years)
            )
        known = ""
        if member.unemployed_days:
            known = self.tr("Out of work for %n days", "", member.unemployed_days)
        relation = "self" if member.id == page.case.applicant else member.relation
        return GridRow((member.name, fact_words.relation(relation), born, known))

    def _income_rows(self, page: CasePage) -> list[GridRow]:
        names = {member.id: member.name for member in page.case.people}
        present = [i for i in page.case.incomes.values() if i.member in names and i.until is None]
        return [self._income(page, income, names[income.member]) for income in present]

    def _income(self, page: CasePage, income: Income, who: str) -> GridRow:
        amount = self.tr("not yet known") if income.cents is None else money(income.cents)
        source = fact_words.source(income.source)
        texts = (who, source, fact_words.evidence(income.evidence), amount, fact_words.period(income.period))
        name = self.tr("Correct {source} of {name}").format(source=source, name=who)
        act = f"incomes/{income.id}/cents" if page.may_work else ""
        return GridRow(texts, act, self.tr("Correct") if act else "", name)

    def _total(self, page: CasePage) -> GridRow:
        yearly = annual_income_cents(page.case)
        amount = self.tr("not yet known") if yearly is None else money(yearly)
        attested = page.case.zero_income_attested and not page.case.incomes
        word = self.tr("No income, declared") if attested else self.tr("All income")
        return GridRow((word, "", "", amount, self.tr("a year")), weight="strong")

    def _contacts(self, page: CasePage) -> list[tuple[str, str]]:
        case, languages = page.case, page.case.languages
        interpreter = self.tr("needed") if languages.interpreter else self.tr("not needed")
        return [
            (self.tr("Phone"), case.phone),
            (self.tr("E-mail"), case.email),
            (self.tr("Language spoken"), fact_words.language(languages.spoken)),
            (self.tr("Language for letters"), fact_words.language(languages.written)),
            (self.tr("Interpreter"), interpreter),
        ]


def _applicant_first(page: CasePage) -> list[Member]:
    applicant = page.case.applicant
    return sorted(
        page.case.people, key=lambda member: (member.id != applicant, member.born is None, member.born)
    )


def _years(member: Member, page: CasePage) -> int:
    today, born = page.now.date(), member.born
    if born is None:
        return 0
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
