"""What was asked for as a matrix: a row per month, a column per expense, sums both ways. Cents throughout."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from sync.casework.case import MonthRequest


class MonthRow(NamedTuple):
    """One month (YYYY-MM) with an amount for each expense of the matrix, 0 where nothing was asked for."""

    month: str
    cents: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.cents)


class MonthMatrix(NamedTuple):
    """Expenses in the order in which they were first asked for, months from the earliest."""

    expenses: tuple[str, ...]
    rows: tuple[MonthRow, ...]

    @property
    def sums(self) -> tuple[int, ...]:
        return tuple(sum(row.cents[column] for row in self.rows) for column in range(len(self.expenses)))

    @property
    def total(self) -> int:
        return sum(row.total for row in self.rows)


def month_matrix(asked: Sequence[MonthRequest]) -> MonthMatrix:
    """Several amounts for the same month and expense are added up."""
    expenses = tuple(dict.fromkeys(one.expense for one in asked))
    cents: dict[tuple[str, str], int] = defaultdict(int)
    for one in asked:
        cents[one.month, one.expense] += one.cents
    months = sorted({one.month for one in asked})
    rows = tuple(MonthRow(month, tuple(cents[month, expense] for expense in expenses)) for month in months)
    return MonthMatrix(expenses, rows)
