"""A central server as a process of its own, for everything that needs one: screens, pictures, benchmarks.

central("users", data=folder)               one command on a store; what it printed
with serving(folder) as port: …             the server on that store, ended with the context
"""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

START_SECONDS = 30
_CENTRAL = (sys.executable, "-m", "sync.central.commands")


def central(*arguments: str, data: Path, database_url: str | None = None) -> str:
    """Runs one `erap-central` command and returns what it printed. Raises CalledProcessError."""
    command = [*_CENTRAL, *arguments, *_store(data, database_url)]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=600).stdout


def start_server(
    data: Path, port: int, *options: str, database_url: str | None = None
) -> subprocess.Popen[bytes]:
    """Starts the server and waits until it listens; what it says goes to a log beside the store."""
    command = [*_CENTRAL, "serve", "--port", str(port), *_store(data, database_url), *options]
    log = data.with_suffix(".log")
    with log.open("ab") as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT)
    wait_for(process, port, log)
    return process


@contextmanager
def serving(data: Path, *options: str, database_url: str | None = None) -> Iterator[int]:
    """A running server on a free port, which is yielded."""
    port = free_port()
    process = start_server(data, port, *options, database_url=database_url)
    try:
        yield port
    finally:
        process.terminate()
        process.wait(20)


def wait_for(process: subprocess.Popen[Any], port: int, log: Path) -> None:
    """Waits until somebody listens on the port. Raises AssertionError with the log when nobody does."""
    deadline = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    process.kill()
    raise AssertionError(f"the server did not start: {log.read_text() if log.exists() else ''}")


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _store(data: Path, database_url: str | None) -> list[str]:
    return ["--data", str(data), *(["--database-url", database_url] if database_url else [])]
