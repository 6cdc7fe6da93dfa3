"""Sealed copies after their command was answered: kept until the server has its own backup (I12)."""

from datetime import timedelta
from pathlib import Path

import pytest

from sync.protocol.messages import StoredVerdict
from sync.replica.outbox import Outbox
from sync.replica.sealed import Number
from tests.replica.parts import DEVICE, NOW, OUTBOX_KEY, save_note
from tests.replica.test_saving import no_space


def copies(outbox: Outbox) -> list[int]:
    return [number.seq for number in outbox.sealed.copies()]


def answered(outbox: Outbox, *numbers: int) -> None:
    for seq in numbers:
        outbox.answer(StoredVerdict(seq=seq, verdict="accepted"))


def test_an_answered_copy_stays_until_the_server_is_backed_up(outbox: Outbox) -> None:
    for name in "abcd":
        save_note(outbox, name)
    answered(outbox, 1, 2, 3)
    outbox.forget((outbox.items()[0].case,))
    assert outbox.prune_sealed(0, NOW) == 0
    assert copies(outbox) == [1, 2, 3, 4]
    assert outbox.prune_sealed(2, NOW) == 2
    assert copies(outbox) == [3, 4]


def test_a_copy_of_unanswered_work_is_never_pruned(outbox: Outbox) -> None:
    save_note(outbox, "a")
    assert outbox.prune_sealed(1, NOW) == 0
    assert outbox.prune_sealed(1, NOW + timedelta(days=400)) == 0
    assert copies(outbox) == [1]


def test_a_copy_is_kept_180_days_at_most_by_the_servers_clock(outbox: Outbox) -> None:
    """I11: `made_at` is the laptop's and counts for nothing."""
    save_note(outbox, "a")
    answered(outbox, 1)
    server = NOW + timedelta(days=3650)
    assert outbox.prune_sealed(0, server) == 0
    assert outbox.prune_sealed(0, server + timedelta(days=179)) == 0
    assert outbox.prune_sealed(0, server + timedelta(days=181)) == 1
    assert copies(outbox) == []


def test_a_pruned_copy_is_not_sealed_again_at_the_next_start(outbox: Outbox) -> None:
    save_note(outbox, "a")
    answered(outbox, 1)
    outbox.prune_sealed(1, NOW)
    outbox.close()
    outbox = Outbox(outbox.path, OUTBOX_KEY)
    assert outbox.at_start.sealed_again == 0
    assert copies(outbox) == []
    outbox.close()


def test_pruning_nothing_writes_nothing(outbox: Outbox) -> None:
    """I14: a quiet sync writes nothing."""
    save_note(outbox, "a")
    answered(outbox, 1)
    outbox.prune_sealed(0, NOW)
    wal = outbox.path.with_name("outbox.db-wal")
    before, seen = wal.stat().st_size, outbox.data_version()
    outbox.prune_sealed(0, NOW + timedelta(minutes=5))
    assert (wal.stat().st_size, outbox.data_version()) == (before, seen)


def test_i3_the_verdict_lies_beside_its_copy_and_a_full_disk_or_a_torn_file_is_made_good(
    outbox: Outbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "ab":
        save_note(outbox, name)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", no_space)
        assert outbox.answer(StoredVerdict(seq=1, verdict="accepted", receipt=b"mark of 1"))
    assert outbox.answer(StoredVerdict(seq=2, verdict="held", reason="late_work", receipt=b"mark of 2"))
    torn = outbox.sealed.path_of(Number(DEVICE, 2)).with_suffix(".verdict")
    torn.write_bytes(torn.read_bytes()[:-3])
    assert not outbox.answer(StoredVerdict(seq=1, verdict="rejected", receipt=b"another")), "the first counts"
    outbox.close()
    again = Outbox(outbox.path, OUTBOX_KEY)
    one, two = again.copies_after(DEVICE, 0, 50, 1 << 20)
    assert (one.verdict, one.reason, one.receipt) == ("accepted", "", b"mark of 1")
    assert (two.verdict, two.reason, two.receipt) == ("held", "late_work", b"mark of 2")
    again.prune_sealed(2, NOW)
    assert list(again.sealed.folder.iterdir()) == []
    again.close()
