"""Search: what is typed is words, whatever it looks like; accents, order and endings don't matter."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sync.casework.case import Document
from sync.casework.places import Place, Residence
from sync.replica.replica import Replica
from tests.replica.parts import (
    change,
    frame,
    leave,
    make_case,
    make_header,
    make_party,
    make_policy,
    name_id,
    put,
    put_other,
)

A = name_id("a")


@pytest.fixture
def searched(replica: Replica) -> Replica:
    """One case with something in every field, and one with nothing of it."""
    home = Residence(
        id=name_id("home"),
        place=Place(
            county="35031", street="48 Cañón Rd", city="Gallup", zip="87301", directions="north of Chichiltah"
        ),
        mail=Place(street="PO Box 77", city="Zuni", zip="87327"),
    )
    paper = Document(id=name_id("paper"), name="lease-2026.pdf", kind="lease")
    case = make_case(
        "a",
        applicant="José Ñandú-Begay",
        note="asked about the water bill",
        residences={home.id: home},
        documents={paper.id: paper},
    )
    party = make_party(called="Mesa Homes LLC")
    replica.apply(frame(0, 1, put_other("policy", b"p1", make_policy()), feed="shared"))
    replica.apply(frame(0, 1, put_other("party", party.id.bytes, party), put(case)))
    other = make_case(
        "b",
        applicant="Ann Other",
        number="NM-2026-000999",
        phone="",
        email="",
        tenancies={},
        months=(),
        residences={},
    )
    replica.apply(frame(1, 2, put(other)))
    return replica


@pytest.mark.parametrize(
    "typed",
    [
        "José",
        "jose",
        "JOSE NANDU",
        "begay jose",
        "jo",
        "ñandú",
        "NM-2026-000123",
        "000123",
        "123",
        "water bi",
        "canon rd",
        "gallup 87301",
        "chichil",
        "box 77 zuni",
        "505-555-0123",
        "5055550123",
        "555-0123",
        "5550123",
        "rosa@example.test",
        "mesa homes",
        "mckinley",
        "35031",
        "lease-2026",
        "  jose ,;  ",
    ],
)
def test_a_case_is_found_by(searched: Replica, typed: str) -> None:
    assert searched.search(typed) == [A]


@pytest.mark.parametrize("typed", ["", "   ", "!!!", '"', "jose nobody", "OR", "xyz"])
def test_a_case_is_not_found_by(searched: Replica, typed: str) -> None:
    assert searched.search(typed) == []


@pytest.mark.parametrize(
    "typed",
    [
        'jose"',
        "jose OR",
        "NOT jose",
        "jose AND",
        "jose*",
        "(jose",
        "number:jose",
        "jose NEAR(",
        "^jose",
        "-jose",
        "jose\0",
    ],
)
def test_what_looks_like_a_query_is_only_words(searched: Replica, typed: str) -> None:
    searched.search(typed)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(typed=st.text(max_size=60))
def test_no_text_is_a_syntax_error(searched: Replica, typed: str) -> None:
    searched.search(typed)


def test_both_are_found_and_the_better_hit_comes_first(searched: Replica) -> None:
    mentions = make_case("b", version=2, applicant="Ann Other", note="spoke with Jose")
    searched.apply(frame(2, 3, put(mentions)))
    assert searched.search("jose") == [A, name_id("b")]
    assert searched.search("jose", 1) == [A]


def test_a_new_name_replaces_the_old_one(searched: Replica) -> None:
    before = searched.case(A)
    assert before is not None
    person = next(iter(before.members.values()))
    after = replace(before, version=2, members={person.id: replace(person, name="Marta Silva")})
    searched.apply(frame(2, 3, change(before, after)))
    assert searched.search("marta") == [A]
    assert searched.search("nandu") == []


def test_a_landlords_new_name_finds_its_cases(searched: Replica) -> None:
    party = make_party(called="Sandia Rentals")
    searched.apply(frame(2, 3, put_other("party", party.id.bytes, party, 2)))
    assert searched.search("sandia") == [A]
    assert searched.search("mesa") == []


def test_counties_are_found_when_the_policy_comes_after_the_cases(replica: Replica) -> None:
    replica.apply(frame(0, 1, put(make_case("a"))))
    assert replica.search("mckinley") == []
    replica.apply(frame(0, 1, put_other("policy", b"p1", make_policy()), feed="shared"))
    assert replica.search("mckinley") == [A]


def test_a_supervisor_finds_headers(replica: Replica) -> None:
    header = make_header("h")
    replica.apply(frame(0, 1, put_other("header", header.id.bytes, header), feed="office:north"))
    assert replica.search("luz 777") == [header.id]


def test_a_case_that_has_left_is_found_until_it_is_purged(searched: Replica) -> None:
    case = searched.case(A)
    assert case is not None
    searched.apply(frame(2, 3, leave(case)))
    assert searched.search("jose") == [A]
    searched.purge((A,))
    assert searched.search("jose") == []
