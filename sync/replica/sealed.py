"""The folder of sealed copies: every saved command once more, readable by the server alone.

A copy is written as `<device>-<seq>-<hash>.tmp` before its command is committed and renamed to
`<device>-<seq>.sealed` afterwards. Beside it, once the command is answered, `<device>-<seq>.verdict` says
how, under the server's own mark; `<device>.enrolment` is the server's statement of who this laptop is. No key
is needed to list and to deliver them, and a folder of them can be carried by anybody. It fulfils the engine's
CopiesPort.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec

from sync.casework.values import encode
from sync.protocol.copies import make_copy
from sync.protocol.envelope import envelope_hash
from sync.protocol.errors import UNREADABLE
from sync.protocol.messages import CopyItem
from sync.replica.durable import disk_error, private_folder, replace_file, sync_folder, write_new
from sync.replica.identity import Identity

_TEMP = re.compile(r"(\d+)-(\d+)-([0-9a-f]{32})\.tmp")
_FINAL = re.compile(r"(\d+)-(\d+)\.sealed")
_ENROLMENT = re.compile(r"(\d+)\.enrolment")


class Number(NamedTuple):
    """A command's number: device and sequence number."""

    device: int
    seq: int


class Unsettled(NamedTuple):
    """A copy whose command may or may not have been committed."""

    path: Path
    number: Number
    hash: bytes


class Given(NamedTuple):
    """The verdict given to a command, and the server's mark under it."""

    verdict: str = ""
    reason: str = ""
    receipt: bytes = b""


_given = msgspec.msgpack.Decoder(Given)


class SealedFolder:
    """The copies of one profile, or those somebody carries."""

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

    # --- Writing --------------------------------------------------------------------------------------

    def write(self, number: Number, envelope: bytes, me: Identity) -> Path:
        """A copy on the medium, not yet settled. Raises DiskError, and then leaves nothing behind."""
        path = self.folder / f"{number.device}-{number.seq}-{envelope_hash(envelope).hex()}.tmp"
        try:
            private_folder(self.folder)
            path.unlink(missing_ok=True)  # of a save that a crash ended before its commit
            write_new(path, make_copy(me.server_key, me.signing_key, *number, envelope))
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

    def note_verdict(self, number: Number, given: Given) -> None:
        """Puts the verdict beside its copy, if the disk takes it. A start makes good what is missing."""
        if given.receipt and self._given(number) != given and self.path_of(number).exists():
            with suppress(OSError):
                self._verdict_of(number).write_bytes(encode(given))

    def keep_enrolment(self, me: Identity) -> None:
        """Puts the server's statement about this laptop beside its copies. Raises DiskError."""
        path = self.folder / f"{me.device}.enrolment"
        if not me.enrolment or path.exists():
            return
        try:
            private_folder(self.folder)
            replace_file(path, me.enrolment)
        except OSError as error:
            raise disk_error(path, error) from error

    def remove(self, number: Number) -> None:
        self.path_of(number).unlink(missing_ok=True)
        self._verdict_of(number).unlink(missing_ok=True)

    # --- Delivering -----------------------------------------------------------------------------------

    def copied_devices(self) -> tuple[int, ...]:
        """The numbers of the laptops whose copies are here."""
        return tuple(sorted({number.device for number in self.copies()}))

    def copies_after(self, device: int, seq: int, max_items: int, max_bytes: int) -> tuple[CopyItem, ...]:
        """The first copies of a laptop after a number, in order, at least one if there is any."""
        items: list[CopyItem] = []
        size = 0
        for number in self.copies():
            if number.device != device or number.seq <= seq or len(items) == max_items:
                continue
            item = self._item(number)
            size += len(item.copy)
            if items and size > max_bytes:
                break
            items.append(item)
        return tuple(items)

    def enrolments(self) -> tuple[bytes, ...]:
        """The server's own statements of who these laptops are."""
        return tuple((self.folder / m[0]).read_bytes() for m in self._matching(_ENROLMENT))

    def _item(self, number: Number) -> CopyItem:
        given = self._given(number)
        copy = self.path_of(number).read_bytes()
        return CopyItem(number.device, number.seq, copy, given.verdict, given.reason, given.receipt)

    def _given(self, number: Number) -> Given:
        try:
            return _given.decode(self._verdict_of(number).read_bytes())
        except (OSError, *UNREADABLE):
            return Given()

    def _verdict_of(self, number: Number) -> Path:
        return self.path_of(number).with_suffix(".verdict")

    def _matching(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        if not self.folder.is_dir():
            return
        for name in os.listdir(self.folder):
            match = pattern.fullmatch(name)
            if match:
                yield match
