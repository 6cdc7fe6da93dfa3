"""A second client of the sync protocol, written from `docs/protocol.md` alone, with nothing of the program.

It keeps everything in memory, and names no dictionary. In brackets stand sections of the document.
"""

from __future__ import annotations

import base64
import hashlib
import os
import time
import uuid
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import httpx
import msgpack
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tests.protocol.second_frames import NoConnectionError, frames, unpacked

FIRST = [0, None, None]  # the empty cursor
UUIDS = {"case", "header", "party"}
# [Fingerprint of the facts] after the program, each with its default
RESTS_ON: dict[str, Any] = {"members": {}, "incomes": {}, "zero_income_attested": False, "residences": {}}
RESTS_ON |= {"tenancies": {}, "months": [], "months_paid_before": None, "hardship": {}, "risk": {}}


class RefusedError(Exception):
    """A Refusal; its code."""


def packed(value: Any) -> bytes:
    return bytes(msgpack.packb(value, datetime=True))


def stored_form(value: Any) -> Any:
    """[How values are written] no nil in maps, keys in the order of their bytes."""
    if isinstance(value, dict):
        kept = {key: stored_form(one) for key, one in value.items() if one is not None}
        return dict(sorted(kept.items(), key=lambda item: _order(item[0])))
    return [stored_form(one) for one in value] if isinstance(value, list) else value


def _order(key: str | bytes) -> tuple[bytes, bool]:
    return (key, True) if isinstance(key, bytes) else (key.encode(), False)


def new_id() -> bytes:
    """A UUID of version 7."""
    value = int(time.time() * 1000) << 80 | int.from_bytes(os.urandom(10), "big")
    return (value & ~(0xF << 76) & ~(3 << 62) | 7 << 76 | 2 << 62).to_bytes(16, "big")


