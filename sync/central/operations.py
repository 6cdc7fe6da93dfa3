"""The short administrative commands of `erap-central`."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection

from sync.casework.commands import Reassign
from sync.casework.values import Role
from sync.casework.verdict import Verdict
from sync.central.commands import CommandError
from sync.central.feed.compact import compact
from sync.central.feed.recount import recount
from sync.central.registry import people
from sync.central.registry.devices import CODE_LIFETIME, new_code
from sync.central.rollout.policy_files import load_policy
from sync.central.rollout.publish_policy import put_in_force
from sync.central.rollout.resource_folder import resource_folder
from sync.central.service import Central
from sync.central.verdicts.changes import Changes
from sync.central.verdicts.effects import load_case

FIRST_ADMINISTRATOR = "admin"
FIRST_OFFICE = "central"
PROGRAM = "nm-sra-2026"


@contextmanager
def opened(data: Path, url: str | None) -> Iterator[Central]:
    """The store, closed afterwards; the audit is brought up to date."""
    central = Central(data, url)
    try:
        yield central
        central.sequence_audit()
    finally:
        central.close()


def create_store(data: Path, url: str | None) -> tuple[Central, str]:
    """A new store with policy and first administrator; answers with that person's one-time code."""
    policy = load_policy(resource_folder() / "policy", PROGRAM)
    central = Central.create(data, url)

    def work(connection: Connection, changes: Changes) -> str:
        changes += put_in_force(connection, central.agency, policy)
        changes += people.add_person(
            connection, central.agency, FIRST_ADMINISTRATOR, Role.ADMINISTRATOR.value, FIRST_OFFICE
        )
        return new_code(connection, central.agency, FIRST_ADMINISTRATOR, central.clock())

    return central, central.change(work)


def init(data: Path, url: str | None) -> int:
    """Makes a store and says how to go on."""
    central, code = create_store(data, url)
    central.close()
    print(f"store made in {data}")
    print(
        f"the recovery key is {data / 'keys' / 'recovery_private.key'}: move it to a safe, off this machine"
    )
    print(f"administrator: {FIRST_ADMINISTRATOR}")
    print(f"one-time code: {code}")
    return 0


def user_add(options: argparse.Namespace) -> int:
    """Adds a person."""
    with opened(options.data, options.database_url) as central:

        def work(connection: Connection, changes: Changes) -> None:
            changes += people.add_person(
                connection, central.agency, options.name, options.role, options.office, options.display
            )

        central.change(work)
    print(f"{options.name} is a {options.role} in office {options.office}")
    return 0


def enrol_code(data: Path, url: str | None, name: str) -> int:
    """Prints a one-time code; the last line is the code alone."""
    with opened(data, url) as central:

        def work(connection: Connection, _: Changes) -> str:
            account = people.find_person(connection, central.agency, name)
            if account is None or not account.active:
                raise CommandError(f"there is no active user {name}")
            return new_code(connection, central.agency, name, central.clock())

        code = central.change(work)
    minutes = int(CODE_LIFETIME.total_seconds() // 60)
    print(f"one-time code for a laptop of {name}, valid for {minutes} minutes:")
    print(code)
    return 0


def case_id(text: str) -> UUID:
    """A case identifier as typed. Raises CommandError."""
    return identifier(text, "case")


def identifier(text: str, of: str) -> UUID:
    """An identifier as typed. Raises CommandError."""
    try:
        return UUID(text)
    except ValueError as error:
        raise CommandError(f"{text!r} is not a {of} id") from error


def reassign(options: argparse.Namespace) -> int:
    """Moves a case by the authority of a named supervisor."""
    wanted = case_id(options.case)
    with opened(options.data, options.database_url) as central:

        def work(connection: Connection, changes: Changes) -> str:
            by = people.find_person(connection, central.agency, options.by)
            if by is None:
                raise CommandError(f"there is no user {options.by}")
            case = load_case(connection, central.agency, wanted)
            if case is None:
                raise CommandError(f"there is no case {options.case}")
            verdict = central.act(
                connection,
                people.actor(by),
                Reassign(to=options.to),
                wanted,
                changes,
                epoch=case.assignment.epoch,
            )
            return "" if verdict.verdict == Verdict.ACCEPTED else (verdict.reason or verdict.verdict)

        refused = central.change(work)
    if refused:
        raise CommandError(f"the case was not moved: {_REFUSALS.get(refused, refused)}")
    print(f"case {options.case} is now assigned to {options.to}")
    return 0


_REFUSALS = {
    "not_allowed": "only a supervisor of the case's office may reassign it",
    "no_such_person": "the new holder is not an active caseworker",
}


def verify_audit(data: Path, url: str | None, *, as_json: bool) -> int:
    """Checks the audit. Status 1 when something was altered."""
    central = Central(data, url)
    try:
        report = central.verify_audit()
    finally:
        central.close()
    if as_json:
        answer = {
            "ok": report.ok,
            "entries": report.entries,
            "head": report.head,
            "first_bad": report.first_bad,
        }
        print(json.dumps(answer))
    elif report.ok:
        print(f"the audit is whole: {report.entries} entries, head {report.head}")
    else:
        print(f"the audit does not fit the store from entry {report.first_bad} on")
    return 0 if report.ok else 1


def check(data: Path, url: str | None, *, as_json: bool) -> int:
    """Counts the digests of all feeds anew. Status 1 when something was wrong."""
    with opened(data, url) as central:
        found = recount(central.database, central.agency)
    if as_json:
        print(json.dumps({"ok": found.ok, **found._asdict()}))
    else:
        mended = ", ".join(found.mended) or "none"
        print(f"{found.feeds} feeds; put right: {mended}; members of another version: {found.outdated}")
    return 0 if found.ok else 1


def compact_feeds(data: Path, url: str | None) -> int:
    """Removes feed entries that no laptop needs."""
    with opened(data, url) as central:
        removed = compact(central.database, central.agency)
    print(f"{removed} entries removed")
    return 0
