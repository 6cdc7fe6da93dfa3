"""Annual household income, and the row of the limit table it is held against."""

from __future__ import annotations

from sync.casework.case import Case
from sync.casework.household import PERIODS_A_YEAR
from sync.casework.policy import Policy
from sync.casework.values import Record


class LimitRow(Record, frozen=True):
    """One cell of a HUD table as used: whole-cent amounts a year for this household size."""

    fiscal_year: int
    county: str
    persons: int
    low80_cents: int
    very_low50_cents: int
    extremely_low30_cents: int
    source: str


def annual_income_cents(case: Case) -> int | None:
    """Income of the present members in cents a year, by amount × periods; None while anything is unknown.

    No income at all counts as zero only where the household attested it (Treasury ERA FAQ 4).
    """
    present = {member.id for member in case.people}
    incomes = [i for i in case.incomes.values() if i.member in present and i.until is None]
    if not incomes:
        return 0 if case.zero_income_attested else None
    if any(income.cents is None for income in incomes):
        return None
    return sum((income.cents or 0) * PERIODS_A_YEAR[income.period] for income in incomes)


def limit_row(policy: Policy, county: str, persons: int) -> LimitRow | None:
    """The limits for a county and household size; None when the year or county is not in the table.

    Nine persons and more: the eight-person limit plus 8 % of the four-person limit for each further person,
    unrounded (HUD income limits methodology).
    """
    table = policy.limit_table()
    limits = table.counties.get(county) if table else None
    if table is None or limits is None or persons < 1:
        return None

    def cents(row: tuple[int, ...]) -> int:
        if persons <= len(row):
            return row[persons - 1] * 100
        return row[-1] * 100 + (persons - len(row)) * row[3] * 8  # 8 % of dollars, in cents

    return LimitRow(
        fiscal_year=table.fiscal_year,
        county=county,
        persons=persons,
        low80_cents=cents(limits.low80),
        very_low50_cents=cents(limits.very_low50),
        extremely_low30_cents=cents(limits.extremely_low30),
        source=table.source,
    )
