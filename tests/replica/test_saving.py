"""I1, first half: what was reported saved is there, twice, numbered without a gap and chained."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import Connection

from sync.casework.commands import AddNote
from sync.protocol.copies import key_name, open_copy
from sync.protocol.envelope import chain, decode_envelope, envelope_hash
from sync.protocol.sealing import SealError
from sync.replica import durable, saving, sealed
from sync.replica.errors import DiskError, DiskFullError, NotEnrolledError
from sync.replica.outbox import Outbox
from sync.replica.reconcile import Reconciled
from sync.replica.saving import NO_HISTORY
from sync.replica.sealed import Number
from tests.replica.parts import (
    DEVICE,
    NOW,
    OUTBOX_KEY,
    SERVER_PRIVATE,
    SERVER_PUBLIC,
    copy_of,
    envelope,
    files_under,
    identity,
    name_id,
    opened_copy,
    python,
    save_note,
)


def reopened(outbox: Outbox) -> Outbox:
    outbox.close()
    return Outbox(outbox.path, OUTBOX_KEY)


def assert_whole(outbox: Outbox) -> list[UUID]:
    """Numbers without a gap, a chain that fits, a sealed copy of each command; returns the commands' ids."""
    sent = outbox.unanswered(10_000, 1 << 30)
    assert [one.seq for one in sent] == list(range(1, outbox.last_seq() + 1))
    before = NO_HISTORY
    for one in sent:
        assert outbox.chain_before(one.seq) == before
        before = chain(before, one.data)
        number = Number(DEVICE, one.seq)
        assert opened_copy(outbox, number) == one.data
        assert decode_envelope(one.data).seq == one.seq
    assert outbox.chain_before(outbox.last_seq() + 1) == before
    assert len(files_under(outbox.sealed.folder)) == len(sent)
    outbox.check()
    return [decode_envelope(one.data).id for one in sent]


def test_a_saved_command_is_there_after_the_next_start(outbox: Outbox) -> None:
    saved = [save_note(outbox, name) for name in "abc"]
    assert [one.seq for one in saved] == [1, 2, 3]
    assert all(one.copied for one in saved)
    outbox = reopened(outbox)
    assert assert_whole(outbox) == [name_id(name) for name in "abc"]
    assert [(i.tag, i.state, i.case, i.made_at) for i in outbox.items()] == [
        ("note.1", "saved", name_id("case 1"), NOW)
    ] * 3
    outbox.close()


def test_the_first_command_of_a_device_has_no_history(outbox: Outbox) -> None:
    assert outbox.last_seq() == 0
    assert outbox.chain_before(1) == bytes(16)
    with pytest.raises(LookupError):
        outbox.chain_before(5)


def test_nothing_can_be_saved_before_enrolment(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "outbox.db", OUTBOX_KEY)
    with pytest.raises(NotEnrolledError):
        save_note(outbox, "a")
    assert outbox.items() == ()
    outbox.close()


def test_a_command_that_can_not_be_made_takes_no_number(outbox: Outbox) -> None:
    def fails(seq: int) -> tuple[UUID, bytes]:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        outbox.save(fails, case=name_id("case 1"), tag="note.1", made_at=NOW)
    assert save_note(outbox, "a").seq == 1
    assert_whole(outbox)


def test_the_same_command_can_not_be_saved_twice(outbox: Outbox) -> None:
    save_note(outbox, "a")
    with pytest.raises(Exception, match="UNIQUE"):
        save_note(outbox, "a")
    assert assert_whole(outbox) == [name_id("a")]


def test_a_sealed_copy_can_not_pass_for_another_number(outbox: Outbox) -> None:
    save_note(outbox, "a")
    keys = {key_name(SERVER_PUBLIC): SERVER_PRIVATE}
    with pytest.raises(SealError):
        open_copy(keys, copy_of(outbox, Number(DEVICE, 1)), DEVICE, 2)


def test_two_processes_that_save_at_once_stay_contiguous_and_chained(outbox: Outbox) -> None:
    code = """
import sys
from pathlib import Path
from sync.replica.outbox import Outbox
from tests.replica.parts import OUTBOX_KEY, save_note
outbox = Outbox(Path(sys.argv[1]), OUTBOX_KEY)
for n in range(200):
    save_note(outbox, f"{sys.argv[2]} {n}")
outbox.close()
"""
    both = [python(code, outbox.path, name) for name in ("one", "two")]
    for process in both:
        _, errors = process.communicate(timeout=60)
        assert process.returncode == 0, errors
    ids = assert_whole(outbox)
    assert sorted(ids) == sorted(name_id(f"{name} {n}") for name in ("one", "two") for n in range(200))
    for name in ("one", "two"):  # I4: each kept its own order
        own = [name_id(f"{name} {n}") for n in range(200)]
        assert [id_ for id_ in ids if id_ in set(own)] == own


# --- Disks that refuse, at each step -------------------------------------------------------------


def no_space(*_: object, **__: object) -> None:
    raise OSError(28, os.strerror(28))


def broken(*_: object, **__: object) -> None:
    raise OSError(5, os.strerror(5))


