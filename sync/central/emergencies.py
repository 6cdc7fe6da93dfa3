"""The commands of `erap-central` for bad days, and for the day before: backup, restored, deposit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from sync.central import deposit
from sync.central.backup import back_up
from sync.central.commands import CommandError
from sync.central.operations import opened
from sync.central.restored import declare
from sync.central.service import Central
from sync.protocol.carried import SUFFIX, NotCarriedError, read_carried
from sync.protocol.messages import DepositAnswer

_WHY = {
    "unknown_device": "of a laptop that is not known here",
    "other_key": "sealed to a key that is not in the keys folder",
    "damaged": "damaged",
    "not_signed": "not signed by the laptop it names",
    "fork": "another command has its number; kept until its laptop is enrolled again",
}


def backup(data: Path, url: str | None, folder: Path) -> int:
    """Copies the store while it serves."""
    with opened(data, url) as central:
        central.sequence_audit()
        done = back_up(central, folder)
    print(f"backed up to {done.path}: {sum(done.covers.values())} commands of {len(done.covers)} laptops")
    print(f"the keys in {data / 'keys'} are not in it: keep a copy of them in another place")
    return 0


def restored(data: Path, url: str | None) -> int:
    """Tells every laptop that the store was put back."""
    with opened(data, url) as central:
        declare(central, "operator")
    print("declared: each laptop now brings what this store has lost, and fetches its cases anew")
    return 0


def take_in(data: Path, url: str | None, paths: Sequence[Path]) -> int:
    """Takes in copies that were carried here. Status 1 when any of them was not."""
    whole = True
    with opened(data, url) as central:
        for path in _files(paths):
            answer = _take_file(central, path)
            print(f"{path.name}: {_said(answer)}")
            whole &= not (answer.refused or answer.unknown)
    return 0 if whole else 1


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        found = sorted(path.glob(f"*{SUFFIX}")) if path.is_dir() else [path]
        if not found:
            raise CommandError(f"{path}: no sealed copies (*{SUFFIX}) in this folder")
        yield from found


def _take_file(central: Central, path: Path) -> DepositAnswer:
    try:
        request = read_carried(path.read_bytes())
    except NotCarriedError as error:
        raise CommandError(f"{path}: {error}; nothing of it was taken in") from error
    deposit.enrol_again(central, request.laptops)
    return deposit.take(central, 0, request)


def _said(answer: DepositAnswer) -> str:
    parts = [f"laptop {device} is known up to {seq}" for device, seq in sorted(answer.known.items())]
    parts += [f"laptop {device} is not known here, nothing of it was taken in" for device in answer.unknown]
    parts += [f"{device}-{seq} waits for the one before it" for device, seq in answer.waiting]
    parts += [f"{device}-{seq} {_WHY.get(why, why)}" for device, seq, why in answer.refused]
    return "; ".join(parts)
