"""What the outbox makes of the server's answers. I3: a verdict never changes. I9: what waits is visible."""

from typing import Any
from uuid import UUID

import pytest

from sync.protocol.messages import StoredVerdict
from sync.replica.outbox import Draft, Outbox, OutboxItem
from tests.replica.parts import NOW, OUTBOX_KEY, decrypted_pages, name_id, save_note

CASE, OTHER = name_id("case 1"), name_id("case 2")


def verdict(seq: int, verdict: str = "accepted", **fields: Any) -> StoredVerdict:
    return StoredVerdict(seq=seq, verdict=verdict, **fields)


def item(outbox: Outbox, name: str) -> OutboxItem | None:
    return next((one for one in outbox.items() if one.id == name_id(name)), None)


def there(outbox: Outbox, name: str) -> OutboxItem:
    found = item(outbox, name)
    assert found is not None
    return found


def sent(outbox: Outbox, commands: int = 50, size: int = 64 * 1024) -> list[int]:
    return [one.seq for one in outbox.unanswered(commands, size)]


def waiting(outbox: Outbox) -> list[UUID]:
    return [one.id for one in outbox.pending()]


def test_what_goes_out_is_bounded_in_number_and_bytes(outbox: Outbox) -> None:
    for name in "abcdef":
        save_note(outbox, name, "x" * 500)
    assert sent(outbox) == [1, 2, 3, 4, 5, 6]
    assert sent(outbox, commands=4) == [1, 2, 3, 4]
    assert sent(outbox, size=1500) == [1, 2]
    assert sent(outbox, size=10) == [1], "a command that is too large alone still goes"
    assert sent(outbox, commands=0) == [1]


def test_what_goes_out_is_contiguous(outbox: Outbox) -> None:
    for name in "abcd":
        save_note(outbox, name)
    outbox.answer(verdict(2))
    assert sent(outbox) == [1]
    outbox.answer(verdict(1))
    assert sent(outbox) == [3, 4]


def test_nothing_goes_out_when_all_is_answered(outbox: Outbox) -> None:
    assert sent(outbox) == []
    save_note(outbox, "a")
    outbox.answer(verdict(1))
    assert sent(outbox) == []


def test_a_verdict_is_news_once_and_never_changes(outbox: Outbox) -> None:
    save_note(outbox, "a")
    assert outbox.answer(verdict(1, "held", reason="late_work", detail="why"))
    assert not outbox.answer(verdict(1, "held", reason="late_work", detail="why"))
    assert not outbox.answer(verdict(1, "accepted"))
    assert (there(outbox, "a").state, there(outbox, "a").reason) == ("held", "late_work")


def test_a_verdict_for_a_number_that_is_not_here_is_no_news(outbox: Outbox) -> None:
    assert not outbox.answer(verdict(9))


def test_what_became_of_a_verdict_is_news_once(outbox: Outbox) -> None:
    save_note(outbox, "a")
    outbox.answer(verdict(1, "held", reason="late_work"))
    assert outbox.needs_attention() == 1
    assert outbox.answer(verdict(1, "held", reason="late_work", disposition="adopted"))
    assert not outbox.answer(verdict(1, "held", reason="late_work", disposition="adopted"))
    assert not outbox.answer(verdict(1, "held", reason="late_work", disposition="declined"))
    assert there(outbox, "a").disposition == "adopted"
    assert outbox.needs_attention() == 0


def test_a_verdict_of_a_newer_server_asks_for_a_person(outbox: Outbox) -> None:
    """I15: a word this program doesn't know is no reason to lose the command."""
    save_note(outbox, "a")
    assert outbox.answer(verdict(1, "postponed"))
    assert (there(outbox, "a").state, there(outbox, "a").reason) == ("held", "postponed")
    assert outbox.needs_attention() == 1


@pytest.mark.parametrize(
    ("state", "asks"),
    [("accepted", 0), ("withdrawn", 0), ("held", 1), ("contested", 1), ("rejected", 1)],
)
def test_held_contested_and_rejected_need_attention_until_seen(outbox: Outbox, state: str, asks: int) -> None:
    save_note(outbox, "a")
    assert outbox.needs_attention() == 0
    outbox.answer(verdict(1, state))
    assert outbox.needs_attention() == asks
    assert outbox.acknowledge(name_id("a")) is bool(asks)
    assert outbox.needs_attention() == 0
    assert there(outbox, "a").acknowledged is bool(asks)


def test_received_is_said_of_what_the_server_has_and_has_not_answered(outbox: Outbox) -> None:
    for name in "abc":
        save_note(outbox, name)
    outbox.answer(verdict(1))
    outbox.received(2)
    assert [one.state for one in outbox.items()] == ["accepted", "received", "saved"]
    assert sent(outbox) == [2, 3], "no verdict yet, so it goes out again"
    assert not outbox.withdrawable(name_id("b"))
    assert outbox.withdrawable(name_id("c"))
    assert (outbox.pending_count(), outbox.oldest_pending()) == (2, NOW)


def test_what_the_base_may_not_contain_yet_is_projected(outbox: Outbox) -> None:
    for name, case in (("a", "case 1"), ("b", "case 1"), ("c", "case 2"), ("d", "case 1")):
        save_note(outbox, name, case=case)
    outbox.answer(verdict(1))
    outbox.answer(verdict(2, "rejected"))
    outbox.answer(verdict(4, "held"))
    assert waiting(outbox) == [name_id("a"), name_id("c")]
    assert [one.id for one in outbox.pending(CASE)] == [name_id("a")]
    outbox.applied(CASE, 1)
    assert waiting(outbox) == [name_id("c")]


