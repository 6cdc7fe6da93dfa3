"""The two processes of a comparison, and what each of them costs."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.server_process import free_port, wait_for

_TICKS = os.sysconf("SC_CLK_TCK")


class Program:
    """A client as a process of its own: one JSON object a line in, one out."""

    def __init__(self, command: Sequence[str], log: Path, environment: Mapping[str, str]) -> None:
        self._log = log
        with log.open("ab") as errors:
            self._process = subprocess.Popen(
                command,
                env={**os.environ, **environment},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )
        self.pid = self._process.pid

    def __enter__(self) -> Program:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets it end in order."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def ask(self, do: str, **more: str) -> dict[str, Any]:
        """Has one thing done and waits for it. Raises RuntimeError when the client ends instead."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"do": do, **more}) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"the client ended: {self._log.read_text()[-2000:]}")
        answer: dict[str, Any] = json.loads(line)
        return answer


@contextmanager
def server(command: Sequence[str], environment: Mapping[str, str], log: Path) -> Iterator[tuple[int, int]]:
    """A running server: its process id, and its port, for which PORT stands in command and environment."""
    port = free_port()
    named = {name: value.replace("PORT", str(port)) for name, value in environment.items()}
    with log.open("ab") as out:
        process = subprocess.Popen(
            [part.replace("PORT", str(port)) for part in command],
            env={**os.environ, **named},
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_for(process, port, log)
        yield process.pid, port
    finally:
        process.terminate()
        process.wait(20)


def cpu_seconds(pid: int) -> float:
    """Processor time of all threads so far, in hundredths of a second."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def forget_peak(pid: int) -> None:
    """From now on `peak_memory` is that of what follows."""
    Path(f"/proc/{pid}/clear_refs").write_text("5")


def peak_memory(pid: int) -> int:
    """The most memory that the process has held, in bytes."""
    status = Path(f"/proc/{pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024


def disk(folder: Path) -> int:
    """Bytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
