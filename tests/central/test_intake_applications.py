"""Applications come in as `docs/intake-format.md` says, whatever else is in the file."""

from __future__ import annotations

import io
import re
import tracemalloc
from datetime import date
from typing import Any
from uuid import UUID

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.casework.eligibility import worksheet
from sync.casework.household import Evidence, Period
from sync.casework.income import annual_income_cents
from sync.casework.values import Result, Sensitivity, Status
from sync.central.intake import bounds
from sync.central.intake.applications import Application, BadLine
from sync.central.intake.layout import ApplicationIn
from tests.central.application_lines import (
    EXAMPLE,
    LEAST,
    PAGE,
    POLICY,
    TODAY,
    as_line,
    changed,
    good_line,
    read_lines,
    read_stream,
)


def test_the_example_of_the_format_page_becomes_the_case_it_describes() -> None:
    read = good_line(EXAMPLE)
    case = read.body.case
    assert (read.line, read.reference) == (1, "portal-2026-004711")
    assert (case.agency, case.program, case.status) == ("nm", "nm-sra-2026", Status.SUBMITTED)
    assert (case.applicant_name, case.submitted, case.number) == ("Lucía Archuleta", date(2026, 11, 20), None)
    assert [member.relation for member in case.members.values()] == ["self", "child", "parent"]
    assert case.county == "35013"
    assert case.residence is not None
    assert case.residence.mail is not None
    assert (case.residence.place.zip, case.residence.mail.street) == ("88001", "PO Box 210")
    assert annual_income_cents(case) == 61_240 * 26 + 94_300 * 12
    assert case.languages.interpreter
    landlord, utility = read.body.parties
    assert case.tenancy is not None
    assert case.tenancy.landlord == landlord.id
    assert [(m.month, m.expense, m.payee) for m in case.months] == [
        ("2026-09", "rental_arrears", landlord.id),
        ("2026-10", "rental_arrears", landlord.id),
        ("2026-10", "utility_arrears", utility.id),
        ("2026-12", "rent", None),
    ]
    assert worksheet(case, POLICY, TODAY).result is Result.PASS


def test_the_format_page_names_every_field_and_word() -> None:
    def names(kind: Any) -> set[str]:
        found = set[str]()
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            for field in msgspec.structs.fields(kind):
                found |= {field.name} | names(field.type)
        for inner in getattr(kind, "__args__", ()):
            found |= {inner} if isinstance(inner, str) else names(inner)
        return found

    words = names(ApplicationIn) | {*map(str, Period), *map(str, Evidence)}
    assert len(words) > 80
    assert {word for word in words if word and not re.search(rf"\b{word}\b", PAGE)} == set()


def test_what_is_not_known_is_needed_information_and_no_denial() -> None:
    case = good_line(LEAST).body.case
    sheet = worksheet(case, POLICY, TODAY)
    assert sheet.result is Result.NEED_INFORMATION
    assert Result.FAIL not in {rule.result for rule in sheet.rules}


@pytest.mark.parametrize(
    ("given_name", "county"),
    [
        ("35013", "35013"),
        ("Doña Ana", "35013"),
        ("dona ana county", "35013"),
        ("DOÑA ANA", "35013"),
        ("Don\u0303a Ana", "35013"),
        ("Bernalillo", "35001"),
        (" De Baca ", "35011"),
        ("", ""),
    ],
)
def test_a_county_is_known_by_code_and_by_name(given_name: str, county: str) -> None:
    assert good_line(changed("residence.county", given_name)).body.case.county == county


def test_a_home_in_another_state_is_routed_by_a_person_not_refused() -> None:
    elsewhere = changed("residence.county", "48141")
    elsewhere["residence"] |= {"state": "TX", "city": "El Paso", "zip": "79901"}
    rule = worksheet(good_line(elsewhere).body.case, POLICY, TODAY).rule("jurisdiction")
    assert rule is not None
    assert rule.result is Result.FAIL


def test_one_landlord_of_several_applications_is_one_party() -> None:
    first, second = changed("reference", "a"), changed("reference", "b")
    third = changed("landlord.phone", "575-555-0199") | {"reference": "c"}
    parties = [
        read.body.parties[0].id for read in read_lines(first, second, third) if isinstance(read, Application)
    ]
    assert parties[0] == parties[1] != parties[2]


def test_a_protected_household_is_marked() -> None:
    assert good_line(changed("protected", True)).body.case.sensitivity is Sensitivity.PROTECTED


