"""I7: the replica at a cursor is the server's scope there, row by row and by digest."""

from uuid import UUID

import msgspec
import pytest
from msgspec.structs import replace

from sync.casework.case import Case
from sync.casework.values import Status, pack, unpack
from sync.protocol import digests
from sync.protocol.messages import (
    Cursor,
    Held,
    Put,
    object_id,
)
from sync.replica.errors import CursorMovedError, NotUnderstoodError
from sync.replica.replica import Replica
from tests.replica.parts import (
    DEVICE,
    REPLICA_KEY,
    change,
    frame,
    leave,
    make_case,
    name_id,
    put,
)


def counted(replica: Replica, feed: str = "user") -> bytes:
    """The digest counted from the rows."""
    members = replica.held(feed)
    added = sum(digests.member(m.kind, object_id(m.kind, m.id), m.version) for m in members)
    return digests.shifted(digests.EMPTY, added=added)


def assert_agrees(replica: Replica, *cases: Case) -> None:
    """Exactly these cases are held, as they are, and the digest says so."""
    held = {UUID(bytes=one.id): one.version for one in replica.held("user") if one.kind == "case"}
    assert held == {case.id: case.version for case in cases}
    for case in cases:
        assert replica.case(case.id) == case
    assert replica.digest("user") == counted(replica)
    assert replica.case_count() == len(cases)


def test_an_empty_replica_holds_nothing(replica: Replica) -> None:
    assert replica.cursors() == {}
    assert replica.digest("user") == digests.EMPTY
    assert replica.rows() == []
    assert replica.case(name_id("a")) is None
    assert replica.last_as_of() is None


def test_objects_arrive_whole_with_cursor_and_digest(replica: Replica) -> None:
    a, b = make_case("a"), make_case("b", version=5)
    applied = replica.apply(frame(0, 2, put(a), put(b)))
    assert (applied.received, applied.left, applied.gaps) == (2, (), ())
    assert replica.cursors() == {"user": Cursor(2)}
    assert_agrees(replica, a, b)


def test_a_frame_that_does_not_begin_where_the_feed_stands_changes_nothing(replica: Replica) -> None:
    a = make_case("a")
    replica.apply(frame(0, 1, put(a)))
    for start in (0, 2):
        with pytest.raises(CursorMovedError):
            replica.apply(frame(start, 3, leave(a)))
    assert replica.cursors() == {"user": Cursor(1)}
    assert_agrees(replica, a)


def test_another_process_that_was_faster_is_noticed(replica: Replica) -> None:
    other = Replica(replica.path, REPLICA_KEY, device=DEVICE)
    other.apply(frame(0, 1, put(make_case("a"))))
    other.close()
    with pytest.raises(CursorMovedError):
        replica.apply(frame(0, 1, put(make_case("a"))))


def test_changes_are_merged_onto_what_is_held(replica: Replica) -> None:
    one = make_case("a")
    two = replace(one, version=2, status=Status.APPROVED, phone="")
    three = replace(two, version=3, notes={})
    replica.apply(frame(0, 1, put(one)))
    applied = replica.apply(frame(1, 3, change(one, two, three)))
    assert (applied.received, applied.gaps) == (1, ())
    assert_agrees(replica, three)


def test_the_same_again_is_harmless(replica: Replica) -> None:
    """State-based: a frame that brings what is held already changes nothing."""
    one = make_case("a")
    two, three = replace(one, version=2, phone="1"), replace(one, version=3, phone="2")
    replica.apply(frame(0, 1, put(one)))
    replica.apply(frame(1, 3, change(one, two, three)))
    again = replica.apply(frame(3, 4, change(one, two)))
    assert (again.received, again.gaps) == (0, ())
    assert_agrees(replica, three)
    replica.apply(frame(4, 5, change(one, two, three), put(three), put(three)))
    assert_agrees(replica, three)


def test_patches_that_are_held_already_are_skipped(replica: Replica) -> None:
    one = make_case("a")
    two, three = replace(one, version=2, phone="1"), replace(one, version=3, phone="2")
    replica.apply(frame(0, 1, put(two)))
    replica.apply(frame(1, 2, change(one, two, three)))
    assert_agrees(replica, three)


def test_a_gap_is_reported_and_the_object_left_as_it_is(replica: Replica) -> None:
    one, other = make_case("a"), make_case("b", version=4)
    later, last = replace(one, version=3, phone="1"), replace(one, version=4, phone="2")
    replica.apply(frame(0, 1, put(one)))
    applied = replica.apply(frame(1, 2, change(later, last), change(other, replace(other, version=5))))
    assert applied.gaps == (Held("case", one.id.bytes, 1), Held("case", other.id.bytes, 0))
    assert replica.cursors() == {"user": Cursor(2)}
    assert_agrees(replica, one)


def test_a_repair_may_bring_a_lower_version(replica: Replica) -> None:
    """The server was restored, or this copy is wrong: what the server says now counts."""
    replica.apply(frame(0, 9, put(make_case("a", version=7, phone="wrong"))))
    right = make_case("a", version=3)
    replica.apply(frame(9, 9, put(right)))
    assert_agrees(replica, right)


def test_a_field_this_program_does_not_know_survives_a_change(replica: Replica) -> None:
    """I15: the stored form is merged, not the typed record."""
    one = make_case("a")
    newer = unpack(pack(one)) | {"colour": "red"}
    replica.apply(frame(0, 1, Put("case", one.id.bytes, 1, msgspec.Raw(pack(newer)))))
    replica.apply(frame(1, 2, change(one, replace(one, version=2, phone="1"))))
    with replica._store.read() as connection:
        body = connection.exec_driver_sql("SELECT body FROM object").scalar_one()
    assert unpack(body)["colour"] == "red"
    assert replica.case(one.id) == replace(one, version=2, phone="1")


def test_a_case_in_a_form_of_a_newer_program_is_kept_and_listed(replica: Replica) -> None:
    """I15: one record that can't be read stops neither the sync nor the queue."""
    one = make_case("a")
    newer = unpack(pack(one)) | {"status": "suspended", "version": 2}
    replica.apply(frame(0, 1, Put("case", one.id.bytes, 2, msgspec.Raw(pack(newer))), put(make_case("b"))))
    with pytest.raises(NotUnderstoodError, match="newer version"):
        replica.case(one.id)
    row = replica.row(one.id)
    assert row is not None
    assert (row.understood, row.number, row.status, row.version) == (False, one.number, "suspended", 2)
    assert len(replica.rows()) == 2
    assert replica.digest("user") == counted(replica)


def test_a_digest_that_drifted_is_counted_anew(replica: Replica) -> None:
    replica.apply(frame(0, 1, put(make_case("a"))))
    assert replica.recount("user")
    with replica._store.write() as connection:
        connection.exec_driver_sql("UPDATE feed SET digest = zeroblob(16)")
    assert not replica.recount("user")
    assert replica.digest("user") == counted(replica)
    assert replica.recount("user")