def test_a_copy_that_can_not_be_written_saves_nothing(
    outbox: Outbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(sealed, "write_new", no_space)
        with pytest.raises(DiskFullError, match="everything before it is safe"):
            save_note(outbox, "a")
        patch.setattr(sealed, "write_new", broken)
        with pytest.raises(DiskError):
            save_note(outbox, "a")
    assert outbox.items() == ()
    assert files_under(outbox.sealed.folder) == []
    assert save_note(outbox, "a").seq == 1
    assert_whole(outbox)


def test_a_commit_that_fails_leaves_no_copy(outbox: Outbox, monkeypatch: pytest.MonkeyPatch) -> None:
    write = outbox._store.write

    @contextmanager
    def full_at_commit() -> Iterator[Connection]:
        with write() as connection:
            yield connection
            assert len(outbox.sealed.unsettled()) == 1, "the copy comes before the commit"
            raise DiskFullError(outbox.path)

    with monkeypatch.context() as patch:
        patch.setattr(outbox._store, "write", full_at_commit)
        with pytest.raises(DiskFullError):
            save_note(outbox, "a")
    assert outbox.items() == ()
    assert files_under(outbox.sealed.folder) == []


def test_saved_is_said_after_copy_commit_name_and_folder(
    outbox: Outbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The order that a power cut at any moment relies on."""
    steps: list[str] = []
    other = Outbox(outbox.path, OUTBOX_KEY)

    def noted(step: str, work: Callable[..., None]) -> Callable[..., None]:
        def run(*arguments: object) -> None:
            work(*arguments)
            committed = "committed" if other.items() else "not committed"
            steps.append(f"{step}, {committed}")

        return run

    monkeypatch.setattr(sealed, "write_new", noted("copy", durable.write_new))
    monkeypatch.setattr("os.replace", noted("name", os.replace))
    monkeypatch.setattr(sealed, "sync_folder", noted("folder", durable.sync_folder))
    save_note(outbox, "a")
    assert steps == ["copy, not committed", "name, committed", "folder, committed"]
    other.close()


def test_a_name_that_can_not_be_given_takes_nothing_back(
    outbox: Outbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("os.replace", broken)
        saved = save_note(outbox, "a")
    assert saved.copied is False
    assert [item.id for item in outbox.items()] == [name_id("a")]
    outbox = reopened(outbox)
    assert outbox.at_start == Reconciled(settled=1, undone=0, sealed_again=0, strangers=())
    assert_whole(outbox)
    outbox.close()


# --- What a crash leaves -------------------------------------------------------------------------


def test_a_copy_without_its_command_is_undone_at_the_next_start(outbox: Outbox) -> None:
    save_note(outbox, "a")
    _, data = envelope("never committed", 2, AddNote(text="x"))
    outbox.sealed.write(Number(DEVICE, 2), data, identity())
    outbox = reopened(outbox)
    assert outbox.at_start == Reconciled(settled=0, undone=1, sealed_again=0, strangers=())
    assert save_note(outbox, "b").seq == 2
    assert_whole(outbox)
    outbox.close()


def test_a_copy_that_has_gone_is_sealed_again(outbox: Outbox) -> None:
    for name in "abc":
        save_note(outbox, name)
    outbox.sealed.remove(Number(DEVICE, 2))
    outbox = reopened(outbox)
    assert outbox.at_start == Reconciled(settled=0, undone=0, sealed_again=1, strangers=())
    assert_whole(outbox)
    outbox.close()


def test_copies_the_outbox_knows_nothing_of_are_kept_and_named(outbox: Outbox, tmp_path: Path) -> None:
    """I13: an outbox put back to an older state finds the copies of what it has lost."""
    save_note(outbox, "a")
    outbox.close()
    older = outbox.path.read_bytes()
    outbox = Outbox(outbox.path, OUTBOX_KEY)
    save_note(outbox, "b")
    outbox.close()
    outbox.path.write_bytes(older)
    outbox = Outbox(outbox.path, OUTBOX_KEY)
    assert outbox.at_start.strangers == (Number(DEVICE, 2),)
    assert outbox.sealed.path_of(Number(DEVICE, 2)).exists()
    outbox.close()


def test_a_second_process_that_starts_during_a_save_disturbs_nothing(
    outbox: Outbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the commit and the copy's final name another start may settle the copy."""
    settle = saving._settle

    def another_starts_first(folder: sealed.SealedFolder, temps: dict[Number, Path]) -> bool:
        Outbox(outbox.path, OUTBOX_KEY).close()
        return settle(folder, temps)

    monkeypatch.setattr(saving, "_settle", another_starts_first)
    assert save_note(outbox, "a").copied
    assert_whole(outbox)


def test_the_hash_is_over_the_bytes_as_they_were_saved(outbox: Outbox) -> None:
    id_, data = envelope("a", 1, AddNote(text="x"))
    outbox.save(lambda seq: (id_, data), case=name_id("case 1"), tag="note.1", made_at=NOW)
    assert outbox.unanswered(1, 1)[0].data == data
    assert outbox.chain_before(2) == chain(bytes(16), data)
    assert envelope_hash(data) != envelope_hash(data + b"\0")
