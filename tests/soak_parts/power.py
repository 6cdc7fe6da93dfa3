"""Soak: power cuts at any moment of one recorded day after the other."""

from __future__ import annotations

import secrets
import tempfile
import time
from pathlib import Path
from random import Random

from tests.power.aftermath import LostError, drawn, questioned, recorded_day

CUTS = 500  # of each recorded day


def run(deadline: float) -> dict[str, int]:
    """Cuts until the deadline; how many were survived."""
    survived = 0
    while time.monotonic() < deadline:
        seed = secrets.randbits(32)
        chance = Random(seed)
        with tempfile.TemporaryDirectory() as name:
            day = recorded_day(Path(name) / "day")
            try:
                for _ in questioned(day, drawn(day, CUTS, chance), Path(name), chance):
                    survived += 1
                    if time.monotonic() > deadline:
                        break
            except LostError as error:
                raise LostError(f"power cut, seed {seed}: {error}") from error
    return {"power cuts": survived}
