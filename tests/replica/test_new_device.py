"""I13: a laptop that was copied enrols anew and re-issues what was unanswered; nothing is lost or doubled."""

from uuid import UUID

import pytest

from sync.protocol.envelope import chain, decode_envelope
from sync.protocol.messages import StoredVerdict
from sync.protocol.sealing import new_keypair
from sync.replica import sealed
from sync.replica.errors import DiskFullError, NotEnrolledError
from sync.replica.outbox import Outbox
from sync.replica.sealed import Number
from tests.replica.parts import DEVICE, OUTBOX_KEY, identity, name_id, opened_copy, save_note
from tests.replica.test_saving import no_space

NEW = 31


def states(outbox: Outbox) -> list[tuple[int, int, UUID, str]]:
    return [(one.device, one.seq, one.id, one.state) for one in outbox.items()]


@pytest.fixture
def copied(outbox: Outbox) -> Outbox:
    """Five commands: the second held, the third accepted, the rest unanswered, one of them received."""
    for name in "abcde":
        save_note(outbox, name)
    outbox.answer(StoredVerdict(seq=2, verdict="held", reason="late_work"))
    outbox.answer(StoredVerdict(seq=3, verdict="accepted"))
    outbox.received(4)
    return outbox


def test_unanswered_work_gets_new_numbers_and_keeps_its_ids(copied: Outbox) -> None:
    before = {decode_envelope(one.envelope).id: decode_envelope(one.envelope) for one in copied.pending()}
    assert copied.new_device(identity(NEW)) == 3
    assert states(copied) == [
        (NEW, 1, name_id("a"), "saved"),
        (DEVICE, 2, name_id("b"), "held"),
        (DEVICE, 3, name_id("c"), "accepted"),
        (NEW, 2, name_id("d"), "saved"),
        (NEW, 3, name_id("e"), "saved"),
    ]
    sent = copied.unanswered(50, 1 << 20)
    assert [one.seq for one in sent] == [1, 2, 3]
    for one in sent:
        after = decode_envelope(one.data)
        old = before[after.id]
        assert after.seq == one.seq
        assert bytes(after.body) == bytes(old.body)
        assert (after.tag, after.case, after.base) == (old.tag, old.case, old.base)


def test_the_new_history_is_chained_from_its_own_beginning(copied: Outbox) -> None:
    copied.new_device(identity(NEW))
    before = bytes(16)
    for one in copied.unanswered(50, 1 << 20):
        assert copied.chain_before(one.seq) == before
        before = chain(before, one.data)
    assert (copied.last_seq(), copied.chain_before(4)) == (3, before)
    assert save_note(copied, "f").seq == 4


def test_copies_follow_and_those_of_answered_work_stay(copied: Outbox) -> None:
    private, public = new_keypair()
    copied.new_device(identity(NEW, server_key=public))
    found = copied.sealed.copies()
    assert list(found) == [Number(DEVICE, 2), Number(DEVICE, 3), *(Number(NEW, n) for n in (1, 2, 3))]
    for one in copied.unanswered(50, 1 << 20):
        number = Number(NEW, one.seq)
        assert opened_copy(copied, number, private) == one.data
    assert opened_copy(copied, Number(DEVICE, 2))


def test_verdicts_are_for_the_present_number(copied: Outbox) -> None:
    copied.new_device(identity(NEW))
    assert copied.answer(StoredVerdict(seq=2, verdict="rejected"))
    assert states(copied)[1] == (DEVICE, 2, name_id("b"), "held")
    assert states(copied)[3] == (NEW, 2, name_id("d"), "rejected")


def test_a_disk_that_is_full_leaves_everything_as_it_was(
    copied: Outbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, files = states(copied), list(copied.sealed.copies())
    with monkeypatch.context() as patch:
        patch.setattr(sealed, "write_new", no_space)
        with pytest.raises(DiskFullError):
            copied.new_device(identity(NEW))
    assert (states(copied), list(copied.sealed.copies())) == (before, files)
    assert copied.sealed.unsettled() == []
    assert copied.identity() == identity()


def test_a_crash_before_the_old_copies_went_is_made_good_at_the_next_start(
    copied: Outbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(sealed.SealedFolder, "settle", no_space)
        patch.setattr(sealed.SealedFolder, "remove", lambda self, number: None)
        with pytest.raises(OSError, match="No space"):
            copied.new_device(identity(NEW))
    copied.close()
    outbox = Outbox(copied.path, OUTBOX_KEY)
    assert outbox.at_start.settled == 3
    assert list(outbox.sealed.copies()) == [
        Number(DEVICE, 2),
        Number(DEVICE, 3),
        *(Number(NEW, n) for n in (1, 2, 3)),
    ]
    outbox.close()


def test_the_same_number_is_no_new_device(outbox: Outbox) -> None:
    with pytest.raises(ValueError, match="new number"):
        outbox.new_device(identity())
    with pytest.raises(ValueError, match="new_device"):
        outbox.set_identity(identity(NEW))
    assert outbox.identity() == identity()


def test_an_identity_is_kept_whole_and_shows_no_key(outbox: Outbox) -> None:
    assert outbox.identity() == identity()
    assert "hidden" in repr(outbox.identity())
    assert "token" not in repr(outbox.identity())


def test_before_enrolment_there_is_no_identity(tmp_path_factory: pytest.TempPathFactory) -> None:
    outbox = Outbox(tmp_path_factory.mktemp("new") / "outbox.db", OUTBOX_KEY)
    assert outbox.identity() is None
    with pytest.raises(NotEnrolledError, match="not enrolled"):
        outbox.last_seq()
    outbox.close()
