"""`python -m tests.zoo.hunt TEMPLATE BUDGET [--clocks]`: the first seed in which a promise breaks, as JSON.

Runs in a process of its own, in a copy of the code in which one line is another.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from tests.simulation.story import run


def hunt(template: Path, budget: int, *, clocks: bool) -> tuple[int, str]:
    """Seeds needed and the promise broken; '' when the budget is used up."""
    for seed in range(budget):
        outcome = run(template, seed)
        broken = outcome.broken
        if clocks and not broken and run(template, seed, years_off=10).state != outcome.state:
            broken = "I11: the server's state depends on the clocks of laptops"
        if broken:
            return seed + 1, broken
    return budget, ""


def main() -> None:
    """Prints what was found."""
    parser = argparse.ArgumentParser()
    parser.add_argument("template", type=Path)
    parser.add_argument("budget", type=int)
    parser.add_argument("--clocks", action="store_true")
    options = parser.parse_args()
    seeds, broken = hunt(options.template, options.budget, clocks=options.clocks)
    print(json.dumps({"seeds": seeds, "broken": broken}))


if __name__ == "__main__":
    main()
