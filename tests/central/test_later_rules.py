"""The server knows the policy in force beside the one a decision names."""

from __future__ import annotations

from msgspec.structs import replace
from sqlalchemy import Connection

from sync.casework.policy import Policy
from sync.central.rollout.publish_policy import policy_of, put_in_force
from sync.central.service import Central
from sync.central.verdicts.changes import Changes
from tests.central.parts import Pen, approval, note, open_case


def in_force(central: Central) -> Policy:
    with central.database.read() as connection:
        found = policy_of(connection, central.agency, "")
    assert found is not None
    return found


def put(central: Central, policy: Policy) -> None:
    def work(connection: Connection, changes: Changes) -> None:
        changes += put_in_force(connection, central.agency, policy)

    central.change(work)


def test_decisions_made_before_the_rules_changed(central: Central) -> None:
    first, second = open_case(central), open_case(central)
    pen, old = Pen(central, "worker1"), in_force(central)
    new = replace(old, version="later", program=replace(old.program, expenses={}))
    put(central, new)
    assert pen.push(first.id, approval(first), policy=old.version) == ("held", "later_rule")
    assert pen.push(first.id, note(), policy=old.version) == ("accepted", "")
    put(central, replace(new, version="back", program=old.program))
    assert pen.push(second.id, approval(second), policy=old.version) == ("accepted", "")
