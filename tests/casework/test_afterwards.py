"""What comes after a decision: a settlement, a contradiction, late facts; and what stays untouched (I5)."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from sync.casework.case import AwardLine, Case
from sync.casework.commands import (
    AddNote,
    Adopt,
    AnyBody,
    Approve,
    CloseAtRequest,
    CorrectField,
    Deny,
    MarkChecklist,
    Settle,
    Withdraw,
)
from sync.casework.decide import decide
from sync.casework.evolve import apply
from sync.casework.values import DecisionState, Disposition, Status
from sync.casework.verdict import Reason, Ruling, Verdict
from tests.casework.parts import command, context, household, id_

LINE = AwardLine(month="2026-10", expense="rent", cents=90_000, payee=id_("landlord"))
FULL = Approve(lines=(LINE,), reason="papers seen")
LESS = Approve(lines=(replace(LINE, cents=80_000),), reason="less is owed")
NO = Deny(codes=("D03",), reason="no lease")
RENT = CorrectField(
    path=("tenancies", str(id_("t")), "rent_cents"), was=90_000, value=60_000, reason="told us"
)


def done(
    case: Case, body: AnyBody, name: str, user: str = "worker1", seen: Case | None = None
) -> tuple[Case, Ruling]:
    """The case after a command of somebody who saw it as it is, or as it was."""
    made = command(seen or case, body, name)
    ruling = decide(case, made, context(user))
    after = apply(case, made, ruling.events)
    assert after is not None
    return after, ruling


def contested(**fields: Any) -> tuple[Case, Case]:
    """Three who decided without knowing of each other; and the case as they saw it."""
    first = case = replace(household(), **fields)
    for name, body in (("full", FULL), ("less", LESS), ("no", NO)):
        case, _ = done(case, body, name, seen=first)
    assert case.contested == tuple(sorted((id_("full"), id_("less"), id_("no"))))
    return case, first


def settled(**fields: Any) -> tuple[Case, Case]:
    case, first = contested(**fields)
    kept = Settle(keep=id_("less"), siblings=case.contested, reason="the ledger says so")
    return done(case, kept, "settle", "supervisor1")[0], first


def test_a_settlement_that_names_two_of_three_is_held_and_changes_nothing() -> None:
    case, _ = contested()
    two = Settle(keep=id_("full"), siblings=(id_("full"), id_("less")), reason="x")
    after, ruling = done(case, two, "settle", "supervisor1")
    assert (ruling.verdict, ruling.reason, after) == (Verdict.HELD, Reason.SIBLINGS_MISSING, case)


def test_a_decision_after_the_settlement_reopens_it_unless_it_is_equal() -> None:
    case, first = settled()
    same, ruling = done(case, replace(LESS, reason="other words"), "equal", seen=first)
    assert (ruling.verdict, ruling.reason) == (Verdict.ACCEPTED, Reason.CORROBORATES)
    assert (same.standing, same.contested) == (id_("less"), ())
    again, ruling = done(case, CloseAtRequest(), "late", seen=first)
    assert ruling.verdict is Verdict.CONTESTED
    assert again.contested == tuple(sorted((id_("less"), id_("late"))))
    assert (again.frozen, again.standing, again.recovery_review) == (True, None, False)
    declined = [again.decisions[id_(name)] for name in ("full", "no")]
    assert {one.disposition for one in declined} == {Disposition.DECLINED}, "what was answered stays answered"


def test_after_payment_a_contradiction_opens_a_recovery_review_once() -> None:
    case, first = settled(paid_cents=80_000)
    case = replace(case, recovery_review=False)
    again, ruling = done(case, CloseAtRequest(), "late", seen=first)
    assert (again.recovery_review, ruling.verdict) == (True, Verdict.CONTESTED)


def test_a_fact_that_comes_after_the_decision_freezes_payment_until_it_is_decided_again() -> None:
    case, _ = done(household(), FULL, "full")
    after, ruling = done(case, RENT, "fact")
    assert ruling.verdict is Verdict.ACCEPTED
    assert (after.redetermination_due, after.frozen, after.standing) == (True, True, id_("full"))
    again, _ = done(after, LESS, "again")
    assert (again.frozen, again.standing) == (False, id_("again"))


@pytest.mark.parametrize("user", ["supervisor1", "worker1"])
def test_another_hand_freezes_it_too_and_its_answer_frees_it(user: str) -> None:
    """The former holder knew something: a suggestion about a fact of the decision, until it is answered."""
    seen = household()
    moved = replace(
        seen, assignment=replace(seen.assignment, assignee="worker2", epoch=2, history={"1": "worker1"})
    )
    case, _ = done(moved, FULL, "full", "worker2")
    late, ruling = done(case, RENT, "fact", user, seen=seen)
    if user == "supervisor1":
        assert (ruling.verdict, late.redetermination_due) == (Verdict.ACCEPTED, True)
        return
    assert (ruling.verdict, late.redetermination_due, late.frozen) == (Verdict.HELD, False, True)
    declined, _ = done(late, Adopt(command=id_("fact"), reason="no paper", decline=True), "no", "worker2")
    assert (declined.frozen, declined.standing) == (False, id_("full"))
    adopted, _ = done(late, Adopt(command=id_("fact"), reason="paper seen"), "yes", "worker2")
    assert (adopted.frozen, adopted.redetermination_due) == (True, True)


@pytest.mark.parametrize(
    "body",
    [
        CorrectField(path=("phone",), was="555", value="777"),
        AddNote(text="called"),
        MarkChecklist(item="identity_seen", done=True),
    ],
)
def test_what_the_decision_did_not_rest_on_never_disturbs_it(body: AnyBody) -> None:
    case, _ = done(household(), FULL, "full")
    after, ruling = done(case, body, "other")
    assert (ruling.verdict, after.frozen, after.standing) == (Verdict.ACCEPTED, False, id_("full"))
    assert done(household(), body, "other")[0].decisions == {}


def test_a_correction_leaves_field_old_and_new_value_author_and_reason() -> None:
    case, _ = done(household(), RENT, "fact")
    trace = case.corrections[id_("fact")]
    assert (trace.path, trace.was, trace.value) == (RENT.path, 90_000, 60_000)
    assert (trace.by, trace.reason) == ("worker1", "told us")
    same, ruling = done(case, replace(RENT, was=60_000), "again")
    assert (ruling.events, same.corrections) == ((), case.corrections)


def test_a_withdrawal_by_the_former_holder_waits_like_other_late_work() -> None:
    """I6: it doesn't take back what the new holder works with."""
    seen, _ = done(household(), NO, "no")
    moved = replace(
        seen, assignment=replace(seen.assignment, assignee="worker2", epoch=2, history={"1": "worker1"})
    )
    after, ruling = done(moved, Withdraw(command=id_("no")), "undo", seen=seen)
    assert (ruling.verdict, ruling.reason, after) == (Verdict.HELD, Reason.LATE_WORK, moved)
    back, _ = done(seen, Withdraw(command=id_("no")), "undo")
    assert (back.standing, back.status) == (None, Status.IN_REVIEW)
    assert back.decisions[id_("no")].state is DecisionState.WITHDRAWN
