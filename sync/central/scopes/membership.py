"""In which feeds a case belongs after a change, and what has to be published so that it is so."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import Connection, and_, delete, insert, select

from sync.casework.case import Case
from sync.casework.values import Role, Sensitivity
from sync.central.feed.publish import Publication
from sync.central.scopes.configured import brought
from sync.central.store.schema import case_party, member, object_, user, watch
from sync.protocol.redaction import may_read

NO_DUE_DATE = date.max


def publications(connection: Connection, case: Case, header_version: int) -> list[Publication]:
    """Puts for every feed the case belongs to, leaves for every feed it no longer belongs to."""
    agency, id_ = case.agency, str(case.id)
    due = (case.due or NO_DUE_DATE).isoformat()
    offices = {f"office:{case.assignment.office}"} if case.sensitivity is Sensitivity.STANDARD else set()
    changes = [Publication(name, "header", id_, header_version, due) for name in sorted(offices)]
    for name in sorted(_present(connection, agency, "header", id_) - offices):
        changes.append(Publication(name, "header", id_, None))
    return changes + reader_changes(connection, case)


def reader_changes(connection: Connection, case: Case) -> list[Publication]:
    """The part of `publications` for people who have the case whole."""
    agency, id_ = case.agency, str(case.id)
    due = (case.due or NO_DUE_DATE).isoformat()
    before = ((case.due or NO_DUE_DATE) - timedelta(days=1)).isoformat()  # parties come before their case
    readers = {f"user:{name}" for name in _readers(connection, case)}
    parties = _link_parties(connection, case)
    changes: list[Publication] = []
    for name in sorted(readers):
        changes.append(Publication(name, "case", id_, case.version, due))
        changes += _parties_entering(connection, agency, name, parties, before)
    for name in sorted(_present(connection, agency, "case", id_) - readers):
        changes.append(Publication(name, "case", id_, None, to=case.assignment.assignee or ""))
        changes += _parties_leaving(connection, agency, name, case.id, parties)
    return changes


def _readers(connection: Connection, case: Case) -> set[str]:
    """The holder; supervisors of the office while it needs one; whoever asked for it and may see it."""
    holder = case.assignment.assignee
    wanted = holder is not None and brought(connection, case.agency, holder, case.status.value)
    names = {holder} if holder and wanted else set()
    supervisors = set(
        connection.execute(
            select(user.c.name).where(
                user.c.agency == case.agency,
                user.c.office == case.assignment.office,
                user.c.role == Role.SUPERVISOR.value,
                user.c.active,
            )
        ).scalars()
    )
    if case.contested or case.late_work:
        names |= supervisors
    watching = connection.execute(
        select(watch.c.user).where(watch.c.agency == case.agency, watch.c.case == case.id)
    ).scalars()
    names |= supervisors & set(watching)
    return {name for name in names if may_read(case, name)}


def _present(connection: Connection, agency: str, kind: str, id_: str) -> set[str]:
    rows = connection.execute(
        select(member.c.feed).where(member.c.agency == agency, member.c.kind == kind, member.c.id == id_)
    )
    return set(rows.scalars())


def _link_parties(connection: Connection, case: Case) -> dict[UUID, int]:
    """Keeps the links between case and parties; answers with the parties' versions."""
    mine = and_(case_party.c.agency == case.agency, case_party.c.case == case.id)
    present = set(connection.execute(select(case_party.c.party).where(mine)).scalars())
    wanted = set(case.parties)
    if present - wanted:
        connection.execute(delete(case_party).where(mine, case_party.c.party.in_(present - wanted)))
    new = [{"agency": case.agency, "case": case.id, "party": p} for p in sorted(wanted - present)]
    if new:
        connection.execute(insert(case_party), new)
    if not wanted:
        return {}
    rows = connection.execute(
        select(object_.c.id, object_.c.version).where(
            object_.c.agency == case.agency,
            object_.c.kind == "party",
            object_.c.id.in_([str(party) for party in wanted]),
        )
    )
    return {UUID(row.id): row.version for row in rows}


def _parties_entering(
    connection: Connection, agency: str, name: str, parties: dict[UUID, int], due: str
) -> list[Publication]:
    """Parties the feed doesn't have yet, or has with a later due date or another version."""
    if not parties:
        return []
    rows = connection.execute(
        select(member.c.id, member.c.version, member.c.due).where(
            member.c.agency == agency,
            member.c.feed == name,
            member.c.kind == "party",
            member.c.id.in_([str(party) for party in parties]),
        )
    )
    have = {UUID(row.id): row.version for row in rows}
    return [
        Publication(name, "party", str(party), version, due)
        for party, version in sorted(parties.items())
        if have.get(party) != version
    ]


def _parties_leaving(
    connection: Connection, agency: str, name: str, case_id: UUID, parties: dict[UUID, int]
) -> list[Publication]:
    """Parties no other case of the feed refers to."""
    kept = _parties_of_feed(connection, agency, name, case_id)
    return [Publication(name, "party", str(party), None) for party in sorted(parties) if party not in kept]


def _parties_of_feed(connection: Connection, agency: str, name: str, without: UUID) -> set[UUID]:
    cases = connection.execute(
        select(member.c.id).where(member.c.agency == agency, member.c.feed == name, member.c.kind == "case")
    ).scalars()
    mine = {UUID(id_) for id_ in cases} - {without}
    links = connection.execute(
        select(case_party.c.case, case_party.c.party).where(
            case_party.c.agency == agency,
            case_party.c.party.in_(
                select(case_party.c.party).where(case_party.c.agency == agency, case_party.c.case == without)
            ),
        )
    )
    return {link.party for link in links if link.case in mine}
