"""A decision is judged by the policy it was made under; where a later one gives another result, it waits."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from sync.casework.case import AwardLine, Case
from sync.casework.commands import Adopt, AnyBody, Approve, CloseAtRequest, Deny
from sync.casework.decide import decide
from sync.casework.evolve import apply
from sync.casework.policy import Policy
from sync.casework.values import DecisionState, Status
from sync.casework.verdict import Reason, Ruling, Verdict
from tests.casework.parts import command, context, household, id_, policy

APPROVE = Approve(lines=(AwardLine(month="2026-10", expense="rent", cents=90_000, payee=id_("landlord")),))
SAME_RESULT = replace(policy(), version="later")
NO_MONTHS = replace(SAME_RESULT, program=replace(policy().program, max_months=0))
NO_RENT = replace(SAME_RESULT, program=replace(policy().program, expenses={}))


def ruled(body: AnyBody, later: Policy | None) -> tuple[Case, Ruling]:
    case, made = household(), command(household(), body)
    ruling = decide(case, made, replace(context(), later=later))
    return apply(case, made, ruling.events) or case, ruling


@pytest.mark.parametrize("later", [None, SAME_RESULT], ids=["none", "same result"])
def test_a_later_policy_that_changes_nothing_disturbs_no_decision(later: Policy | None) -> None:
    case, ruling = ruled(APPROVE, later)
    assert (ruling.verdict, case.status) == (Verdict.ACCEPTED, Status.APPROVED)


@pytest.mark.parametrize("later", [NO_MONTHS, NO_RENT], ids=["another result", "no longer an expense"])
def test_a_decision_that_a_later_rule_would_change_waits_and_can_be_adopted(later: Policy) -> None:
    case, ruling = ruled(APPROVE, later)
    assert (ruling.verdict, ruling.reason) == (Verdict.HELD, Reason.LATER_RULE)
    assert (case.standing, case.status, case.late_work) == (None, Status.IN_REVIEW, (id_("c"),))
    assert case.decisions[id_("c")].state is DecisionState.HELD
    adoption = command(case, Adopt(command=id_("c"), reason="It was right on its day."), "adopted")
    adopted = apply(case, adoption, decide(case, adoption, context()).events)
    assert adopted is not None
    assert (adopted.status, adopted.standing) == (Status.APPROVED, id_("adopted"))


def test_a_denial_waits_too_and_what_is_wrong_by_its_own_policy_stays_rejected() -> None:
    assert ruled(Deny(codes=("D03",), reason="Over it."), NO_MONTHS)[1].reason is Reason.LATER_RULE
    assert ruled(Deny(codes=("D99",)), NO_MONTHS)[1].reason is Reason.UNKNOWN_CODE


def test_a_closing_at_the_applicants_request_rests_on_no_rule() -> None:
    assert ruled(CloseAtRequest(reason="moved away"), NO_MONTHS)[1].verdict is Verdict.ACCEPTED
