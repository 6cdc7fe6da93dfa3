"""I1 to I4, I10 with real processes: kill -9 at random, over the rural line, of everything there is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kills.campaign import campaign

KILLS = 64
SEED = 20261125


@pytest.mark.timeout(400)
def test_i1_kills_of_laptops_server_and_postgresql_lose_and_double_nothing(tmp_path: Path) -> None:
    with campaign(tmp_path, SEED) as one:
        one.run(KILLS)
        proved = one.compare()
    assert one.kills.total() >= KILLS
    # Kills while saving are few here; `tests/replica/test_kills.py` has sixty of them.
    assert min(one.kills[victim] for victim in ("laptop, syncing", "server", "postmaster")) > 0, one.kills
    assert proved.saved > KILLS
    assert proved.answered > 0
