"""What was asked for, month by month and expense by expense, with sums both ways and who would be paid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from erap_desktop.models import fact_words
from erap_desktop.models.format import money
from erap_desktop.models.month_matrix import MonthMatrix, month_matrix
from erap_desktop.models.policy_text import expense_name, month_name
from erap_desktop.ui.casefile.fact_grid import FactGrid, GridRow, Head
from erap_desktop.ui.casefile.section import Section
from erap_desktop.ui.theme import space
from erap_desktop.ui.widgets.key_value import KeyValueList

if TYPE_CHECKING:
    from erap_desktop.services.casepage import CasePage


class MonthsSection(Section):
    """A matrix; it is made anew when other expenses are asked for."""

    id = "months"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid: FactGrid | None = None
        self._expenses: tuple[str, ...] = ()
        self._facts = KeyValueList()
        self.body.addSpacing(space("s"))
        self.body.addWidget(self._facts)

    def heading(self) -> str:
        return self.tr("Months asked for")

    def short(self) -> str:
        return self.tr("Months")

    def count(self) -> int | None:
        return len({month.month for month in self.page.case.months}) if self.page else None

    def fill(self, page: CasePage) -> None:
        matrix = month_matrix(page.case.months)
        grid = self._grid_for(matrix.expenses)
        names = [expense_name(expense, page.policy) for expense in matrix.expenses]
        grid.set_heads((self.tr("Month"), *names, self.tr("Together")))
        grid.set_rows([*self._rows(matrix), self._sums(matrix)])
        self._facts.set_rows(self._payees(page))

    def _grid_for(self, expenses: tuple[str, ...]) -> FactGrid:
        if self._grid is not None and expenses == self._expenses:
            return self._grid
        if self._grid is not None:
            self._grid.hide()
            self._grid.deleteLater()
        heads = (Head(1), *(Head(1, amount=True) for _ in expenses), Head(1, amount=True))
        self._grid, self._expenses = FactGrid(heads), expenses
        self.body.insertWidget(0, self._grid)
        return self._grid

    def _rows(self, matrix: MonthMatrix) -> list[GridRow]:
        return [
            GridRow((month_name(row.month), *(_amount(cents) for cents in row.cents), money(row.total)))
            for row in matrix.rows
        ]

    def _sums(self, matrix: MonthMatrix) -> GridRow:
        sums = tuple(money(cents) for cents in matrix.sums)
        return GridRow((self.tr("Together"), *sums, money(matrix.total)), weight="strong")

    def _payees(self, page: CasePage) -> list[tuple[str, str]]:
        case, rows = page.case, []
        for payee in sorted({month.payee for month in case.months}, key=str):
            party = page.view.parties.get(payee) if payee else None
            name = (
                self.tr("The tenant")
                if payee is None
                else (party.name if party else self.tr("Not yet known"))
            )
            what = {expense_name(m.expense, page.policy) for m in case.months if m.payee == payee}
            kind = f" ({fact_words.party(party.kind)})" if party else ""
            rows.append((self.tr("To be paid to"), f"{name}{kind}: {', '.join(sorted(what))}"))
        paid = case.months_paid_before
        before = self.tr("Not yet known") if paid is None else self.tr("%n months", "", paid)
        rows.append((self.tr("Helped before with"), before))
        return rows


def _amount(cents: int) -> str:
    return money(cents) if cents else "–"
