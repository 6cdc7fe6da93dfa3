"""Delivering sealed copies without the passphrase: over the line, onto a stick, or for a colleague from one.

A key of its own lies in the clear in the profile, `deposit.key`. It may bring copies to the server and read
nothing; the copies themselves can be opened by nobody but the server.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

import msgspec

from erap_desktop.services.errors import ServiceError
from erap_desktop.services.session import Session, utc_now
from sync.casework.values import Record, encode
from sync.engine.deliver import Delivered, ask, deliver
from sync.engine.ports import DepositTransport, NoConnectionError
from sync.protocol.carried import SUFFIX, NotCarriedError, file_name, read_carried, write_carried
from sync.protocol.errors import UNREADABLE
from sync.protocol.versions import MAX_COMMANDS, MAX_PUSH_BYTES
from sync.replica.durable import private_folder, replace_file
from sync.replica.identity import Identity
from sync.replica.sealed import SealedFolder

T = TypeVar("T")
NAME = "deposit.key"


class DepositAccess(Record, frozen=True):
    """What delivering needs: which laptop this is, where the server is, and the key (Ed25519, raw)."""

    device: int
    user: str
    key: bytes
    server_url: str
    ca_pem: str = ""


_access = msgspec.msgpack.Decoder(DepositAccess)


class Brought(NamedTuple):
    """How many copies left, and how many the server does not have in its log yet, or refused."""

    sent: int
    waiting: int
    refused: int


def keep_access(folder: Path, access: DepositAccess) -> None:
    """Writes the key, for its owner alone. Raises OSError."""
    replace_file(folder / NAME, encode(access))


def access_of(folder: Path) -> DepositAccess | None:
    """The key of a profile; None where there is none, or none that can be read."""
    try:
        return _access.decode((folder / NAME).read_bytes())
    except (OSError, *UNREADABLE):
        return None


def has_copies(folder: Path) -> bool:
    """True when there are sealed copies in a profile."""
    return bool(SealedFolder(folder / "sealed").copied_devices())


def deliver_profile(folder: Path, clock: Callable[[], datetime] = utc_now) -> Brought:
    """Brings the server what it lacks of this profile. Raises ServiceError: nothing is lost then."""
    with _line(folder, clock) as transport:
        return _brought(_tried(partial(deliver, SealedFolder(folder / "sealed"), transport)))


def deliver_carried(folder: Path, stick: Path, clock: Callable[[], datetime] = utc_now) -> Brought:
    """Brings the server what somebody carried here, with this laptop's key. Raises ServiceError."""
    sent, done = 0, Delivered()
    with _line(folder, clock) as transport:
        for path in sorted(stick.glob(f"*{SUFFIX}")):
            try:
                request = read_carried(path.read_bytes())
            except NotCarriedError as error:
                raise ServiceError(
                    f"{path}: {error}; the others were not looked at", key="carried"
                ) from error
            answer = _tried(partial(ask, transport, request))
            if answer is None:
                raise _unreachable("the server does not accept this laptop")
            done.take(answer)
            sent += len(request.items)
    if not sent:
        raise ServiceError(f"there are no sealed copies (*{SUFFIX}) in {stick}", key="nothing_carried")
    done.sent = sent
    return _brought(done)


def carry(folder: Path, stick: Path) -> int:
    """Writes every copy of this profile into files on a stick; they stay here, too. Returns how many."""
    copies = SealedFolder(folder / "sealed")
    count = 0
    try:
        private_folder(stick)
        for device in copies.copied_devices():
            after = 0
            while items := copies.copies_after(device, after, MAX_COMMANDS, MAX_PUSH_BYTES):
                replace_file(stick / file_name(items), write_carried(items, copies.enrolments()))
                after = items[-1].seq
                count += len(items)
    except OSError as error:
        raise ServiceError(
            f"{stick} can not be written ({error.strerror}); everything is still on this laptop", key="stick"
        ) from error
    return count


def deliver_strangers(session: Session, transport: DepositTransport) -> None:
    """Delivers what this outbox knows nothing of: it was lost, or is older than these copies.

    What the server has of each is remembered, so that it is asked only when there is more.
    """
    newest = {number.device: number.seq for number in session.outbox.at_start.strangers}
    if all(int(session.outbox.recall(f"delivered {one}") or 0) >= seq for one, seq in newest.items()):
        return
    done = deliver(session.outbox, transport)
    for device in sorted(set(newest) & set(done.known)):
        session.outbox.remember(f"delivered {device}", str(done.known[device]))


@contextmanager
def _line(folder: Path, clock: Callable[[], datetime]) -> Iterator[DepositTransport]:
    """A line to the server that may deposit and nothing else."""
    from erap_desktop.services.transport import HttpTransport

    access = access_of(folder)
    if access is None:
        raise ServiceError(
            f"there is no key for delivering in {folder}: enrol this laptop, or carry the copies elsewhere",
            key="no_deposit_key",
        )
    carrier = Identity(
        device=access.device,
        token="",
        signing_key=access.key,
        server_key=b"",
        server_url=access.server_url,
        user=access.user,
        ca_pem=access.ca_pem,
    )
    transport = HttpTransport(carrier, clock, lambda: 0)
    try:
        yield transport
    finally:
        transport.close()


def _tried(work: Callable[[], T]) -> T:
    try:
        return work()
    except NoConnectionError as error:
        raise _unreachable(str(error)) from error


def _unreachable(why: str) -> ServiceError:
    return ServiceError(f"{why}; everything is still here, and nothing is lost", key="deliver_unreachable")


def _brought(done: Delivered) -> Brought:
    return Brought(done.sent, len(done.waiting), len(done.refused) + len(done.unknown))
