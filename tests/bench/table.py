"""A figure, what it is to reach, and what it was compared with in the same run."""

from __future__ import annotations

import json
import os
import platform
import sqlite3
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

RESULTS = Path("build/bench/results.json")


class Figure(NamedTuple):
    """One row of the table. `met` is None where there is nothing to reach."""

    what: str
    measured: str
    reach: str = ""
    beside: str = ""
    met: bool | None = None


def timed(work: Callable[[], object], times: int) -> float:
    """The median of several runs, in seconds."""
    taken = []
    for _ in range(times):
        begun = perf_counter()
        work()
        taken.append(perf_counter() - begun)
    return median(taken)


def show(title: str, figures: list[Figure]) -> None:
    """One part of the table on stdout."""
    print(f"\n{title}")
    width = max(len(figure.what) for figure in figures)
    for figure in figures:
        mark = {True: "met", False: "NOT MET", None: ""}[figure.met]
        print(f"  {figure.what:<{width}}  {figure.measured:<34} {figure.reach:<26} {mark:<8} {figure.beside}")


def keep(parts: dict[str, list[Figure]], to: Path = RESULTS, **more: object) -> None:
    """The results as JSON, with the machine they were measured on and whatever else is to be kept."""
    to.parent.mkdir(parents=True, exist_ok=True)
    machine = {
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "system": platform.platform(),
        "sqlite_of_python": sqlite3.sqlite_version,
    }
    plain = {title: [figure._asdict() for figure in figures] for title, figures in parts.items()}
    to.write_text(json.dumps({"machine": machine, "figures": plain, **more}, indent=2))
    print(f"\nwritten to {to}")
