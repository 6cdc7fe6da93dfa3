"""`make soak MINUTES=n`: every part for its share of the time; what held adds up in build/soak/totals.json.

Status 1 when a promise broke; the story is then in build/soak.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.simulation.test_simulation import SEEDS
from tests.soak_parts import kills, power, stories

FOLDER = Path(__file__).resolve().parents[2] / "build" / "soak"
Part = Callable[[float], dict[str, int]]


def parts(totals: Counter[str]) -> list[tuple[str, float, Part]]:
    """Name, share of the time, and what is run until a deadline."""
    return [
        ("stories", 0.6, partial(stories.run, first=SEEDS + totals["seeds"])),
        ("kills", 0.25, kills.run),
        ("power", 0.15, power.run),
    ]


def main() -> int:
    """Runs the parts one after the other and prints the totals."""
    parser = argparse.ArgumentParser(prog="make soak")
    parser.add_argument("minutes", type=float)
    minutes = parser.parse_args().minutes
    FOLDER.mkdir(parents=True, exist_ok=True)
    file = FOLDER / "totals.json"
    totals: Counter[str] = Counter(json.loads(file.read_text()) if file.exists() else {})
    whole = True
    for name, share, part in parts(totals):
        begun = time.monotonic()
        try:
            counts = part(begun + 60 * minutes * share)
        except AssertionError as violation:
            whole = False
            counts = {"violations": 1}
            _save(name, str(violation))
        seconds = time.monotonic() - begun
        totals.update(counts)
        totals[f"seconds of {name}"] += round(seconds)
        file.write_text(json.dumps(totals, indent=2, sort_keys=True) + "\n")
        print(f"{name}: {counts} in {seconds:.0f} s", flush=True)
        if "seeds" in counts:
            print(f"{counts['seeds'] / seconds:.2f} seeds a second")
    print(f"in all: {dict(sorted(totals.items()))}; violations: {totals['violations']}")
    return 0 if whole else 1


def _save(part: str, story: str) -> None:
    number = len(list(FOLDER.glob("violation-*.txt"))) + 1
    path = FOLDER / f"violation-{number}.txt"
    path.write_text(story)
    print(f"{part}: a promise broke; see {path}\n{story[-2000:]}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
