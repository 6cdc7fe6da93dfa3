"""The runs as tables that can be read here and put into a document, and what they were to reach."""

from __future__ import annotations

from typing import Any, NamedTuple

from tests.bench.peers.measuring import DAY, FIRST, IDLE, PLAIN, RURAL, Cost
from tests.bench.peers.own import Own
from tests.bench.peers.peer import ANKI
from tests.bench.table import Figure

FEW, MANY = 500, 5_000
MB = 1_000_000

_COLUMNS = (
    "",
    "body up / down, B",
    "whole up / down, B",
    "requests",
    "round trips",
    "connections",
    "seconds",
    "usable after",
    "CPU s, laptop / server",
    "memory MB, laptop / server",
    "disk MB, laptop / server",
)


class Run(NamedTuple):
    """One step of one contender."""

    name: str
    cases: int
    line: str
    cost: Cost

    def plain(self) -> dict[str, Any]:
        """For JSON."""
        cost = self.cost._asdict() | {"traffic": self.cost.traffic._asdict()}
        return {"name": self.name, "cases": self.cases, "line": self.line, **cost}


def show_runs(runs: list[Run]) -> None:
    """A Markdown table for each size and line, step by step."""
    for cases, line in dict.fromkeys((run.cases, run.line) for run in runs):
        print(f"\n**{cases:,} cases, {line}**\n")
        rows: list[tuple[str, ...]] = [_COLUMNS]
        for step in (FIRST, IDLE, DAY):
            rows += [_row(run) for run in runs if (run.cases, run.line, run.cost.step) == (cases, line, step)]
        widths = [max(len(row[column]) for row in rows) for column in range(len(_COLUMNS))]
        rows.insert(1, tuple("-" * width for width in widths))
        for row in rows:
            print(
                "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
            )


def _row(run: Run) -> tuple[str, ...]:
    cost, traffic = run.cost, run.cost.traffic
    return (
        f"{cost.step}: {run.name}",
        f"{traffic.body_up:,} / {traffic.body_down:,}",
        f"{traffic.whole_up:,} / {traffic.whole_down:,}",
        str(traffic.requests),
        str(traffic.round_trips),
        str(traffic.connections),
        f"{cost.seconds:.2f}",
        f"{cost.usable:.2f}" if cost.step == FIRST else "",
        f"{cost.cpu_laptop:.2f} / {cost.cpu_server:.2f}",
        f"{cost.memory_laptop / MB:.0f} / {cost.memory_server / MB:.0f}",
        f"{cost.disk_laptop / MB:.1f} / {cost.disk_server / MB:.1f}",
    )


def figures(runs: list[Run]) -> list[Figure]:
    """What this engine was to reach; each needs the sizes that it compares."""
    known = {(run.name, run.cases, run.line, run.cost.step): run.cost for run in runs}
    sizes = {run.cases for run in runs}
    found = []
    if FEW in sizes:
        for step, most in ((FIRST, 0.7), (DAY, 0.3)):
            ours, theirs = (known[name, FEW, PLAIN.name, step] for name in (Own.name, ANKI.name))
            found.append(_beside_anki(step, most, ours, theirs))
        found.append(_rural(known[Own.name, FEW, RURAL.name, FIRST]))
    if sizes >= {FEW, MANY}:
        for step in (IDLE, DAY):
            few, many = (known[Own.name, cases, PLAIN.name, step] for cases in (FEW, MANY))
            found.append(_unchanged(step, few, many))
    return found


def _cpu(cost: Cost) -> str:
    return f"{cost.cpu_laptop:.2f} + {cost.cpu_server:.2f} s"


def _body(cost: Cost) -> int:
    return cost.traffic.body_up + cost.traffic.body_down


def _beside_anki(step: str, most: float, ours: Cost, theirs: Cost) -> Figure:
    ratio = _body(ours) / _body(theirs)
    return Figure(
        f"{step}, {FEW} cases, bytes of bodies",
        f"{ratio:.3f} × Anki",
        f"≤ {most} ×",
        f"{_body(ours):,} B, Anki {_body(theirs):,} B",
        ratio <= most,
    )


def _rural(cost: Cost) -> Figure:
    return Figure(
        f"first sync at {RURAL.name}: usable · whole",
        f"{cost.usable:.1f} s · {cost.seconds:.1f} s",
        "≤ 3 s · ≤ 7 s",
        "",
        cost.usable <= 3 and cost.seconds <= 7,
    )


def _unchanged(step: str, few: Cost, many: Cost) -> Figure:
    ratio = _body(many) / _body(few)
    return Figure(
        f"{step}, {MANY:,} cases, bytes of bodies",
        f"{ratio:.2f} × {FEW} cases",
        "± 10 %",
        f"{_body(many):,} B, {_body(few):,} B; processor {_cpu(many)}, {_cpu(few)}",
        0.9 <= ratio <= 1.1,
    )