def short_hash(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()[:16]


# --- [Feeds] -------------------------------------------------------------------------------------


def patched(target: Any, patch: Any) -> Any:
    """RFC 7396."""
    if not isinstance(patch, dict):
        return patch
    merged = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            merged.pop(key, None)
        else:
            merged[key] = patched(merged.get(key), value)
    return merged


class Feed:
    """What is held of one feed: objects by kind and identifier, each its version and value."""

    def __init__(self) -> None:
        self.cursor: list[Any] = FIRST
        self.held: dict[tuple[str, bytes], tuple[int, Any]] = {}
        self.gaps: set[tuple[str, bytes]] = set()

    def take(self, start: Any, end: Any, entries: Any, reset: bool) -> None:
        """Commits one Entries."""
        if start != self.cursor:
            raise NoConnectionError("a frame that does not begin where this feed stands")
        if reset:
            self.held = {}
        for letter, kind, id_, *of in entries:
            key = (kind, id_)
            if letter == "p":
                self.held[key] = (of[0], of[1])
            elif letter == "l":
                self.held.pop(key, None)
            elif key not in self.held or of[0] > self.held[key][0]:
                self.gaps.add(key)
            else:
                version, value = self.held[key]
                for patch in of[1][version - of[0] :]:
                    version, value = version + 1, patched(value, patch)
                self.held[key] = (version, value)
        self.cursor = end

    def digest(self) -> bytes:
        total = 0
        for (kind, id_), (version, _) in self.held.items():
            name = str(uuid.UUID(bytes=id_)) if kind in UUIDS else id_.decode()
            text = f"{kind}\0{name}\0{version}".encode()
            total += int.from_bytes(hashlib.blake2b(text, digest_size=16).digest(), "big")
        return (total % 2**128).to_bytes(16, "big")


# --- [One exchange] ------------------------------------------------------------------------------


class Client:
    """One laptop. Commands are pending until their verdict has come."""

    def __init__(self, http: httpx.Client, user: str, code: str) -> None:
        """[Enrolment]"""
        self.http = http
        self.key, deposit = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
        public = [one.public_key().public_bytes_raw() for one in (self.key, deposit)]
        asked = {
            "user": user,
            "code": code,
            "signing_key": public[0],
            "deposit_key": public[1],
            "name": "second",
        }
        answer = self.http.post("/v1/enrol", content=packed(asked))
        self.me = unpacked(answer.content)
        if answer.status_code != 200:
            raise RefusedError(self.me["code"])
        self.epoch = self.me["server_epoch"]
        self.feeds: dict[str, Feed] = {}
        self.envelopes: list[bytes] = []
        self.verdicts: dict[int, Any] = {}
        self.server_time = self.me["server_time"]

    def history(self, seq: int) -> bytes:
        """[Push] chain(seq)."""
        chain = bytes(16)
        for data in self.envelopes[:seq]:
            chain = short_hash(chain + short_hash(data))
        return chain

    def save(self, tag: str, case: bytes, **body: Any) -> int:
        """[Envelope] a command on a case that is held; its number."""
        version, seen = self.feeds["user"].held["case", case]
        rests_on = [seen["program"], *(seen.get(name, default) for name, default in RESTS_ON.items())]
        facts = hashlib.blake2b(packed(stored_form(rests_on)), digest_size=8).digest()
        seq, epoch = len(self.envelopes) + 1, seen["assignment"].get("epoch", 0)
        expects, policy = [seen.get("standing"), facts], self.policy_for(seen["program"])
        fields = [new_id(), seq, tag, case, version, epoch, expects, {"type": tag, **body}]
        self.envelopes.append(packed([*fields, self.server_time, policy, datetime.now(UTC), None]))
        return seq

    def policy_for(self, program: str) -> str:
        shared = self.feeds["shared"].held
        policies = [one for (kind, _), (_, one) in shared.items() if kind == "policy"]
        named = [one["version"] for one in policies if one["program"]["id"] == program]
        return str(max(named))

    def sync(self) -> Any:
        """Exchanges until nothing is left; the Head. Raises NoConnectionError and RefusedError."""
        while True:
            head = self._exchange()
            repair = [name for name, feed in self.feeds.items() if feed.gaps]
            if not (head[5] or self._pending() or repair):
                return head

    def _pending(self) -> list[int]:
        return [seq for seq in range(1, len(self.envelopes) + 1) if seq not in self.verdicts][:50]

    def _exchange(self) -> Any:
        pending = self._pending()
        first, last = (pending[0] if pending else 0), len(self.envelopes)
        push = [self.envelopes[seq - 1] for seq in range(first, first + len(pending))] if first else []
        wrong = {name: feed for name, feed in self.feeds.items() if feed.gaps}
        repair = {
            name: [[*key, version] for key, (version, _) in feed.held.items() if key not in feed.gaps]
            for name, feed in wrong.items()
        }
        cursors = {name: feed.cursor for name, feed in self.feeds.items() if feed.cursor != FIRST}
        chain = self.history((first or last + 1) - 1)
        body = packed(
            [1, cursors, last, first, chain, push, False, [], [], repair, None, None, [], 0, self.epoch]
        )
        for feed in wrong.values():
            feed.gaps = set()
        return self._take_in(self._post("/v1/exchange", body, last if push else 0), zlib.crc32(body))

    def _post(self, path: str, body: bytes, counter: int) -> Iterator[bytes]:
        """[Signature]"""
        at = int(time.time())
        message = f"POST\n{path}\n{at:x}\n{counter:x}\n".encode() + hashlib.sha256(body).digest()
        signature = base64.urlsafe_b64encode(self.key.sign(message)).rstrip(b"=").decode()
        header = f"ERAP {self.me['device']}.{self.me['token']}.{at:x}.{counter:x}.{signature}"
        try:
            with self.http.stream("POST", path, content=body, headers={"authorization": header}) as answer:
                yield from answer.iter_raw()
        except httpx.HTTPError as error:
            raise NoConnectionError(str(error)) from error

    def _take_in(self, pieces: Iterator[bytes], mark: int) -> Any:
        for letter, *of in frames(pieces):
            if of[{"E": 7, "H": 9, "R": 5}[letter]] not in (0, mark):
                raise NoConnectionError("the answer to something else")
            if letter == "R":
                raise RefusedError(of[0])
            if letter == "H":
                self.server_time, self.epoch = of[0], of[1]
                self._compare(of[3])
                return of
            self.feeds.setdefault(of[0], Feed()).take(of[1], of[2], of[3], of[6])
            for (kind, _), (_, value) in self.feeds[of[0]].held.items():
                if kind == "verdict":
                    self.verdicts[value["seq"]] = value
        raise NoConnectionError("the answer broke off")

    def _compare(self, heads: Any) -> None:
        """Where both ends stand at the same number the digests must be the same."""
        for name, (number, digest) in heads.items():
            feed = self.feeds.get(name, Feed())
            if feed.cursor[0] == number and feed.digest() != digest:
                raise AssertionError(f"the digest of {name} differs")
