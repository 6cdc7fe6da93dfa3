"""A medium as strict as POSIX lets it be: only what was fsynced is sure, all else may be there or not.

    content   sure after fsync of the file; until then any write may be missing, torn, or alone
    a name    sure after fsync of its folder, also that of a new file; until then the newest changes of a
              folder may be missing (in their order: folders are journals)

`after_cut` draws one of the states that a power cut may leave. Killing a process proves none of this: the
page cache survives it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Literal, NamedTuple

SECTOR = 512  # what a drive writes whole

Loss = Literal["nothing", "unsynced", "torn", "reordered"]
LOSSES: tuple[Loss, ...] = ("unsynced", "torn", "reordered", "nothing")


class Write(NamedTuple):
    """Bytes put at an offset of a file."""

    path: str
    offset: int
    data: bytes


class Truncate(NamedTuple):
    """A file cut, or filled with zeros, to a size."""

    path: str
    size: int


class Create(NamedTuple):
    """A new, empty file."""

    path: str


class MakeFolder(NamedTuple):
    """A new, empty folder."""

    path: str


class Rename(NamedTuple):
    """Another name in the same folder."""

    path: str
    to: str


class Remove(NamedTuple):
    """A name that is gone."""

    path: str


class Sync(NamedTuple):
    """fsync or fdatasync of a file or a folder."""

    path: str


class Said(NamedTuple):
    """What the process told its user: from here on it must be true."""

    text: str


Step = Write | Truncate | Create | MakeFolder | Rename | Remove | Sync | Said


@dataclass
class _File:
    content: bytearray = field(default_factory=bytearray)
    unsynced: list[Write | Truncate] = field(default_factory=list)


@dataclass
class _Folder:
    names: dict[str, _File | _Folder] = field(default_factory=dict)
    unsynced: list[dict[str, _File | _Folder | None]] = field(default_factory=list)

    def now(self) -> dict[str, _File | _Folder]:
        """The names as a running process sees them."""
        return _renamed(self.names, self.unsynced)


class Medium:
    """The files below one folder, empty at first. Paths are relative to it."""

    def __init__(self) -> None:
        self._root = _Folder()

    def apply(self, step: Step) -> None:
        """One step of the recording."""
        match step:
            case Write() | Truncate():
                self._file(step.path).unsynced.append(step)
            case Create():
                self._change(step.path, {_name(step.path): _File()})
            case MakeFolder():
                self._change(step.path, {_name(step.path): _Folder()})
            case Rename():
                found = self._find(step.path)
                self._change(step.path, {_name(step.path): None, _name(step.to): found})
            case Remove():
                self._change(step.path, {_name(step.path): None})
            case Sync():
                _sync(self._find(step.path))
            case Said():
                pass

    def exists(self, path: str) -> bool:
        """As a running process sees it."""
        try:
            self._find(path)
        except KeyError:
            return False
        return True

    def after_cut(self, target: Path, loss: Loss, chance: Random) -> None:
        """Writes one state that a power cut at this moment may leave into a folder of its own."""
        _leave(self._root, target, loss, chance)

    def _find(self, path: str) -> _File | _Folder:
        found: _File | _Folder = self._root
        for part in Path(path).parts:
            if not isinstance(found, _Folder):
                raise KeyError(path)
            found = found.now()[part]
        return found

    def _file(self, path: str) -> _File:
        found = self._find(path)
        assert isinstance(found, _File), path
        return found

    def _change(self, path: str, names: dict[str, _File | _Folder | None]) -> None:
        folder = self._find(str(Path(path).parent))
        assert isinstance(folder, _Folder), path
        folder.unsynced.append(names)


def _name(path: str) -> str:
    return Path(path).name


def _renamed(
    names: dict[str, _File | _Folder], changes: list[dict[str, _File | _Folder | None]]
) -> dict[str, _File | _Folder]:
    merged: dict[str, _File | _Folder | None] = dict(names)
    for change in changes:
        merged |= change
    return {name: found for name, found in merged.items() if found is not None}


def _sync(found: _File | _Folder) -> None:
    if isinstance(found, _Folder):
        found.names = found.now()
    else:
        for step in found.unsynced:
            _put(found.content, step)
    found.unsynced.clear()


def _put(content: bytearray, step: Write | Truncate) -> None:
    if isinstance(step, Truncate):
        content[step.size :] = bytes(max(0, step.size - len(content)))
        return
    content += bytes(max(0, step.offset - len(content)))
    content[step.offset : step.offset + len(step.data)] = step.data


def _leave(folder: _Folder, target: Path, loss: Loss, chance: Random) -> None:
    target.mkdir()
    kept = {"nothing": len(folder.unsynced), "unsynced": 0}.get(loss, chance.randint(0, len(folder.unsynced)))
    for name, found in _renamed(folder.names, folder.unsynced[:kept]).items():
        if isinstance(found, _Folder):
            _leave(found, target / name, loss, chance)
        else:
            (target / name).write_bytes(_left_of(found, loss, chance))


def _left_of(file: _File, loss: Loss, chance: Random) -> bytes:
    content = bytearray(file.content)
    for step in _surviving(file.unsynced, loss, chance):
        _put(content, step)
    return bytes(content)


def _surviving(steps: list[Write | Truncate], loss: Loss, chance: Random) -> list[Write | Truncate]:
    match loss:
        case "nothing":
            return steps
        case "unsynced":
            return []
        case "torn":
            kept = steps[: chance.randint(0, len(steps))]
            return [*kept[:-1], *map(_half, kept[-1:])]
        case "reordered":
            kept = [step for step in steps if chance.random() < 0.5]
            return [_half(step) if chance.random() < 0.2 else step for step in kept]


def _half(step: Write | Truncate) -> Write | Truncate:
    """The first sectors of a write, about half of them."""
    if isinstance(step, Truncate):
        return step
    border = (step.offset + len(step.data) // 2) // SECTOR * SECTOR
    return step._replace(data=step.data[: max(0, border - step.offset)])
