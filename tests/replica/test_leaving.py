"""What leaves, what comes back, and feeds that begin anew."""

from msgspec.structs import replace

from sync.protocol import digests
from sync.protocol.messages import (
    Cursor,
    Entries,
    Held,
    Leave,
)
from sync.replica.replica import Replica
from tests.replica.parts import (
    change,
    frame,
    leave,
    make_case,
    make_header,
    make_party,
    put,
    put_other,
)
from tests.replica.test_apply import assert_agrees


def test_a_case_that_leaves_ends_its_membership_and_stays_to_be_read(replica: Replica) -> None:
    a, b = make_case("a"), make_case("b")
    replica.apply(frame(0, 1, put(a), put(b)))
    applied = replica.apply(frame(1, 2, leave(a, "worker9")))
    assert applied.left == (a.id,)
    assert_agrees(replica, b)
    assert replica.left_cases() == (a.id,)
    assert replica.case(a.id) == a
    row = replica.row(a.id)
    assert row is not None
    assert (row.left, row.left_to) == (True, "worker9")


def test_a_case_can_come_back(replica: Replica) -> None:
    a = make_case("a")
    replica.apply(frame(0, 1, put(a)))
    replica.apply(frame(1, 2, leave(a)))
    back = replace(a, version=3)
    replica.apply(frame(2, 3, put(back)))
    assert_agrees(replica, back)
    assert replica.left_cases() == ()
    row = replica.row(a.id)
    assert row is not None
    assert (row.left, row.left_to) == (False, "")


def test_coming_and_going_within_one_frame_is_what_it_was_last(replica: Replica) -> None:
    a, b = make_case("a"), make_case("b")
    replica.apply(frame(0, 1, put(a)))
    applied = replica.apply(frame(1, 2, leave(a), put(a), put(b), leave(b)))
    assert_agrees(replica, a)
    assert applied.left == replica.left_cases() == (b.id,)


def test_leaving_twice_or_without_having_come_is_harmless(replica: Replica) -> None:
    a = make_case("a")
    replica.apply(frame(0, 1, leave(a)))
    replica.apply(frame(1, 2, put(a)))
    replica.apply(frame(2, 3, leave(a)))
    replica.apply(frame(3, 4, leave(a)))
    assert_agrees(replica)
    assert replica.left_cases() == (a.id,)


def test_a_change_of_a_case_that_has_left_is_a_gap(replica: Replica) -> None:
    a = make_case("a")
    replica.apply(frame(0, 1, put(a)))
    replica.apply(frame(1, 2, leave(a)))
    applied = replica.apply(frame(2, 3, change(a, replace(a, version=2))))
    assert applied.gaps == (Held("case", a.id.bytes, 1),)
    assert_agrees(replica)


def test_other_objects_go_at_once(replica: Replica) -> None:
    party = make_party()
    replica.apply(frame(0, 1, put_other("party", party.id.bytes, party)))
    assert replica.party(party.id) == party
    applied = replica.apply(frame(1, 2, Leave("party", party.id.bytes)))
    assert applied.left == ()
    assert replica.party(party.id) is None
    assert replica.digest("user") == digests.EMPTY


def test_a_first_pass_goes_on_where_it_was_cut(replica: Replica) -> None:
    a, b = make_case("a"), make_case("b")
    middle = Cursor(0, 8, ("2026-12-01", "case", str(a.id)))
    replica.apply(Entries("user", Cursor(), middle, (put(a),)))
    assert replica.cursors() == {"user": middle}
    assert not middle.complete
    replica.apply(Entries("user", middle, Cursor(8), (put(b),)))
    assert_agrees(replica, a, b)


def test_a_feed_that_begins_anew_shows_the_old_until_the_new_is_there(replica: Replica) -> None:
    a, b, c = make_case("a", version=9), make_case("b"), make_case("c")
    replica.apply(frame(0, 30, put(a), put(b)))
    replica.apply(Entries("user", Cursor(30), Cursor(), (), reset=True))
    assert replica.cursors() == {}
    assert replica.digest("user") == digests.EMPTY
    assert replica.held("user") == ()
    assert replica.case(a.id) == a, "the person goes on reading"
    older = make_case("a", version=4)
    middle = Cursor(0, 2, ("", "case", ""))
    replica.apply(Entries("user", Cursor(), middle, (put(older),)))
    assert_agrees(replica, older)
    assert replica.case(b.id) == b
    last = replica.apply(Entries("user", middle, Cursor(2), (put(c),)))
    assert last.left == (b.id,)
    assert replica.left_cases() == (b.id,)
    assert_agrees(replica, older, c)


def test_a_feed_that_is_no_longer_ours_leaves_no_header(replica: Replica) -> None:
    header = make_header("h")
    replica.apply(frame(0, 1, put_other("header", header.id.bytes, header, 4), feed="office:north"))
    assert len(replica.rows()) == 1
    replica.apply(Entries("office:north", Cursor(1), Cursor(), (), reset=True))
    assert replica.rows() == []
    assert replica.header(header.id) is None
    assert replica.cursors() == {}
