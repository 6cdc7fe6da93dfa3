"""Income limits to the cent for every county and size, and missing data that never denies anybody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sync.casework.case import Case
from sync.casework.commands import Approve, Deny
from sync.casework.decide import decide
from sync.casework.eligibility import worksheet
from sync.casework.household import PERIODS_A_YEAR, Evidence, Hardship, Income, InstabilityRisk, Period
from sync.casework.income import annual_income_cents, limit_row
from sync.casework.values import Result
from sync.casework.verdict import Reason, Verdict
from tests.casework.parts import TODAY, command, context, household, id_, policy, without

TABLE = policy().limits[str(policy().program.limit_year)]
BANDS = {"low80": "income_limit", "very_low50": "priority_income"}


def test_the_table_has_every_county_and_size() -> None:
    assert len(TABLE.counties) == 33
    for limits in TABLE.counties.values():
        for band in (limits.low80, limits.very_low50, limits.extremely_low30):
            assert len(band) == 8
            assert list(band) == sorted(band)


def test_income_equal_to_the_limit_is_within_it_and_one_cent_more_is_not() -> None:
    """33 counties × 1 to 12 persons × 80 and 50 per cent of the median; 30 per cent as listed."""
    for county, limits in TABLE.counties.items():
        for persons in range(1, 13):
            row = limit_row(policy(), county, persons)
            assert row is not None
            listed = min(persons, 8) - 1
            for band, rule in BANDS.items():
                dollars = getattr(limits, band)
                cents = dollars[listed] * 100
                cents += max(0, persons - 8) * dollars[3] * 8  # 8 % of the four-person limit each
                for income, expected in ((cents, Result.PASS), (cents + 1, Result.FAIL)):
                    sheet = worksheet(
                        household(county=county, persons=persons, cents=income), policy(), TODAY
                    )
                    found = sheet.rule(rule)
                    assert found is not None
                    assert found.result is expected, (county, persons, band)
                    assert found.inputs["limit_cents"] == cents
            assert row.extremely_low30_cents == limits.extremely_low30[listed] * 100 + max(0, persons - 8) * (
                limits.extremely_low30[3] * 8
            )


@given(
    st.lists(
        st.tuples(st.sampled_from(list(Period)), st.none() | st.integers(0, 10**7), st.booleans()), max_size=4
    ),
    st.booleans(),
)
def test_annual_income_is_the_sum_by_period_and_unknown_while_anything_is(
    parts: list[tuple[Period, int | None, bool]], attested: bool
) -> None:
    incomes = {
        id_(f"i{n}"): Income(
            id=id_(f"i{n}"), member=id_(0), source="w", period=p, cents=c, until=TODAY if ended else None
        )
        for n, (p, c, ended) in enumerate(parts)
    }
    case = replace(household(), incomes=incomes, zero_income_attested=attested)
    present = [(period, cents) for period, cents, ended in parts if not ended]
    if not present:
        expected = 0 if attested else None
    elif any(cents is None for _, cents in present):
        expected = None
    else:
        expected = sum((cents or 0) * PERIODS_A_YEAR[period] for period, cents in present)
    assert annual_income_cents(case) == expected


UNKNOWN: dict[str, Case] = {
    "county": without(household(), ("residences", str(id_("r")), "place", "county")),
    "residence": without(household(), ("residences",)),
    "tenancy": without(household(), ("tenancies",)),
    "rent": without(household(), ("tenancies", str(id_("t")), "rent_cents")),
    "hardship": replace(household(), hardship=Hardship()),
    "risk": replace(household(), risk=InstabilityRisk()),
    "risk without evidence": replace(household(), risk=InstabilityRisk(kind="x", evidence=Evidence.NONE)),
    "income": without(household(), ("incomes",)),
    "amount": household(cents=None),
    "months before": without(household(), ("months_paid_before",)),
    "members": replace(household(), members={}),
    "everything": Case(id=id_("case"), agency="nm-dfa", program="nm-sra-2026", version=1),
}


@pytest.mark.parametrize("name", UNKNOWN)
def test_missing_data_is_never_a_failed_test_and_never_a_denial(name: str) -> None:
    case = UNKNOWN[name]
    case = replace(case, assignment=household().assignment, status=household().status)
    sheet = worksheet(case, policy(), TODAY)
    assert sheet.result is Result.NEED_INFORMATION
    assert not [rule.rule for rule in sheet.rules if rule.result is Result.FAIL]
    for code, known in policy().codes.items():
        rule = sheet.rule(known.rule) if known.rule else None
        if rule is None or rule.result is not Result.NEED_INFORMATION or known.supervisor_only:
            continue
        for reason in ("", "I am sure"):
            ruling = decide(case, command(case, Deny(codes=(code,), reason=reason)), context())
            assert (ruling.verdict, ruling.reason) == (Verdict.REJECTED, Reason.NEED_INFORMATION), code


def test_the_whole_household_passes_and_unknown_dates_need_information() -> None:
    assert worksheet(household(), policy(), TODAY).result is Result.PASS
    opened = worksheet(household(), policy(), None).rule("program_open")
    assert opened is not None
    assert opened.result is Result.NEED_INFORMATION


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ((), "at least one"),
        (({"month": "2026-13"},), "not a month"),
        (({"expense": "yacht"},), "not an expense"),
        (({"cents": 0},), "outside"),
        (({"cents": 10**9},), "outside"),
        (({"payee": id_("stranger")},), "not a party"),
        (({}, {}), "twice"),
    ],
)
def test_an_award_that_can_not_be_paid_is_rejected(
    lines: tuple[dict[str, object], ...], problem: str
) -> None:
    from sync.casework.case import AwardLine

    good = AwardLine(month="2026-10", expense="rent", cents=90_000, payee=id_("landlord"))
    body = Approve(lines=tuple(replace(good, **changed) for changed in lines), reason="x")
    ruling = decide(household(), command(household(), body), context())
    assert (ruling.verdict, ruling.reason) == (Verdict.REJECTED, Reason.INVALID_LINES)
    assert problem in ruling.detail
