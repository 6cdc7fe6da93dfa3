"""What is on a disk at one instant: taken when a process ends, put back when the next one begins."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

_NOT_KEPT = "-shm"  # SQLite's index of the WAL is memory: the next process makes it anew


class Image:
    """The files of a folder, byte by byte. `unsynced` names what a power cut would take back:
    (old name, new name) of files that were renamed, (None, name) of files that were made.
    """

    def __init__(self, folder: Path, unsynced: Iterable[tuple[str | None, str]] = ()) -> None:
        self._folder = folder
        self._files = {
            file.relative_to(folder): file.read_bytes()
            for file in sorted(folder.rglob("*"))
            if file.is_file() and not file.name.endswith(_NOT_KEPT)
        }
        for before, after in reversed(list(unsynced)):
            self._take_back(before, Path(after))

    def _take_back(self, before: str | None, after: Path) -> None:
        if not after.is_relative_to(self._folder):
            return
        data = self._files.pop(after.relative_to(self._folder), None)
        if data is not None and before is not None:
            self._files[Path(before).relative_to(self._folder)] = data

    def put_back(self) -> None:
        """The folder is again what it was."""
        for file in self._folder.rglob("*"):
            if file.is_file():
                file.unlink()
        for name, data in self._files.items():
            path = self._folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            path.chmod(0o600)
