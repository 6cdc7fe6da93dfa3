"""Contested decisions and late work, as questions: what was there before, what each person decided.

A question is answered by one command: a settlement, or adopting or declining one waiting item.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from erap_desktop.services import work
from erap_desktop.services.casefile import CaseView, open_case
from erap_desktop.services.session import Session
from sync.casework.case import AwardLine, Case, Decision
from sync.casework.commands import Adopt, Settle
from sync.casework.fields import NoSuchFieldError, read
from sync.casework.policy import Policy
from sync.replica.reading import CaseRow

CONTEST, LATE_DECISION, STALE_DECISION = "contest", "late-decision", "stale-decision"
LATE_VALUE, SECOND_VALUE, REASSIGNMENT = "late-value", "second-value", "reassignment"
BEFORE = "before"


class Side(NamedTuple):
    """One column: what stood before (`key` "before"), or what one person did. `at`: received at the office.

    For a decision: outcome, codes, lines, reason, rules. For a value or a target: `value`.
    """

    key: str
    by: str = ""
    at: datetime | None = None
    outcome: str = ""
    codes: tuple[str, ...] = ()
    lines: tuple[AwardLine, ...] = ()
    total_cents: int = 0
    reason: str = ""
    policy: str = ""
    limit_year: int | None = None
    value: object = None


class Question(NamedTuple):
    """Something only a person can settle. `command`: the waiting item; for a contest, its first sibling.

    `may`: the person at this laptop is entitled to. `answered`: the command by which they did, not yet
    confirmed by the server; `kept` is what it chose (a side's key).
    """

    kind: str
    case: UUID
    command: UUID
    number: str | None
    applicant: str
    assignee: str
    due: date | None
    since: datetime
    sides: tuple[Side, ...]
    path: tuple[str, ...] = ()
    may: bool = False
    answered: UUID | None = None
    kept: str = ""
    can_take_back: bool = False

    @property
    def id(self) -> UUID:
        """What a list knows it by."""
        return self.command

    @property
    def choices(self) -> tuple[Side, ...]:
        """The sides that can be chosen: of a contest only the decisions, else also leaving it as it is."""
        return self.sides[1:] if self.kind == CONTEST else self.sides

    def side(self, key: str) -> Side | None:
        """The side of that key."""
        return next((side for side in self.sides if side.key == key), None)


class Questions(NamedTuple):
    """All of them: open ones first, each by how long it has waited."""

    items: tuple[Question, ...]
    now: datetime
    names: dict[str, str]
    policy: Policy | None


class Answer(NamedTuple):
    """What a person chose: keep or adopt `side`, or leave things as they were (`side` "before")."""

    question: Question
    side: str
    reason: str


def questions(session: Session) -> Questions:
    """Reads every case whose row says that it is contested or has late work."""
    found: list[Question] = []
    for row in session.replica.rows():
        if row.whole and not row.left and (row.contested or row.late_work):
            view = open_case(session, row.id)
            found += _of_case(session, row, view)
    names = {person.user: person.display or person.user for person in session.people()}
    ordered = sorted(found, key=lambda one: (one.answered is not None, one.since))
    return Questions(tuple(ordered), session.clock(), names, session.policy())


def count(session: Session) -> int:
    """How many wait for somebody, for a badge in the rail."""
    return sum(1 for one in questions(session).items if one.answered is None)


def answer(session: Session, given: Answer) -> work.Done:
    """Saves the settlement, adoption or refusal. Raises RefusedError; then nothing was saved."""
    question = given.question
    if question.kind == CONTEST:
        return work.settle(session, question.case, UUID(given.side), given.reason)
    decline = given.side == BEFORE
    return work.adopt(session, question.command, given.reason, decline=decline)


def _of_case(session: Session, row: CaseRow, view: CaseView) -> Iterator[Question]:
    base = view.base or view.case
    answers = {a[0]: a for a in _answers(view)}
    make = _Maker(session, row, view, answers)
    contested = base.contested
    if contested:
        sides = tuple(make.decision(one) for one in contested)
        before = make.before(_replaced(base, contested))
        yield make.question(CONTEST, contested[0], (before, *sides), may=make.supervises)
    for command in base.late_work:
        yield make.late(base, command)


def _replaced(case: Case, siblings: tuple[UUID, ...]) -> Decision | None:
    """The decision that stood before any of them was made."""
    for sibling in siblings:
        replaced = case.decisions[sibling].replaces
        if replaced is not None and replaced in case.decisions and replaced not in siblings:
            return case.decisions[replaced]
    return None


def _answers(view: CaseView) -> Iterator[tuple[UUID, UUID, str]]:
    """What waits on this laptop to be confirmed: (item, command, side chosen)."""
    gone = {one for one, ruling in view.marks.items() if ruling.verdict.value == "withdrawn"}
    for command in view.pending:
        if command.id in gone:
            continue
        if isinstance(command.body, Settle):
            for sibling in command.body.siblings:
                yield sibling, command.id, str(command.body.keep)
        elif isinstance(command.body, Adopt):
            side = BEFORE if command.body.decline else str(command.body.command)
            yield command.body.command, command.id, side


class _Maker:
    """Draws the questions of one case."""

    def __init__(
        self, session: Session, row: CaseRow, view: CaseView, answers: dict[UUID, tuple[UUID, UUID, str]]
    ) -> None:
        self._row, self._view, self._answers = row, view, answers
        self._base = view.base or view.case
        self._session = session
        office = self._base.assignment.office
        self.supervises = session.actor.supervises(office)
        self._holds = self._base.assignment.assignee == session.identity.user

    def question(
        self, kind: str, command: UUID, sides: tuple[Side, ...], *, may: bool, path: tuple[str, ...] = ()
    ) -> Question:
        _, answered, kept = self._answers.get(command, (None, None, ""))
        moments = [side.at for side in sides if side.at is not None]
        return Question(
            kind=kind,
            case=self._row.id,
            command=command,
            number=self._row.number,
            applicant=self._row.applicant,
            assignee=self._base.assignment.assignee or "",
            due=self._row.due,
            since=max(moments),
            sides=sides,
            path=path,
            may=may,
            answered=answered,
            kept=kept,
            can_take_back=answered is not None and self._session.outbox.withdrawable(answered),
        )

    def late(self, case: Case, command: UUID) -> Question:
        if command in case.decisions:
            return self._late_decision(case, command)
        if command in case.suggestions:
            return self._suggestion(case, command)
        return self._reassignment(case, command)

    def _late_decision(self, case: Case, command: UUID) -> Question:
        stands = case.decisions.get(case.standing) if case.standing else None
        waiting = case.decisions[command]
        late = waiting.by != case.assignment.assignee
        sides = (self.before(stands), self.decision(command))
        kind = LATE_DECISION if late else STALE_DECISION
        return self.question(kind, command, sides, may=self.supervises or self._holds)

    def _suggestion(self, case: Case, command: UUID) -> Question:
        one = case.suggestions[command]
        try:
            present = read(case, one.path) if one.path[0] != "checklist" else _mark(case, one.path[1])
        except NoSuchFieldError:
            present = None
        sides = (Side(BEFORE, value=present), Side(str(command), one.by, one.at, value=one.value))
        kind = LATE_VALUE if one.late else SECOND_VALUE
        return self.question(kind, command, sides, may=self.supervises or self._holds, path=one.path)

    def _reassignment(self, case: Case, command: UUID) -> Question:
        one = case.held_reassignments[command]
        present = case.assignment.assignee or one.present
        sides = (
            Side(BEFORE, value=present),
            Side(str(command), one.by, one.at, reason=one.note, value=one.to),
        )
        return self.question(REASSIGNMENT, command, sides, may=self.supervises)

    def before(self, decision: Decision | None) -> Side:
        if decision is None:
            return Side(BEFORE)
        return self._side(BEFORE, decision)

    def decision(self, command: UUID) -> Side:
        return self._side(str(command), self._base.decisions[command])

    def _side(self, key: str, decision: Decision) -> Side:
        return Side(
            key=key,
            by=decision.by,
            at=decision.at,
            outcome=decision.outcome.value,
            codes=decision.codes,
            lines=decision.lines,
            total_cents=decision.total_cents,
            reason=decision.reason,
            policy=decision.policy,
            limit_year=decision.limit_year,
        )


def _mark(case: Case, item: str) -> bool | None:
    mark = case.checklist.get(item)
    return mark.done if mark else None
