"""I1 to I11, I14, I16: whatever people, networks and machines do, every promise holds, in every story."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.simulation.seeds import tried
from tests.simulation.story import run
from tests.simulation.template import fast_folder, make_template
from tests.simulation.world import Step

SEEDS = 200
DAMAGE = 2556802052  # the draw that overwrites such a page


@pytest.fixture(scope="module")
def template() -> Iterator[Path]:
    with fast_folder() as folder:
        make_template(folder / "template")
        yield folder / "template"


@pytest.mark.timeout(1800)
def test_every_promise_holds_in_every_story(template: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A failure names its seed: `python -m tests.simulation --seed N --shrink` tells the story."""
    begun = time.monotonic()
    broken = [one for one in tried(template, range(SEEDS)) if one.broken]
    with capsys.disabled():
        print(f"\n{SEEDS} seeds, {SEEDS / (time.monotonic() - begun):.2f} a second")
    assert broken == []


def test_one_seed_is_one_story(template: Path) -> None:
    """To the last byte of every request and answer, and of the server's state."""
    first, second = run(template, 3), run(template, 3)
    assert first.told == second.told
    assert first.state == second.state


@pytest.mark.parametrize("years", [-10, 10])
def test_i11_no_clock_of_a_laptop_decides_anything(template: Path, years: int) -> None:
    """The whole state of the server is the same, but for the times that laptops say it was."""
    right, wrong = run(template, 5), run(template, 5, years_off=years)
    assert right.broken == wrong.broken == ""
    assert right.state.splitlines() == wrong.state.splitlines()


def test_a_damaged_replica_meets_the_next_release(template: Path) -> None:
    """Found by a seed: what SQLCipher reads of some damaged pages was taken for content and redrawn."""
    steps = (Step("replica", "ana", DAMAGE), Step("upgrade", "ana", 0))
    assert run(template, 138, steps).broken == ""
