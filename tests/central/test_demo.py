"""Invented applications: the same for a seed, like New Mexico's, and ready to be worked on."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from hashlib import sha256
from math import ceil
from pathlib import Path
from statistics import mean

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.casework.award import proposed_award
from sync.casework.case import Case
from sync.casework.commands import OpenCase
from sync.casework.eligibility import worksheet
from sync.casework.income import annual_income_cents, limit_row
from sync.casework.policy import Policy
from sync.casework.values import Result, Status
from sync.central.demo.applications import DemoCase, make_applications
from sync.central.demo.homes import county_weights
from sync.central.demo.papers import paper
from sync.central.rollout.policy_files import Figures, load_figures, load_policy

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "policy"
TODAY = date(2026, 11, 24)
POLICY = load_policy(FOLDER, "nm-sra-2026")
FIGURES = load_figures(FOLDER)
CASEWORKERS = 6


@pytest.fixture(scope="module")
def demo() -> list[DemoCase]:
    return _make(1500, 7)


def _make(cases: int, seed: int, caseworkers: int = CASEWORKERS) -> list[DemoCase]:
    return make_applications(cases, seed, POLICY, FIGURES, today=TODAY, caseworkers=caseworkers)


def _cases(demo: list[DemoCase]) -> list[Case]:
    return [one.body.case for one in demo]


def _failing(case: Case, result: Result) -> set[str]:
    sheet = worksheet(case, POLICY, TODAY)
    return {rule.rule for rule in sheet.rules if rule.required and rule.result is result}


# --- The same for a seed -------------------------------------------------------------------------


def test_the_same_seed_makes_the_same_cases_and_another_seed_others() -> None:
    encode = msgspec.json.encode
    assert encode(_make(40, 3)) == encode(_make(40, 3))
    assert encode(_make(40, 3)) != encode(_make(40, 4))


def test_a_seed_means_the_same_on_every_machine_and_python() -> None:
    drawn = [(case.applicant_name, case.county, annual_income_cents(case)) for case in _cases(_make(3, 1))]
    assert drawn == [
        ("Robert Anderson", "35049", 8017152),
        ("Verónica Padilla", "35001", 9887436),
        ("Mateo Quintana", "35049", 7568604),
    ]


def test_identifiers_are_of_version_7_and_belong_to_one_thing_each(demo: list[DemoCase]) -> None:
    cases = _cases(demo)
    kinds = ("members", "incomes", "residences", "tenancies", "documents", "notes", "requests")
    ids = [case.id for case in cases] + [
        key for case in cases for kind in kinds for key in getattr(case, kind)
    ]
    assert {one.version for one in ids} == {7}
    assert len(set(ids)) == len(ids)


# --- Who gets what -------------------------------------------------------------------------------


@settings(max_examples=15, deadline=None)
@given(cases=st.integers(0, 150), caseworkers=st.integers(1, 9), seed=st.integers(0, 2**32))
def test_cases_are_shared_out_evenly_with_enough_in_review(cases: int, caseworkers: int, seed: int) -> None:
    demo = _make(cases, seed, caseworkers)
    assert len(demo) == cases
    shares = Counter(one.assignee for one in demo if one.assignee)
    per_person = [shares[f"worker{number + 1}"] for number in range(caseworkers)]
    assert sum(per_person) >= 0.9 * cases
    assert max(per_person) - min(per_person) <= 1
    in_review = Counter(one.assignee for one in demo if one.status is Status.IN_REVIEW)
    for number, count in enumerate(per_person):
        assert in_review[f"worker{number + 1}"] == min(count, max(10, ceil(0.15 * count)))
    assert all(one.status is Status.SUBMITTED for one in demo if one.assignee is None)


def test_most_other_cases_are_assigned_and_some_wait_for_the_applicant(demo: list[DemoCase]) -> None:
    others = Counter(one.status for one in demo if one.assignee and one.status is not Status.IN_REVIEW)
    assert others.keys() == {Status.ASSIGNED, Status.INFORMATION_REQUESTED}
    assert others[Status.ASSIGNED] > 5 * others[Status.INFORMATION_REQUESTED] > 0


# --- What the rules say --------------------------------------------------------------------------


def test_a_case_in_review_is_complete_and_fails_the_income_limit_alone(demo: list[DemoCase]) -> None:
    for case in _cases(demo):
        if case.status is Status.IN_REVIEW:
            assert _failing(case, Result.NEED_INFORMATION) == set()
            assert _failing(case, Result.FAIL) == {"income_limit"}
            assert proposed_award(case, POLICY)


def test_no_other_case_fails_a_rule_and_most_pass_them_all(demo: list[DemoCase]) -> None:
    others = [case for case in _cases(demo) if case.status is not Status.IN_REVIEW]
    assert [case.id for case in others if _failing(case, Result.FAIL)] == []
    lacking = [case for case in others if _failing(case, Result.NEED_INFORMATION)]
    assert 0.05 < len(lacking) / len(others) < 0.35
    asked = [case for case in others if case.status is Status.INFORMATION_REQUESTED]
    assert all(_failing(case, Result.NEED_INFORMATION) for case in asked)
    assert all(request.items for case in asked for request in case.requests.values())


def test_some_incomes_are_at_the_limit_to_the_cent_and_some_just_below(demo: list[DemoCase]) -> None:
    room = []
    for case in _cases(demo):
        row, income = limit_row(POLICY, case.county, len(case.people)), annual_income_cents(case)
        if row is not None and income is not None:
            room.append(row.low80_cents - income)
    assert room.count(0) >= 10
    assert sum(0 < cents <= 200_00 for cents in room) >= 10


def test_awards_are_lines_that_an_approval_may_have(demo: list[DemoCase]) -> None:
    for case in _cases(demo):
        keys = [(m.month, m.expense, m.payee) for m in case.months]
        assert len(set(keys)) == len(keys)
        assert {m.payee for m in case.months} - {None} <= set(case.parties)
        assert all(0 < m.cents <= 10_000_00 for m in case.months)


# --- Like New Mexico's ---------------------------------------------------------------------------


def test_counties_have_their_share_of_the_assisted_addresses(demo: list[DemoCase]) -> None:
    weights = county_weights(FIGURES)
    assert sum(weights.values()) == pytest.approx(100)
    assert weights.keys() == POLICY.counties.keys()
    counties = Counter(case.county for case in _cases(demo) if case.county)
    share = {county: 100 * count / counties.total() for county, count in counties.items()}
    assert share["35001"] == pytest.approx(38, abs=4)
    assert share["35045"] == pytest.approx(8, abs=2.5)
    assert share["35049"] == pytest.approx(7, abs=2.5)


def test_ordinary_incomes_are_in_the_bands_of_the_real_households(demo: list[DemoCase]) -> None:
    bands = Counter[str]()
    for case in _cases(demo):
        row, income = limit_row(POLICY, case.county, len(case.people)), annual_income_cents(case)
        if case.status is Status.IN_REVIEW or row is None or income is None:
            continue
        below30, below50 = income <= row.extremely_low30_cents, income <= row.very_low50_cents
        bands["30" if below30 else "50" if below50 else "80"] += 1
    share = {band: 100 * count / bands.total() for band, count in bands.items()}
    assert share == {
        "30": pytest.approx(57, abs=6),
        "50": pytest.approx(21, abs=5),
        "80": pytest.approx(22, abs=7),
    }


def test_households_differ_and_some_are_of_nine_and_more(demo: list[DemoCase]) -> None:
    sizes = Counter(len(case.people) for case in _cases(demo))
    assert set(range(1, 10)) <= sizes.keys()
    assert sum(count for size, count in sizes.items() if size >= 9) >= 15
    several = [case for case in _cases(demo) if len({income.member for income in case.incomes.values()}) > 1]
    assert len(several) > 100
    for case in _cases(demo):
        assert all(member.born and member.born < TODAY for member in case.members.values())
        names = [member.name for member in case.members.values()]
        assert len(set(names)) == len(names)


def test_most_is_paid_to_landlords_whom_cases_share(demo: list[DemoCase]) -> None:
    landlords = {party.id: party for one in demo for party in one.body.parties if party.kind == "landlord"}
    paid = sum(any(m.payee in landlords for m in case.months) for case in _cases(demo))
    assert paid / len(demo) == pytest.approx(0.8, abs=0.04)
    assert 0.3 < len(landlords) / len(demo) < 0.7
    for one in demo:
        for party in one.body.parties:
            assert party.kind != "landlord" or party == landlords[party.id]


def test_people_speak_spanish_and_dine_and_live_where_no_street_is(demo: list[DemoCase]) -> None:
    spoken = Counter(case.languages.spoken for case in _cases(demo))
    assert spoken["en"] > spoken["es"] > spoken["nv"] > 20
    oral = [case for case in _cases(demo) if case.languages.spoken == "nv"]
    assert all(case.languages.interpreter and case.languages.written == "en" for case in oral)
    described = [
        case.residence for case in _cases(demo) if case.residence and case.residence.place.directions
    ]
    assert len(described) > 20
    for residence in described:
        assert not residence.place.deliverable
        assert residence.mail is not None
        assert residence.mail.street.startswith("PO Box")


def test_statements_are_in_the_language_that_is_written(demo: list[DemoCase]) -> None:
    statements = {case.hardship.statement: case.languages.written for case in _cases(demo)}
    assert len(statements) > 0.98 * len(demo)
    assert all((" meses" in words) == (language == "es") for words, language in statements.items())
    assert all("{" not in words for words in statements)


# --- As records ----------------------------------------------------------------------------------


def test_a_case_is_about_seven_kilobytes(demo: list[DemoCase]) -> None:
    assert 6_000 < mean(len(msgspec.json.encode(case)) for case in _cases(demo)) < 8_000


def test_every_case_says_that_it_is_synthetic_and_has_its_dates(demo: list[DemoCase]) -> None:
    for case in _cases(demo):
        assert case.synthetic
        assert case.submitted is not None
        assert case.due is not None
        assert TODAY - timedelta(days=70) <= case.submitted < TODAY
        assert case.submitted < case.due < TODAY + timedelta(days=60)
        assert case.phone == "" or " 555-01" in case.phone
        assert case.email == "" or case.email.endswith("@example.org")
    assert any(case.due and case.due < TODAY for case in _cases(demo))


def test_a_body_survives_being_written_and_read(demo: list[DemoCase]) -> None:
    for one in demo[:50]:
        assert msgspec.json.decode(msgspec.json.encode(one.body), type=OpenCase) == one.body
        assert msgspec.msgpack.decode(msgspec.msgpack.encode(one.body), type=OpenCase) == one.body


def test_a_papers_checksum_is_that_of_its_bytes_and_identity_papers_are_not_kept(
    demo: list[DemoCase],
) -> None:
    for case in _cases(demo)[:30]:
        assert sum(document.kind == "identity_seen" for document in case.documents.values()) == 1
        for document in case.documents.values():
            if document.kind == "identity_seen":
                assert (document.size, document.sha256) == (0, "")
            else:
                content = paper(document)
                assert content.startswith(b"%PDF-1.4")
                assert (document.size, document.sha256) == (len(content), sha256(content).hexdigest())


def test_a_policy_without_its_table_is_refused() -> None:
    without: Policy = msgspec.structs.replace(POLICY, limits={})
    figures: Figures = FIGURES
    with pytest.raises(ValueError, match="no income limit"):
        make_applications(1, 1, without, figures, today=TODAY)
