"""The screen shows the server's copy with the waiting commands on top; confirming changes nothing."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sync.casework.case import AwardLine, Case
from sync.casework.commands import (
    Actor,
    AddNote,
    AnyBody,
    Approve,
    Command,
    CorrectField,
    Deny,
    Expects,
    MarkChecklist,
    OpenCase,
    Reassign,
    RequestInformation,
    Withdraw,
)
from sync.casework.decide import decide, withdrawn_together
from sync.casework.evolve import apply
from sync.casework.fingerprint import facts_fingerprint
from sync.casework.values import DecisionState, Role, Status
from sync.casework.verdict import Context, Reason, Verdict
from sync.replica.projection import Projection, contained, project
from tests.replica.parts import DEVICE, NOW, make_case, make_policy, name_id

CASE = name_id("a")
WORKER = Actor(user="worker1", roles=frozenset({Role.CASEWORKER}), offices=frozenset({"north"}))
PEOPLE = {"worker1": "north", "worker2": "north"}
Step = tuple[str, int]


def context(*, later: timedelta = timedelta()) -> Callable[[Command], Context]:
    """What this laptop knows; with `later`, what the server knows when the commands arrive."""
    known = Context(actor=WORKER, at=NOW + later, policy=make_policy(), people=PEOPLE)
    return lambda command: known


def body_for(step: Step, view: Case, earlier: Sequence[Command]) -> AnyBody:
    kind, n = step
    landlord = next(iter(view.tenancies.values())).landlord
    bodies: dict[str, Callable[[], AnyBody]] = {
        "note": lambda: AddNote(text=f"note {n}"),
        "phone": lambda: CorrectField(path=("phone",), was=view.phone, value=f"505-{n}"),
        "stale": lambda: CorrectField(path=("phone",), was="never", value=f"505-{n}"),
        "material": lambda: CorrectField(
            path=("zero_income_attested",), was=view.zero_income_attested, value=n % 2 == 0
        ),
        "tick": lambda: MarkChecklist(item="identity", done=n % 2 == 0),
        "unknown": lambda: MarkChecklist(item="no such item", done=True),
        "ask": lambda: RequestInformation(items=("lease",)),
        "deny": lambda: Deny(codes=("D03",), reason="r"),
        "approve": lambda: Approve(
            lines=(AwardLine(month="2026-10", expense="rent", cents=100 + n, payee=landlord),), reason="r"
        ),
        "invalid": lambda: Approve(lines=()),
        "undo": lambda: Withdraw(command=earlier[n % len(earlier)].id if earlier else name_id("none")),
        "undo last": lambda: Withdraw(command=earlier[-1].id if earlier else name_id("none")),
        "reassign": lambda: Reassign(to="worker2"),
    }
    return bodies[kind]()


KINDS = ("note", "phone", "stale", "material", "tick", "unknown", "ask", "deny", "approve", "invalid")
UNDOING = ("undo", "undo last", "reassign")


def made(base: Case, steps: Sequence[Step]) -> list[Command]:
    """The commands a person makes one after the other, each from what the screen shows by then."""
    commands: list[Command] = []
    for seq, step in enumerate(steps, start=5):
        view = project(base, commands, context()).case
        assert view is not None
        expects = Expects(replaces=view.standing, facts=facts_fingerprint(view))
        command = Command(
            id=name_id(f"command {seq}"),
            device=DEVICE,
            seq=seq,
            case=CASE,
            body=body_for(step, view, commands),
            base=base.version,
            epoch=base.assignment.epoch,
            expects=expects,
            as_of=NOW,
        )
        commands.append(command)
    return commands


def confirmed(base: Case | None, batch: Sequence[Command]) -> Case | None:
    """What the server makes of one push: the same function, with its own time."""
    gone = withdrawn_together(batch)
    case, at_server = base, context(later=timedelta(hours=3))
    for command in batch:
        undoes = isinstance(command.body, Withdraw) and command.body.command in gone
        if command.id not in gone and not undoes:
            case = apply(case, command, decide(case, command, at_server(command)).events)
    return case


def timeless(value: Any) -> Any:
    """Plain values without the times that each end writes for itself."""
    if isinstance(value, msgspec.Struct):
        value = msgspec.to_builtins(value, str_keys=True)
    if isinstance(value, dict):
        return {key: timeless(inner) for key, inner in value.items() if key != "at"}
    if isinstance(value, list):
        return [timeless(inner) for inner in value]
    return value


def steps_of(*kinds: str) -> st.SearchStrategy[list[Step]]:
    return st.lists(st.tuples(st.sampled_from(kinds), st.integers(0, 5)), max_size=8)


@given(steps=steps_of(*KINDS, *UNDOING))
def test_confirming_what_was_projected_changes_nothing_but_times(steps: list[Step]) -> None:
    base = make_case("a", version=3)
    commands = made(base, steps)
    shown = project(base, commands, context())
    after = confirmed(base, commands)
    assert after is not None
    assert timeless(shown.case) == timeless(after)
    assert shown.case is not None
    assert shown.case.version == after.version
    assert timeless(project(after, commands, context()).case) == timeless(after), "nothing is done twice"


@given(steps=steps_of(*KINDS), data=st.data())
def test_the_screen_stands_still_while_the_server_confirms_bit_by_bit(
    steps: list[Step], data: st.DataObject
) -> None:
    base = make_case("a", version=3)
    commands = made(base, steps)
    cut = data.draw(st.integers(0, len(commands)))
    half = confirmed(base, commands[:cut])
    assert timeless(project(half, commands, context()).case) == timeless(
        project(base, commands, context()).case
    )


@given(steps=steps_of(*KINDS, *UNDOING))
def test_every_waiting_command_has_a_mark_and_the_same_one_at_both_ends(steps: list[Step]) -> None:
    base = make_case("a", version=3)
    commands = made(base, steps)
    marks = project(base, commands, context()).marks
    assert list(marks) == [command.id for command in commands]
    gone = withdrawn_together(commands)
    case: Case | None = base
    for command in commands:
        if command.id in gone:
            assert marks[command.id].verdict is Verdict.WITHDRAWN
        elif not (isinstance(command.body, Withdraw) and command.body.command in gone):
            ruling = decide(case, command, context(later=timedelta(hours=3))(command))
            assert (marks[command.id].verdict, marks[command.id].reason) == (ruling.verdict, ruling.reason)
            case = apply(case, command, ruling.events)


def one(body: AnyBody, seq: int = 1, **fields: object) -> Command:
    command = Command(id=name_id(f"command {seq}"), device=DEVICE, seq=seq, case=CASE, body=body)
    return replace(command, **fields)


def test_what_the_base_contains_is_not_done_again() -> None:
    base = make_case("a", version=3, applied={str(DEVICE): 4, "8": 99})
    assert contained(base, one(AddNote(text="x"), seq=4))
    assert not contained(base, one(AddNote(text="x"), seq=5))
    assert not contained(None, one(AddNote(text="x"), seq=4))
    shown = project(base, [one(AddNote(text="x"), seq=4)], context())
    assert shown == Projection(base, {})


def test_the_numbers_of_another_device_say_nothing_of_this_one() -> None:
    base = make_case("a", version=3, applied={"8": 99})
    shown = project(base, [one(AddNote(text="x"))], context())
    assert shown.case is not None
    assert [note.text for note in shown.case.notes.values()] == ["x"]


def test_a_case_born_here_is_shown_before_the_server_knows_it() -> None:
    born = make_case("a", version=0, number=None)
    opened, noted = one(OpenCase(case=born)), one(AddNote(text="walk-in"), seq=2)
    shown = project(None, [opened, noted], context())
    assert shown.case is not None
    assert (shown.case.version, shown.case.number, shown.case.status) == (2, None, Status.IN_REVIEW)
    assert [note.text for note in shown.case.notes.values()] == ["walk-in"]


def test_a_command_on_a_case_that_is_not_here_shows_nothing() -> None:
    shown = project(None, [one(AddNote(text="x"))], context())
    assert shown.case is None
    assert next(iter(shown.marks.values())).reason is Reason.NO_SUCH_CASE


def test_a_decision_is_shown_at_once_and_undone_without_a_trace() -> None:
    base = make_case("a", version=3)
    deny = one(Deny(codes=("D03",)), expects=Expects(facts=facts_fingerprint(base)))
    shown = project(base, [deny], context())
    assert shown.case is not None
    assert (shown.case.status, shown.case.version) == (Status.DENIED, 4)
    assert shown.case.decisions[deny.id].state is DecisionState.ACCEPTED
    undone = project(base, [deny, one(Withdraw(command=deny.id), seq=2)], context())
    assert undone.case == base
    assert [mark.verdict for mark in undone.marks.values()] == [Verdict.WITHDRAWN, Verdict.ACCEPTED]


def test_a_decision_on_facts_that_changed_meanwhile_shows_as_held() -> None:
    base = make_case("a", version=3)
    deny = one(Deny(codes=("D03",)), expects=Expects(facts=facts_fingerprint(base)))
    moved_on = replace(base, version=4, zero_income_attested=True)
    shown = project(moved_on, [deny], context())
    assert shown.marks[deny.id].verdict is Verdict.HELD
    assert shown.marks[deny.id].reason is Reason.STALE_FACTS
    assert shown.case is not None
    assert shown.case.status is Status.IN_REVIEW
