"""Many seeds at once, in as many processes as the machine has processors."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from tests.simulation.story import run


class Tried(NamedTuple):
    """A seed and the promise it broke; '' when all held."""

    seed: int
    broken: str


def tried(template: Path, seeds: Iterable[int], processes: int | None = None) -> Iterator[Tried]:
    """Runs the seeds and tells of them in their order. Leave the iteration early and the rest is not run."""
    context = multiprocessing.get_context("spawn")  # a fork would inherit open stores and Qt
    with context.Pool(processes or os.cpu_count()) as pool:
        yield from pool.imap(_try, ((template, seed) for seed in seeds))


def _try(task: tuple[Path, int]) -> Tried:
    template, seed = task
    return Tried(seed, run(template, seed).broken)
