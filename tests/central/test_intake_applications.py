"""Applications come in as `docs/intake-format.md` says; a bad line is named, says why, and harms no other."""

from __future__ import annotations

import copy
import io
import json
import re
import tracemalloc
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.casework.eligibility import worksheet
from sync.casework.household import Evidence, Period
from sync.casework.income import annual_income_cents
from sync.casework.values import Result, Sensitivity, Status, uuid7
from sync.central.intake import bounds
from sync.central.intake.applications import Application, BadLine, read_applications
from sync.central.intake.layout import ApplicationIn
from sync.central.rollout.policy_files import load_policy

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "intake-format.md").read_text(encoding="utf-8")
EXAMPLE: dict[str, Any] = json.loads(re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)[0])
POLICY = load_policy(ROOT / "resources" / "policy", "nm-sra-2026")
TODAY = date(2026, 11, 24)
LEAST = {"reference": "a-1", "submitted": "2026-11-20", "applicant": {"name": "Ana Baca"}}
REMOVE = object()


def _read(*lines: bytes | dict[str, Any]) -> list[Application | BadLine]:
    raw = [line if isinstance(line, bytes) else _line(line) for line in lines]
    return _read_stream(io.BytesIO(b"\n".join(raw)))


def _read_stream(stream: Any) -> list[Application | BadLine]:
    numbers = count(1)
    return list(
        read_applications(stream, POLICY, "nm", lambda: uuid7(0, next(numbers).to_bytes(10, "big")), TODAY)
    )


def _line(application: dict[str, Any]) -> bytes:
    return json.dumps(application, ensure_ascii=False).encode()


def _good(line: bytes | dict[str, Any]) -> Application:
    (read,) = _read(line)
    assert isinstance(read, Application), read
    return read


def _bad(line: bytes | dict[str, Any]) -> BadLine:
    (read,) = _read(line)
    assert isinstance(read, BadLine)
    return read


def _changed(path: str, value: Any) -> dict[str, Any]:
    """The example with one field changed, or taken out."""
    changed = copy.deepcopy(EXAMPLE)
    *steps, last = (int(step) if step.isdigit() else step for step in re.findall(r"\w+", path))
    place: Any = changed
    for step in steps:
        place = place[step]
    if value is REMOVE:
        del place[last]
    else:
        place[last] = value
    return changed


# --- Good lines ----------------------------------------------------------------------------------


def test_the_example_of_the_format_page_becomes_the_case_it_describes() -> None:
    read = _good(EXAMPLE)
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
    case = _good(LEAST).body.case
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
    assert _good(_changed("residence.county", given_name)).body.case.county == county


def test_a_home_in_another_state_is_routed_by_a_person_not_refused() -> None:
    elsewhere = _changed("residence.county", "48141")
    elsewhere["residence"] |= {"state": "TX", "city": "El Paso", "zip": "79901"}
    rule = worksheet(_good(elsewhere).body.case, POLICY, TODAY).rule("jurisdiction")
    assert rule is not None
    assert rule.result is Result.FAIL


def test_one_landlord_of_several_applications_is_one_party() -> None:
    first, second = _changed("reference", "a"), _changed("reference", "b")
    third = _changed("landlord.phone", "575-555-0199") | {"reference": "c"}
    parties = [
        read.body.parties[0].id for read in _read(first, second, third) if isinstance(read, Application)
    ]
    assert parties[0] == parties[1] != parties[2]


def test_a_protected_household_is_marked() -> None:
    assert _good(_changed("protected", True)).body.case.sensitivity is Sensitivity.PROTECTED


def test_texts_are_kept_in_composed_form() -> None:
    assert _good(_changed("applicant.name", "Pen\u0303a")).body.case.applicant_name == "Peña"


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
    assert _good(_changed("applicant.name", name)).body.case.applicant_name


