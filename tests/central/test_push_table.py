"""Around the push table (its cells: `test_push_cells.py`): equal work, histories, taking back."""

from __future__ import annotations

from uuid import uuid4

import msgspec
import pytest
from msgspec import structs
from sqlalchemy import select

from sync.casework.case import Case
from sync.casework.commands import (
    Adopt,
    Body,
    CorrectField,
    MarkChecklist,
    OpenCase,
    Reassign,
    Withdraw,
)
from sync.casework.values import Status, encode
from sync.central import exchange
from sync.central.service import Central
from sync.central.store import schema
from sync.protocol.envelope import chain, decode_envelope
from sync.protocol.messages import ExchangeRequest, Head, Refusal
from tests.central.parts import Pen, approval, denial, exchanged, new_case, note, open_case


def correct(case: Case) -> Body:
    return CorrectField(path=("phone",), was=case.phone, value="(505) 555-0177")


def corrected(central: Central, case: Case) -> None:
    """A fact that decisions rest on has changed."""
    (tenancy,) = case.tenancies
    path = ("tenancies", str(tenancy), "rent_cents")
    body = CorrectField(path=path, was=90_000, value=95_000)
    assert Pen(central, "worker1").push(case.id, body) == ("accepted", "")


def moved(central: Central, case: Case) -> None:
    """The case belongs to somebody else."""
    assert Pen(central, "supervisor2").push(case.id, Reassign(to="worker2")) == ("accepted", "")


def test_equal_decisions_corroborate_and_need_no_human(central: Central) -> None:
    case = open_case(central)
    for pen in (Pen(central, "worker1"), Pen(central, "worker1")):
        answer = pen.push(case.id, denial(f"by {pen.device}"), case)
    assert answer == ("accepted", "corroborates")
    after = pen.case(case.id)
    assert after is not None
    assert (after.contested, len(after.decisions), after.status) == ((), 2, Status.DENIED)


def test_by_field_the_same_value_is_no_change_and_another_one_is_kept_beside(central: Central) -> None:
    case = open_case(central)
    first, second, third = (Pen(central, "worker1") for _ in range(3))
    assert first.push(case.id, correct(case), case) == ("accepted", "")
    assert second.push(case.id, correct(case), case) == ("accepted", "")
    other = CorrectField(path=("phone",), was=case.phone, value="(505) 555-0188")
    assert third.push(case.id, other, case) == ("accepted", "kept_beside")
    after = first.case(case.id)
    assert after is not None
    assert (after.phone, after.version) == ("(505) 555-0177", 3)
    assert [one.value for one in after.suggestions.values()] == ["(505) 555-0188"]
    tick, untick = (
        MarkChecklist(item="identity_seen", done=True),
        MarkChecklist(item="identity_seen", done=False),
    )
    assert first.push(case.id, tick, case) == ("accepted", "")
    assert second.push(case.id, untick, case) == ("accepted", "kept_beside")


def test_a_stale_epoch_of_the_present_holder_is_not_late(central: Central) -> None:
    case = open_case(central)
    supervisor = Pen(central, "supervisor1")
    for to in ("worker2", "worker1"):
        assert supervisor.push(case.id, Reassign(to=to)) == ("accepted", "")
    assert Pen(central, "worker1").push(case.id, denial(), case) == ("accepted", "")


def test_who_has_nothing_to_do_with_a_case_is_rejected(central: Central) -> None:
    case = open_case(central)
    for user in ("worker2", "worker3", "supervisor3", "admin1"):
        pen = Pen(central, user)
        for body in (denial(), note(), Reassign(to="worker1"), correct(case)):
            assert pen.push(case.id, body) == ("rejected", "not_allowed"), user
    for body in (denial(), note()):
        assert Pen(central, "worker1").push(uuid4(), body) == ("rejected", "no_such_case")
    assert Pen(central, "worker1").case(case.id) == Pen(central, "worker2").case(case.id)


