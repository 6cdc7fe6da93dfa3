"""One command: decode, decide, write the effects. Every path ends in a verdict that is stored for ever."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from uuid import UUID

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection, select

from sync.casework.commands import (
    Actor,
    AnyBody,
    Approve,
    Command,
    Deny,
    Expects,
    Merge,
    OpenCase,
    Withdraw,
)
from sync.casework.decide import decide
from sync.casework.evolve import apply
from sync.casework.merging import remarks_to_carry
from sync.casework.policy import Policy
from sync.casework.restored import stands
from sync.casework.values import Disposition, Role, encode, uuid7
from sync.casework.verdict import Context, Reason, Ruling, Verdict, accepted, held, rejected
from sync.central.registry import people
from sync.central.rollout.configuration import administer
from sync.central.store import objects, schema
from sync.central.verdicts.changes import Changes
from sync.central.verdicts.effects import (
    Written,
    note_disposition,
    opened_parties,
    resolve,
    save_case,
    save_parties,
)
from sync.central.verdicts.linking import link
from sync.central.verdicts.record import Submission, store, stored, waits_for_upgrade
from sync.protocol.administration import ORDERS, Configure, LinkParty, Order, Retry, ServerRestored
from sync.protocol.envelope import Envelope, EnvelopeError, chain, decode_envelope, to_command
from sync.protocol.errors import UNREADABLE
from sync.protocol.messages import StoredVerdict
from sync.protocol.versions import MAX_CASE_BYTES, MAX_COMMAND_BYTES

SERVER_DEVICE = 0  # the device number of the server's own commands


def read(data: bytes, seq: int) -> tuple[Envelope | None, Ruling | None]:
    """The envelope, or the ruling on bytes that are none."""
    if len(data) > MAX_COMMAND_BYTES:
        return None, rejected(Reason.TOO_LARGE)
    try:
        envelope = decode_envelope(data)
    except EnvelopeError:
        return None, held(Reason.NOT_UNDERSTOOD)
    return envelope, None if envelope.seq == seq else rejected(Reason.MALFORMED, "sequence number")


def submit(connection: Connection, submission: Submission, changes: Changes) -> StoredVerdict:
    """Judges one command and stores it with its verdict and effects, in the caller's transaction."""
    envelope, ruling = read(submission.data, submission.seq)
    written: Written | None = None
    if envelope is not None and ruling is None:
        ruling = _repeated(submission, envelope, changes)
    if envelope is not None and ruling is None:
        ruling, written = _run(connection, submission, envelope, changes)
    assert ruling is not None
    said = submission.word
    if said is not None and ruling.reason is not Reason.NOT_UNDERSTOOD:
        ruling = replace(ruling, verdict=Verdict(said.verdict), reason=Reason(said.reason))
    return store(submission, envelope, ruling, changes, written)


def act(
    connection: Connection,
    agency: str,
    actor: Actor,
    body: AnyBody | Order,
    case: UUID,
    changes: Changes,
    *,
    id_: UUID,
    at: datetime,
    epoch: int = 0,
) -> StoredVerdict:
    """A command of the server itself, by the same rules, log and audit as any other."""
    device = schema.device
    changes.lock(f"device:{agency}:{SERVER_DEVICE}")
    where = (device.c.agency == agency, device.c.number == SERVER_DEVICE)
    row = connection.execute(select(device).where(*where).with_for_update()).one()
    envelope = Envelope(
        id=id_,
        seq=row.last_seq + 1,
        tag=str(type(body).__struct_config__.tag),
        case=case,
        base=0,
        epoch=epoch,
        expects=Expects(),
        body=msgspec.Raw(encode(body)),
        as_of=at,
        device_time=at,
    )
    data = encode(envelope)
    history = chain(row.chain, data)
    connection.execute(device.update().where(*where).values(last_seq=envelope.seq, chain=history))
    known = people.caseworkers(connection, agency)
    mine = Submission(agency, SERVER_DEVICE, envelope.seq, data, history, actor, at, known)
    return submit(connection, mine, changes)


def _run(
    connection: Connection, submission: Submission, envelope: Envelope, changes: Changes
) -> tuple[Ruling, Written | None]:
    if envelope.id in submission.withdrawn:
        return Ruling(verdict=Verdict.WITHDRAWN), None
    try:
        order = ORDERS.decode(envelope.tag, bytes(envelope.body))
        command = to_command(envelope, submission.device)
    except (EnvelopeError, *UNREADABLE) as error:
        return rejected(Reason.MALFORMED, str(error)[:200]), None
    if order is not None:
        return _obey(connection, submission, envelope, order, changes)
    if command is None:
        return held(Reason.NOT_UNDERSTOOD), None
    if isinstance(command.body, Withdraw) and _never_ran(
        connection, submission, command.body.command, changes
    ):
        return accepted(), None
    return _apply(connection, submission, command, changes)


