"""From a passphrase to the key that wraps the keys."""

from typing import Final, Literal

import msgspec
from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from erap_desktop.vault.errors import NotEnoughMemory, VaultTampered

KEY_BYTES: Final = 32
SALT_BYTES: Final = 16
"""RFC 9106 section 4: 128 bits suffice for all applications."""


class Cost(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one guess costs: memory in KiB, passes over it, lanes in parallel."""

    memory_kib: int
    passes: int
    lanes: int
    kdf: Literal["argon2id"] = "argon2id"


STANDARD: Final = Cost(memory_kib=64 * 1024, passes=3, lanes=4)
"""RFC 9106 section 4, second recommended option (64 MiB, t=3, p=4)."""

FLOOR: Final = Cost(memory_kib=19 * 1024, passes=2, lanes=1)
"""OWASP Password Storage Cheat Sheet, Argon2id: at least 19 MiB, 2 iterations, 1 degree of parallelism."""

CEILING: Final = Cost(memory_kib=1024 * 1024, passes=16, lanes=16)
"""More than any laptop of an agency is asked for: a file that says more was not written here, and would only
tie up the machine."""


def check_cost(cost: Cost) -> None:
    """Refuse a cost below the floor (guessing made cheap) or above the ceiling; `VaultTampered`."""
    for part in ("memory_kib", "passes", "lanes"):
        value = getattr(cost, part)
        if value < getattr(FLOOR, part):
            raise VaultTampered(detail=f"{part}={value} is below {getattr(FLOOR, part)}")
        if value > getattr(CEILING, part):
            raise VaultTampered(detail=f"{part}={value} is above {getattr(CEILING, part)}")


def wrapping_key(passphrase: bytes, salt: bytes, cost: Cost, device_secret: bytes | None) -> bytes:
    """32 bytes from Argon2id over the passphrase, joined by HKDF-SHA256 with the device secret if there is
    one.

    The passphrase is always part of it: a keychain is never the only holder. Raises `VaultTampered` for a
    cost out of bounds, `NotEnoughMemory` where Argon2id cannot have its memory.
    """
    check_cost(cost)
    try:
        stretched = hash_secret_raw(
            passphrase, salt, cost.passes, cost.memory_kib, cost.lanes, KEY_BYTES, Type.ID
        )
    except (HashingError, MemoryError) as failure:
        raise NotEnoughMemory(mib=cost.memory_kib // 1024) from failure
    info = b"erap vault, passphrase slot, " + (b"alone" if device_secret is None else b"joined")
    return HKDF(SHA256(), KEY_BYTES, salt, info).derive(stretched + (device_secret or b""))