def test_bytes_go_only_once_answered_and_contained(outbox: Outbox) -> None:
    for name, case in (("a", "case 1"), ("b", "case 1"), ("c", "case 1"), ("d", "case 2"), ("e", "case 1")):
        save_note(outbox, name, case=case)
    outbox.answer(verdict(1))
    outbox.answer(verdict(3, "held"))
    outbox.answer(verdict(4))
    outbox.answer(verdict(5))
    outbox.applied(CASE, 4)
    here = {one.seq: one.here for one in outbox.items()}
    assert here == {1: False, 2: True, 3: True, 4: True, 5: True}


def test_what_changed_nothing_needs_no_newer_case(outbox: Outbox) -> None:
    """No version of the case will ever contain it, so its bytes go with the verdict."""
    for name in "abc":
        save_note(outbox, name)
    outbox.answer(verdict(1, effect=False))
    outbox.answer(verdict(2, "held", effect=False))
    outbox.answer(verdict(3, "withdrawn", effect=False))
    assert [one.here for one in outbox.items()] == [False, True, False]
    assert waiting(outbox) == []


def test_a_case_waits_while_one_of_its_commands_is_unanswered(outbox: Outbox) -> None:
    save_note(outbox, "a")
    assert outbox.waits(CASE)
    assert not outbox.waits(OTHER)
    outbox.answer(verdict(1, "held"))
    assert not outbox.waits(CASE)


def test_a_draft_is_work_that_waits_until_it_is_saved_or_discarded(outbox: Outbox) -> None:
    """I8, I9: what was typed on a case doesn't go with it unseen."""
    outbox.keep_draft(CASE, "note", b"half a thought")
    assert outbox.waits(CASE)
    outbox.forget((CASE,))
    assert outbox.drafts() == (Draft(CASE, "note", b"half a thought"),)
    outbox.drop_draft(CASE, "note")
    assert not outbox.waits(CASE)


def test_a_forgotten_case_leaves_only_lines_that_ask_for_someone(outbox: Outbox) -> None:
    """I8: nothing of the content stays, and what needs a person doesn't vanish."""
    for name, case in (("a", "case 1"), ("b", "case 1"), ("c", "case 1"), ("d", "case 2")):
        save_note(outbox, name, case=case)
    outbox.answer(verdict(1))
    outbox.answer(verdict(2, "held", reason="late_work", detail="Rosa"))
    outbox.answer(verdict(3, "withdrawn"))
    outbox.answer(verdict(4))
    outbox.forget((CASE,))
    assert item(outbox, "a") is None
    assert item(outbox, "c") is None
    held = there(outbox, "b")
    assert (held.state, held.reason, held.detail, held.here) == ("held", "late_work", "", False)
    assert there(outbox, "d").here
    assert outbox.needs_attention() == 1
    assert outbox.acknowledge(name_id("b"))
    assert item(outbox, "b") is None


def test_a_forgotten_line_goes_when_the_server_says_what_became_of_it(outbox: Outbox) -> None:
    save_note(outbox, "a")
    outbox.answer(verdict(1, "held"))
    outbox.forget((CASE,))
    assert outbox.answer(verdict(1, "held", disposition="declined"))
    assert outbox.items() == ()


def test_unanswered_work_of_a_forgotten_case_is_never_touched(outbox: Outbox) -> None:
    save_note(outbox, "a")
    outbox.forget((CASE,))
    assert sent(outbox) == [1]


def test_numbers_and_chain_go_on_after_a_case_was_forgotten(outbox: Outbox) -> None:
    for name in "ab":
        save_note(outbox, name)
    chain = outbox.chain_before(3)
    for seq in (1, 2):
        outbox.answer(verdict(seq))
    outbox.forget((CASE,))
    assert (outbox.last_seq(), outbox.chain_before(3)) == (2, chain)
    assert save_note(outbox, "c").seq == 3


def test_no_word_of_a_forgotten_case_is_left_in_any_page(outbox: Outbox) -> None:
    """I8, looked at page by page with the key: also in free pages and gaps."""
    for n in range(60):
        save_note(outbox, f"gone {n}", f"Canary {n} " * 40, case="case 1")
        save_note(outbox, f"kept {n}", "Robin " * 40, case="case 2")
        outbox.keep_draft(CASE, f"draft {n}", b"Canary " * 100)
    for n in range(60):
        outbox.drop_draft(CASE, f"draft {n}")
    for seq in range(1, 121):
        outbox.answer(
            verdict(seq, "held" if seq % 7 == 0 else "accepted", detail="Canary" if seq % 2 else "")
        )
    size = outbox.path.stat().st_size
    outbox.forget((CASE,))
    assert outbox.path.with_name("outbox.db-wal").stat().st_size == 0
    pages = decrypted_pages(outbox.path, OUTBOX_KEY)
    assert any(b"Robin" in page for page in pages)
    assert not any(b"Canary" in page for page in pages)
    assert outbox.path.stat().st_size <= max(size, 100_000)


def test_the_last_draft_counts(outbox: Outbox) -> None:
    outbox.keep_draft(CASE, "note", b"one")
    outbox.keep_draft(CASE, "note", b"two")
    outbox.keep_draft(CASE, "decision", b"three")
    assert outbox.draft(CASE, "note") == b"two"
    outbox.drop_draft(CASE, "note")
    assert outbox.draft(CASE, "note") is None
    assert outbox.draft(CASE, "decision") == b"three"


def test_small_facts_are_remembered(outbox: Outbox) -> None:
    assert outbox.recall("epoch") is None
    outbox.remember("epoch", "1")
    outbox.remember("epoch", "2")
    assert outbox.recall("epoch") == "2"
