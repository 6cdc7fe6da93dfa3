"""I8: after a case has left, no byte of it remains, looked at page by page with the key."""

from sync.protocol.messages import Leave
from sync.replica.replica import Replica
from tests.replica.parts import (
    REPLICA_KEY,
    decrypted_pages,
    frame,
    leave,
    make_case,
    make_party,
    name_id,
    put,
    put_other,
)

WORDS = (b"Canary", b"canary", b"0140canary", b"Zyzzogeton", b"zyzzogeton")


def found(replica: Replica) -> list[bytes]:
    """Which of the telling words are anywhere in the file; the WAL is empty."""
    assert replica.path.with_name("replica.db-wal").stat().st_size == 0
    content = b"\0".join(decrypted_pages(replica.path, REPLICA_KEY))
    return [word for word in WORDS if word in content]


def test_nothing_is_left_of_a_case_that_was_purged_and_the_file_shrinks(replica: Replica) -> None:
    marked = [
        make_case(
            f"gone {n}",
            applicant=f"Zyzzogeton Canary{n}",
            note=f"canary {n} " * 60,
            email="0140canary@x.test",
        )
        for n in range(60)
    ]
    others = [make_case(f"kept {n}", note="quiet " * 60) for n in range(20)]
    replica.apply(frame(0, 1, *(put(case) for case in (*others, *marked))))
    for number, case in enumerate(marked[:20]):  # also what an update replaced
        changed = make_case(
            f"gone {number}", version=2, applicant=f"Zyzzogeton Again{number}", note="canary two"
        )
        replica.apply(frame(number + 1, number + 2, put(changed)))
        assert case.id == changed.id
    replica._store.checkpoint()
    assert len(found(replica)) == len(WORDS)
    before = replica.path.stat().st_size
    replica.apply(frame(21, 22, *(leave(case) for case in marked)))
    replica.purge(replica.left_cases())
    assert found(replica) == []
    assert replica.path.stat().st_size < before / 2
    assert {row.id for row in replica.rows()} == {case.id for case in others}
    assert len(replica.search("quiet", 99)) == 20
    assert replica.search("canary") == []
    replica.check()
    assert replica.recount("user")


def test_a_party_goes_with_its_last_case(replica: Replica) -> None:
    case, party = make_case("a"), make_party(called="Canary Homes")
    replica.apply(frame(0, 1, put(case), put_other("party", party.id.bytes, party)))
    assert replica.search("canary") == [case.id]
    replica.apply(frame(1, 2, leave(case), Leave("party", party.id.bytes)))
    replica.purge((case.id,))
    assert found(replica) == []


def test_only_cases_that_have_left_are_purged(replica: Replica) -> None:
    held, left = make_case("a"), make_case("b")
    replica.apply(frame(0, 1, put(held), put(left)))
    replica.apply(frame(1, 2, leave(left)))
    replica.purge((held.id, left.id, name_id("never seen")))
    assert replica.case(held.id) == held
    assert replica.case(left.id) is None
    assert replica.row(left.id) is None
    assert replica.left_cases() == ()


def test_purging_nothing_writes_nothing(replica: Replica) -> None:
    replica.apply(frame(0, 1, put(make_case("a"))))
    before = replica.data_version()
    replica.purge(())
    assert replica.data_version() == before


def test_a_new_copy_leaves_no_byte_of_the_old(replica: Replica) -> None:
    replica.apply(frame(0, 1, *(put(make_case(f"a{n}", note="canary " * 90)) for n in range(60))))
    replica._store.checkpoint()
    before = replica.path.stat().st_size
    assert replica.start_beside()
    replica.apply(frame(0, 1, *(put(make_case(f"a{n}", version=2)) for n in range(60))))
    replica.swap_in()
    replica.end_beside()
    assert found(replica) == []
    assert replica.path.stat().st_size < before


def test_a_reader_elsewhere_does_not_stop_a_purge(replica: Replica) -> None:
    """Its pages go when the reader is done: tidied by hand, or by the next start."""
    case = make_case("a", note="canary " * 500)
    replica.apply(frame(0, 1, put(case), put(make_case("b"))))
    other = Replica(replica.path, REPLICA_KEY, device=7)
    with other._store.read() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM object").scalar_one()
        replica.apply(frame(1, 2, leave(case)))
        replica.purge((case.id,))
        assert replica.case(case.id) is None
        assert not replica.tidy()
    assert replica.tidy()
    assert found(replica) == []
    other.close()
