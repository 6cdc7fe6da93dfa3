"""`erap-central merge` and `link`: what was made twice becomes one, by a named supervisor's authority."""

from __future__ import annotations

import argparse
from uuid import UUID

from sqlalchemy import Connection

from sync.casework.commands import AnyBody, Merge
from sync.casework.verdict import Verdict
from sync.central.commands import CommandError
from sync.central.operations import identifier, opened
from sync.central.registry import people
from sync.central.verdicts.changes import Changes
from sync.protocol.administration import LinkParty, Order

NO_CASE = UUID(int=0)
_REFUSALS = {
    "not_allowed": "only a supervisor of the office may do this",
    "no_such_case": "there is no such case, or it is the same one twice",
    "no_such_item": "there is no such party, or it is the same one twice",
    "already_resolved": "it had been made one with another before",
    "case_merged": "the other case has itself gone on as another",
    "other_decision": "one of them is contested or paid; settle that first",
    "reason_required": "a reason is needed",
}


def merge(options: argparse.Namespace) -> int:
    """Makes one case an alias of another; its notes and papers go along."""
    case, into = identifier(options.case, "case"), identifier(options.into, "case")
    _act(options, Merge(into=into, reason=options.reason), case)
    print(f"case {case} goes on as {into}")
    return 0


def link(options: argparse.Namespace) -> int:
    """Makes one party an alias of another."""
    party, into = identifier(options.party, "party"), identifier(options.into, "party")
    _act(options, LinkParty(party=party, into=into), NO_CASE)
    print(f"party {party} is now {into}")
    return 0


def _act(options: argparse.Namespace, body: AnyBody | Order, case: UUID) -> None:
    with opened(options.data, options.database_url) as central:

        def work(connection: Connection, changes: Changes) -> str:
            by = people.find_person(connection, central.agency, options.by)
            if by is None or not by.active:
                raise CommandError(f"there is no active user {options.by}")
            verdict = central.act(connection, people.actor(by), body, case, changes)
            return "" if verdict.verdict == Verdict.ACCEPTED else (verdict.reason or verdict.verdict)

        refused = central.change(work)
    if refused:
        raise CommandError(f"nothing was joined: {_REFUSALS.get(refused, refused)}")