def test_blank_lines_windows_line_ends_and_a_byte_order_mark_do_no_harm() -> None:
    stream = b"\xef\xbb\xbf" + _line(_changed("reference", "a")) + b"\r\n\r\n  \n" + _line(EXAMPLE) + b"\r\n"
    read = _read_stream(io.BytesIO(stream))
    assert [(type(one), one.line) for one in read] == [(Application, 1), (Application, 4)]


# --- Bad lines -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "value", "reason"),
    [
        ("reference", REMOVE, "is missing"),
        ("reference", "", "is not letters, digits, dots, dashes and underscores"),
        ("reference", "x" * 65, "is longer than 64 characters"),
        ("submitted", "2026-11-25", "lies in the future"),
        ("submitted", "1826-11-25", "is more than 125 years ago"),
        ("submitted", "20.11.2026", "is not a day of the calendar written like 2026-08-31"),
        ("applicant.name", "  ", "is empty"),
        ("applicant.name", ["Ana"], "is a list, not text"),
        ("applicant.name", "x" * 201, "is longer than 200 characters"),
        ("applicant.born", "2026-11-25", "lies in the future"),
        ("applicant.born", "2025-02-29", "is not a day of the calendar written like 2026-08-31"),
        ("applicant.born", "0001-01-01", "is more than 125 years ago"),
        ("applicant.ssn", "123-45-6789", "is not a field of this format"),
        ("applicant.unemployed_days", -1, "is less than 0"),
        ("applicant.incomes[0].cents", -1, "is less than 0"),
        ("applicant.incomes[0].cents", 100_000_001, "is more than 100,000,000"),
        ("applicant.incomes[0].cents", 10**400, "is more than 100,000,000"),
        ("applicant.incomes[0].cents", 612.4, "is a number, not a whole number or null"),
        ("applicant.incomes[0].cents", "61240", "is text, not a whole number or null"),
        ("applicant.incomes[0].cents", True, "is true or false, not a whole number or null"),
        ("applicant.incomes[0].period", "fortnight", "is not one of the words this field may be"),
        ("applicant.incomes[0].since", "2027-01-01", "lies in the future"),
        ("household[1].born", "2030-01-01", "lies in the future"),
        ("household[0].relation", "self", "is not one of the words this field may be"),
        ("household[0].relation", REMOVE, "is missing"),
        ("household", [{"name": "Ana", "relation": "child"}] * 39, "has more than 29 entries"),
        ("zero_income_attested", True, "says that there is no income, but there are incomes"),
        ("zero_income_attested", "no", "is text, not true or false"),
        ("languages.spoken", "Spanish", "is not a language code such as en, es or nv"),
        ("phone", "call my sister", "is not a phone number"),
        ("email", "nobody", "is not an e-mail address"),
        ("hardship.kind", "laziness", "is not one of the words this field may be"),
        ("hardship.attested_on", "2026-11-30", "lies in the future"),
        ("hardship.statement", "x" * 10_001, "is longer than 10,000 characters"),
        ("risk.eviction_date", "2226-12-01", "is more than 24 months ahead"),
        ("residence", REMOVE, "is missing, while there is an address for mail"),
        ("residence.county", "Bernallilo", "is no county of the program: 'Bernallilo'"),
        ("residence.county", "35999", "is no county of the program: '35999'"),
        ("residence.county", "\u001b[2J", "contains the invisible character U+001B"),
        ("residence.zip", "8700", "is not a ZIP code such as 87501 or 87501-1234"),
        ("residence.state", "New Mexico", "is not two capital letters such as NM"),
        ("residence.latitude", 91, "is more than 90"),
        ("mail.county", "35013", "is not a field of this format"),
        ("tenancy", REMOVE, "is missing, while there is a landlord"),
        ("tenancy.rent_cents", -98_000, "is less than 0"),
        ("tenancy.rent_cents", 1_000_001, "is more than 1,000,000"),
        ("landlord.name", "", "is empty"),
        ("months[0].month", "2026-13", "is not a month such as 2026-08"),
        ("months[0].month", "Sept 2026", "is not a month such as 2026-08"),
        ("months[0].month", "2026-9", "is not a month such as 2026-08"),
        ("months[0].month", "1926-09", "is not between 2000-01 and 2028-11"),
        ("months[0].month", "2062-09", "is not between 2000-01 and 2028-11"),
        ("months[0].cents", 0, "is less than 1"),
        ("months[0].expense", "mortgage", "is nothing this program knows"),
        ("months[2].pay_to", "Somebody", "is not the landlord, the tenant or one of the utilities"),
        ("months_paid_before", 61, "is more than 60"),
    ],
)
def test_a_field_that_can_not_be_is_named_with_its_reason(path: str, value: Any, reason: str) -> None:
    bad = _bad(_changed(path, value))
    assert (bad.field, bad.reason) == (path, reason)
    assert str(bad) == f"line 1: {path} {reason}"


