"""The worksheet: each rule with its citation, inputs, table row and a three-valued result.

Missing data is *need information*, never a denial. A rule's words live in the policy; only the test is here.
"""

from __future__ import annotations

from datetime import date

from sync.casework.case import Case
from sync.casework.household import Evidence
from sync.casework.income import LimitRow, annual_income_cents, limit_row
from sync.casework.policy import Policy
from sync.casework.values import Record, Result


class RuleResult(Record, frozen=True):
    """One row of the worksheet. `inputs` are plain values by name; amounts end in `_cents`."""

    rule: str
    citation: str
    result: Result
    inputs: dict[str, str | int | None] = {}
    limit: LimitRow | None = None
    evidence: Evidence = Evidence.NONE
    missing: tuple[str, ...] = ()
    required: bool = True


class Worksheet(Record, frozen=True):
    """All rules for one case under one policy version."""

    policy: str
    limit_year: int
    rules: tuple[RuleResult, ...]

    @property
    def result(self) -> Result:
        """Fail if any required rule fails, else need information if any needs it, else pass."""
        results = {rule.result for rule in self.rules if rule.required}
        for worst in (Result.FAIL, Result.NEED_INFORMATION):
            if worst in results:
                return worst
        return Result.PASS

    def rule(self, name: str) -> RuleResult | None:
        return next((rule for rule in self.rules if rule.rule == name), None)


def worksheet(case: Case, policy: Policy, as_of: date | None) -> Worksheet:
    """Every rule of the program applied to the recorded facts. `as_of` is the server's date of the facts."""
    rules = (
        _program_open(policy, as_of),
        _jurisdiction(case, policy),
        _rent_obligation(case, policy),
        _hardship(case, policy),
        _instability_risk(case, policy),
        _income_limit(case, policy),
        _month_cap(case, policy),
        _priority_income(case, policy),
    )
    return Worksheet(policy=policy.version, limit_year=policy.program.limit_year, rules=rules)


def _row(policy: Policy, rule: str, result: Result | None, **fields: object) -> RuleResult:
    text = policy.rules.get(rule)
    return RuleResult(
        rule=rule,
        citation=text.citation if text else "",
        result=Result.NEED_INFORMATION if result is None else result,
        **fields,  # type: ignore[arg-type]
    )


def _verdict(condition: bool | None) -> Result:
    if condition is None:
        return Result.NEED_INFORMATION
    return Result.PASS if condition else Result.FAIL


def _program_open(policy: Policy, as_of: date | None) -> RuleResult:
    program = policy.program
    last = program.last_obligation or program.award_until
    still_open = None if as_of is None else program.award_from <= as_of <= last
    inputs = {"as_of": as_of.isoformat() if as_of else None, "last": last.isoformat()}
    return _row(policy, "program_open", _verdict(still_open), inputs=inputs)


def _jurisdiction(case: Case, policy: Policy) -> RuleResult:
    residence = case.residence
    known = residence is not None and bool(residence.place.county)
    served = None if not known or residence is None else residence.place.county in policy.counties
    inputs = {"county": policy.counties.get(case.county, case.county) or None}
    missing = () if known else ("residences",)
    return _row(policy, "jurisdiction", _verdict(served), inputs=inputs, missing=missing)


def _rent_obligation(case: Case, policy: Policy) -> RuleResult:
    tenancy = case.tenancy
    if tenancy is None or tenancy.rent_cents is None:
        return _row(policy, "rent_obligation", None, missing=("tenancies",))
    shown = any(d.kind in ("lease", "rent_ledger", "landlord_statement") for d in case.documents.values())
    return _row(
        policy,
        "rent_obligation",
        _verdict(not tenancy.owner_occupied),
        inputs={"rent_cents": tenancy.rent_cents, "lease": tenancy.lease},
        evidence=Evidence.DOCUMENT if shown else Evidence.ATTESTED,
    )


def _hardship(case: Case, policy: Policy) -> RuleResult:
    attested = case.hardship.attested
    missing = ("hardship",) if attested is None else ()
    evidence = Evidence.ATTESTED if attested else Evidence.NONE
    inputs = {"kind": case.hardship.kind or None}
    return _row(policy, "hardship", _verdict(attested), inputs=inputs, evidence=evidence, missing=missing)


def _instability_risk(case: Case, policy: Policy) -> RuleResult:
    risk = case.risk
    shown = True if risk.kind and risk.evidence is not Evidence.NONE else None
    inputs = {"kind": risk.kind or None}
    missing = () if shown else ("risk",)
    return _row(
        policy, "instability_risk", _verdict(shown), inputs=inputs, evidence=risk.evidence, missing=missing
    )


def _income_limit(case: Case, policy: Policy) -> RuleResult:
    return _against_limit(case, policy, "income_limit", required=True)


def _priority_income(case: Case, policy: Policy) -> RuleResult:
    """Half of the median or less goes first (§501(c)(4)); it orders the queue and denies nobody."""
    return _against_limit(case, policy, "priority_income", required=False)


def _against_limit(case: Case, policy: Policy, rule: str, *, required: bool) -> RuleResult:
    income = annual_income_cents(case)
    row = limit_row(policy, case.county, len(case.people))
    missing = (() if income is not None else ("incomes",)) + (() if row else ("residences",))
    within: bool | None = None
    bound: int | None = None
    if row is not None:
        bound = row.low80_cents if rule == "income_limit" else row.very_low50_cents
        within = None if income is None else income <= bound
    strengths = [i.evidence for i in case.incomes.values() if i.until is None]
    weakest = max(strengths, key=list(Evidence).index, default=Evidence.NONE)
    return _row(
        policy,
        rule,
        _verdict(within),
        inputs={
            "income_cents": income,
            "limit_cents": bound,
            "persons": len(case.people),
            "year": policy.program.limit_year,
            "county": policy.counties.get(case.county),
        },
        limit=row,
        evidence=weakest,
        missing=missing,
        required=required,
    )


def _month_cap(case: Case, policy: Policy) -> RuleResult:
    months = len({request.month for request in case.months})
    total = None if case.months_paid_before is None else months + case.months_paid_before
    within = None if total is None else total <= policy.program.max_months
    inputs = {"months": total, "asked": months, "max": policy.program.max_months}
    missing = ("months_paid_before",) if total is None else ()
    return _row(policy, "month_cap", _verdict(within), inputs=inputs, missing=missing)
