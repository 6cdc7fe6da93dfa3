"""Recording what a process does to its files, by strace: every call, as the kernel sees it.

Nothing of the product is changed or wrapped, and neither Python's writes nor SQLite's can escape; a library
between them and the system would have to be compiled first, and misses what calls the system by itself.
Writes to mapped memory are not seen: only SQLite's `-shm` may be mapped for writing, which every start makes
anew.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.power.medium import Create, MakeFolder, Medium, Remove, Rename, Said, Step, Sync, Truncate, Write

_CALLS = (
    *("openat", "write", "pwrite64", "writev", "pwritev", "pwritev2", "lseek", "ftruncate", "truncate"),
    *("fallocate", "fsync", "fdatasync", "rename", "renameat", "renameat2", "unlink", "unlinkat"),
    *("mkdir", "mkdirat", "rmdir", "link", "linkat", "symlink", "symlinkat", "mmap", "sendfile"),
    *("copy_file_range", "creat", "open"),
)
_LINE = re.compile(r"(?P<pid>\d+) +(?P<call>\w+)\((?P<arguments>.*)\) += (?P<result>-?\w+)(?P<rest>.*)")
_BEGUN = re.compile(r"(?P<pid>\d+) +(?P<begun>.*) <unfinished \.\.\.>$")
_RESUMED = re.compile(r"(?P<pid>\d+) +<\.\.\. \w+ resumed>(?P<rest>.*)$")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_DESCRIPTOR = re.compile(r"(\d+)<((?:\\x[0-9a-f]{2})*)>")
STDOUT = 1


class NotRecordableError(RuntimeError):
    """strace isn't here or may not trace, or the process did what this recorder doesn't understand."""


def traced(command: Iterable[str], log: Path) -> list[str]:
    """The command that runs `command` and records it into `log`."""
    options = ("-f", "--seccomp-bpf", "-qq", "-y", "-xx", "-s", "100000000", "-e", "signal=none")
    return ["strace", *options, "-e", f"trace={','.join(_CALLS)}", "-o", str(log), *command]


def check_usable() -> None:
    """Raises NotRecordableError, with what to do about it."""
    try:
        tried = subprocess.run(
            traced(["true"], Path("/dev/null")), capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        raise NotRecordableError("strace is not installed: run `make setup`") from None
    if tried.returncode:
        raise NotRecordableError(f"strace may not trace here: {tried.stderr.strip()}")


def steps(log: Path, folder: Path) -> list[Step]:
    """What the recorded processes did below `folder`, in order. Raises NotRecordableError."""
    reader = _Reader(folder)
    for line in _whole_lines(log.read_text().splitlines()):
        reader.read(line)
    return reader.steps


def _whole_lines(lines: Iterable[str]) -> Iterator[str]:
    """A call that another thread's interrupted is told in two halves; it counts where it ended."""
    begun: dict[str, str] = {}
    for line in lines:
        if half := _BEGUN.match(line):
            begun[half["pid"]] = half["begun"]
        elif rest := _RESUMED.match(line):
            yield f"{rest['pid']} {begun.pop(rest['pid'])}{rest['rest']}"
        else:
            yield line


class _Reader:
    """Turns calls into steps. Offsets of plain writes are followed by descriptor."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._there = Medium()
        self._at: dict[str, int] = {}
        self.steps: list[Step] = []

    def read(self, line: str) -> None:
        call = _LINE.match(line)
        if call is None or call["result"].startswith("-") or call["result"] == "?":
            return
        found = self._step(call["call"], call["arguments"], call["result"])
        for step in found:
            self._there.apply(step)
            self.steps.append(step)

    def _step(self, call: str, arguments: str, result: str) -> Iterator[Step]:
        if call == "mmap":
            self._check_mapping(arguments)
            return
        texts = [_plain(text) for text in _TEXT.findall(arguments)]
        descriptor = _DESCRIPTOR.match(arguments)
        if descriptor is not None:
            yield from self._on_descriptor(call, arguments, descriptor, texts, result)
            return
        paths = [self._inside(text.decode()) for text in texts]
        match call, paths:
            case "openat" | "open" | "creat", [str(path)]:
                self._at[result.partition("<")[0]] = 0
                yield from self._opened(path, arguments)
            case "mkdir" | "mkdirat", [str(path)]:
                if path != ".":  # the recorded folder itself
                    yield MakeFolder(path)
            case "unlink" | "unlinkat" | "rmdir", [str(path)]:
                yield Remove(path)
            case "rename" | "renameat" | "renameat2", [str(path), str(to)]:
                if Path(path).parent != Path(to).parent:
                    raise NotRecordableError(f"renamed from one folder to another: {path} to {to}")
                yield Rename(path, to)
            case _, [*_] if any(path is not None for path in paths):
                raise NotRecordableError(f"{call}: {paths}")

    def _check_mapping(self, arguments: str) -> None:
        mapped = _DESCRIPTOR.search(arguments)
        if mapped and "MAP_SHARED" in arguments and "PROT_WRITE" in arguments:
            path = self._inside(_plain(mapped[2]).decode())
            if path is not None:
                raise NotRecordableError(f"mapped for writing: {path}")

    def _opened(self, path: str, arguments: str) -> Iterator[Step]:
        if "O_APPEND" in arguments:
            raise NotRecordableError(f"opened for appending: {path}")
        if "O_CREAT" in arguments and not self._there.exists(path):
            yield Create(path)
        elif "O_TRUNC" in arguments:
            yield Truncate(path, 0)

    def _on_descriptor(
        self, call: str, arguments: str, descriptor: re.Match[str], texts: list[bytes], result: str
    ) -> Iterator[Step]:
        number, name = descriptor[1], _plain(descriptor[2]).decode()
        if call == "write" and int(number) == STDOUT:
            yield from (Said(line) for line in texts[0].decode().splitlines())
            return
        path = self._inside(name)
        if path is None or arguments.startswith(f"{descriptor[0]}(deleted)"):
            return
        last = arguments.rpartition(", ")[2]
        match call:
            case "write":
                at = self._at[number]
                self._at[number] = at + int(result)
                yield Write(path, at, texts[0][: int(result)])
            case "pwrite64":
                yield Write(path, int(last), texts[0][: int(result)])
            case "lseek":
                self._at[number] = int(result)
            case "ftruncate":
                yield Truncate(path, int(last))
            case "fsync" | "fdatasync":
                yield Sync(path)
            case _:
                raise NotRecordableError(f"{call} on {path}")

    def _inside(self, name: str) -> str | None:
        """The path below the folder; None for what lies elsewhere, and for SQLite's index of a WAL."""
        path = Path(name)
        if not path.is_relative_to(self._folder) or path.name.endswith("-shm"):
            return None
        return str(path.relative_to(self._folder))


def _plain(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))