def test_texts_are_kept_in_composed_form() -> None:
    assert good_line(changed("applicant.name", "Pen\u0303a")).body.case.applicant_name == "Peña"


@pytest.mark.parametrize(
    "name",
    [
        "Niłch’i Tsosie",
        "Łįį́ Bitsilly",
        "JOSÉ “PEPE” NÚÑEZ",
        "Trần Văn Ân",
        "O’Brien-Peña",
        "MARÍA JOSÉ”",
        "王小明",
    ],
)
def test_names_of_every_people_are_welcome(name: str) -> None:
    assert good_line(changed("applicant.name", name)).body.case.applicant_name


def test_blank_lines_windows_line_ends_and_a_byte_order_mark_do_no_harm() -> None:
    first, last = as_line(changed("reference", "a")), as_line(EXAMPLE)
    stream = b"\xef\xbb\xbf" + first + b"\r\n\r\n  \n" + last + b"\r\n"
    read = read_stream(io.BytesIO(stream))
    assert [(type(one), one.line) for one in read] == [(Application, 1), (Application, 4)]


# --- Files as a whole ----------------------------------------------------------------------------


class _Endless:
    """A stream of so many bytes without a line's end, then one good line; it holds nothing itself."""

    def __init__(self, size: int) -> None:
        self._left = size
        self._tail = io.BytesIO(b"\n" + as_line(EXAMPLE))

    def read(self, count: int) -> bytes:
        taken = min(count, self._left)
        self._left -= taken
        return b"x" * taken if taken else self._tail.read(count)


def test_a_line_of_fifty_megabytes_is_skipped_without_being_held() -> None:
    tracemalloc.start()
    try:
        read = read_stream(_Endless(50_000_000))
        held = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert [(type(one), one.line) for one in read] == [(BadLine, 1), (Application, 2)]
    assert held < 4 * bounds.MAX_LINE_BYTES


def test_the_longest_line_is_taken_wherever_the_chunks_end() -> None:
    padding = bounds.MAX_LINE_BYTES - len(as_line(EXAMPLE))
    assert isinstance(read_lines(as_line(EXAMPLE) + b" " * padding)[0], Application)
    assert isinstance(read_lines(as_line(EXAMPLE) + b" " * (padding + 1))[0], BadLine)


@given(st.binary(max_size=300))
def test_no_bytes_whatever_bring_it_down(data: bytes) -> None:
    read = read_stream(io.BytesIO(data))
    assert all(isinstance(one, BadLine) for one in read)
    assert len(read) <= data.count(b"\n") + 1


@settings(max_examples=150)
@given(at=st.floats(0, 1), gone=st.integers(0, 12), instead=st.binary(max_size=6))
def test_a_damaged_line_is_refused_or_read_and_the_next_one_is_not_harmed(
    at: float, gone: int, instead: bytes
) -> None:
    whole = as_line(EXAMPLE)
    place = int(at * len(whole))
    damaged = whole[:place] + instead.replace(b"\n", b"") + whole[place + gone :]
    *_, last = read_lines(damaged, changed("reference", "the-next"))
    assert isinstance(last, Application)
    assert last.reference == "the-next"


_VALUES: Any = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
_PATHS = (
    "reference submitted applicant applicant.born applicant.incomes applicant.incomes[0].cents household "
    "household[0] languages hardship.attested residence.county residence.longitude mail tenancy.rent_cents "
    "landlord utilities months months[0] months[0].month risk"
)


@settings(max_examples=200)
@given(path=st.sampled_from(_PATHS.split()), value=_VALUES)
def test_any_value_anywhere_makes_a_case_or_a_plain_reason(path: str, value: Any) -> None:
    (read,) = read_lines(changed(path, value))
    if isinstance(read, BadLine):
        assert read.field
        assert "`" not in read.reason
        assert read.reason[0].islower()
    else:
        assert worksheet(read.body.case, POLICY, TODAY).rules


def test_identifiers_are_the_callers_and_belong_to_one_thing_each() -> None:
    body = good_line(EXAMPLE).body
    case = body.case
    ids: list[UUID] = [case.id, *case.members, *case.incomes, *case.residences, *case.tenancies]
    ids += [party.id for party in body.parties]
    assert len(set(ids)) == len(ids) == 3 + 2 + 1 + 1 + 1 + 2
