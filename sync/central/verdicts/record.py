"""The log: what came, from whom, with the verdict it got; one row and one leaf of the audit for each."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID

from msgspec.structs import replace
from sqlalchemy import ColumnElement, Connection, and_, select

from sync.casework.commands import Actor, Command
from sync.casework.verdict import Reason, Ruling, Verdict
from sync.central.audit.log import LeafContent, leaf_row
from sync.central.marks import Marks
from sync.central.registry import people
from sync.central.store import schema
from sync.central.store.database import storable
from sync.central.verdicts.changes import Changes, Given
from sync.central.verdicts.effects import Written, publish_verdict
from sync.protocol.envelope import Envelope, envelope_hash
from sync.protocol.messages import StoredVerdict


class Word(NamedTuple):
    """A verdict given before, known again by the server's own mark."""

    verdict: str
    reason: str


class Submission(NamedTuple):
    """A command as it arrived, with who sent it and its place in the device's history.

    `withdrawn` names the commands that the same push takes back: neither they nor the withdrawal do anything.
    `counted` is the number a retry goes by: the author's device may be far beyond the one of the command.
    `marks` makes the receipt of its verdict; the server's own commands need none. `word`: the verdict it once
    got from this server, which has forgotten it since.
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
    counted: tuple[int, int] | None = None
    marks: Marks | None = None
    word: Word | None = None

    @property
    def place(self) -> tuple[int, int]:
        """Device and number: what the log knows it by."""
        return self.device, self.seq

    def numbered(self, command: Command) -> Command:
        """The command under the number that the case notes as the last one applied."""
        device, seq = self.counted or self.place
        return replace(command, device=device, seq=seq)


def waits_for_upgrade() -> ColumnElement[bool]:
    """Held as not understood, and not yet tried again."""
    table = schema.command
    held = (table.c.verdict == Verdict.HELD.value, table.c.reason == Reason.NOT_UNDERSTOOD.value)
    return and_(*held, table.c.disposition.is_(None))


def stored(connection: Connection, agency: str, device: int, seq: int) -> Submission | None:
    """A command that waits for a newer program, as it arrived, with its author's authority; locked."""
    table = schema.command
    this = (table.c.agency == agency, table.c.device == device, table.c.seq == seq)
    row = connection.execute(select(table).where(*this, waits_for_upgrade()).with_for_update()).first()
    author = people.find_person(connection, agency, row.author) if row else None
    if row is None or author is None:
        return None
    known = people.caseworkers(connection, agency)
    actor = people.actor(author)
    return Submission(agency, device, seq, row.envelope, row.chain, actor, row.received, known)


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
        receipt=_receipt(submission, ruling),
    )
    publish_verdict(submission.device, verdict, changes)
    return verdict


def _receipt(submission: Submission, ruling: Ruling) -> bytes:
    if submission.marks is None:
        return b""
    hash_ = envelope_hash(submission.data)
    return submission.marks.verdict(*submission.place, hash_, ruling.verdict.value, ruling.reason.value)


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
