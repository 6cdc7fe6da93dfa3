"""Soak: new seeds of the simulation, from where the last soak ended."""

from __future__ import annotations

import time
from itertools import count

from tests.simulation.seeds import tried
from tests.simulation.story import run as run_story
from tests.simulation.template import fast_folder, make_template

AT_ONCE = 200  # seeds for which one set of processes lives


def run(deadline: float, first: int) -> dict[str, int]:
    """Runs seeds from `first` on until the deadline. Raises AssertionError with a bad one’s story."""
    done = 0
    with fast_folder() as folder:
        template = folder / "template"
        make_template(template)
        for begin in count(first, AT_ONCE):
            for one in tried(template, range(begin, begin + AT_ONCE)):
                if one.broken:
                    story = run_story(template, one.seed).story()
                    raise AssertionError(f"python -m tests.simulation --seed {one.seed}\n{story}")
                done += 1
                if time.monotonic() >= deadline:
                    return {"seeds": done}
    raise AssertionError("seeds do not end")