def test_a_material_fact_after_the_decision_freezes_payment(central: Central) -> None:
    case = open_case(central)
    pen = Pen(central, "worker1")
    assert pen.push(case.id, approval(case)) == ("accepted", "")
    corrected(central, case)
    after = pen.case(case.id)
    assert after is not None
    assert (after.frozen, after.redetermination_due, after.status) == (True, True, Status.APPROVED)
    assert pen.push(case.id, denial()) == ("accepted", "")
    after = pen.case(case.id)
    assert after is not None
    assert (after.frozen, after.status) == (False, Status.DENIED)


def test_a_case_born_on_a_laptop_gets_its_number_from_the_server(central: Central) -> None:
    case, landlord = new_case(central.agency)
    pen = Pen(central, "worker1")
    _, opened = pen.write(case.id, OpenCase(case=case, parties=(landlord,)))
    _, remark = pen.write(case.id, note("walked in"))
    assert pen.send(opened, remark) is None
    stored = pen.case(case.id)
    assert stored is not None
    assert stored.number == "26-000001"
    assert (stored.assignment.assignee, stored.assignment.epoch, len(stored.notes)) == ("worker1", 1, 1)
    assert pen.push(case.id, OpenCase(case=case)) == ("rejected", "already_resolved")


@pytest.mark.parametrize("single", [False, True])
def test_what_a_push_takes_back_itself_never_happens(central: Central, single: bool) -> None:
    case = open_case(central)
    pen = Pen(central, "worker1")
    decision, first = pen.write(case.id, denial())
    remark, second = pen.write(case.id, note("in error"))
    third = [pen.write(case.id, Withdraw(command=command)) for command in (decision, remark)]
    _, kept = pen.write(case.id, note("kept"))
    assert pen.send(first, second, *(envelope for _, envelope in third), kept, single=single) is None
    assert pen.answer(decision) == pen.answer(remark) == ("withdrawn", "")
    assert [pen.answer(command) for command, _ in third] == [("accepted", "")] * 2
    after = pen.case(case.id)
    assert after is not None
    assert [one.text for one in after.notes.values()] == ["kept"]
    assert (after.decisions, after.version) == ({}, 2)


def test_a_decision_that_had_arrived_is_taken_back_with_its_record_kept(central: Central) -> None:
    """The answer was lost: the laptop sends the decision again, together with its withdrawal."""
    case = open_case(central)
    pen = Pen(central, "worker1")
    decision, first = pen.write(case.id, denial())
    before = pen.history
    assert pen.send(first) is None
    taken_back, second = pen.write(case.id, Withdraw(command=decision))
    pen.history = before
    assert pen.send(first, second) is None
    assert (pen.answer(decision), pen.answer(taken_back)) == (("accepted", ""), ("accepted", ""))
    after = pen.case(case.id)
    assert after is not None
    assert (after.standing, after.status) == (None, Status.IN_REVIEW)
    assert after.decisions[decision].state == "withdrawn"


# --- Histories -----------------------------------------------------------------------------------


def test_i3_a_repeat_gets_the_stored_verdict_and_a_fork_or_gap_is_refused(central: Central) -> None:
    case = open_case(central)
    pen = Pen(central, "worker1")
    command, envelope = pen.write(case.id, denial())
    assert pen.send(envelope) is None
    stored = pen.case(case.id)
    for _ in range(3):
        pen.history = bytes(16)
        assert pen.send(envelope) is None
    assert pen.case(case.id) == stored
    assert pen.answer(command) == ("accepted", "")

    history = pen.history
    pen.seq, pen.history = 0, bytes(16)
    _, other = pen.write(case.id, note("another life"))
    refused = pen.send(other)
    assert refused is not None
    assert refused.code == "fork", "the same number with other bytes"
    pen.seq, pen.history = 0, bytes(16)
    refused = pen.send()
    assert refused is not None
    assert refused.code == "fork", "an older history"
    pen.seq, pen.history = 1, bytes(16)
    _, next_ = pen.write(case.id, note("on a history that isn't ours"))
    refused = pen.send(next_)
    assert refused is not None
    assert refused.code == "fork"
    pen.seq, pen.history = 5, history
    _, far = pen.write(case.id, note("far ahead"))
    refused = pen.send(far)
    assert refused is not None
    assert refused.code == "gap"
    assert pen.case(case.id) == stored
    pen.seq, pen.history = 1, history
    assert pen.push(case.id, note("goes on")) == ("accepted", "")


