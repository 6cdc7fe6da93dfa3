"""The three keys that everything on a laptop is encrypted with."""

import secrets
from dataclasses import dataclass
from typing import Final, NoReturn

KEY_BYTES: Final = 32
PACKED_BYTES: Final = 3 * KEY_BYTES


@dataclass(frozen=True, slots=True, repr=False)
class Keys:
    """Independent random keys of 32 bytes: one each for the outbox, the replica and the captured documents.

    They are apart so that the disposable replica can be made anew without the precious outbox. They show
    themselves in no repr and refuse to be pickled or copied.
    """

    outbox: bytes
    replica: bytes
    documents: bytes

    def __post_init__(self) -> None:
        if {len(self.outbox), len(self.replica), len(self.documents)} != {KEY_BYTES}:
            raise ValueError("a key is exactly 32 bytes")

    def __repr__(self) -> str:
        return "<Keys, hidden>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("keys are never written out")

    @classmethod
    def random(cls) -> "Keys":
        """Fresh keys from the operating system's generator."""
        return cls(*(secrets.token_bytes(KEY_BYTES) for _ in range(3)))

    @classmethod
    def unpack(cls, packed: bytes) -> "Keys":
        """The keys from `pack`; ValueError if it is not exactly 96 bytes."""
        if len(packed) != PACKED_BYTES:
            raise ValueError("packed keys are exactly 96 bytes")
        return cls(packed[:32], packed[32:64], packed[64:])

    def pack(self) -> bytes:
        """96 bytes: outbox, replica, documents. Only ever handed to a slot to be wrapped."""
        return self.outbox + self.replica + self.documents
