"""`python -m tests.bench [part …]`: runs the parts named, or all, and prints one table."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.table import Figure, keep, show

PARTS = {
    "wire": "On the wire",
    "local": "On the laptop's disk",
    "window": "On the screen",
    "server": "At the server",
}


def main(names: list[str]) -> int:
    """Status 1 when a figure was not reached."""
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        print(f"unknown part {unknown[0]}; known: {', '.join(PARTS)}", file=sys.stderr)
        return 2
    parts: dict[str, list[Figure]] = {}
    for name in names or PARTS:
        with TemporaryDirectory(prefix="erap-bench-") as folder:
            parts[PARTS[name]] = import_module(f"tests.bench.{name}").run(Path(folder))
        show(PARTS[name], parts[PARTS[name]])
    keep(parts)
    return 1 if any(figure.met is False for figures in parts.values() for figure in figures) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
