"""The award that follows from what was asked for."""

from __future__ import annotations

from sync.casework.case import AwardLine, Case
from sync.casework.policy import Policy


def proposed_award(case: Case, policy: Policy) -> tuple[AwardLine, ...]:
    """One line per month and eligible expense asked for, earliest first, within the program's months.

    Arrears come first because earlier months do. Amounts are the ones asked for, in cents.
    """
    eligible = [m for m in case.months if m.expense in policy.program.expenses and m.cents > 0]
    left = policy.program.max_months - (case.months_paid_before or 0)
    allowed = set(sorted({m.month for m in eligible})[: max(left, 0)])
    lines = [
        AwardLine(month=m.month, expense=m.expense, cents=m.cents, payee=m.payee)
        for m in eligible
        if m.month in allowed
    ]
    return tuple(sorted(lines, key=lambda line: (line.month, line.expense, str(line.payee))))
