"""I1, I2, I4, I5, I7, I10: after any story both ends agree, nothing is lost, nothing is there twice."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import select

from erap_desktop.services.casefile import show
from sync.casework.show import show_case
from sync.casework.values import DecisionState
from sync.central.store import schema
from sync.central.verdicts.effects import load_case
from tests.engine.world import make_server
from tests.simulation.story import Story

SEEDS = range(12)
STEPS = 90


@pytest.mark.parametrize("seed", SEEDS)
def test_a_story_ends_in_agreement(tmp_path: Path, seed: int) -> None:
    central = make_server(tmp_path / "server")
    story = Story(central, tmp_path, seed)
    try:
        story.run(STEPS)
        story.settle_down()
        assert_nothing_lost_or_doubled(story)
        assert_both_ends_agree(story)
        assert_no_decision_disappeared(story)
        assert central.verify_audit().ok, story.tell()
    finally:
        story.close()
        central.close()


def assert_nothing_lost_or_doubled(story: Story) -> None:
    """Every command that was said to be saved is in the server's log, once, in the order it was made."""
    table = schema.command
    with story.central.database.read() as connection:
        query = select(table.c.id, table.c.device, table.c.seq).where(table.c.device > 0)
        rows = connection.execute(query.order_by(table.c.device, table.c.seq)).all()
    counted = Counter(row.id for row in rows)
    assert set(counted) == story.made, story.tell()
    assert set(counted.values()) <= {1}, story.tell()
    for laptop in story.laptops.values():
        assert laptop.session.outbox.pending_count() == 0, story.tell()


def assert_both_ends_agree(story: Story) -> None:
    """Every case on a laptop is what the server says it is."""
    for laptop in story.laptops.values():
        for row in laptop.session.replica.rows():
            if not row.whole:
                continue
            with story.central.database.read() as connection:
                there = load_case(connection, story.central.agency, row.id)
            assert there is not None
            here = show(laptop.session, row.id)
            assert {**show_case(there, {}), "parties": here["parties"]} == here, story.tell()


def assert_no_decision_disappeared(story: Story) -> None:
    """Contradicting decisions are open, settled, held or taken back by name; at most one outcome stands."""
    for id_ in story.cases:
        with story.central.database.read() as connection:
            case = load_case(connection, story.central.agency, id_)
        assert case is not None
        accepted = {command for command, one in case.decisions.items() if one.state is DecisionState.ACCEPTED}
        if case.contested:
            assert case.standing is None, story.tell()
            assert len(case.contested) >= 2, story.tell()
        elif case.standing is not None:
            assert case.standing in accepted, story.tell()
            outcomes = {(case.decisions[one].outcome, case.decisions[one].lines) for one in accepted}
            assert len(outcomes) == 1, story.tell()


def test_one_seed_tells_one_story(tmp_path: Path) -> None:
    """The same seed twice gives the same trace."""
    traces = []
    for run in ("first", "second"):
        central = make_server(tmp_path / run / "server")
        story = Story(central, tmp_path / run, 3)
        story.run(40)
        traces.append(story.tell())
        story.close()
        central.close()
    assert traces[0] == traces[1]
