"""I5, I7, I8, I14, I16: what must hold after a sync, and where nothing disturbed it, between both ends."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from erap_desktop.services.casefile import show
from sync.casework.case import Case
from sync.casework.show import show_case
from sync.casework.values import DecisionState
from sync.central.scopes.subscriptions import subscriptions
from sync.central.store import schema
from sync.central.verdicts.effects import load_case
from sync.engine.report import SyncReport
from sync.protocol.messages import object_id
from tests.simulation.laptop import Laptop
from tests.simulation.promises import NOWHERE, hold

ROUNDS_AT_MOST = 40  # in one sync
QUIET_BYTES = 250


def check_sync(laptop: Laptop, report: SyncReport) -> None:
    """I16: a sync ends. I7: nothing has to be repaired that nobody has spoiled."""
    hold("I16", report.round_trips <= ROUNDS_AT_MOST, f"{laptop.name} asked {report.round_trips} times")
    hold("I7", laptop.spoiled or not report.repairs, f"what {laptop.name} had was not what the server has")


def check_agreement(laptop: Laptop, report: SyncReport) -> None:
    """I7, I8 after a sync that nothing disturbed: both ends have the same, and nothing else is here."""
    central, session = laptop.server.central, laptop.session
    hold("I7", report.digest_ok, f"the digests of {laptop.name} disagree")
    me = session.identity
    feeds = subscriptions(central.agency, me.device, me.user, str(me.roles[0]), me.office)
    cursors = session.replica.cursors()
    table = schema.member
    for one in feeds:
        with central.database.read() as connection:
            rows = connection.execute(
                select(table.c.kind, table.c.id, table.c.version).where(table.c.feed == one.name)
            )
            there = {(row.kind, row.id): row.version for row in rows}
            number = connection.execute(
                select(schema.feed.c.number).where(schema.feed.c.name == one.name)
            ).scalar()
        cursor = cursors.get(one.local)
        hold("I7", (cursor.number if cursor else 0) == (number or 0), f"{one.local} is not at its end")
        here = {(h.kind, object_id(h.kind, h.id)): h.version for h in session.replica.held(one.local)}
        wrong = sorted(key for key in {*here, *there} if here.get(key) != there.get(key))
        hold("I7", not wrong, f"{laptop.name} has other versions in {one.local}: {wrong[:5]}")
        hold("I7", session.replica.recount(one.local), f"the digest of {one.local} is not that of its rows")
    left = [case for case in session.replica.left_cases() if not session.outbox.waits(case)]
    hold("I8", not left, f"{len(left)} cases that have left are still on {laptop.name}")
    listed = {row.id for row in session.replica.rows()}
    content = [i for i in session.outbox.items() if i.here and i.case not in listed and i.case != NOWHERE]
    remains = [i.seq for i in content if i.state not in ("saved", "received")]
    hold("I8", not remains, f"{laptop.name} keeps the content of {remains}, whose cases have left")


def check_quiet(laptop: Laptop, report: SyncReport) -> None:
    """I14: a sync that brings nothing is small."""
    size = report.bytes_up + report.bytes_down
    small = report.round_trips == 1 and size <= QUIET_BYTES
    hold("I14", small, f"a quiet sync of {laptop.name} took {report.round_trips} requests and {size} bytes")


def check_shown(laptop: Laptop, id_: UUID) -> None:
    """I7 on the screen: with nothing waiting, the laptop shows of a case what the server has."""
    session, central = laptop.session, laptop.server.central
    row = session.replica.row(id_)
    if row is None or not row.whole or row.left or session.outbox.waits(id_):
        return
    with central.database.read() as connection:
        there = load_case(connection, central.agency, id_)
    hold("I7", there is not None, f"a case is only on {laptop.name}")
    assert there is not None
    here = show(session, id_)
    expected = {**show_case(there, {}), "parties": here["parties"]}
    wrong = sorted(key for key in {*here, *expected} if here.get(key) != expected.get(key))
    hold("I7", not wrong, f"{laptop.name} shows of {there.number} another {', '.join(wrong)}")


def check_decisions(case: Case) -> None:
    """I5: contradicting decisions are open or dealt with by name; at most one outcome stands."""
    accepted = {c for c, one in case.decisions.items() if one.state is DecisionState.ACCEPTED}
    replaced = {one.replaces for one in case.decisions.values()}
    for command, one in case.decisions.items():
        named = one.state is not DecisionState.SUPERSEDED or command in replaced
        hold("I5", named, f"a decision on {case.number} was replaced by one that had not seen it")
    if case.contested:
        hold("I5", case.standing is None, f"{case.number} is contested, and a decision stands")
        return
    if case.standing is not None:
        hold("I5", case.standing in accepted, f"what stands on {case.number} was not accepted")
        outcomes = {(case.decisions[one].outcome, case.decisions[one].lines) for one in accepted}
        hold("I5", len(outcomes) == 1, f"{case.number} has {len(outcomes)} outcomes at once")
