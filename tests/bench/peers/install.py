"""Installs the peers into build/peers/, for this benchmark alone, at pinned versions with hashes."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
INTO = HERE.parents[2] / "build" / "peers"
PYTHON = INTO / "anki" / "bin" / "python"
MODULES = INTO / "pouchdb" / "node_modules"

_WANTED = (
    HERE / "anki" / "requirements.txt",
    HERE / "pouchdb" / "package.json",
    HERE / "pouchdb" / "package-lock.json",
)


class InstallError(Exception):
    """What is missing, in one line."""


def install() -> None:
    """Takes a fraction of a second when there is nothing to do. Raises InstallError."""
    if not shutil.which("node") or not shutil.which("npm"):
        raise InstallError(
            "PouchDB needs node and npm; please run: sudo apt-get install --no-install-recommends nodejs npm"
        )
    wanted = hashlib.sha256(b"".join(path.read_bytes() for path in _WANTED)).hexdigest()
    stamp = INTO / "stamp"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    shutil.rmtree(INTO, ignore_errors=True)
    print("installing the peers into build/peers/", file=sys.stderr)
    _install_anki()
    _install_pouchdb()
    stamp.write_text(wanted)


def versions() -> dict[str, str]:
    """Package and version of what was installed."""
    modules = {name: MODULES / name / "package.json" for name in ("pouchdb", "express-pouchdb")}
    anki = re.search(r"^anki==(\S+)", _WANTED[0].read_text(), re.MULTILINE)
    assert anki is not None
    return {
        "anki": anki[1],
        **{name: json.loads(file.read_text())["version"] for name, file in modules.items()},
    }


def _install_anki() -> None:
    _run(sys.executable, "-m", "venv", str(INTO / "anki"))
    pip = (str(PYTHON), "-m", "pip", "-qq", "--disable-pip-version-check", "--no-input")
    _run(*pip, "install", "--require-hashes", "--only-binary=:all:", "-r", str(_WANTED[0]))


def _install_pouchdb() -> None:
    folder = INTO / "pouchdb"
    folder.mkdir()
    for path in _WANTED[1:]:
        shutil.copy(path, folder)
    # No package runs a script of its own: LevelDB comes built.
    _run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent", "--prefix", str(folder))


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise InstallError(
            f"{command[0]} could not install the peers: {said[-1] if said else 'no reason given'}"
        )
