"""A bad line of an intake file is named, says why in plain words, and harms no other."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.central.intake import bounds
from sync.central.intake.applications import Application, BadLine
from tests.central.application_lines import (
    EXAMPLE,
    REMOVE,
    as_line,
    bad_line,
    changed,
    good_line,
    read_lines,
)


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
    bad = bad_line(changed(path, value))
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
    bad = bad_line(changed(path, value))
    assert (bad.field, bad.reason) == (field, reason)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "is not whole JSON: input data was truncated"),
        (as_line(EXAMPLE)[:-40], "is not whole JSON: "),
        (as_line(EXAMPLE) + b"}", "is not whole JSON: trailing characters"),
        (b"[1, 2]", "is not a JSON object"),
        (b"reference,submitted,name", "is not a JSON object"),
        (as_line(EXAMPLE).replace(b"Luc\xc3\xada", b"Luc\xeda"), "is not UTF-8 text: byte "),
        (as_line(EXAMPLE).decode().encode("utf-16"), "contains NUL bytes"),
        (as_line(EXAMPLE) + b"\0", "contains NUL bytes"),
        (b"\x89PNG\r\x1a", "is not UTF-8 text: byte 1 "),
        (b"PK\x03\x04\x14\x00", "contains NUL bytes"),
        (b"{" + b" " * bounds.MAX_LINE_BYTES + b"}", "is longer than 1,000,000 bytes and was skipped"),
        (b'{"reference": NaN}', "is not whole JSON: "),
        (b'{"reference": "a\\ud800"}', "is not whole JSON: "),
    ],
)
def test_a_line_that_is_no_application_says_why(line: bytes, reason: str) -> None:
    bad = bad_line(line)
    assert bad.field == ""
    assert bad.reason.startswith(reason)


@pytest.mark.parametrize(
    "damage", [b'{"applicant":' * 60_000, b'{"household":[' + b"[" * 900_000, b"[" * 999_999]
)
def test_deep_nesting_is_refused(damage: bytes) -> None:
    assert bad_line(damage).reason


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
@pytest.mark.parametrize("path", ["applicant.name", "hardship.statement", "landlord.name"])
@pytest.mark.parametrize(
    "text", ["Doña", "José Núñez", "MARÍA", "don’t", "“yes”", "¿Cuándo?", "Łįį’ii", "ok 😀"]
)
def test_text_read_in_the_wrong_encoding_is_refused(text: str, path: str, encoding: str) -> None:
    raw = text.encode()
    once = raw.decode(encoding, "replace")
    for wrong in (once, once.encode().decode("latin-1"), raw.decode("ascii", "replace")):
        bad = bad_line(changed(path, wrong))
        assert bad.field == path
        assert wrong not in bad.reason


@given(st.text(st.characters(codec="cp1252", exclude_categories=["Cc"]), max_size=20))
def test_any_accented_text_once_read_as_windows_1252_is_refused(text: str) -> None:
    wrong = f"{text} ñ".encode().decode("cp1252", "replace")
    assert "encoding" in bad_line(changed("hardship.statement", wrong)).reason or "\ufffd" in wrong


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\u202e", "\u2066", "\ue000", "\n"])
def test_signs_that_can_not_be_seen_are_refused_in_a_name(sign: str) -> None:
    assert "invisible" in bad_line(changed("applicant.name", f"Ana{sign}Baca")).reason


def test_a_statement_may_have_lines() -> None:
    words = "First.\nSecond.\tThird.\r\n"
    assert good_line(changed("hardship.statement", words)).body.case.hardship.statement == words


def test_a_field_said_twice_is_refused() -> None:
    line = b'{"reference":"a","submitted":"2026-11-20","applicant":{"name":"Ana","name":"Eva"}}'
    assert bad_line(line) == BadLine(line=1, field="name", reason="is there twice")


def test_a_reference_used_before_is_refused_but_a_bad_line_uses_none() -> None:
    wrong = changed("submitted", "soon")
    read = read_lines(wrong, EXAMPLE, EXAMPLE)
    assert [type(one) for one in read] == [BadLine, Application, BadLine]
    assert read[2] == BadLine(line=3, field="reference", reason="is the same as that of line 2")


def test_a_household_of_thirty_is_taken() -> None:
    thirty = changed("household", [{"name": f"Child {n}", "relation": "child"} for n in range(29)])
    assert len(good_line(thirty).body.case.people) == bounds.MAX_MEMBERS
