"""The queue's rows: what is shown of each case without decoding one, from whole cases and from headers."""

import itertools
from datetime import date

import pytest
from msgspec.structs import replace

from sync.casework.case import Decision, HeldReassignment
from sync.casework.household import InstabilityRisk
from sync.casework.values import DecisionState, Outcome, Sensitivity
from sync.replica.reading import SORTABLE, CaseRow
from sync.replica.replica import Replica
from tests.replica.parts import (
    NOW,
    frame,
    leave,
    make_case,
    make_header,
    name_id,
    put,
    put_other,
)


def row(replica: Replica, name: str) -> CaseRow:
    found = replica.row(name_id(name))
    assert found is not None
    return found


def test_a_row_says_what_the_case_says(replica: Replica) -> None:
    contested = Decision(outcome=Outcome.DENY, by="w", at=NOW, state=DecisionState.CONTESTED)
    late = HeldReassignment(to="worker3", present="worker1", by="s", at=NOW)
    case = make_case(
        "a",
        version=6,
        submitted=date(2026, 10, 1),
        sensitivity=Sensitivity.PROTECTED,
        risk=InstabilityRisk(kind="eviction_notice", eviction_date=date(2026, 12, 9)),
        decisions={name_id("d"): contested},
        held_reassignments={name_id("r"): late},
        redetermination_due=True,
        synthetic=True,
    )
    replica.apply(frame(0, 1, put(case)))
    assert row(replica, "a") == CaseRow(
        id=case.id,
        number="NM-2026-000123",
        applicant="Rosa Begay",
        county="35031",
        status="in_review",
        due=date(2026, 12, 1),
        assignee="worker1",
        version=6,
        epoch=1,
        office="north",
        program="era1",
        submitted=date(2026, 10, 1),
        asked_cents=80_000,
        contested=True,
        late_work=1,
        redetermination_due=True,
        eviction_date=date(2026, 12, 9),
        protected=True,
        synthetic=True,
        whole=True,
        left=False,
        left_to="",
        understood=True,
    )


def test_a_supervisor_sees_headers_and_the_whole_case_where_it_is_here(replica: Replica) -> None:
    header = make_header("a", applicant="From Header", contested=True, late_work=2, asked_cents=5)
    replica.apply(frame(0, 1, put_other("header", header.id.bytes, header, 9), feed="office:north"))
    shown = row(replica, "a")
    assert (shown.applicant, shown.whole, shown.version, shown.office) == ("From Header", False, 4, "north")
    assert (shown.contested, shown.late_work, shown.asked_cents) == (True, 2, 5)
    assert replica.header(header.id) == header
    assert replica.case(header.id) is None
    case = make_case("a", version=5)
    replica.apply(frame(0, 1, put(case)))
    assert (row(replica, "a").applicant, row(replica, "a").whole) == ("Rosa Begay", True)
    newer = replace(header, version=6, applicant="Newer Header")
    replica.apply(frame(1, 2, put_other("header", header.id.bytes, newer, 10), feed="office:north"))
    assert row(replica, "a").applicant == "Rosa Begay", "one row a case, from what tells most"
    replica.apply(frame(1, 2, leave(case)))
    assert (row(replica, "a").applicant, row(replica, "a").left) == ("Newer Header", False)
    replica.purge((case.id,))
    assert row(replica, "a").applicant == "Newer Header"
    assert len(replica.rows()) == 1


@pytest.mark.parametrize(("column", "descending"), list(itertools.product(sorted(SORTABLE), (False, True))))
def test_rows_are_sorted_and_those_without_a_value_come_last(
    replica: Replica, column: str, descending: bool
) -> None:
    dues = (date(2026, 12, 5), None, date(2026, 11, 30))
    people = ("beto Aragon", "Ana Zuni", "Carla Mora")
    for n, (due, applicant) in enumerate(zip(dues, people, strict=True)):
        case = make_case(
            f"c{n}", applicant=applicant, due=due, submitted=due, number=None if n == 1 else f"N{n}"
        )
        replica.apply(frame(n, n + 1, put(case)))
    values = [getattr(one, column) for one in replica.rows(column, descending=descending)]
    known = [value.lower() if isinstance(value, str) else value for value in values if value is not None]
    assert known == sorted(known, reverse=descending)
    assert values == [value for value in values if value is not None] + [None] * values.count(None)


def test_no_other_column_sorts(replica: Replica) -> None:
    with pytest.raises(ValueError, match="can not be sorted"):
        replica.rows("id; DROP TABLE object")


def test_the_queue_is_listed_without_reading_a_case(replica: Replica) -> None:
    """Thousands of lines must cost no decoding: they are there when every body is unreadable."""
    replica.apply(frame(0, 1, *(put(make_case(f"c{n}", number=f"NM-{n:06}")) for n in range(300))))
    with replica._store.write() as connection:
        connection.exec_driver_sql("UPDATE object SET body = x'C1'")
    assert [one.number for one in replica.rows("number")] == [f"NM-{n:06}" for n in range(300)]
    assert replica.search("rosa", 1) != []
