"""A screen of its own with a real window manager, for the few tests that need real focus."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SIZE = "1366x768x24"


class NoDisplayError(RuntimeError):
    """A program that `make setup` installs is missing."""


@contextmanager
def display(folder: Path) -> Iterator[dict[str, str]]:
    """Starts Xvfb and jwm; yields the environment for programs that draw there."""
    for program in ("Xvfb", "jwm"):
        if shutil.which(program) is None:
            raise NoDisplayError(f"{program} is not installed; run: make setup")
    reader, writer = os.pipe()
    server = ["Xvfb", "-displayfd", str(writer), "-screen", "0", SIZE, "-nolisten", "tcp"]
    with subprocess.Popen(server, pass_fds=(writer,), stderr=subprocess.DEVNULL) as xvfb:
        os.close(writer)
        with os.fdopen(reader) as number:
            name = f":{number.readline().strip()}"
        environment = os.environ | {"DISPLAY": name, "QT_QPA_PLATFORM": "xcb"}
        plain = folder / "jwmrc"
        plain.write_text("<?xml version='1.0'?><JWM/>")
        manager = ["jwm", "-f", str(plain)]
        try:
            with subprocess.Popen(manager, env=environment, stderr=subprocess.DEVNULL) as jwm:
                try:
                    yield environment
                finally:
                    jwm.terminate()
        finally:
            xvfb.terminate()
