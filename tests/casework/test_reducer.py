"""The reducer is total, its results stay consistent, and nobody's decision disappears (I4, I5)."""

from __future__ import annotations

from itertools import permutations
from uuid import UUID

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sync.casework.case import AwardLine, Case
from sync.casework.commands import AnyBody, Approve, CloseAtRequest, Deny
from sync.casework.decide import decide
from sync.casework.decisions import STATUS_OF
from sync.casework.eligibility import worksheet
from sync.casework.evolve import apply
from sync.casework.show import show_case
from sync.casework.values import DecisionState, Status, pack
from sync.casework.verdict import Verdict
from sync.protocol.patches import diff, merge
from tests.casework.parts import ACTORS, NAMES, TODAY, bodies, command, context, household, id_, policy

acts = st.lists(
    st.tuples(
        st.sampled_from(sorted(ACTORS)) | st.just("worker1"), bodies, st.integers(0, 5), st.integers(0, 9)
    ),
    min_size=1,
    max_size=len(NAMES),
)


def consistent(case: Case) -> None:
    """What holds for every case, whatever happened to it."""
    standing = case.decisions[case.standing] if case.standing else None
    if standing is not None:
        assert standing.state is DecisionState.ACCEPTED
        assert case.contested == ()
        assert case.status is STATUS_OF[standing.outcome]
    if case.contested:
        assert len(case.contested) >= 2
        assert case.status is Status.CONTESTED
        assert case.frozen
    assert len(set(case.contested) & set(case.late_work)) == 0
    assert msgspec.msgpack.decode(pack(case), type=Case) == case
    assert show_case(case, {})["version"] == case.version


@settings(max_examples=400)
@given(acts)
def test_any_sequence_of_commands_gets_rulings_and_leaves_a_consistent_case(
    steps: list[tuple[str, AnyBody, int, int]],
) -> None:
    seen: list[Case] = [household()]
    case = seen[0]
    for number, (user, body, back, epoch) in enumerate(steps):
        base = seen[-1 - min(back, len(seen) - 1)]
        made = command(base, body, NAMES[number], seq=number + 1)
        if epoch > 6:
            made = replace(made, epoch=epoch)
        ruling = decide(case, made, context(user))
        after = apply(case, made, ruling.events)
        assert after is not None
        assert after.version == case.version + bool(ruling.events)
        assert set(case.decisions) <= set(after.decisions), "no decision disappears"
        assert set(case.notes) <= set(after.notes)
        if ruling.verdict is Verdict.REJECTED:
            assert after is case
        if isinstance(body, Approve | Deny | CloseAtRequest) and ruling.verdict is not Verdict.REJECTED:
            assert made.id in after.decisions, "whatever became of it, it is kept"
        if after is not case:
            assert merge(pack(case), diff(pack(case), pack(after))) == pack(after)
        worksheet(after, policy(), TODAY)
        consistent(after)
        case = after
        seen.append(case)


@given(bodies, st.sampled_from(sorted(ACTORS)))
def test_a_command_on_no_case_or_without_rules_gets_a_ruling_too(body: AnyBody, user: str) -> None:
    made = command(household(), body)
    for case in (None, household()):
        for ctx in (context(user), replace(context(user), policy=None)):
            ruling = decide(case, made, ctx)
            apply(case, made, ruling.events)


LINE = AwardLine(month="2026-10", expense="rent", cents=90_000, payee=id_("landlord"))
VIEWS: list[AnyBody] = [
    Approve(lines=(LINE,), reason="papers seen"),
    Approve(lines=(replace(LINE, cents=80_000),), reason="less is owed"),
    Deny(codes=("D03",), reason="no lease"),
    Deny(codes=("D03",), reason="other words"),
    CloseAtRequest(reason="asked for it"),
]


def after_all(order: tuple[int, ...]) -> Case:
    """The case after decisions that were all made on it as it was at first."""
    base = case = household()
    for index in order:
        made = command(base, VIEWS[index], f"view {index}")
        next_case = apply(case, made, decide(case, made, context()).events)
        assert next_case is not None
        case = next_case
    return case


