"""No known killer gets through: each, put into a copy of the code, breaks a promise within a few seeds."""

from __future__ import annotations

import os
import statistics
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.simulation.template import fast_folder, make_template
from tests.simulation.test_simulation import SEEDS
from tests.zoo.keeper import BUDGET, Killed, kill
from tests.zoo.mutants import MUTANTS


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with fast_folder() as one:
        make_template(one / "template")
        yield one


@pytest.mark.timeout(1800)
def test_every_mutant_is_killed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        hunts = [
            pool.submit(kill, mutant, folder / "template", folder / f"zoo-{number}")
            for number, mutant in enumerate(MUTANTS)
        ]
        killed = [hunt.result() for hunt in hunts]
    with capsys.disabled():
        print(f"\n{table(killed)}")
    assert [one.mutant.name for one in killed if not one.by_promise] == []


def table(killed: list[Killed]) -> str:
    """Mutant, what killed it, seeds needed; and their median."""
    lines = [f"{one.mutant.name:<28} {one.seeds or '-':>5}  {one.by or 'LIVES'}" for one in killed]
    median = statistics.median(one.seeds for one in killed if not one.mutant.test)
    return "\n".join((f"{'mutant':<28} seeds  killed by", *lines, f"{'median':<28} {median:>5}"))


def test_the_unchanged_code_passes_the_same_budget() -> None:
    assert BUDGET <= SEEDS
