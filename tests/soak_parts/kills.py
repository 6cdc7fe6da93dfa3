"""Soak: kill -9 of laptops, server and PostgreSQL, one campaign after the other."""

from __future__ import annotations

import secrets
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.kills.campaign import campaign

AT_ONCE = 100  # kills before everything is compared


def run(deadline: float) -> dict[str, int]:
    """Kills until the deadline; `kills` by victim, and how many commands were said to be saved."""
    counts: Counter[str] = Counter()
    while time.monotonic() < deadline:
        seed = secrets.randbits(32)
        with tempfile.TemporaryDirectory() as folder, campaign(Path(folder), seed) as one:
            try:
                one.run(AT_ONCE, deadline)
                proved = one.compare()
            except AssertionError as error:
                raise AssertionError(
                    f"kills, seed {seed}, after {one.kills.total()} kills: {error}"
                ) from error
            counts += Counter({f"kills: {victim}": count for victim, count in one.kills.items()})
            counts += Counter({"kills": one.kills.total(), "commands saved between kills": proved.saved})
    return dict(counts)