def test_i5_in_whichever_order_decisions_arrive_the_same_ones_contradict_each_other() -> None:
    for size in (2, 3):
        for chosen in permutations(range(len(VIEWS)), size):
            one, other = after_all(chosen), after_all(tuple(reversed(chosen)))
            assert bool(one.contested) == bool(other.contested), chosen
            assert set(one.decisions) == set(other.decisions)
            assert one.frozen == other.frozen
            if size == 2:
                assert one.contested == other.contested
                assert one.status == other.status
            consistent(one)


def test_i5_equal_in_outcome_and_amount_is_equal_whatever_the_words() -> None:
    case = after_all((2, 3))
    assert (case.contested, case.status, len(case.decisions)) == ((), Status.DENIED, 2)
    assert after_all((0, 1)).contested == tuple(sorted((id_("view 0"), id_("view 1"))))


@settings(max_examples=60)
@given(st.permutations(range(5)))
def test_i5_a_settlement_names_every_open_sibling_or_is_held(order: list[int]) -> None:
    from sync.casework.commands import Settle

    case = after_all(tuple(order))
    siblings = case.contested
    assert len(siblings) >= 3
    for left_out in siblings:
        named = tuple(one for one in siblings if one != left_out)
        made = command(case, Settle(keep=named[0], siblings=named, reason="x"), "settle")
        assert decide(case, made, context("supervisor1")).verdict is Verdict.HELD
    keep = siblings[-1]
    made = command(case, Settle(keep=keep, siblings=siblings, reason="lease seen"), "settle")
    settled = apply(case, made, decide(case, made, context("supervisor1")).events)
    assert settled is not None
    assert (settled.standing, settled.contested) == (keep, ())
    assert {d.disposition for c, d in settled.decisions.items() if c in siblings and c != keep} == {
        "declined"
    }
    consistent(settled)


def test_a_value_that_was_taken_away_by_two_hands_survives_the_wire() -> None:
    """A suggestion to remove a value is a suggestion like any other, also as a difference."""
    from sync.casework.commands import CorrectField

    case = household()
    set_ = command(case, CorrectField(path=("phone",), was="555", value="777"), "set")
    removed = command(case, CorrectField(path=("phone",), was="555", value=None), "remove")
    first = apply(case, set_, decide(case, set_, context()).events)
    assert first is not None
    second = apply(first, removed, decide(first, removed, context()).events)
    assert second is not None
    assert [one.value for one in second.suggestions.values()] == [None]
    over_the_wire = merge(pack(first), diff(pack(first), pack(second)))
    assert over_the_wire == pack(second)
    assert msgspec.msgpack.decode(over_the_wire, type=Case) == second


def test_a_suggestion_keeps_only_what_a_case_can_hold() -> None:
    from sync.casework.commands import CorrectField

    case = household()
    strange = command(case, CorrectField(path=("hardship",), was="another", value={"": None}), "strange")
    after = apply(case, strange, decide(case, strange, context()).events)
    assert after is not None
    assert len(after.suggestions) == 1
    consistent(after)


def test_who_opens_a_case_cannot_bring_its_history_along() -> None:
    from sync.casework.commands import OpenCase

    born = household()
    forged = {
        "decisions": after_all((0,)).decisions,
        "standing": id_("x"),
        "applied": {"1": 9},
        "merged_into": id_("y"),
        "id": id_("another"),
    }
    for name, value in forged.items():
        body = OpenCase(case=replace(born, **{name: value}))
        assert decide(None, command(born, body), context()).verdict is Verdict.REJECTED, name
    claimed = replace(born, version=9, number="26-999999", status=Status.APPROVED)
    ruling = decide(None, command(born, OpenCase(case=claimed)), context("worker2"))
    case = apply(None, command(born, OpenCase(case=claimed)), ruling.events)
    assert case is not None
    assert (case.number, case.status, case.version) == ("26-000001", Status.IN_REVIEW, 1)
    assert case.assignment.assignee == "worker2"
    assert isinstance(case.assignment.command, UUID)
