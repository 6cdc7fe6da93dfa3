"""A copy of the code with one line made worse, which a test must notice. The product has no switch."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def mutated(target: Path, file: str, line: str, worse: str) -> Path:
    """A folder to run Python in, where `line` of `file` (below `sync`) is `worse`.

    Raises ValueError when the line isn't there exactly once: the mutant has to follow the code.
    """
    target.mkdir()
    for name in ("erap_desktop", "resources", "tests"):
        (target / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "sync", target / "sync", ignore=shutil.ignore_patterns("__pycache__"))
    path = target / file
    text = path.read_text()
    if text.count(line) != 1:
        raise ValueError(f"{file} has this line {text.count(line)} times: {line}")
    path.write_text(text.replace(line, worse))
    return target