@pytest.mark.parametrize(
    ("path", "value", "field", "reason"),
    [
        ("residence.latitude", 35.1, "residence", "has one coordinate, not two"),
        ("landlord", REMOVE, "months[0].pay_to", "is the landlord, but no landlord is given"),
        (
            "utilities[0].name",
            "tenant",
            "utilities",
            "has a name that does not tell one payee from all others",
        ),
        (
            "months[1].month",
            "2026-09",
            "months[1]",
            "asks for the same month, expense and payee as an earlier one",
        ),
    ],
)
def test_fields_that_do_not_go_together_are_named(path: str, value: Any, field: str, reason: str) -> None:
    bad = _bad(_changed(path, value))
    assert (bad.field, bad.reason) == (field, reason)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "is not whole JSON: input data was truncated"),
        (_line(EXAMPLE)[:-40], "is not whole JSON: "),
        (_line(EXAMPLE) + b"}", "is not whole JSON: trailing characters"),
        (b"[1, 2]", "is not a JSON object"),
        (b"reference,submitted,name", "is not a JSON object"),
        (_line(EXAMPLE).replace(b"Luc\xc3\xada", b"Luc\xeda"), "is not UTF-8 text: byte "),
        (_line(EXAMPLE).decode().encode("utf-16"), "contains NUL bytes"),
        (_line(EXAMPLE) + b"\0", "contains NUL bytes"),
        (b"\x89PNG\r\x1a", "is not UTF-8 text: byte 1 "),
        (b"PK\x03\x04\x14\x00", "contains NUL bytes"),
        (b"{" + b" " * bounds.MAX_LINE_BYTES + b"}", "is longer than 1,000,000 bytes and was skipped"),
        (b'{"reference": NaN}', "is not whole JSON: "),
        (b'{"reference": "a\\ud800"}', "is not whole JSON: "),
    ],
)
def test_a_line_that_is_no_application_says_why(line: bytes, reason: str) -> None:
    bad = _bad(line)
    assert bad.field == ""
    assert bad.reason.startswith(reason)


@pytest.mark.parametrize(
    "damage", [b'{"applicant":' * 60_000, b'{"household":[' + b"[" * 900_000, b"[" * 999_999]
)
def test_deep_nesting_is_refused(damage: bytes) -> None:
    assert _bad(damage).reason


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
@pytest.mark.parametrize("path", ["applicant.name", "hardship.statement", "landlord.name"])
@pytest.mark.parametrize(
    "text", ["Doña", "José Núñez", "MARÍA", "don’t", "“yes”", "¿Cuándo?", "Łįį’ii", "ok 😀"]
)
def test_text_read_in_the_wrong_encoding_is_refused(text: str, path: str, encoding: str) -> None:
    raw = text.encode()
    once = raw.decode(encoding, "replace")
    for wrong in (once, once.encode().decode("latin-1"), raw.decode("ascii", "replace")):
        bad = _bad(_changed(path, wrong))
        assert bad.field == path
        assert wrong not in bad.reason


