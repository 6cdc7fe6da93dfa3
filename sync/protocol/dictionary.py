"""What both ends know beforehand: the names and shapes of requests and changes, by version.

Made by `resources/dictionary/train.py` from invented cases. A released version never changes, and a program
has every version up to its newest, so two programs can use the lower of their two newest ones. Version 0 is
none at all.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files

HASHES = {1: "b4c7b09b59ca36aa"}
NEWEST = max(HASHES)
VERSIONS = range(8)  # what there is room for on the wire


class UnknownDictionaryError(ValueError):
    """A later program's dictionary."""


@cache
def dictionary(version: int) -> bytes:
    """The bytes of a version. Raises UnknownDictionaryError."""
    if version == 0:
        return b""
    if version not in HASHES:
        raise UnknownDictionaryError(f"dictionary {version} is not known here")
    name = f"{version}-{HASHES[version]}.zdict"
    data = files("sync.protocol").joinpath("dictionaries", name).read_bytes()
    if not sha256(data).hexdigest().startswith(HASHES[version]):
        raise UnknownDictionaryError(f"the file of dictionary {version} is damaged")
    return data


def common(other: int) -> int:
    """The version to use with somebody whose newest is `other`."""
    return max(0, min(other, NEWEST))
