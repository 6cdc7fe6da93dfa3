"""Doing something to a case: the reducer is asked first, then the command is saved, durable and numbered."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

import msgspec

from erap_desktop.services.casefile import CaseView, context_for, open_case
from erap_desktop.services.errors import RefusedError, ServiceError
from erap_desktop.services.session import Session
from sync.casework import commands
from sync.casework.award import proposed_award
from sync.casework.commands import AnyBody, Command, Expects
from sync.casework.decide import decide
from sync.casework.fingerprint import facts_fingerprint
from sync.casework.values import Outcome, Role, encode
from sync.casework.verdict import Reason, Verdict
from sync.protocol.administration import Configure, problem
from sync.protocol.envelope import Envelope, encode_envelope, tag_of
from sync.protocol.versions import MAX_COMMAND_BYTES

NO_CASE = UUID(int=0)


class Done(NamedTuple):
    """A command that is saved on this laptop."""

    command: UUID
    state: str = "saved"


def perform(session: Session, case_id: UUID, body: AnyBody) -> Done:
    """Saves one command on a case. Raises RefusedError, NotHereError, StoreError; then nothing was saved."""
    if isinstance(body, commands.OpenCase):
        return _save(session, case_id, body, None)
    view = open_case(session, case_id)
    if view.left:
        raise ServiceError(
            f"this case now belongs to {view.left_to or 'someone else'}; it can only be read here"
        )
    return _save(session, case_id, body, view)


def _save(session: Session, case_id: UUID, body: AnyBody, view: CaseView | None) -> Done:
    draft = _allowed(session, case_id, body, view)
    offset = session.replica.recall("clock_offset_ms")
    now = session.clock()

    def make(seq: int) -> tuple[UUID, bytes]:
        command = msgspec.structs.replace(draft, seq=seq)
        data = encode_envelope(command, now, int(offset) if offset else None)
        if len(data) > MAX_COMMAND_BYTES:
            raise RefusedError(Reason.TOO_LARGE)
        return command.id, data

    saved = session.outbox.save(make, case=case_id, tag=tag_of(body), made_at=now)
    return Done(saved.id)


def trial(session: Session, case_id: UUID, body: AnyBody) -> None:
    """Asks the reducer about a command before anybody commits to it; saves nothing. Raises as `perform`."""
    _allowed(session, case_id, body, open_case(session, case_id))


def _allowed(session: Session, case_id: UUID, body: AnyBody, view: CaseView | None) -> Command:
    draft = _command(session, case_id, body, view)
    ruling = decide(view.case if view else None, draft, context_for(session)(draft))
    if ruling.verdict in (Verdict.REJECTED, Verdict.HELD):
        raise RefusedError(ruling.reason, ruling.detail)
    return draft


def _command(session: Session, case_id: UUID, body: AnyBody, view: CaseView | None) -> Command:
    base = view.base if view else None
    policy = session.policy()
    return Command(
        id=session.new_id(),
        device=session.identity.device,
        seq=session.outbox.last_seq() + 1,
        case=case_id,
        body=body,
        base=base.version if base else 0,
        epoch=base.assignment.epoch if base else 0,
        expects=_expects(body, view),
        as_of=session.replica.last_as_of(),
        policy=policy.version if policy else "",
    )


def _expects(body: AnyBody, view: CaseView | None) -> Expects:
    """What the author saw, for the kinds of commands that rest on it."""
    if view is None:
        return Expects()
    if isinstance(body, commands.Reassign):
        return Expects(replaces=view.case.assignment.command)
    if body.decides or isinstance(body, commands.Adopt):
        return Expects(replaces=view.case.standing, facts=facts_fingerprint(view.case))
    return Expects()


def note(session: Session, case_id: UUID, text: str) -> Done:
    """Adds a note."""
    return perform(session, case_id, commands.AddNote(text=text))


def approve(session: Session, case_id: UUID, reason: str = "") -> Done:
    """Approves what was asked for, as far as the program allows it."""
    view, policy = open_case(session, case_id), session.policy()
    if policy is None:
        raise RefusedError(Reason.NOT_UNDERSTOOD)
    lines = proposed_award(view.case, policy)
    return perform(session, case_id, commands.Approve(lines=lines, reason=reason))


def deny(session: Session, case_id: UUID, codes: tuple[str, ...], reason: str = "") -> Done:
    """Denies with coded reasons."""
    return perform(session, case_id, commands.Deny(codes=codes, reason=reason))


def recommend(session: Session, case_id: UUID, outcome: Outcome, codes: tuple[str, ...], reason: str) -> Done:
    """Proposes an outcome to a supervisor."""
    view, policy = open_case(session, case_id), session.policy()
    lines = proposed_award(view.case, policy) if policy and outcome is Outcome.APPROVE else ()
    body = commands.Recommend(outcome=outcome, codes=codes, lines=lines, reason=reason)
    return perform(session, case_id, body)


def reassign(session: Session, case_id: UUID, to: str, remark: str = "") -> Done:
    """Moves a case to another caseworker."""
    return perform(session, case_id, commands.Reassign(to=to, note=remark))


def settle(session: Session, case_id: UUID, keep: UUID, reason: str) -> Done:
    """Settles a contest: names every open sibling and keeps one."""
    siblings = open_case(session, case_id).case.contested
    return perform(session, case_id, commands.Settle(keep=keep, siblings=siblings, reason=reason))


def adopt(session: Session, command: UUID, reason: str, *, decline: bool = False) -> Done:
    """Adopts or declines late work or a suggestion, wherever it waits on this laptop."""
    case_id = find_waiting(session, command)
    if case_id is None:
        raise ServiceError(f"no late work {command} waits on this laptop; nothing was changed")
    return perform(session, case_id, commands.Adopt(command=command, reason=reason, decline=decline))


def find_waiting(session: Session, command: UUID) -> UUID | None:
    """The case on which a held command waits."""
    for row in session.replica.rows():
        if row.late_work and row.whole:
            case = session.replica.case(row.id)
            known = {*case.decisions, *case.suggestions, *case.held_reassignments} if case else set()
            if command in known:
                return row.id
    return None


def withdraw(session: Session, command: UUID) -> Done:
    """Takes back what has not left this laptop."""
    item = next((item for item in session.outbox.items() if item.id == command), None)
    if item is None:
        raise ServiceError(f"there is no command {command} on this laptop; nothing was changed")
    if not session.outbox.withdrawable(command):
        raise ServiceError(
            f"this has already left the laptop ({item.state}); it can't be taken back, only followed by a "
            "new decision",
            key="already_left",
        )
    if any(_withdraws(one, command) for one in _pending(session, item.case)):
        raise ServiceError("this has already been taken back", key="already_withdrawn")
    return _save_withdrawal(session, item.case, command)


def _withdraws(one: Command, command: UUID) -> bool:
    return isinstance(one.body, commands.Withdraw) and one.body.command == command


def _pending(session: Session, case_id: UUID) -> tuple[Command, ...]:
    from erap_desktop.services.casefile import commands_of

    return commands_of(session.outbox.pending(case_id))


def _save_withdrawal(session: Session, case_id: UUID, command: UUID) -> Done:
    """Saved without asking the reducer: together with what it takes back, it has no effect at all."""
    base = session.replica.case(case_id)
    now = session.clock()
    draft = Command(
        id=session.new_id(),
        device=session.identity.device,
        seq=0,
        case=case_id,
        body=commands.Withdraw(command=command),
        base=base.version if base else 0,
        epoch=base.assignment.epoch if base else 0,
        as_of=session.replica.last_as_of(),
    )

    def make(seq: int) -> tuple[UUID, bytes]:
        numbered = msgspec.structs.replace(draft, seq=seq)
        return numbered.id, encode_envelope(numbered, now, None)

    saved = session.outbox.save(make, case=case_id, tag=tag_of(draft.body), made_at=now)
    return Done(saved.id)


def configure(session: Session, settings: Configure) -> Done:
    """Pushes sync settings to laptops. Raises ServiceError for settings out of bounds, or another role."""
    if session.role is not Role.ADMINISTRATOR:
        raise RefusedError(Reason.NOT_ALLOWED)
    wrong = problem(settings)
    if wrong:
        raise RefusedError(Reason.INVALID_FIELD, wrong)
    now = session.clock()
    tag = str(Configure.__struct_config__.tag)
    identifier = session.new_id()

    def make(seq: int) -> tuple[UUID, bytes]:
        envelope = Envelope(
            id=identifier,
            seq=seq,
            tag=tag,
            case=NO_CASE,
            base=0,
            epoch=0,
            expects=Expects(),
            body=msgspec.Raw(encode(settings)),
            device_time=now,
        )
        return identifier, encode(envelope)

    return Done(session.outbox.save(make, case=NO_CASE, tag=tag, made_at=now).id)
