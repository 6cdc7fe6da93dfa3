"""Parties that turn out to be one: the younger becomes an alias, and every case that names it sees both."""

from __future__ import annotations

from uuid import UUID

from msgspec.structs import replace
from sqlalchemy import Connection, insert, select

from sync.casework.commands import Actor
from sync.casework.places import Party
from sync.casework.values import Role, pack
from sync.casework.verdict import Reason, Ruling, accepted, rejected
from sync.central.feed.publish import Publication
from sync.central.store.schema import case_party, member
from sync.central.verdicts.changes import Changes
from sync.protocol import decoders
from sync.protocol.administration import LinkParty


def link(connection: Connection, agency: str, actor: Actor, order: LinkParty, changes: Changes) -> Ruling:
    """Makes `party` an alias of `into`. Cases go on naming the alias: identifiers are final."""
    if not (actor.is_(Role.SUPERVISOR) or actor.is_(Role.SYSTEM)):
        return rejected(Reason.NOT_ALLOWED)
    named_by = (case_party.c.agency == agency, case_party.c.party == order.party)
    cases = list(connection.execute(select(case_party.c.case).where(*named_by)).scalars())
    changes.lock(*(f"case:{agency}:{case}" for case in cases))
    changes.lock(*(f"party:{agency}:{party}" for party in (order.party, order.into)))
    alias, into = (_load(changes, party) for party in (order.party, order.into))
    if alias is None or into is None or order.party == order.into:
        return rejected(Reason.NO_SUCH_ITEM)
    if alias.merged_into is not None or into.merged_into is not None:
        return rejected(Reason.ALREADY_RESOLVED)
    step = changes.save("party", str(alias.id), pack(replace(alias, merged_into=into.id)))
    there = changes.load("party", str(into.id))
    assert step is not None
    assert there is not None
    _name_in(connection, agency, cases, into.id)
    for feed, due in _feeds(connection, agency, alias.id):
        changes.append(Publication(feed, "party", str(alias.id), step.stored.version, due))
        changes.append(Publication(feed, "party", str(into.id), there.version, due))
    return accepted()


def _load(changes: Changes, party: UUID) -> Party | None:
    stored = changes.load("party", str(party))
    return decoders.party.decode(stored.body) if stored else None


def _name_in(connection: Connection, agency: str, cases: list[UUID], party: UUID) -> None:
    """The cases of the alias are cases of the other party too."""
    named_by = (case_party.c.agency == agency, case_party.c.party == party)
    present = set(connection.execute(select(case_party.c.case).where(*named_by)).scalars())
    new = [{"agency": agency, "case": case, "party": party} for case in cases if case not in present]
    if new:
        connection.execute(insert(case_party), new)


def _feeds(connection: Connection, agency: str, party: UUID) -> list[tuple[str, str]]:
    holds = (member.c.agency == agency, member.c.kind == "party", member.c.id == str(party))
    return [
        (row.feed, row.due) for row in connection.execute(select(member.c.feed, member.c.due).where(*holds))
    ]