def _obey(
    connection: Connection,
    submission: Submission,
    envelope: Envelope,
    order: Order,
    changes: Changes,
) -> tuple[Ruling, Written | None]:
    agency, actor = submission.agency, submission.actor
    changes.flush()
    if isinstance(order, Configure):
        return administer(connection, agency, actor, order, changes), None
    if isinstance(order, LinkParty):
        return link(connection, agency, actor, order, changes), None
    if isinstance(order, ServerRestored):
        return accepted() if actor.is_(Role.SYSTEM) else rejected(Reason.NOT_ALLOWED), None
    assert isinstance(order, Retry)
    return _retry(connection, submission, envelope, order, changes)


def _retry(
    connection: Connection,
    submission: Submission,
    envelope: Envelope,
    order: Retry,
    changes: Changes,
) -> tuple[Ruling, Written | None]:
    """What had not been understood is decided by its author's authority; its own verdict stays as it was."""
    if not submission.actor.is_(Role.SYSTEM):
        return rejected(Reason.NOT_ALLOWED), None
    waiting = stored(connection, submission.agency, order.device, order.seq)
    if waiting is None:
        return rejected(Reason.NO_SUCH_ITEM), None
    again, ruling = read(waiting.data, waiting.seq)
    written = None
    if again is not None and ruling is None:
        counted = (submission.device, submission.seq)
        ruling, written = _run(connection, waiting._replace(counted=counted), again, changes)
    assert ruling is not None
    note_disposition(connection, submission.agency, waiting.place, Disposition.RETRIED, envelope.id, changes)
    return ruling, written


def _never_ran(connection: Connection, submission: Submission, command: UUID, changes: Changes) -> bool:
    """True when what is taken back came together with its withdrawal and had no effect."""
    changes.flush()
    table = schema.command
    verdict = connection.execute(
        select(table.c.verdict).where(
            table.c.agency == submission.agency,
            table.c.id == command,
            table.c.author == submission.actor.user,
        )
    ).scalar()
    return bool(verdict == Verdict.WITHDRAWN)


def _apply(
    connection: Connection, submission: Submission, command: Command, changes: Changes
) -> tuple[Ruling, Written | None]:
    agency = submission.agency
    named = (command.case, command.body.into) if isinstance(command.body, Merge) else (command.case,)
    changes.lock(*(f"case:{agency}:{id_}" for id_ in named))
    case = changes.case(command.case)
    context = Context(
        actor=submission.actor,
        at=submission.at,
        policy=changes.policy(command.policy),
        later=_policy_in_force(command, changes),
        number=_draw_number(connection, submission, case is None and isinstance(command.body, OpenCase)),
        people=submission.people,
        other=changes.case(named[1]) if len(named) > 1 else None,
    )
    ruling = decide(case, command, context)
    if ruling.reason is Reason.NO_SUCH_CASE and case is None:
        changes.flush()
        if _may_come(connection, agency, command.case):
            return held(Reason.NOT_UNDERSTOOD), None
    if submission.word is not None:
        ruling = stands(case, command, ruling, Verdict(submission.word.verdict), context)
    after = apply(case, submission.numbered(command), ruling.events)
    if after is None or after is case:
        return ruling, None
    if after.agency != agency:
        return rejected(Reason.NOT_ALLOWED), None
    if len(encode(after)) > MAX_CASE_BYTES:
        return rejected(Reason.TOO_LARGE), None
    save_parties(agency, opened_parties(command.body), changes)
    written = save_case(after, changes)
    resolve(connection, agency, ruling.events, changes)
    remarks = remarks_to_carry(case, after)
    if remarks is not None and after.merged_into is not None:
        digest = sha256(submission.data + after.merged_into.bytes).digest()
        id_ = uuid7(int(submission.at.timestamp() * 1000), digest)
        act(connection, agency, people.SYSTEM, remarks, after.merged_into, changes, id_=id_, at=submission.at)
    return ruling, written


def _may_come(connection: Connection, agency: str, case: UUID) -> bool:
    """True when the command that opens this case is here and waits to be understood."""
    table = schema.command
    opens = (table.c.agency == agency, table.c.case == case, table.c.tag.startswith("open-case."))
    return connection.execute(select(table.c.seq).where(*opens, waits_for_upgrade())).first() is not None


def _policy_in_force(command: Command, changes: Changes) -> Policy | None:
    """The current policy, for a decision that was made under another one."""
    if not isinstance(command.body, Approve | Deny):
        return None
    current = changes.policy("")
    return current if current is not None and current.version != command.policy else None


def _draw_number(connection: Connection, submission: Submission, wanted: bool) -> str | None:
    """Case numbers: two digits of the year, then six digits without gaps."""
    if not wanted:
        return None
    value = objects.next_value(connection, submission.agency, "case_number")
    return f"{submission.at:%y}-{value:06d}"


def _repeated(submission: Submission, envelope: Envelope, changes: Changes) -> Ruling | None:
    """A command that already came from another laptop of the same person has its effect only once."""
    given = changes.given(envelope.id)
    if given is None:
        return None
    if given.author != submission.actor.user:
        return rejected(Reason.NOT_ALLOWED)
    return Ruling(verdict=Verdict(given.verdict), reason=Reason(given.reason), detail=given.detail)
