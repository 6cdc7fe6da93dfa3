"""One seed, one story: a plan drawn from the seed alone, what came of it, the shortest plan that fails."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.simulation.chance import drawn_from
from tests.simulation.engines import compiled_once
from tests.simulation.server_state import server_state
from tests.simulation.template import LAPTOPS
from tests.simulation.world import Step, World

STEPS = 32
SHRINK_RUNS = 120
KINDS = {
    "act": 50,
    "sync": 36,
    "late": 4,
    "clock": 2,
    "restart": 2,
    "replica": 1,
    "digest": 1,
    "upgrade": 1,
    "clone": 1,
    "compact": 2,
    "take in": 1,
    "move": 2,
    "leave": 1,
    "policy": 1,
    "server": 1,
}
_WHO = {"ana": 6, "ana2": 4, "ben": 6, "cal": 3, "sam": 5, "sue": 2, "adm": 1}
assert _WHO.keys() == LAPTOPS.keys()


class Outcome(NamedTuple):
    """What came of a run. `broken` is the promise, '' when all hold; `state` is that of the whole server."""

    told: tuple[str, ...]
    broken: str
    state: str

    def story(self) -> str:
        """For people: who did what, what the network did, which promise broke."""
        return "\n".join((*self.told, f"==> {self.broken or 'every promise holds'}"))


def plan(seed: int) -> tuple[Step, ...]:
    """What happens in this seed, before any of it has."""
    draw = Random(f"plan {seed}")
    kinds = draw.choices(list(KINDS), list(KINDS.values()), k=STEPS)
    who = draw.choices(list(_WHO), list(_WHO.values()), k=STEPS)
    return tuple(Step(kind, one, draw.getrandbits(32)) for kind, one in zip(kinds, who, strict=True))


def run(template: Path, seed: int, steps: Sequence[Step] | None = None, *, years_off: int = 0) -> Outcome:
    """Runs a plan (the seed's own, if none is given) in a copy of the template.

    Any error is a broken promise: nothing that happens here may surprise the product.
    """
    folder = Path(tempfile.mkdtemp(prefix="run-", dir=template.parent))
    try:
        shutil.copytree(template, folder, dirs_exist_ok=True)
        with drawn_from(seed), compiled_once():
            return _run(folder, plan(seed) if steps is None else steps, years_off)
    finally:
        shutil.rmtree(folder)


def _run(folder: Path, steps: Sequence[Step], years_off: int) -> Outcome:
    world, broken, state = World(folder, years_off=years_off), "", ""
    with world.open():
        try:
            for step in steps:
                world.do(step)
            world.settle_down()
            state = server_state(world.server.central, world.ledger.name_of)
        except Exception as error:
            broken = str(error) if isinstance(error, AssertionError) else f"{type(error).__name__}: {error}"
    return Outcome(tuple(world.told), broken, state)


def shrink(template: Path, seed: int, steps: Sequence[Step]) -> tuple[Step, ...]:
    """The shortest plan found that still fails, by leaving out ever smaller parts of it."""
    kept, size, runs = list(steps), max(1, len(steps) // 2), 0
    while size and runs < SHRINK_RUNS:
        at = 0
        while at < len(kept) and runs < SHRINK_RUNS:
            fewer = kept[:at] + kept[at + size :]
            runs += 1
            if run(template, seed, fewer).broken:
                kept = fewer
            else:
                at += size
        size //= 2
    return tuple(kept)
