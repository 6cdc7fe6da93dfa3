"""Makes a copy of the code with one line changed, and sends something after it until a promise breaks."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from tests.mutated import mutated
from tests.zoo.mutants import Mutant

_PROMISE = re.compile(r"I\d+: ")
BUDGET = 60  # seeds; the unchanged code passes the same ones in tests/simulation


class Killed(NamedTuple):
    """How a mutant ended: by which promise, after how many seeds. `by` is '' when it lives."""

    mutant: Mutant
    by: str
    seeds: int

    @property
    def by_promise(self) -> bool:
        """An error that is no broken promise is an accident, and proves nothing."""
        return bool(self.by if self.mutant.test else _PROMISE.match(self.by))


def kill(mutant: Mutant, template: Path, folder: Path) -> Killed:
    """Hunts one mutant in `folder`, which must not exist yet.

    Raises ValueError when its line is not there exactly once: the code has moved on, the zoo has not.
    """
    mutated(folder, mutant.file, mutant.old, mutant.new)
    if mutant.test:
        return Killed(mutant, _failed(mutant.test, folder), 0)
    arguments = [str(template), str(BUDGET), *(["--clocks"] if mutant.clocks else [])]
    found = _python(folder, "tests.zoo.hunt", *arguments)
    if found.returncode != 0:
        raise AssertionError(f"{mutant.name}: {found.stderr[-2000:]}")
    answer = json.loads(found.stdout.splitlines()[-1])
    return Killed(mutant, answer["broken"], answer["seeds"])


def _failed(test: str, folder: Path) -> str:
    """The test's name when it fails, as it should; '' when it passes."""
    done = _python(folder, "pytest", "-q", "-x", "-p", "no:cacheprovider", test)
    if done.returncode not in (0, 1):
        raise AssertionError(done.stdout[-2000:])
    return test.rpartition("::")[2] if done.returncode == 1 else ""


def _python(folder: Path, module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
