"""The server's own mark under what it may one day be shown again: a verdict it gave, a laptop it enrolled.

A server put back from a backup has forgotten some of both. It only ever has to recognise its own word, so a
keyed hash does: its key is derived from the audit's, which is kept outside the database.
"""

from __future__ import annotations

import hmac
from datetime import datetime
from hashlib import sha256

import msgspec

from sync.casework.values import Record, pack
from sync.protocol.errors import UNREADABLE

MARK_BYTES = 10  # 80 bits; every guess has to be asked of the server
_PURPOSE = b"erap marks 1"


class Enrolment(Record, frozen=True):
    """Who a laptop is, as its server once wrote down. Keys are raw 32 bytes (Ed25519, public)."""

    device: int
    user: str
    name: str
    signing_key: bytes
    deposit_key: bytes
    token_hash: bytes
    enrolled: datetime


_enrolment = msgspec.msgpack.Decoder(Enrolment)


class Marks:
    """Makes marks, and knows them again. `secret`: 32 bytes kept outside the database."""

    def __init__(self, secret: bytes) -> None:
        self._key = hmac.digest(secret, _PURPOSE, sha256)

    def verdict(self, device: int, seq: int, hash_: bytes, verdict: str, reason: str) -> bytes:
        """The receipt that goes with a verdict. `hash_` is the envelope's."""
        return self._mark(f"verdict\n{device}\n{seq}\n{verdict}\n{reason}\n".encode() + hash_)

    def gave(self, receipt: bytes, device: int, seq: int, hash_: bytes, verdict: str, reason: str) -> bool:
        """True when this server, or the one it is a copy of, gave that verdict."""
        return hmac.compare_digest(receipt, self.verdict(device, seq, hash_, verdict, reason))

    def statement(self, enrolment: Enrolment) -> bytes:
        """An enrolment for its laptop to keep."""
        content = pack(enrolment)
        return self._mark(b"enrolment\n" + content) + content

    def enrolment(self, statement: bytes) -> Enrolment | None:
        """The enrolment, None when the statement is not this server's."""
        mark, content = statement[:MARK_BYTES], statement[MARK_BYTES:]
        if not hmac.compare_digest(mark, self._mark(b"enrolment\n" + content)):
            return None
        try:
            return _enrolment.decode(content)
        except UNREADABLE:
            return None

    def _mark(self, content: bytes) -> bytes:
        return hmac.digest(self._key, content, sha256)[:MARK_BYTES]
