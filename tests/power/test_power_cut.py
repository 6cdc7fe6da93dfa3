"""I1, I3, I7, I10 after a power cut at any moment: nothing that was said is lost, and the laptop goes on."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random

import pytest

from tests.mutated import mutated
from tests.power.aftermath import LostError, after_saves, drawn, questioned, recorded_day
from tests.power.recording import check_usable

CUTS = 240
SEED = 20261125


@pytest.fixture(autouse=True)
def recordable() -> None:
    check_usable()


def test_i1_a_power_cut_at_any_moment_loses_nothing_that_was_said(tmp_path: Path) -> None:
    day = recorded_day(tmp_path / "day")
    chance = Random(SEED)
    survived = Counter(cut.loss for cut in questioned(day, drawn(day, CUTS, chance), tmp_path, chance))
    assert survived.total() == CUTS
    assert len(survived) == 4


# What makes the difference between "in the page cache" and "on the medium", one line each.
WORSE = {
    "commits that don't wait for the medium": (
        "sync/replica/cipher.py",
        '("synchronous", "FULL", "2")',
        '("synchronous", "NORMAL", "1")',
    ),
    "sealed copies that don't wait for the medium": (
        "sync/replica/durable.py",
        "        _write_all(file, data)\n        _sync(file)\n",
        "        _write_all(file, data)\n",
    ),
    "names that don't wait for the medium": (
        "sync/replica/durable.py",
        "        os.fsync(file)\n    finally:\n        os.close(file)\n\n\ndef disk_error",
        "        pass\n    finally:\n        os.close(file)\n\n\ndef disk_error",
    ),
}


@pytest.mark.parametrize("name", WORSE)
def test_the_harness_notices(tmp_path: Path, name: str) -> None:
    day = recorded_day(tmp_path / "day", mutated(tmp_path / "worse", *WORSE[name]))
    with pytest.raises(LostError, match="after 'saved"):
        list(questioned(day, after_saves(day), tmp_path, Random(SEED), syncs=0))
