"""In which feeds cases belong after a change, and what has to be published so that it is so.

All cases of a transaction are looked at together and as they are at its end: what one command brought to a
feed and a later one takes away again is never published, and there are as many statements as for one case.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import Connection, select

from sync.casework.case import Case
from sync.casework.values import Role, Sensitivity
from sync.central.feed.publish import Publication
from sync.central.scopes.configured import Brought
from sync.central.scopes.links import feed_parties, link_parties, parties_without_case
from sync.central.store.schema import member, user, watch
from sync.protocol.redaction import may_read

NO_DUE_DATE = date.max


def publications(connection: Connection, agency: str, cases: Sequence[tuple[Case, int]]) -> list[Publication]:
    """Puts for every feed a case belongs to, leaves for every feed it no longer belongs to.

    Each case comes with the version of its header.
    """
    present = _present(connection, agency, "header", (case.id for case, _ in cases))
    changes = []
    for case, version in cases:
        office = f"office:{case.assignment.office}"
        offices = {office} if case.sensitivity is Sensitivity.STANDARD else set()
        due = (case.due or NO_DUE_DATE).isoformat()
        changes += [Publication(name, "header", str(case.id), version, due) for name in sorted(offices)]
        for name in sorted(present[str(case.id)] - offices):
            changes.append(Publication(name, "header", str(case.id), None))
    return changes + reader_changes(connection, agency, [case for case, _ in cases])


def reader_changes(connection: Connection, agency: str, cases: Sequence[Case]) -> list[Publication]:
    """The part of `publications` for people who have the cases whole."""
    readers = _readers(connection, agency, cases)
    parties = link_parties(connection, agency, cases)
    present = _present(connection, agency, "case", (case.id for case in cases))
    names = {name for found in readers.values() for name in found}
    held = feed_parties(connection, agency, names, parties)
    changes: list[Publication] = []
    leaving: dict[str, list[UUID]] = defaultdict(list)
    for case in cases:
        due = case.due or NO_DUE_DATE
        before = (due - timedelta(days=1)).isoformat()  # parties come before their case
        for name in sorted(readers[case.id]):
            changes.append(Publication(name, "case", str(case.id), case.version, due.isoformat()))
            changes += [
                Publication(name, "party", str(party), version, before)
                for party, version in sorted(parties[case.id].items())
                if held.get((name, party)) != version
            ]
        for name in sorted(present[str(case.id)] - readers[case.id]):
            to = case.assignment.assignee or ""
            changes.append(Publication(name, "case", str(case.id), None, to=to))
            leaving[name].append(case.id)
    for name, gone in sorted(leaving.items()):
        entering = {case.id for case in cases if name in readers[case.id]}
        orphans = parties_without_case(connection, agency, name, gone, entering)
        changes += [Publication(name, "party", str(party), None) for party in sorted(orphans)]
    return changes


def _readers(connection: Connection, agency: str, cases: Sequence[Case]) -> dict[UUID, set[str]]:
    """The feeds of the holder; of supervisors while they're needed; of who asked for it and may see it."""
    brought = Brought(connection, agency, {case.assignment.assignee or "" for case in cases})
    supervisors = _supervisors(connection, agency, {case.assignment.office for case in cases})
    watching = defaultdict(set)
    query = select(watch.c.case, watch.c.user).where(watch.c.agency == agency)
    for row in connection.execute(query.where(watch.c.case.in_([case.id for case in cases]))):
        watching[row.case].add(row.user)
    found = {}
    for case in cases:
        holder = case.assignment.assignee
        names = {holder} if holder and brought.to(holder, case.status.value) else set()
        overseers = supervisors[case.assignment.office]
        names |= overseers if case.contested or case.late_work else overseers & watching[case.id]
        found[case.id] = {f"user:{name}" for name in names if may_read(case, name)}
    return found


def _supervisors(connection: Connection, agency: str, offices: set[str]) -> dict[str, set[str]]:
    query = select(user.c.office, user.c.name).where(user.c.agency == agency, user.c.office.in_(offices))
    found = defaultdict(set)
    for row in connection.execute(query.where(user.c.role == Role.SUPERVISOR.value, user.c.active)):
        found[row.office].add(row.name)
    return found


def _present(connection: Connection, agency: str, kind: str, ids: Iterable[UUID]) -> dict[str, set[str]]:
    """The feeds that each object is in."""
    query = select(member.c.id, member.c.feed).where(member.c.agency == agency, member.c.kind == kind)
    found = defaultdict(set)
    for row in connection.execute(query.where(member.c.id.in_([str(id_) for id_ in ids]))):
        found[row.id].add(row.feed)
    return found
