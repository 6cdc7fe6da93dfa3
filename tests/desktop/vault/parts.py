"""What the vault's tests put in the place of the clock, a keychain and a failing disk."""

import errno
import threading
from pathlib import Path
from typing import Final

from erap_desktop.vault.derive import Cost
from erap_desktop.vault.disk import LocalDisk
from erap_desktop.vault.keychains import Keychain

CHEAP: Final = Cost(memory_kib=19 * 1024, passes=2, lanes=4)
"""The floor, with lanes for speed. What the tests are about does not depend on the cost."""

PASSPHRASE: Final = "four green apples"
OTHER: Final = "seven yellow pears"
WRONG: Final = "not this one at all"


class Clock:
    """Seconds UTC that pass only when told to."""

    def __init__(self, now: float = 1_800_000_000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now

    def pass_(self, seconds: float) -> None:
        self.now += seconds


class MemoryBackend:
    """A keyring backend that keeps its entries in a dictionary."""

    def __init__(self) -> None:
        self.entries: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.entries[(service, username)] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.entries[(service, username)]


class ForgetfulBackend(MemoryBackend):
    """Takes a password and gives back another."""

    def get_password(self, service: str, username: str) -> str | None:
        return "c29tZXRoaW5nIGVsc2U="


class FailingBackend(MemoryBackend):
    """Raises an exception of its own, as D-Bus does."""

    def get_password(self, service: str, username: str) -> str | None:
        raise LookupError("the bus is gone")


class SilentBackend(MemoryBackend):
    """Never answers until released, as a locked Secret Service without a prompt."""

    def __init__(self) -> None:
        super().__init__()
        self.released = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.released.wait()
        return None


def finder(backend: MemoryBackend | None, timeout: float = 5.0) -> "Finder":
    """What a vault asks for its keychain, answering with this backend."""
    return Finder(backend, timeout)


class Finder:
    """A keychain that can be taken away by setting `backend` to None."""

    def __init__(self, backend: MemoryBackend | None, timeout: float) -> None:
        self.backend = backend
        self.timeout = timeout

    def __call__(self, name: str | None) -> Keychain | None:
        if self.backend is None or name not in (None, "secret-service"):
            return None
        return Keychain(self.backend, "secret-service", self.timeout)


class PowerCut(BaseException):
    """The machine is off. Not an Exception: nothing in the program may handle it."""


class CountingDisk(LocalDisk):
    """A disk on which something happens at the n-th step; reads count only where they make a difference."""

    def __init__(self, at: int | None = None, count_reads: bool = False) -> None:
        self.steps = 0
        self.at = at
        self.count_reads = count_reads

    def read(self, path: Path, limit: int) -> bytes:
        if self.count_reads:
            self.step("read")
        return super().read(path, limit)

    def create(self, path: Path) -> int:
        self.step("create")
        return super().create(path)

    def write(self, file: int, data: bytes) -> int:
        half = super().write(file, data[: len(data) // 2 + 1])
        self.step("write")
        return half

    def sync(self, file: int) -> None:
        self.step("sync")
        super().sync(file)

    def replace(self, source: Path, target: Path) -> None:
        self.step("replace")
        super().replace(source, target)

    def sync_folder(self, folder: Path) -> None:
        self.step("sync_folder")
        super().sync_folder(folder)

    def remove(self, path: Path) -> None:
        self.step("remove")
        super().remove(path)

    def step(self, name: str) -> None:
        self.steps += 1
        if self.steps == self.at:
            self.happen(name)

    def happen(self, name: str) -> None:
        """What happens; nothing on a sound disk."""


class FailingDisk(CountingDisk):
    """Fails once, at the n-th step, reads included."""

    def __init__(self, at: int, number: int) -> None:
        super().__init__(at, count_reads=True)
        self.number = number

    def happen(self, name: str) -> None:
        raise OSError(self.number, "disk trouble")


class FullDisk(CountingDisk):
    """Full from the n-th step on: what needs space fails; reading and removing do not."""

    def step(self, name: str) -> None:
        self.steps += 1
        if self.steps >= (self.at or 0) and name != "remove":
            raise OSError(errno.ENOSPC, "disk trouble")


class CrashingDisk(CountingDisk):
    """Loses power at the n-th step, and with it whatever was not yet on the medium.

    A file's content counts from its `sync`, a rename from `sync_folder`. File systems differ in whether an
    unsynced rename survives: `renames_last` says which kind this is.
    """

    def __init__(self, at: int | None, renames_last: bool) -> None:
        super().__init__(at)
        self.renames_last = renames_last
        self._unsynced: dict[int, Path] = {}
        self._renamed: list[tuple[Path, bytes | None]] = []

    def create(self, path: Path) -> int:
        file = super().create(path)
        self._unsynced[file] = path
        return file

    def sync(self, file: int) -> None:
        super().sync(file)
        self._unsynced.pop(file, None)

    def replace(self, source: Path, target: Path) -> None:
        self.step("replace")
        self._renamed.append((target, target.read_bytes() if target.exists() else None))
        LocalDisk.replace(self, source, target)
        for file, path in self._unsynced.items():
            if path == source:
                self._unsynced[file] = target

    def sync_folder(self, folder: Path) -> None:
        super().sync_folder(folder)
        self._renamed.clear()

    def happen(self, name: str) -> None:
        for path in self._unsynced.values():
            path.write_bytes(b"")
        if not self.renames_last:
            for target, before in reversed(self._renamed):
                if before is None:
                    target.unlink(missing_ok=True)
                else:
                    target.write_bytes(before)
        raise PowerCut
