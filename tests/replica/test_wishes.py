"""Cases of others that are wanted whole: the last wish counts, until the server was told."""

from sync.protocol.messages import Wanted
from sync.replica.outbox import Outbox
from sync.replica.wishes import Wish
from tests.replica.parts import name_id

CASE, OTHER = name_id("case 1"), name_id("case 2")


def test_wishes_are_told_once_and_a_pin_stays_noted(outbox: Outbox) -> None:
    outbox.note_wish(CASE, Wanted.READ)
    outbox.note_wish(CASE, Wanted.PINNED)
    outbox.note_wish(OTHER, Wanted.READ)
    wishes = outbox.wishes(9)
    assert wishes == {CASE: Wanted.PINNED, OTHER: Wanted.READ}
    assert len(outbox.wishes(1)) == 1
    outbox.wishes_told(wishes)
    assert outbox.wishes(9) == {}
    assert (outbox.wish(CASE), outbox.wish(OTHER)) == (Wish(Wanted.PINNED, told=True), None)
    outbox.note_wish(CASE, Wanted.NOTHING)
    outbox.wishes_told({CASE: Wanted.NOTHING})
    assert outbox.wish(CASE) is None


def test_a_wish_that_changed_while_the_server_was_told_still_waits(outbox: Outbox) -> None:
    outbox.note_wish(CASE, Wanted.READ)
    told = outbox.wishes(9)
    outbox.note_wish(CASE, Wanted.PINNED)
    outbox.wishes_told(told)
    assert outbox.wishes(9) == {CASE: Wanted.PINNED}


def test_telling_nothing_writes_nothing_and_a_case_that_left_takes_its_wish_along(outbox: Outbox) -> None:
    before = outbox.data_version()
    outbox.wishes_told({})
    assert outbox.data_version() == before
    outbox.note_wish(CASE, Wanted.PINNED)
    outbox.forget((CASE,))
    assert outbox.wish(CASE) is None
