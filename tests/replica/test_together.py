"""Threads and processes that share a profile: writers wait for each other, readers see one moment."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from sync.replica import cipher
from sync.replica.errors import BusyError
from sync.replica.outbox import Outbox
from sync.replica.replica import Replica
from tests.replica.parts import DEVICE, OUTBOX_KEY, frame, identity, make_case, name_id, put, save_note
from tests.replica.test_saving import assert_whole


def in_threads(*works: Callable[[], None]) -> None:
    """Runs all at once; the first failure of any is raised here."""
    failures: list[BaseException] = []

    def run(work: Callable[[], None]) -> None:
        try:
            work()
        except BaseException as failure:
            failures.append(failure)

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]


def test_an_outbox_serves_several_threads(outbox: Outbox) -> None:
    def saves(name: str) -> Callable[[], None]:
        def work() -> None:
            for n in range(20):
                save_note(outbox, f"{name} {n}")

        return work

    def reads() -> None:
        for _ in range(50):
            items = outbox.items()
            assert [item.seq for item in items] == list(range(1, len(items) + 1))

    in_threads(saves("a"), saves("b"), saves("c"), reads)
    assert len(assert_whole(outbox)) == 60


def test_a_reader_sees_whole_frames_only(replica: Replica) -> None:
    def applies() -> None:
        for n in range(30):
            replica.apply(frame(n, n + 1, put(make_case(f"a{n}")), put(make_case(f"b{n}"))))

    def reads() -> None:
        for _ in range(60):
            assert len(replica.rows()) % 2 == 0

    in_threads(applies, reads, reads)
    assert replica.case_count() == 60


def test_a_file_that_is_held_too_long_is_busy_and_nothing_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cipher, "BUSY_SECONDS", 0.05)
    outbox = Outbox(tmp_path / "outbox.db", OUTBOX_KEY)
    outbox.set_identity(identity())
    other = Outbox(tmp_path / "outbox.db", OUTBOX_KEY)
    with other._store.write() as connection:
        connection.exec_driver_sql("DELETE FROM meta")
        with pytest.raises(BusyError, match="try again"):
            save_note(outbox, "a")
        assert outbox.items() == (), "reading waits for nobody"
    assert outbox.sealed.unsettled() == []
    assert save_note(outbox, "a").seq == 1
    other.close()
    outbox.close()


def test_a_profile_can_be_opened_while_another_process_writes(outbox: Outbox) -> None:
    """Opening reads; it takes no write lock until there is something to settle."""
    replica = Replica(outbox.path.with_name("replica.db"), OUTBOX_KEY, device=DEVICE)
    with replica._store.write() as connection:
        connection.exec_driver_sql("DELETE FROM meta")
        other = Replica(replica.path, OUTBOX_KEY, device=DEVICE)
        assert other.rows() == []
        other.close()
    replica.close()


def test_commands_of_one_case_keep_the_order_they_were_made_in(outbox: Outbox) -> None:
    """I4, the laptop's half."""
    for n in range(5):
        save_note(outbox, f"{n}", case=f"case {n % 2}")
    made = [one.id for one in outbox.pending(name_id("case 0"))]
    assert made == [name_id("0"), name_id("2"), name_id("4")]
