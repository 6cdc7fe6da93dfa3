"""The same world driven by Hypothesis: whatever it thinks of is shrunk by it when a promise breaks."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from tests.simulation.chance import drawn_from
from tests.simulation.engines import compiled_once
from tests.simulation.story import KINDS
from tests.simulation.template import LAPTOPS, fast_folder, make_template
from tests.simulation.world import Step, World


@cache
def template() -> Path:
    """Made once for all examples of this process."""
    stack = ExitStack()
    folder = stack.enter_context(fast_folder())
    atexit.register(stack.close)
    make_template(folder / "template")
    return folder / "template"


class Office(RuleBasedStateMachine):
    """Every step that a seed may draw, in the order that Hypothesis likes."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = Path(tempfile.mkdtemp(prefix="machine-", dir=template().parent))
        shutil.copytree(template(), self._folder, dirs_exist_ok=True)
        self._open = ExitStack()
        self._open.callback(shutil.rmtree, self._folder)
        self._open.enter_context(drawn_from(0))
        self._open.enter_context(compiled_once())
        self._world = self._open.enter_context(World(self._folder).open())

    @rule(
        kind=st.sampled_from(sorted(KINDS)),
        who=st.sampled_from(sorted(LAPTOPS)),
        draw=st.integers(0, 2**32 - 1),
    )
    def step(self, kind: str, who: str, draw: int) -> None:
        self._world.do(Step(kind, who, draw))

    def teardown(self) -> None:
        with self._open:
            self._world.settle_down()


TestOffice = pytest.mark.timeout(1800)(Office.TestCase)
TestOffice.settings = settings(
    max_examples=6,
    stateful_step_count=10,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
