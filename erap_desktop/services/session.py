"""An opened profile: keys, outbox, replica, and who is working. One per window or command.

The profile folder: `vault.json` (wrapped keys), `outbox.db` (precious), `replica.db` (disposable), `sealed/`
(copies only the server can open), `documents/`, `sync.lock` (held during a sync; says when the last one was).
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from erap_desktop.services.errors import ServiceError
from erap_desktop.vault.keys import Keys
from erap_desktop.vault.vault import Vault
from sync.casework.commands import Actor
from sync.casework.policy import Policy
from sync.casework.values import Role, uuid7
from sync.protocol.messages import Person
from sync.replica.durable import private_folder
from sync.replica.errors import DamagedError, NotEnrolledError, WrongKeyError
from sync.replica.identity import Identity
from sync.replica.outbox import Outbox
from sync.replica.replica import Replica

if TYPE_CHECKING:
    from erap_desktop.services.transport import HttpTransport

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The laptop's clock."""
    return datetime.now(UTC)


def prepare_folder(folder: Path) -> None:
    """Makes the profile folder, readable by its owner alone. Raises ServiceError."""
    try:
        private_folder(folder)
        folder.chmod(stat.S_IRWXU)
        private_folder(folder / "documents")
    except OSError as error:
        raise ServiceError(f"the profile folder {folder} can not be made: {error.strerror}") from error


def _checked(replica: Replica) -> Replica:
    """The replica, every byte of it read and found whole (8 ms a megabyte). Raises DamagedError.

    Looked at twice: while another process moves its WAL into the file, a page may be half written.
    """
    try:
        replica.check()
    except DamagedError:
        try:
            replica.check()
        except DamagedError:
            replica.close()
            raise
    return replica


class Session:
    """The stores of one profile, open. Close it when done.

    A damaged replica doesn't keep the outbox closed: `replica` raises DamagedError when it is used.
    """

    def __init__(self, folder: Path, keys: Keys, *, clock: Clock = utc_now, rebuild: bool = False) -> None:
        os.umask(0o077)
        self.folder = folder
        self.clock = clock
        self.keys = keys
        self.outbox = Outbox(folder / "outbox.db", keys.outbox)
        identity = self.outbox.identity()
        if identity is None:
            self.outbox.close()
            raise NotEnrolledError
        self.identity: Identity = identity
        self.rebuilt = False
        self.transport: HttpTransport | None = None  # made by the first sync, warm between syncs
        self._replica: Replica | None = None
        self._rebuild = rebuild
        self._policies: dict[str, Policy] = {}

    @classmethod
    def unlock(
        cls, folder: Path, passphrase: str, *, clock: Clock = utc_now, rebuild: bool = False
    ) -> Session:
        """Opens a profile with its passphrase. Raises VaultError, StoreError, ServiceError.

        `rebuild`: a damaged replica is made anew (the next sync fills it); otherwise DamagedError is raised
        when it is first read.
        """
        vault = Vault(folder)
        if not folder.is_dir() or not (vault.exists() or (folder / "outbox.db").exists()):
            raise ServiceError(f"there is no profile in {folder}; enrol this laptop first")
        return cls(folder, vault.unlock(passphrase), clock=clock, rebuild=rebuild)

    @property
    def replica(self) -> Replica:
        """What the server said. Raises DamagedError."""
        if self._replica is None:
            self._replica = self._open_replica()
        return self._replica

    def _open_replica(self) -> Replica:
        path, key, device = self.folder / "replica.db", self.keys.replica, self.identity.device
        try:
            return _checked(Replica(path, key, device=device))
        except (DamagedError, WrongKeyError) as error:
            # The outbox opened with the keys of the same vault: a replica that doesn't is damaged.
            if not self._rebuild:
                raise DamagedError(path, "the next sync makes it anew; your own work is safe") from error
        self.rebuilt = True
        return Replica.rebuild(path, key, device=device)

    def rebuild_replica(self) -> None:
        """Throws the replica away and begins with an empty one."""
        if self._replica is not None:
            self._replica.close()
        self._replica = Replica.rebuild(
            self.folder / "replica.db", self.keys.replica, device=self.identity.device
        )
        self.rebuilt = True

    @property
    def role(self) -> Role:
        """The role of the person working."""
        return Role(self.identity.roles[0])

    @property
    def actor(self) -> Actor:
        """The person as the reducer sees them."""
        roles = frozenset(Role(role) for role in self.identity.roles)
        return Actor(user=self.identity.user, roles=roles, offices=frozenset({self.identity.office}))

    def people(self) -> tuple[Person, ...]:
        """Everybody who works here, as of the last sync."""
        return self.replica.people()

    def caseworkers(self) -> dict[str, str]:
        """Active caseworkers and their offices: whom a case may be assigned to."""
        return {
            person.user: person.office
            for person in self.people()
            if person.active and Role.CASEWORKER.value in person.roles
        }

    def policy(self, version: str = "") -> Policy | None:
        """A policy by version, or the one in force. A version never changes, so it is read once."""
        if not version or version not in self._policies:
            self._policies = self.replica.policies()
        if version:
            return self._policies.get(version)
        newest = max(self._policies.values(), key=lambda one: (one.effective, one.version), default=None)
        return newest

    def new_id(self) -> UUID:
        """A fresh identifier."""
        return uuid7(int(self.clock().timestamp() * 1000), os.urandom(10))

    @cached_property
    def sync_lock(self) -> Path:
        return self.folder / "sync.lock"

    def close(self) -> None:
        """Closes both stores and the connection."""
        if self.transport is not None:
            self.transport.close()
        self.outbox.close()
        if self._replica is not None:
            self._replica.close()
            self._replica = None
