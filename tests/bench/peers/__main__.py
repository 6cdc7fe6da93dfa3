"""`python -m tests.bench.peers [cases …]`: this engine, Anki and PouchDB at the same work, as tables.

With numbers of cases only those sizes are measured, and what compares others is left out.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.peers import own, peer
from tests.bench.peers.contender import Contender
from tests.bench.peers.install import InstallError, install, versions
from tests.bench.peers.measuring import PLAIN, RURAL, Line, costs
from tests.bench.peers.report import FEW, MANY, Run, figures, show_runs
from tests.bench.table import keep, show

RESULTS = Path("build/bench/sync.json")


def main(sizes: list[int]) -> int:
    """Status 1 when a figure was not reached, 2 when the peers can't be installed."""
    try:
        install()
    except InstallError as error:
        print(error, file=sys.stderr)
        return 2
    known = versions()
    print(", ".join(f"{name} {number}" for name, number in known.items()))
    runs: list[Run] = []
    for size in sizes:
        with TemporaryDirectory(prefix="erap-peers-") as folder:
            of_size = _runs(Path(folder), size)
        show_runs(of_size)
        runs += of_size
    found = figures(runs)
    if found:
        show("Beside the peers", found)
    keep({"Beside the peers": found}, RESULTS, versions=known, runs=[run.plain() for run in runs])
    return 1 if any(figure.met is False for figure in found) else 0


def _runs(folder: Path, size: int) -> list[Run]:
    """Everybody at one size over both lines; what this engine does first is what the others do after it."""
    store = own.prepare(folder / "store", size)
    runs: list[Run] = []
    for number, line in enumerate((PLAIN, RURAL)):
        with own.running(folder / f"own-{number}", store) as ours:
            runs += _measured(ours, size, line)
            workload = ours.workload()
        for kind in (peer.ANKI, peer.POUCHDB):
            with peer.running(folder / f"{kind.name}-{number}", kind, workload) as theirs:
                runs += _measured(theirs, size, line)
    return runs


def _measured(office: Contender, size: int, line: Line) -> list[Run]:
    return [Run(office.name, size, line.name, cost) for cost in costs(office, line)]


if __name__ == "__main__":
    sys.exit(main([int(size) for size in sys.argv[1:]] or [FEW, MANY]))
