"""The messages of an exchange. Arrays on the wire; new fields are appended and default to absent.

Feeds are addressed by kind: the server knows from the device whose they are. Kinds: `user` (own cases, whole,
with their parties), `office:<name>` (headers), `device` (verdicts, configuration, orders), `shared` (policy,
people), `fleet` (laptops, for administrators).
"""

from __future__ import annotations

import zlib
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import msgspec

from sync.casework.values import Record


class Message(msgspec.Struct, frozen=True, array_like=True, omit_defaults=True):
    """Base of the wire structs."""


class Cursor(Message, frozen=True, array_like=True):
    """A place in a feed: everything up to `number` is held.

    While a first sync is under way, `start` is the feed's number when it began and `after` the key
    (due date or '', kind, id) of the last object received; then `number` is still 0.
    """

    number: int = 0
    start: int | None = None
    after: tuple[str, str, str] | None = None

    @property
    def complete(self) -> bool:
        """True once the first pass over the feed is done."""
        return self.start is None


class Held(Message, frozen=True, array_like=True):
    """One object the laptop holds, as a repair lists it."""

    kind: str
    id: bytes
    version: int


UUID_KINDS = frozenset({"case", "header", "party"})


def wire_id(kind: str, id_: str) -> bytes:
    """The identifier of an object as it travels: 16 bytes for a UUID, else its text."""
    return UUID(id_).bytes if kind in UUID_KINDS else id_.encode()


def object_id(kind: str, data: bytes) -> str:
    """The identifier of an object as text. Raises ValueError."""
    return str(UUID(bytes=data)) if kind in UUID_KINDS else data.decode()


class Wanted(StrEnum):
    """What a reader wants of a case of somebody else: `want`, `pin` or `unwant` of a request."""

    READ = "read"
    PINNED = "pinned"
    NOTHING = "nothing"


class AuditHead(Message, frozen=True, array_like=True):
    """A head of the server's audit, as a witness keeps it: leaves, root, when it was signed, the signature.

    A laptop that only reminds the server of it sends the size and the root's first `ROOT_BYTES` bytes.
    """

    size: int
    root: bytes
    at: datetime | None = None
    signature: bytes = b""


ROOT_BYTES = 8


class ExchangeRequest(Message, frozen=True, array_like=True):
    """Push and pull in one. `last_seq` is the highest number ever given to a command of this device.

    `chain` is the hash of the history before `first` (before `last_seq` + 1 when nothing is pushed). `push`
    holds envelopes as bytes, contiguous from `first`; `single` asks for one transaction per command after a
    batch went unanswered twice. `want` and `unwant` ask for bodies of cases as a viewer; one asked for leaves
    again by itself, unless it is in `pin`. `repair` lists what is held of the feeds whose digest disagreed.
    `budget`: bytes a frame should have at most. `dictionary`: the newest that the laptop has. `epoch` is the
    server's as the cursors know it (0: unknown); `witness` the last audit head given, when a command is sent
    or it is due, in full when it was asked for.
    """

    revision: int
    cursors: dict[str, Cursor]
    last_seq: int = 0
    first: int = 0
    chain: bytes = b""
    push: tuple[bytes, ...] = ()
    single: bool = False
    want: tuple[UUID, ...] = ()
    unwant: tuple[UUID, ...] = ()
    repair: dict[str, tuple[Held, ...]] = {}
    sent_at: datetime | None = None
    budget: int | None = None
    pin: tuple[UUID, ...] = ()
    dictionary: int = 0
    epoch: int = 0
    witness: AuditHead | None = None


def request_mark(body: bytes) -> int:
    """What a frame says of the request it answers, so that nobody takes in the answer to another one.

    A cache or proxy may mix answers up, and another laptop's verdicts look like one's own. The CRC-32 of
    the body; 0 in what was refused before the body was read, and from servers that don't say so.
    """
    return zlib.crc32(body)


class Put(Message, frozen=True, array_like=True, tag="p"):
    """An object whole: its stored form at this version."""

    kind: str
    id: bytes
    version: int
    body: msgspec.Raw


class Change(Message, frozen=True, array_like=True, tag="c"):
    """What changed between versions: one merge patch (RFC 7396) per version from `base` + 1 on."""

    kind: str
    id: bytes
    base: int
    patches: tuple[msgspec.Raw, ...]


class Leave(Message, frozen=True, array_like=True, tag="l"):
    """The object is no longer in this feed. `to` names who has the case now, where that may be told."""

    kind: str
    id: bytes
    to: str = ""


Entry = Put | Change | Leave


class Entries(Message, frozen=True, array_like=True, tag="E"):
    """Part of a feed, read in one snapshot: takes the holder from cursor `start` to cursor `end`.

    `left` is how many objects this answer still brings after this frame (for progress); `leaving` how many
    cases the whole answer takes away (for the guard against a mass leave). `reset` begins a feed anew.
    `asked`: see `request_mark`.
    """

    feed: str
    start: Cursor
    end: Cursor
    entries: tuple[Entry, ...]
    left: int = 0
    leaving: int = 0
    reset: bool = False
    asked: int = 0


class FeedHead(Message, frozen=True, array_like=True):
    """Where a feed ends, and the digest of its membership there; both from one snapshot."""

    number: int
    digest: bytes


