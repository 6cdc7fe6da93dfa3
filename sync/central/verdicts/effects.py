"""What an applied command does to the store: case, header, index, links, feeds, resolved commands."""

from __future__ import annotations

from hashlib import sha256
from typing import NamedTuple
from uuid import UUID

from msgspec.structs import replace
from sqlalchemy import Connection, select, update

from sync.casework import events
from sync.casework.case import Case
from sync.casework.commands import OpenCase
from sync.casework.places import Party
from sync.casework.values import Disposition, pack
from sync.central.feed.publish import Publication
from sync.central.store import objects, schema
from sync.central.verdicts.changes import Changes
from sync.protocol import decoders
from sync.protocol.messages import CaseHeader, StoredVerdict


class Written(NamedTuple):
    """Hashes of what was written, for the audit."""

    version: int
    body_sha256: bytes
    patch_sha256: bytes


def load_case(connection: Connection, agency: str, case: UUID) -> Case | None:
    """The case as it stands, or None."""
    stored = objects.load(connection, agency, "case", str(case))
    return decoders.case.decode(stored.body) if stored else None


def header_of(case: Case) -> CaseHeader:
    """What an office sees of a case."""
    return CaseHeader(
        id=case.id,
        number=case.number,
        applicant=case.applicant_name,
        county=case.county,
        status=case.status.value,
        assignee=case.assignment.assignee,
        epoch=case.assignment.epoch,
        version=case.version,
        due=case.due,
        program=case.program,
        contested=bool(case.contested),
        late_work=len(case.late_work),
        assignment_command=case.assignment.command,
        asked_cents=sum(month.cents for month in case.months),
        synthetic=case.synthetic,
        redetermination_due=case.fact_came_late,
    )


def save_parties(agency: str, parties: tuple[Party, ...], changes: Changes) -> None:
    """Keeps parties that are new; one that is already known stays as it is."""
    changes.lock(*(f"party:{agency}:{party.id}" for party in parties))
    changes.expect([("party", str(party.id)) for party in parties])
    for party in parties:
        if changes.load("party", str(party.id)) is None:
            changes.save("party", str(party.id), pack(party))


def save_case(case: Case, changes: Changes) -> Written:
    """Writes the case and everything derived from it, and has it published."""
    body = pack(case)
    step = changes.save("case", str(case.id), body, case.version)
    header = changes.save("header", str(case.id), pack(header_of(case)), case.version)
    changes.touch(case, header.stored.version if header else case.version)
    patch = step.patch if step else None
    return Written(case.version, sha256(body).digest(), sha256(patch).digest() if patch else b"")


def resolve(
    connection: Connection,
    agency: str,
    happened: tuple[events.Event, ...],
    changes: Changes,
) -> None:
    """Notes, at the commands that were dealt with, what became of them, and tells their devices."""
    table = schema.command
    for event in happened:
        if not isinstance(event, events.DecisionChanged | events.ItemResolved) or not event.disposition:
            continue
        changes.flush()
        this = (table.c.agency == agency, table.c.id == event.command)
        row = connection.execute(select(table.c.device, table.c.seq).where(*this)).first()
        if row is not None and event.resolved_by is not None:
            place = (row.device, row.seq)
            note_disposition(connection, agency, place, event.disposition, event.resolved_by, changes)


def note_disposition(
    connection: Connection,
    agency: str,
    place: tuple[int, int],
    disposition: Disposition,
    by: UUID,
    changes: Changes,
) -> None:
    """Says of a command of the log what became of it, and by which other one: once, beside its verdict."""
    table = schema.command
    device, seq = place
    this = (table.c.agency == agency, table.c.device == device, table.c.seq == seq)
    row = connection.execute(
        update(table)
        .where(*this, table.c.disposition.is_(None))
        .values(disposition=disposition.value, resolved_by=by)
        .returning(table.c.seq)
    ).first()
    told = changes.load("verdict", f"{device}.{seq}")
    if row is not None and told is not None:
        verdict = replace(decoders.verdict.decode(told.body), disposition=disposition.value)
        publish_verdict(device, verdict, changes)


def publish_verdict(device: int, verdict: StoredVerdict, changes: Changes) -> None:
    """Puts a verdict into its device's feed: a lost answer heals by itself."""
    if device == 0:
        return
    key = f"{device}.{verdict.seq}"
    step = changes.save("verdict", key, pack(verdict))
    if step is not None:
        changes.append(Publication(f"device:{device}", "verdict", key, step.stored.version))


def opened_parties(body: object) -> tuple[Party, ...]:
    """The parties a new case brings with it."""
    return body.parties if isinstance(body, OpenCase) else ()
