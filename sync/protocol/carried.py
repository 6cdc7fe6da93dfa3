"""Deposits in files, for where there is no line: what would have been sent, to be carried on a stick.

file = "ERAPD" 0x01  DepositRequest in MessagePack
"""

from __future__ import annotations

from sync.casework.values import encode
from sync.protocol import decoders
from sync.protocol.errors import UNREADABLE
from sync.protocol.messages import CopyItem, DepositRequest

MAGIC = b"ERAPD\x01"
SUFFIX = ".erap"


class NotCarriedError(ValueError):
    """The file is no deposit, or it is damaged."""


def file_name(items: tuple[CopyItem, ...]) -> str:
    """What a file of these copies, all of one laptop, is called: the same for the same copies."""
    numbers = [item.seq for item in items]
    device = items[0].device
    return f"erap-{device}-{min(numbers)}-{max(numbers)}{SUFFIX}"


def write_carried(items: tuple[CopyItem, ...], enrolments: tuple[bytes, ...]) -> bytes:
    """The content of a file."""
    devices = tuple(sorted({item.device for item in items}))
    return MAGIC + encode(DepositRequest(devices, items, enrolments))


def read_carried(content: bytes) -> DepositRequest:
    """The deposit in a file. Raises NotCarriedError."""
    if not content.startswith(MAGIC):
        raise NotCarriedError("this is no file of sealed copies")
    try:
        return decoders.deposit_request.decode(content[len(MAGIC) :])
    except UNREADABLE as error:
        raise NotCarriedError("this file of sealed copies is damaged") from error
