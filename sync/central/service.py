"""The server as one object: store, keys, clock, and what can be asked of it. Routes and commands use it.

It keeps nothing of the store in memory, so that several processes and the command line can share one store.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar
from uuid import UUID

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from sqlalchemy import Connection, insert, select

from sync.casework.commands import Actor, AnyBody
from sync.casework.values import uuid7
from sync.central.audit import log, verify
from sync.central.levels import Answering
from sync.central.marks import Marks
from sync.central.registry import contacts, people
from sync.central.registry.devices import publish_laptop
from sync.central.store import schema
from sync.central.store.database import CONNECTIONS, Database, StoreError
from sync.central.store.migrate import ensure_current
from sync.central.verdicts.changes import Changes
from sync.central.verdicts.judge import SERVER_DEVICE, act
from sync.protocol.administration import Order
from sync.protocol.copies import key_name
from sync.protocol.messages import StoredVerdict
from sync.protocol.sealing import new_keypair, public_of

T = TypeVar("T")
AGENCY = "nm-dfa"


class Keys(msgspec.Struct):
    """The server's key files, kept outside the database. Raw 32 bytes each."""

    audit: bytes
    sealing_private: bytes
    sealing_public: bytes
    recovery_public: bytes
    sealing_retired: tuple[bytes, ...] = ()

    @property
    def signer(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.audit)

    @property
    def sealing(self) -> dict[bytes, bytes]:
        """The private keys that sealed copies may be for, by their names; retired ones among them."""
        return {key_name(public_of(key)): key for key in (self.sealing_private, *self.sealing_retired)}

    @property
    def verifier(self) -> Ed25519PublicKey:
        return self.signer.public_key()


def utc_now() -> datetime:
    """The server's clock."""
    return datetime.now(UTC)


class Central:
    """One opened store. Raises StoreError when there is none or it can't be used."""

    def __init__(
        self,
        data: Path,
        url: str | None = None,
        *,
        clock: Callable[[], datetime] = utc_now,
        connections: int = CONNECTIONS,
    ) -> None:
        if not (data / "keys").is_dir():
            raise StoreError(f"there is no server store in {data}; make one with: erap-central init")
        self.keys = read_keys(data / "keys")
        self.marks = Marks(self.keys.audit)
        self.database = Database(data, url, connections=connections)
        try:
            ensure_current(self.database)
        except BaseException:
            self.database.close()
            raise
        self.clock = clock
        self.agency = AGENCY
        self.answering = Answering()
        self.contacts = contacts.Contacts()

    @classmethod
    def create(
        cls, data: Path, url: str | None = None, *, clock: Callable[[], datetime] = utc_now
    ) -> Central:
        """Makes folder, keys and tables of a new store. Raises StoreError when there is one already."""
        if (data / "keys").exists():
            raise StoreError(f"{data} already holds a server store; nothing was changed")
        data.mkdir(parents=True, exist_ok=True, mode=stat.S_IRWXU)
        make_keys(data / "keys")
        central = cls(data, url, clock=clock)
        try:
            central.database.write(central._register_itself)
        except BaseException:
            central.close()
            raise
        return central

    def _register_itself(self, connection: Connection) -> None:
        known = connection.execute(
            select(schema.device.c.number).where(
                schema.device.c.agency == self.agency, schema.device.c.number == SERVER_DEVICE
            )
        ).first()
        if known is not None:
            raise StoreError("this database already belongs to a server store; nothing was changed")
        connection.execute(
            insert(schema.device).values(
                agency=self.agency,
                number=SERVER_DEVICE,
                user=people.SYSTEM.user,
                name="central",
                signing_key=b"",
                token_hash=b"",
                chain=bytes(16),
                enrolled=self.clock(),
            )
        )

    def new_id(self) -> UUID:
        """A fresh identifier."""
        return uuid7(int(self.clock().timestamp() * 1000), os.urandom(10))

    def change(self, work: Callable[[Connection, Changes], T]) -> T:
        """Runs `work` in one transaction and publishes what it collected, last."""

        def run(connection: Connection) -> T:
            changes = Changes(connection, self.agency)
            result = work(connection, changes)
            changes.finish()
            return result

        return self.database.write(run)

    def act(
        self,
        connection: Connection,
        actor: Actor,
        body: AnyBody | Order,
        case: UUID,
        changes: Changes,
        *,
        epoch: int = 0,
    ) -> StoredVerdict:
        """A command of the server's own command line."""
        verdict = act(
            connection,
            self.agency,
            actor,
            body,
            case,
            changes,
            id_=self.new_id(),
            at=self.clock(),
            epoch=epoch,
        )
        changes.flush()
        return verdict

    def write_contacts(self) -> None:
        """Writes when laptops were last heard of. What can't be written now is written with the next."""
        latest = self.contacts.take()
        if not latest:
            return
        try:
            stale = self.database.write(lambda c: contacts.write(c, self.agency, latest))
        except BaseException:
            for number, at in latest.items():
                self.contacts.heard(number, at)
            raise

        def follow(connection: Connection, changes: Changes) -> None:
            for number in stale:
                changes += publish_laptop(connection, self.agency, number)

        self.change(follow)

    def sequence_audit(self) -> int:
        """Numbers and signs what the audit collected since last time."""
        return log.sequence(self.database, self.agency, self.keys.signer, self.clock())

    def verify_audit(self) -> verify.Report:
        """Checks the whole audit against the store."""
        self.sequence_audit()
        with self.database.read() as connection:
            return verify.verify(connection, self.keys.verifier)

    def close(self) -> None:
        self.database.close()


_KEY_FILES = ("audit", "sealing_private", "sealing_public", "recovery_public")


def make_keys(folder: Path) -> None:
    """New keys in a folder of mode 0700. The recovery key's private half belongs in a safe, not here."""
    folder.mkdir(mode=stat.S_IRWXU)
    private, public = new_keypair()
    recovery_private, recovery_public = new_keypair()
    audit = Ed25519PrivateKey.generate().private_bytes_raw()
    values = dict(zip(_KEY_FILES, (audit, private, public, recovery_public), strict=True))
    for name, value in {**values, "recovery_private": recovery_private}.items():
        path = folder / f"{name}.key"
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, stat.S_IRUSR | stat.S_IWUSR)
        with os.fdopen(descriptor, "wb") as file:
            file.write(value)
            file.flush()
            os.fsync(file.fileno())


def read_keys(folder: Path) -> Keys:
    """Raises StoreError when a key file is missing or damaged."""
    values = {}
    for name in _KEY_FILES:
        path = folder / f"{name}.key"
        try:
            values[name] = path.read_bytes()
        except OSError as error:
            raise StoreError(f"the key file {path} can not be read: {error.strerror}") from error
        if len(values[name]) != 32:
            raise StoreError(f"the key file {path} is damaged; restore it from the backup of this folder")
    retired = tuple(path.read_bytes() for path in sorted(folder.glob("sealing_retired_*.key")))
    return Keys(**values, sealing_retired=retired)
