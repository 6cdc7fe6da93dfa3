"""One command: decode, decide, write the effects. Every path ends in a verdict that is stored for ever."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection, select

from sync.casework.commands import Actor, Command, Withdraw
from sync.casework.decide import decide
from sync.casework.evolve import apply
from sync.casework.values import encode
from sync.casework.verdict import Context, Reason, Ruling, Verdict, accepted, held, rejected
from sync.central.audit.log import LeafContent, leaf_row
from sync.central.rollout.configuration import ADMINISTRATIVE, administer
from sync.central.store import objects, schema
from sync.central.store.database import storable
from sync.central.verdicts.changes import Changes, Given
from sync.central.verdicts.effects import (
    Written,
    opened_parties,
    publish_verdict,
    resolve,
    save_case,
    save_parties,
)
from sync.protocol.envelope import Envelope, EnvelopeError, decode_envelope, envelope_hash, to_command
from sync.protocol.messages import StoredVerdict
from sync.protocol.versions import MAX_CASE_BYTES, MAX_COMMAND_BYTES


class Submission(NamedTuple):
    """A command as it arrived, with who sent it and its place in the device's history.

    `withdrawn` names the commands that the same push takes back: neither they nor the withdrawal do anything.
    """

    agency: str
    device: int
    seq: int
    data: bytes
    chain: bytes
    actor: Actor
    at: datetime
    people: dict[str, str]
    withdrawn: frozenset[UUID] = frozenset()


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
    return store(submission, envelope, ruling, changes, written)


def _run(
    connection: Connection, submission: Submission, envelope: Envelope, changes: Changes
) -> tuple[Ruling, Written | None]:
    if envelope.id in submission.withdrawn:
        return Ruling(verdict=Verdict.WITHDRAWN), None
    if envelope.tag in ADMINISTRATIVE:
        changes.flush()
        return administer(connection, submission.agency, submission.actor, envelope, changes), None
    try:
        command = to_command(envelope, submission.device)
    except EnvelopeError as error:
        return rejected(Reason.MALFORMED, str(error)[:200]), None
    if command is None:
        return held(Reason.NOT_UNDERSTOOD), None
    if isinstance(command.body, Withdraw) and _never_ran(
        connection, submission, command.body.command, changes
    ):
        return accepted(), None
    return _apply(connection, submission, command, changes)


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
    changes.lock(f"case:{agency}:{command.case}")
    case = changes.case(command.case)
    parties = opened_parties(command.body)
    context = Context(
        actor=submission.actor,
        at=submission.at,
        policy=changes.policy(command.policy),
        number=_draw_number(connection, submission, case is None and hasattr(command.body, "case")),
        people=submission.people,
    )
    ruling = decide(case, command, context)
    after = apply(case, command, ruling.events)
    if after is None or after is case:
        return ruling, None
    if after.agency != agency:
        return rejected(Reason.NOT_ALLOWED), None
    if len(encode(after)) > MAX_CASE_BYTES:
        return rejected(Reason.TOO_LARGE), None
    save_parties(agency, parties, changes)
    written = save_case(after, changes)
    resolve(connection, agency, ruling.events, changes)
    return ruling, written


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


def store(
    submission: Submission,
    envelope: Envelope | None,
    ruling: Ruling,
    changes: Changes,
    written: Written | None = None,
) -> StoredVerdict:
    """The command, its verdict and its audit leaf; the verdict goes into the device's feed."""
    nowhere = UUID(int=0)
    changes.add_command(
        envelope.id if envelope else nowhere,
        Given(submission.actor.user, ruling.verdict.value, ruling.reason.value, storable(ruling.detail)),
        agency=submission.agency,
        device=submission.device,
        seq=submission.seq,
        case=envelope.case if envelope else nowhere,
        tag=storable(envelope.tag if envelope else "")[:64],
        envelope=submission.data,
        hash=envelope_hash(submission.data),
        chain=submission.chain,
        received=submission.at,
    )
    content = _leaf(submission, envelope, ruling, written)
    changes.add_row(schema.leaf, **leaf_row(submission.agency, content))
    verdict = StoredVerdict(
        seq=submission.seq,
        verdict=ruling.verdict.value,
        reason=ruling.reason.value,
        detail=storable(ruling.detail),
        effect=written is not None,
    )
    publish_verdict(submission.device, verdict, changes)
    return verdict


def _leaf(
    submission: Submission, envelope: Envelope | None, ruling: Ruling, written: Written | None
) -> LeafContent:
    return LeafContent(
        device=submission.device,
        seq=submission.seq,
        command=envelope.id.bytes if envelope else b"",
        envelope_sha256=sha256(submission.data).digest(),
        verdict=ruling.verdict.value,
        reason=ruling.reason.value,
        author=submission.actor.user,
        received=submission.at,
        case=envelope.case.bytes if envelope else b"",
        version=written.version if written else 0,
        body_sha256=written.body_sha256 if written else b"",
        patch_sha256=written.patch_sha256 if written else b"",
    )