class Head(Message, frozen=True, array_like=True, tag="H"):
    """The last frame of an answer. `known` is the highest number stored of this device.

    `more` says that the answer stopped at a limit: ask again. `heads` holds only the feeds that moved, plus
    those whose cursor was complete; a feed not named was asked for in vain. `server_epoch` changes when the
    server was restored from a backup. Up to number `durable_through` this device's commands are in a backup.
    `dictionary`: the newest that the server has. `audit` is the newest signed head, in answers that changed
    something and when a witness was sent.
    """

    server_time: datetime
    server_epoch: int
    known: int
    heads: dict[str, FeedHead]
    more: bool = False
    retry_after: int | None = None
    durable_through: int = 0
    dictionary: int = 0
    audit: AuditHead | None = None
    asked: int = 0


class Refusal(Message, frozen=True, array_like=True, tag="R"):
    """The server understood who asks and refuses, in the form of a frame.

    Codes: `fork` (another laptop used this number), `gap` (commands it once answered are missing here),
    `restored` (the cursors are of another `epoch`), `evidence` (the witness in full, please),
    `unknown_device`, `upgrade`, `busy`, `bad_request`, `dictionary` (the request was made with one that
    is not known here).
    """

    code: str
    detail: str = ""
    retry_after: int | None = None
    known: int | None = None
    epoch: int | None = None
    asked: int = 0


class CopyItem(Message, frozen=True, array_like=True):
    """A sealed copy of one command, with the verdict given to it, if its laptop has heard it.

    `receipt` is what the server gave with that verdict: by it a server that has forgotten knows its own word.
    """

    device: int
    seq: int
    copy: bytes
    verdict: str = ""
    reason: str = ""
    receipt: bytes = b""


class DepositRequest(Message, frozen=True, array_like=True):
    """Copies brought to the server, by their own laptop or by another. Without items: what is known there?

    `devices` are those of which copies are at hand; `laptops` the enrolments of those unknown to the server;
    `epoch` the server's as the cursors know it, 0 where nobody has any.
    """

    devices: tuple[int, ...]
    items: tuple[CopyItem, ...] = ()
    laptops: tuple[bytes, ...] = ()
    epoch: int = 0


class DepositAnswer(Message, frozen=True, array_like=True, tag="D"):
    """What the server has: per device the highest number in its log; copies that wait for one before them;
    `refused` (device, seq, why) are kept by the server or the laptop, and by nobody thrown away.
    """

    known: dict[int, int]
    unknown: tuple[int, ...] = ()
    waiting: tuple[tuple[int, int], ...] = ()
    refused: tuple[tuple[int, int, str], ...] = ()


Frame = Entries | Head | Refusal | DepositAnswer


class StoredVerdict(Record, frozen=True):
    """The object of type `verdict` in a device's feed: the answer to one command, and what became of it.

    `effect` is false when the case is as it was: the laptop needn't wait for a new version of it. `receipt`:
    the server's own mark under this verdict, to be shown to it should it ever forget.
    """

    seq: int
    verdict: str
    reason: str = ""
    detail: str = ""
    disposition: str | None = None
    effect: bool = True
    receipt: bytes = b""


class CaseHeader(Record, frozen=True):
    """The object of type `header` in an office's feed: what a supervisor sees of every case of the office."""

    id: UUID
    applicant: str
    county: str
    status: str
    epoch: int
    version: int
    number: str | None = None
    assignee: str | None = None
    due: date | None = None
    program: str = ""
    contested: bool = False
    late_work: int = 0
    assignment_command: UUID | None = None
    asked_cents: int = 0
    synthetic: bool = False
    redetermination_due: bool = False


class Person(Record, frozen=True):
    """The object of type `person` in the shared feed: who works here. Id: the user's name."""

    user: str
    display: str
    office: str
    roles: tuple[str, ...]
    active: bool = True


class SyncConfiguration(Record, frozen=True):
    """The object of type `configuration` in a device's feed; its cursor is the acknowledgement."""

    version: int
    poll_seconds: int = 300
    poll_jitter_percent: int = 20
    scope_statuses: tuple[str, ...] = ()
    max_document_bytes: int = 10_000_000
    document_budget_bytes: int = 500_000_000
    idle_lock_minutes: int = 15
    lease_days: tuple[int, int, int, int] = (3, 10, 14, 30)
    note: str = ""
    by: str = ""
    at: datetime | None = None
    metered: str = "commands"
    quiet_hours: tuple[int, int] = (0, 0)


class Laptop(Record, frozen=True):
    """The object of type `laptop` in the fleet feed, for administrators. No case content."""

    device: int
    user: str
    name: str
    enrolled: datetime
    configuration: int = 0
    acknowledged: int = 0
    acknowledged_at: datetime | None = None
    last_contact: datetime | None = None
    program: str = ""
    revoked: bool = False


class EnrolRequest(Record, frozen=True):
    """Turns a one-time code into a device. Keys are raw 32 bytes (Ed25519).

    `deposit_key` signs for the delivery of sealed copies and for nothing else.
    """

    user: str
    code: str
    signing_key: bytes
    name: str = ""
    revision: int = 1
    deposit_key: bytes = b""


class EnrolAnswer(Record, frozen=True):
    """What a new device must know. `token` is opaque and useless without the signing key.

    `enrolment` is the server's own statement of who this laptop is, for a server that has forgotten it;
    `audit_key` verifies the heads of its audit.
    """

    device: int
    token: str
    user: str
    display: str
    roles: tuple[str, ...]
    office: str
    agency: str
    server_key: bytes
    recovery_key: bytes
    server_time: datetime
    feeds: tuple[str, ...]
    server_epoch: int = 0
    audit_key: bytes = b""
    enrolment: bytes = b""


class EnrolRefusal(Record, frozen=True):
    """Why enrolment was refused: `bad_code`, `locked`, `bad_request`."""

    code: str
    detail: str = ""


def plain(message: Any) -> Any:
    """A message as plain values, for examples and logs without personal data."""
    return msgspec.to_builtins(message)
