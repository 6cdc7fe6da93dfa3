"""Which parties belong to which cases, and so to which feeds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select, tuple_

from sync.casework.case import Case
from sync.central.store.schema import case_party, member, object_
from sync.protocol import decoders

Versions = dict[UUID, int]


def link_parties(connection: Connection, agency: str, cases: Sequence[Case]) -> dict[UUID, Versions]:
    """Keeps the links between cases and parties; answers with the versions of each case's parties."""
    query = select(case_party.c.case, case_party.c.party).where(case_party.c.agency == agency)
    linked = connection.execute(query.where(case_party.c.case.in_([case.id for case in cases])))
    present = {(row.case, row.party) for row in linked}
    named = {case.id: set(case.parties) for case in cases}
    known, became = _versions(connection, agency, {party for some in named.values() for party in some})
    for some in named.values():
        some |= {became[party] for party in some if party in became}
    known |= _versions(connection, agency, set(became.values()) - set(known))[0]
    wanted = {(case, party) for case, some in named.items() for party in some}
    if present - wanted:
        gone = tuple_(case_party.c.case, case_party.c.party).in_(sorted(present - wanted))
        connection.execute(delete(case_party).where(case_party.c.agency == agency, gone))
    new = [{"agency": agency, "case": case, "party": party} for case, party in sorted(wanted - present)]
    if new:
        connection.execute(insert(case_party), new)
    return {case: {party: known[party] for party in some if party in known} for case, some in named.items()}


def _versions(connection: Connection, agency: str, parties: set[UUID]) -> tuple[Versions, dict[UUID, UUID]]:
    """Versions of parties, and which party an alias has become."""
    if not parties:
        return {}, {}
    query = select(object_.c.id, object_.c.version, object_.c.body).where(object_.c.agency == agency)
    query = query.where(object_.c.kind == "party", object_.c.id.in_([str(party) for party in parties]))
    rows = connection.execute(query).all()
    into = {UUID(row.id): decoders.party.decode(row.body).merged_into for row in rows}
    became = {alias: party for alias, party in into.items() if party is not None}
    return {UUID(row.id): row.version for row in rows}, became


def feed_parties(
    connection: Connection, agency: str, feeds: set[str], cases: Mapping[UUID, Versions]
) -> dict[tuple[str, UUID], int]:
    """The versions these feeds have of the parties of these cases."""
    parties = {party for versions in cases.values() for party in versions}
    if not feeds or not parties:
        return {}
    query = select(member.c.feed, member.c.id, member.c.version).where(member.c.agency == agency)
    mine = (member.c.feed.in_(feeds), member.c.id.in_([str(party) for party in parties]))
    rows = connection.execute(query.where(member.c.kind == "party", *mine))
    return {(row.feed, UUID(row.id)): row.version for row in rows}


def parties_without_case(
    connection: Connection, agency: str, feed: str, leaving: Sequence[UUID], entering: set[UUID]
) -> set[UUID]:
    """Parties of the leaving cases that no other case of the feed refers to."""
    query = select(member.c.id).where(member.c.agency == agency, member.c.feed == feed)
    cases = connection.execute(query.where(member.c.kind == "case")).scalars()
    staying = ({UUID(id_) for id_ in cases} - set(leaving)) | entering
    theirs = select(case_party.c.party).where(case_party.c.agency == agency, case_party.c.case.in_(leaving))
    links = connection.execute(
        select(case_party.c.case, case_party.c.party).where(
            case_party.c.agency == agency, case_party.c.party.in_(theirs)
        )
    ).all()
    return {link.party for link in links} - {link.party for link in links if link.case in staying}
