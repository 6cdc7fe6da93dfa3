"""How many wrong passphrases there were in a row, across restarts.

This guards against somebody at the keyboard. Whoever can edit the profile can copy it and guess elsewhere;
against that stand the cost of Argon2id and the device secret. So the counter may fail open: a full disk or a
damaged counter never keeps the right passphrase out, and never traces back.

A wrong passphrase is counted after it was found wrong, not before it is tried: a program that is killed while
it checks the right one must not come nearer to destroying the slot.
"""

import math
from pathlib import Path
from typing import Annotated, Final

import msgspec

from erap_desktop.vault import checked
from erap_desktop.vault.disk import Disk, put

NAME: Final = "vault.attempts.json"

LIMIT: Final = 10
"""Wrong passphrases in a row after which the slot is destroyed. NIST SP 800-63B-4 section 3.2.2 allows no
more than 100; ten is this project's choice."""

DELAYS: Final = {3: 1, 4: 2, 5: 4, 6: 8, 7: 15, 8: 30, 9: 60}
"""Seconds to wait after the n-th wrong passphrase in a row: a pause to think before the slot is lost."""


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Wrong passphrases in a row for one slot, and when the last one was (milliseconds UTC)."""

    slot_id: Annotated[bytes, msgspec.Meta(min_length=16, max_length=16)]
    failures: Annotated[int, msgspec.Meta(ge=0, le=1000)]
    last_ms: int


def delay_after(failures: int) -> int:
    """Seconds to wait after so many wrong passphrases."""
    return DELAYS.get(min(failures, max(DELAYS)), 0)


class Attempts:
    """The counter of a profile. What cannot be written is at least remembered while the program runs."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self._path = folder / NAME
        self._disk = disk
        self._unwritten: Record | None = None

    def failures(self, slot_id: bytes) -> int:
        """Wrong passphrases in a row for this slot; 0 for another slot's, a missing or a damaged counter."""
        return self._record(slot_id).failures

    def wait(self, slot_id: bytes, now: float) -> int:
        """Whole seconds until a passphrase is looked at again, never more than the pause itself. `now` in
        seconds UTC."""
        record = self._record(slot_id)
        delay = delay_after(record.failures)
        left_ms = record.last_ms + delay * 1000 - _ms(now)
        return min(delay, max(0, math.ceil(left_ms / 1000)))

    def follow_clock(self, slot_id: bytes, now: float) -> None:
        """If the clock was set back behind the last wrong passphrase, start the pause anew from now, so that
        it ends. If that cannot be written down there is no pause: nobody is locked out by a full disk."""
        record = self._record(slot_id)
        if record.failures and _ms(now) < record.last_ms:
            self._write(msgspec.structs.replace(record, last_ms=_ms(now)))
            if self._unwritten is not None:
                self._unwritten = msgspec.structs.replace(record, last_ms=0)

    def count(self, slot_id: bytes, now: float) -> int:
        """One more wrong passphrase. The new number in a row."""
        failures = min(self._record(slot_id).failures + 1, 1000)
        self._write(Record(slot_id, failures, _ms(now)))
        return failures

    def reset(self) -> None:
        """The right passphrase was given. Removing a file works on a full disk, too."""
        self._unwritten = None
        try:
            self._disk.remove(self._path)
        except OSError:
            return  # the old number stays: pauses may come early, until one removal succeeds

    def _record(self, slot_id: bytes) -> Record:
        known = [r for r in (self._unwritten, self._read()) if r is not None and r.slot_id == slot_id]
        return max(known, key=lambda record: record.failures, default=Record(slot_id, 0, 0))

    def _read(self) -> Record | None:
        try:
            return checked.decode(checked.unwrap(self._disk.read(self._path, checked.LARGEST + 1)), Record)
        except (OSError, checked.NotWhole):
            return None

    def _write(self, record: Record) -> None:
        try:
            put(self._disk, self._path, checked.wrap(msgspec.json.encode(record)))
            self._unwritten = None
        except OSError:
            self._unwritten = record


def _ms(now: float) -> int:
    return int(now * 1000)
