"""The folder of sealed copies: every saved command once more, readable by the server alone.

A copy is written as `<device>-<seq>-<hash>.tmp` before its command is committed and renamed to
`<device>-<seq>.sealed` afterwards. No data key is needed to list and to deliver them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sync.protocol.envelope import envelope_hash
from sync.protocol.sealing import seal
from sync.replica.durable import disk_error, private_folder, sync_folder, write_new

_TEMP = re.compile(r"(\d+)-(\d+)-([0-9a-f]{32})\.tmp")
_FINAL = re.compile(r"(\d+)-(\d+)\.sealed")


class Number(NamedTuple):
    """A command's number: device and sequence number."""

    device: int
    seq: int


class Unsettled(NamedTuple):
    """A copy whose command may or may not have been committed."""

    path: Path
    number: Number
    hash: bytes


def bound_to(device: int, seq: int) -> bytes:
    """What a sealed copy is bound to (its associated data): `<device>|<seq>`."""
    return f"{device}|{seq}".encode()


class SealedFolder:
    """The copies of one profile."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path_of(self, number: Number) -> Path:
        return self.folder / f"{number.device}-{number.seq}.sealed"

    def copies(self) -> dict[Number, Path]:
        """Every settled copy, in the order of its number."""
        found = {Number(int(m[1]), int(m[2])): self.folder / m[0] for m in self._matching(_FINAL)}
        return dict(sorted(found.items()))

    def unsettled(self) -> list[Unsettled]:
        return [
            Unsettled(self.folder / m[0], Number(int(m[1]), int(m[2])), bytes.fromhex(m[3]))
            for m in self._matching(_TEMP)
        ]

    def write(self, number: Number, envelope: bytes, server_key: bytes) -> Path:
        """A copy on the medium, not yet settled. Raises DiskError, and then leaves nothing behind."""
        path = self.folder / f"{number.device}-{number.seq}-{envelope_hash(envelope).hex()}.tmp"
        try:
            private_folder(self.folder)
            path.unlink(missing_ok=True)  # of a save that a crash ended before its commit
            write_new(path, seal(server_key, envelope, bound_to(*number)))
        except OSError as error:
            raise disk_error(path, error) from error
        return path

    def settle(self, temp: Path, number: Number) -> None:
        """Gives a copy its final name, once its command is committed. Raises DiskError."""
        final = self.path_of(number)
        try:
            os.replace(temp, final)
        except FileNotFoundError as error:
            if not final.exists():  # else another process settled it
                raise disk_error(final, error) from error
        except OSError as error:
            raise disk_error(final, error) from error

    def sync(self) -> None:
        """Names are on the medium when this returns. Raises DiskError."""
        try:
            sync_folder(self.folder)
        except OSError as error:
            raise disk_error(self.folder, error) from error

    def remove(self, number: Number) -> None:
        self.path_of(number).unlink(missing_ok=True)

    def _matching(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        if not self.folder.is_dir():
            return
        for name in os.listdir(self.folder):
            match = pattern.fullmatch(name)
            if match:
                yield match
