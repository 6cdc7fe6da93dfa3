"""The laptop's own disk: saving a decision, opening a case, holding many."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random
from time import perf_counter

from erap_desktop.services import work
from erap_desktop.services.casefile import open_case, queue
from erap_desktop.services.session import Session
from erap_desktop.services.syncing import sync
from tests.bench.office import office
from tests.bench.table import Figure, timed

CASES = 2_110  # of which about 2,000 go to the one caseworker
RUNS = 60


def run(folder: Path) -> list[Figure]:
    """Measures one laptop with 2,000 cases."""
    with office(folder, cases=CASES, caseworkers=1) as place:
        laptop = place.laptop("worker1", "worker1")
        try:
            sync(laptop)
            return [*_saving(laptop, folder), *_opening(laptop)]
        finally:
            laptop.close()


def _saving(laptop: Session, folder: Path) -> list[Figure]:
    rows = [row for row in queue(laptop) if row.status == "in_review"]
    waiting = iter(rows)
    decide = timed(lambda: work.deny(laptop, next(waiting).id, ("D03",), "Over the limit."), RUNS)
    fsync = timed(lambda: _fsync(folder / "probe"), RUNS)
    over = (decide - fsync) * 1000
    return [
        Figure(
            "a decision saved, twice and durably",
            f"{decide * 1000:.1f} ms (median of {RUNS})",
            "≤ 10 ms over one fsync",
            f"one write and fsync on this disk: {fsync * 1000:.2f} ms; {over:.1f} ms over it",
            over <= 10,
        )
    ]


def _fsync(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"x" * 500)
        file.flush()
        os.fsync(file.fileno())


def _opening(laptop: Session) -> list[Figure]:
    rows = queue(laptop)
    chosen = Random(1).choices(rows, k=RUNS)
    pick = iter(chosen)
    open_case(laptop, rows[0].id)
    opened = timed(lambda: open_case(laptop, next(pick).id), RUNS)
    begun = perf_counter()
    queue(laptop)
    listed = perf_counter() - begun
    return [
        Figure(
            f"a case of {len(rows):,} opened to a plain object",
            f"{opened * 1000:.2f} ms (median of {RUNS})",
            "≤ 5 ms",
            "with its parties, from SQLCipher",
            opened <= 0.005,
        ),
        Figure(
            f"the queue of {len(rows):,} cases listed", f"{listed * 1000:.0f} ms", "", f"with {RUNS} decided"
        ),
    ]
