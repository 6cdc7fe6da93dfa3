"""A household that passes every test, and strategies for whatever people may do to its case."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from hypothesis import strategies as st
from msgspec.structs import replace

from sync.casework import commands
from sync.casework.case import Assignment, AwardLine, Case, Document, MonthRequest
from sync.casework.commands import Actor, AnyBody, Command, Expects
from sync.casework.fields import CORRECTABLE
from sync.casework.fingerprint import facts_fingerprint
from sync.casework.household import Evidence, Hardship, Income, InstabilityRisk, Member, Period
from sync.casework.places import Place, Residence, Tenancy
from sync.casework.policy import Policy
from sync.casework.values import Outcome, Role, Sensitivity, Status
from sync.casework.verdict import Context
from sync.central.rollout.policy_files import load_policy

NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)
PEOPLE = {"worker1": "north", "worker2": "north", "worker3": "south"}
ACTORS = {
    "worker1": Actor(user="worker1", roles=frozenset({Role.CASEWORKER}), offices=frozenset({"north"})),
    "worker2": Actor(user="worker2", roles=frozenset({Role.CASEWORKER}), offices=frozenset({"north"})),
    "supervisor1": Actor(
        user="supervisor1", roles=frozenset({Role.SUPERVISOR}), offices=frozenset({"north"})
    ),
    "admin1": Actor(user="admin1", roles=frozenset({Role.ADMINISTRATOR}), offices=frozenset({"north"})),
    "central": Actor(user="central", roles=frozenset({Role.SYSTEM})),
    "nobody": Actor(user="nobody", roles=frozenset()),
}
_SPACE = UUID("0f7c3a54-93ff-4d0c-8d0a-50f2b6c1a9d1")


@cache
def policy() -> Policy:
    """The rules in force, from their published files."""
    return load_policy(Path(__file__).resolve().parents[2] / "resources" / "policy", "nm-sra-2026")


def id_(name: object) -> UUID:
    """The same identifier for the same name."""
    return uuid5(_SPACE, str(name))


def context(user: str = "worker1", *, rules: Policy | None = None) -> Context:
    return Context(actor=ACTORS[user], at=NOW, policy=rules or policy(), people=PEOPLE, number="26-000001")


def household(
    *, county: str = "35001", persons: int = 2, cents: int | None = 1_000_000, period: Period = Period.YEAR
) -> Case:
    """A case in review of worker1 that passes every test of the worksheet."""
    members = {id_(n): Member(id=id_(n), name=f"Person {n}") for n in range(persons)}
    income = Income(
        id=id_("i"), member=id_(0), source="wages", cents=cents, period=period, evidence=Evidence.DOCUMENT
    )
    place = Place(county=county, street="12 Elm", city="Gallup", zip="87301")
    tenancy = Tenancy(id=id_("t"), landlord=id_("landlord"), rent_cents=90_000)
    return Case(
        id=id_("case"),
        agency="nm-dfa",
        program="nm-sra-2026",
        version=1,
        status=Status.IN_REVIEW,
        assignment=Assignment(assignee="worker1", office="north", epoch=1),
        applicant=id_(0),
        members=members,
        incomes={income.id: income},
        residences={id_("r"): Residence(id=id_("r"), place=place)},
        tenancies={tenancy.id: tenancy},
        documents={id_("d"): Document(id=id_("d"), name="lease.pdf", kind="lease")},
        hardship=Hardship(attested=True, kind="hours cut"),
        risk=InstabilityRisk(kind="past_due_notice", evidence=Evidence.DOCUMENT),
        months=(MonthRequest(month="2026-10", expense="rent", cents=90_000, payee=tenancy.landlord),),
        months_paid_before=0,
        phone="555",
    )


def command(case: Case, body: AnyBody, name: object = "c", **fields: Any) -> Command:
    """A command whose author saw the case as it is."""
    made = Command(
        id=id_(name),
        device=1,
        seq=1,
        case=case.id,
        body=body,
        base=case.version,
        epoch=case.assignment.epoch,
        expects=Expects(replaces=case.standing, facts=facts_fingerprint(case)),
        as_of=NOW,
    )
    return replace(made, **fields)


def without(case: Case, path: tuple[str, ...]) -> Case:
    """The case with one recorded fact unknown."""
    from sync.casework.fields import write

    return write(case, path, None)


TODAY = date(2026, 11, 24)
NAMES = [f"command {number}" for number in range(12)]
ids = st.sampled_from([id_(name) for name in NAMES] + [id_("case"), id_("landlord"), id_(0), id_("t")])
texts = st.sampled_from(["", " ", "a remark", "x" * 300, "ñ", "\0", "35001", "protected", "2026-10"])
plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
lines = st.lists(
    st.builds(
        AwardLine,
        month=st.sampled_from(["2026-10", "2026-13", "", "1999-01"]),
        expense=st.sampled_from(["rent", "utilities", "yacht"]),
        cents=st.sampled_from([90_000, 1, 0, -5, 2**62]),
        payee=st.none() | ids,
    ),
    max_size=3,
).map(tuple)
steps = texts | st.sampled_from(
    sorted(CORRECTABLE)
    + [str(id_(name)) for name in (0, "t", "i", "r")]
    + ["cents", "rent_cents", "0", "notes"]
)
codes = st.lists(st.sampled_from([*policy().codes, "D99", ""]), max_size=2).map(tuple)
outcomes = st.sampled_from(list(Outcome))
bodies: st.SearchStrategy[Any] = st.one_of(
    st.builds(commands.AddNote, text=texts, sensitivity=st.sampled_from(list(Sensitivity))),
    st.builds(
        commands.AttachDocument,
        document=st.builds(Document, id=ids, name=texts, kind=st.sampled_from(["lease", "other"])),
    ),
    st.builds(
        commands.CorrectField,
        path=st.lists(steps, max_size=4).map(tuple),
        was=plain,
        value=plain,
        reason=texts,
    ),
    st.builds(
        commands.MarkChecklist,
        item=st.sampled_from([*policy().checklist, "no such item"]),
        done=st.booleans(),
        was=st.none() | st.booleans(),
    ),
    st.builds(commands.RequestInformation, items=st.lists(texts, max_size=2).map(tuple)),
    st.builds(commands.Recommend, outcome=outcomes, codes=codes, lines=lines),
    st.builds(commands.Approve, lines=lines | st.just(()), reason=texts),
    st.just(
        commands.Approve(
            lines=(AwardLine(month="2026-10", expense="rent", cents=90_000, payee=id_("landlord")),),
            reason="papers seen",
        )
    ),
    st.builds(commands.Deny, codes=codes, reason=texts),
    st.just(commands.Deny(codes=("D03",), reason="no lease")),
    st.builds(commands.CloseAtRequest, reason=texts),
    st.builds(commands.Withdraw, command=ids),
    st.builds(commands.Reassign, to=st.sampled_from([*PEOPLE, "nobody", ""])),
    st.builds(commands.Settle, keep=ids, siblings=st.lists(ids, max_size=12).map(tuple), reason=texts),
    st.builds(commands.Adopt, command=ids, reason=texts, decline=st.booleans()),
    st.builds(commands.OpenCase, case=st.just(household())),
)
