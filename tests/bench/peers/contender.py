"""What is compared: an office with its server and one laptop, whoever made the program."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple, Protocol

from tests.bench.peers.processes import Program


class Workload(NamedTuple):
    """A field day as documents: cases by identifier, each as the JSON it is and then as it has become.

    `first` is what the laptop gets at its first sync; it changes `decided` itself.
    """

    first: dict[str, str]
    decided: dict[str, str]
    changed: dict[str, str]
    new: dict[str, str]
    gone: list[str]

    def after(self) -> dict[str, str]:
        """What both ends hold when the day has been synced."""
        left = {id_: case for id_, case in self.first.items() if id_ not in self.gone}
        return left | self.decided | self.changed | self.new


class Contender(Protocol):
    """A running server that holds the cases of one laptop. `laptop` and `server` are their folders."""

    name: str
    pid: int
    port: int
    laptop_folder: Path
    server_folder: Path

    def laptop(self, url: str) -> Program:
        """The laptop's program, just started, known to the server, not connected; it does `sync`."""

    def field_day(self) -> None:
        """Work at the laptop, which isn't running, and at the office."""

    def check(self, laptop: Program, answer: dict[str, Any]) -> None:
        """That all has arrived by the field day's sync, of which this is the answer. Raises RuntimeError."""
