"""What kind of trouble an error is, for those who may not know the stores: the screens."""

from __future__ import annotations

from typing import Literal

from erap_desktop.services.errors import ServiceError
from erap_desktop.vault.errors import VaultError
from sync.replica.errors import (
    BusyError,
    DamagedError,
    DiskFullError,
    NewerSchemaError,
    NotEnrolledError,
    WrongKeyError,
)

ProblemKind = Literal[
    "vault",  # has `key` and `values`
    "service",  # has `key` and `values`
    "damaged_copy",  # the replica: thrown away and filled by a sync
    "damaged_work",  # the outbox: nothing is thrown away
    "newer",
    "not_enrolled",
    "busy",
    "disk_full",
    "other",
]


def problem_kind(error: Exception) -> ProblemKind:
    """The kind of an error that opening or syncing a profile raised."""
    if isinstance(error, VaultError):
        return "vault"
    if isinstance(error, ServiceError):
        return "service"
    if isinstance(error, DamagedError | WrongKeyError):
        return "damaged_work" if error.path.name.startswith("outbox") else "damaged_copy"
    kinds: tuple[tuple[type[Exception], ProblemKind], ...] = (
        (NewerSchemaError, "newer"),
        (NotEnrolledError, "not_enrolled"),
        (BusyError, "busy"),
        (DiskFullError, "disk_full"),
    )
    return next((kind for type_, kind in kinds if isinstance(error, type_)), "other")