@given(st.text(st.characters(codec="cp1252", exclude_categories=["Cc"]), max_size=20))
def test_any_accented_text_once_read_as_windows_1252_is_refused(text: str) -> None:
    wrong = f"{text} ñ".encode().decode("cp1252", "replace")
    assert "encoding" in _bad(_changed("hardship.statement", wrong)).reason or "\ufffd" in wrong


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\u202e", "\u2066", "\ue000", "\n"])
def test_signs_that_can_not_be_seen_are_refused_in_a_name(sign: str) -> None:
    assert "invisible" in _bad(_changed("applicant.name", f"Ana{sign}Baca")).reason


def test_a_statement_may_have_lines() -> None:
    words = "First.\nSecond.\tThird.\r\n"
    assert _good(_changed("hardship.statement", words)).body.case.hardship.statement == words


def test_a_field_said_twice_is_refused() -> None:
    line = b'{"reference":"a","submitted":"2026-11-20","applicant":{"name":"Ana","name":"Eva"}}'
    assert _bad(line) == BadLine(line=1, field="name", reason="is there twice")


def test_a_reference_used_before_is_refused_but_a_bad_line_uses_none() -> None:
    wrong = _changed("submitted", "soon")
    read = _read(wrong, EXAMPLE, EXAMPLE)
    assert [type(one) for one in read] == [BadLine, Application, BadLine]
    assert read[2] == BadLine(line=3, field="reference", reason="is the same as that of line 2")


def test_a_household_of_thirty_is_taken() -> None:
    thirty = _changed("household", [{"name": f"Child {n}", "relation": "child"} for n in range(29)])
    assert len(_good(thirty).body.case.people) == bounds.MAX_MEMBERS


# --- Files as a whole ----------------------------------------------------------------------------


class _Endless:
    """A stream of so many bytes without a line's end, then one good line; it holds nothing itself."""

    def __init__(self, size: int) -> None:
        self._left = size
        self._tail = io.BytesIO(b"\n" + _line(EXAMPLE))

    def read(self, count: int) -> bytes:
        taken = min(count, self._left)
        self._left -= taken
        return b"x" * taken if taken else self._tail.read(count)


def test_a_line_of_fifty_megabytes_is_skipped_without_being_held() -> None:
    tracemalloc.start()
    try:
        read = _read_stream(_Endless(50_000_000))
        held = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert [(type(one), one.line) for one in read] == [(BadLine, 1), (Application, 2)]
    assert held < 4 * bounds.MAX_LINE_BYTES


def test_the_longest_line_is_taken_wherever_the_chunks_end() -> None:
    padding = bounds.MAX_LINE_BYTES - len(_line(EXAMPLE))
    assert isinstance(_read(_line(EXAMPLE) + b" " * padding)[0], Application)
    assert isinstance(_read(_line(EXAMPLE) + b" " * (padding + 1))[0], BadLine)


@given(st.binary(max_size=300))
def test_no_bytes_whatever_bring_it_down(data: bytes) -> None:
    read = _read_stream(io.BytesIO(data))
    assert all(isinstance(one, BadLine) for one in read)
    assert len(read) <= data.count(b"\n") + 1


@settings(max_examples=150)
@given(at=st.floats(0, 1), gone=st.integers(0, 12), instead=st.binary(max_size=6))
def test_a_damaged_line_is_refused_or_read_and_the_next_one_is_not_harmed(
    at: float, gone: int, instead: bytes
) -> None:
    whole = _line(EXAMPLE)
    place = int(at * len(whole))
    damaged = whole[:place] + instead.replace(b"\n", b"") + whole[place + gone :]
    *_, last = _read(damaged, _changed("reference", "the-next"))
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
    (read,) = _read(_changed(path, value))
    if isinstance(read, BadLine):
        assert read.field
        assert "`" not in read.reason
        assert read.reason[0].islower()
    else:
        assert worksheet(read.body.case, POLICY, TODAY).rules


def test_identifiers_are_the_callers_and_belong_to_one_thing_each() -> None:
    body = _good(EXAMPLE).body
    case = body.case
    ids: list[UUID] = [case.id, *case.members, *case.incomes, *case.residences, *case.tenancies]
    ids += [party.id for party in body.parties]
    assert len(set(ids)) == len(ids) == 3 + 2 + 1 + 1 + 1 + 2
