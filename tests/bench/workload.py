"""A field day as data, apart from what carries it: the same work for this engine and for anything beside it.

Since the last sync of a laptop with 500 (or 5,000) cases, its caseworker has decided 40 of them, and the
office has changed 25 others, assigned 10 new ones and moved 10 to somebody else. Nobody in it exists.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import islice
from random import Random
from typing import NamedTuple
from uuid import UUID

from sync.casework.award import proposed_award
from sync.casework.case import Case
from sync.casework.commands import AddNote, AnyBody, Approve, Deny, MarkChecklist, OpenCase
from sync.casework.policy import Policy
from sync.casework.values import Status
from sync.central.demo.applications import each_application
from sync.central.operations import PROGRAM
from sync.central.rollout.policy_files import load_figures, load_policy
from sync.central.rollout.resource_folder import resource_folder

DECIDED, CHANGED, NEW, GONE = 40, 25, 10, 10

_VISITED = (
    "Sat with the tenant at the kitchen table and went through every month.",
    "Saw the lease and the two notices; copies were photographed.",
    "The landlord came along and confirmed the amount owed.",
    "The pay stubs were compared with the bank statement, line by line.",
    "The neighbour translated; the tenant understood and agreed.",
    "No car and no signal there, so everything was written down by hand first.",
)
_FOUND = (
    "Household income is above the limit by the stubs of the last two months.",
    "One income that was not on the form was shown today.",
    "The household of {n} persons stays below the limit once the lost job is taken out.",
    "The benefit letter of {day} replaces the estimate on the form.",
    "Arrears of {n} months are owed and nothing was paid on them since {day}.",
)
_HEARD = (
    "Called back on {day}: will bring the bill.",
    "The landlord's office asks to be written to, not called.",
    "School letter of {day} shows {n} children in the household.",
    "The court moved the hearing to {day}.",
)


class FieldDay(NamedTuple):
    """`decided` by the laptop's own person; the rest at the office. Keys are cases of the laptop."""

    decided: dict[UUID, AnyBody]
    changed: dict[UUID, AnyBody]
    gone: tuple[UUID, ...]
    new: tuple[OpenCase, ...]


def field_day(cases: Sequence[Case], policy: Policy, today: date, seed: int = 5) -> FieldDay:
    """A day over the cases a laptop holds; at least 40 of them must be in review. `new` are of nobody yet."""
    random = Random(seed)
    in_review = [case for case in cases if case.status is Status.IN_REVIEW]
    decided = random.sample(in_review, DECIDED)
    taken = {case.id for case in decided}
    others = random.sample([case for case in cases if case.id not in taken], CHANGED + GONE)
    return FieldDay(
        {case.id: _decision(random, case, policy) for case in decided},
        {case.id: _change(random, case, policy) for case in others[:CHANGED]},
        tuple(case.id for case in others[CHANGED:]),
        tuple(applications(NEW, today, seed=seed)),
    )


def applications(count: int, today: date, seed: int) -> list[OpenCase]:
    """Cases as they come in, of nobody yet."""
    folder = resource_folder() / "policy"
    made = each_application(
        count, seed, load_policy(folder, PROGRAM), load_figures(folder), today=today, caseworkers=0
    )
    return [one.body for one in islice(made, count)]


def _decision(random: Random, case: Case, policy: Policy) -> AnyBody:
    reason = f"{random.choice(_VISITED)} {_said(random, _FOUND)}"
    if random.random() < 0.5:
        return Deny(codes=("D03",), reason=reason)
    return Approve(lines=proposed_award(case, policy), reason=reason)


def _change(random: Random, case: Case, policy: Policy) -> AnyBody:
    if random.random() < 0.5:
        return AddNote(text=_said(random, _HEARD))
    item = random.choice(sorted(policy.checklist))
    was = case.checklist[item].done if item in case.checklist else None
    return MarkChecklist(item=item, done=not was, was=was)


def _said(random: Random, sentences: Sequence[str]) -> str:
    day = date(2026, random.randint(1, 11), random.randint(1, 28))
    return random.choice(sentences).format(day=f"{day:%B %d}", n=random.randint(2, 7))
