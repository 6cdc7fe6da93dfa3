"""`python -m tests.simulation --seed N [--shrink]`: the story of a seed. Status 1 when a promise breaks."""

from __future__ import annotations

import argparse
import sys

from tests.simulation.story import plan, run, shrink
from tests.simulation.template import fast_folder, make_template


def main() -> int:
    """Prints the story."""
    parser = argparse.ArgumentParser(prog="python -m tests.simulation")
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--shrink", action="store_true", help="leave out what a broken promise doesn't need")
    parser.add_argument("--years-off", type=int, default=0, help="how wrong the laptops' clocks are")
    options = parser.parse_args()
    with fast_folder() as folder:
        template = folder / "template"
        make_template(template)
        steps = plan(options.seed)
        outcome = run(template, options.seed, steps, years_off=options.years_off)
        if outcome.broken and options.shrink:
            steps = shrink(template, options.seed, steps)
            outcome = run(template, options.seed, steps, years_off=options.years_off)
            print(f"seed {options.seed}, {len(steps)} steps are enough:")
    print(outcome.story())
    return 1 if outcome.broken else 0


if __name__ == "__main__":
    sys.exit(main())