def test_i2_a_command_under_two_devices_of_one_person_has_its_effect_once(central: Central) -> None:
    case = open_case(central)
    first, second, stranger = Pen(central, "worker1"), Pen(central, "worker1"), Pen(central, "worker2")
    command, envelope = first.write(case.id, note("only once"))
    assert first.send(envelope) is None
    assert second.push(case.id, note("only once"), id=command) == ("accepted", "")
    assert stranger.push(case.id, note("mine"), id=command) == ("rejected", "not_allowed")
    after = first.case(case.id)
    assert after is not None
    assert (len(after.notes), after.version) == (1, 2)


def test_adopting_twice_or_what_is_not_there(central: Central) -> None:
    case = open_case(central)
    moved(central, case)
    former, present = Pen(central, "worker1"), Pen(central, "worker2")
    late, envelope = former.write(case.id, denial(), case)
    assert former.send(envelope) is None
    assert present.push(case.id, Adopt(command=uuid4(), reason="x")) == ("rejected", "no_such_item")
    assert present.push(case.id, Adopt(command=late, reason=" ")) == ("rejected", "reason_required")
    assert former.push(case.id, Adopt(command=late, reason="mine")) == ("rejected", "not_allowed")
    assert present.push(case.id, Adopt(command=late, reason="agreed")) == ("accepted", "")
    assert present.push(case.id, Adopt(command=late, reason="again")) == ("held", "already_resolved")
    table = schema.command
    with central.database.read() as connection:
        disposition = connection.execute(select(table.c.disposition).where(table.c.id == late)).scalar_one()
    assert (disposition, former.answer(late)) == ("adopted", ("held", "late_work"))


def test_numbers_that_are_missing_in_a_history_never_lead_to_another_command(central: Central) -> None:
    """The chain covers every byte ever sent: a changed envelope is another history."""
    case = open_case(central)
    pen = Pen(central, "worker1")
    envelopes = [pen.write(case.id, note(f"remark {number}"))[1] for number in range(5)]
    assert pen.send(*envelopes) is None
    history = bytes(16)
    with central.database.read() as connection:
        rows = connection.execute(
            select(schema.command).where(schema.command.c.device == pen.device).order_by(schema.command.c.seq)
        ).all()
    for row, envelope in zip(rows, envelopes, strict=True):
        history = chain(history, envelope)
        assert (row.envelope, row.chain) == (envelope, history)
    assert encode(decode_envelope(envelopes[0])) == envelopes[0]


def test_i15_push_is_taken_from_every_revision_and_only_pull_asks_for_an_upgrade(central: Central) -> None:
    case = open_case(central)
    pen = Pen(central, "worker1")
    command, envelope = pen.write(case.id, note("from an old program"))
    old = structs.replace(pen.request(envelope), revision=0)
    (refusal,) = exchanged(central, pen.device, old)
    assert isinstance(refusal, Refusal)
    assert (refusal.code, refusal.known) == ("upgrade", 1)
    assert pen.answer(command) == ("accepted", "")

    pen.history = chain(pen.history, envelope)
    command, envelope = pen.write(case.id, note("from a program of next year"))
    request = structs.replace(pen.request(envelope), revision=99)
    plain = msgspec.msgpack.decode(encode(request))
    filled = [*plain, *[False, [], [], {}, None, None][len(plain) - 6 :], "a field of next year"]
    decoded = exchange.decode_request(encode(filled))
    assert isinstance(decoded, ExchangeRequest)
    assert isinstance(list(exchanged(central, pen.device, decoded))[-1], Head)
    assert pen.answer(command) == ("accepted", "")
