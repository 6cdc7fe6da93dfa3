"""The outbox: what the person did, never dropped. It fulfils the engine's OutboxPort.

Each command has a state: saved, received, then the server's verdict: accepted, contested, held, rejected or
withdrawn. A verdict never changes; what became of it is its disposition.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, and_, delete, func, insert, select

from sync.protocol.messages import CopyItem, StoredVerdict, Wanted
from sync.replica import erasing, reconcile, saving, verdicts, wishes
from sync.replica import identity as identities
from sync.replica.identity import Identity
from sync.replica.outbox_schema import STEPS, Step, command, draft, meta, migrate, remove_copies
from sync.replica.saving import UNANSWERED, Make, Saved
from sync.replica.sealed import Number, SealedFolder
from sync.replica.store import Store, set_aside
from sync.replica.wishes import Wish


class Outgoing(NamedTuple):
    """One saved command on its way: its number and its bytes, which are never re-encoded."""

    seq: int
    data: bytes


class PendingCommand(NamedTuple):
    """A command whose effect the replica may not contain yet; `envelope` is what `project` needs."""

    device: int
    seq: int
    id: UUID
    case: UUID
    tag: str
    envelope: bytes
    made_at: datetime
    state: str
    reason: str
    disposition: str | None


class OutboxItem(NamedTuple):
    """One line of the outbox as a person sees it. `here`: its content is still on this laptop."""

    device: int
    seq: int
    id: UUID
    case: UUID
    tag: str
    made_at: datetime
    state: str
    reason: str
    detail: str
    disposition: str | None
    acknowledged: bool
    here: bool


class Draft(NamedTuple):
    """What is being typed in one form (`what`) of a case."""

    case: UUID
    what: str
    body: bytes


_c = command.c
_PENDING: tuple[ColumnElement[Any], ...] = (
    *(_c.device, _c.seq, _c.id, _c.case_id, _c.tag, _c.envelope),
    *(_c.made_at, _c.state, _c.reason, _c.disposition),
)
_ITEM: tuple[ColumnElement[Any], ...] = (
    *(_c.device, _c.seq, _c.id, _c.case_id, _c.tag, _c.made_at, _c.state),
    *(_c.reason, _c.detail, _c.disposition, _c.acknowledged, _c.envelope.is_not(None)),
)


class Outbox:
    """`outbox.db` and the folder `sealed` beside it. May be used from any thread and by several processes."""

    def __init__(self, path: Path, key: bytes, steps: Sequence[Step] = STEPS) -> None:
        """Opens, makes or migrates it, and settles what a crash left. `key` is 32 raw bytes.

        Raises WrongKeyError, DamagedError, NewerSchemaError, DiskError, BusyError: the file is as it was.
        """
        self.path = path
        self.sealed = SealedFolder(path.parent / "sealed")
        self._store = Store(path, key, newest=len(steps), may_be_missing=False)
        try:
            migrate(self._store, steps)
            self._store.vouch()
            erasing.erase(self._store, meta)
            self.at_start = reconcile.reconcile(self._store, self.sealed)
        except BaseException:
            self._store.close()
            raise

    @classmethod
    def begin_anew(cls, path: Path, key: bytes) -> Outbox:
        """Puts a damaged outbox aside, where it stays, and begins an empty one, which has to be enrolled.

        `at_start.strangers` then names the sealed copies of what was lost: they are to be delivered.
        """
        set_aside(path)
        return cls(path, key)

    def close(self) -> None:
        self._store.close()

    def check(self) -> None:
        """Reads the whole file. Raises DamagedError."""
        self._store.check()

    def tidy(self) -> bool:
        """Erases what a deletion left as the disk was full or the file busy. True when nothing is left."""
        return erasing.erase(self._store, meta)

    def data_version(self) -> int:
        """A number that changes when anything was committed, also by another process."""
        return self._store.data_version()

    # --- Who this laptop is ---------------------------------------------------------------------------

    def identity(self) -> Identity | None:
        """None before enrolment."""
        with self._store.read() as connection:
            return identities.load(connection)

    def set_identity(self, identity: Identity) -> None:
        """After enrolment, or when a token was renewed. Raises ValueError for another device number."""
        with self._store.write() as connection:
            before = identities.load(connection)
            if before is not None and before.device != identity.device:
                raise ValueError("another device number needs new_device")
            identities.store(connection, identity)
        self.sealed.keep_enrolment(identity)

    def new_device(self, identity: Identity) -> int:
        """After a copy of this laptop was found: re-issues what is unanswered. Returns how many commands."""
        count = saving.reissue(self._store, self.sealed, identity)
        self.sealed.keep_enrolment(identity)
        return count

    # --- What the person does -------------------------------------------------------------------------

    def save(self, make: Make, *, case: UUID, tag: str, made_at: datetime) -> Saved:
        """Saves one command; it is on the medium, twice, when this returns.

        `make` gets the number and gives the command's id and its envelope. Raises DiskFullError, DiskError,
        BusyError, NotEnrolledError: then nothing of it was saved.
        """
        return saving.save(self._store, self.sealed, make, case=case, tag=tag, made_at=made_at)

    def pending(self, case: UUID | None = None) -> tuple[PendingCommand, ...]:
        """Commands whose effect the replica may not contain yet, in the order they were made."""
        waiting = and_(command.c.state.in_((*UNANSWERED, "accepted")), command.c.envelope.is_not(None))
        if case is not None:
            waiting = and_(waiting, command.c.case_id == case)
        with self._store.read() as connection:
            rows = connection.execute(select(*_PENDING).where(waiting).order_by(command.c.place))
            return tuple(PendingCommand._make(row) for row in rows)

    def items(self) -> tuple[OutboxItem, ...]:
        """Every command whose case is still here or that needs someone, in the order they were made."""
        with self._store.read() as connection:
            rows = connection.execute(select(*_ITEM).order_by(command.c.place))
            return tuple(OutboxItem._make(row) for row in rows)

    def pending_count(self) -> int:
        """Commands without a verdict."""
        return self._count(command.c.state.in_(UNANSWERED))

    def oldest_pending(self) -> datetime | None:
        """When the oldest command without a verdict was made, by the laptop's clock."""
        oldest = select(func.min(command.c.made_at)).where(command.c.state.in_(UNANSWERED))
        with self._store.read() as connection:
            return connection.execute(oldest).scalar()

    def needs_attention(self) -> int:
        """Held, contested and rejected commands that nobody has dealt with."""
        return self._count(verdicts.open_item())

    def acknowledge(self, id_: UUID) -> bool:
        """The person has seen what became of a command. False when that asks for nobody."""
        return verdicts.acknowledge(self._store, id_)

    def withdrawable(self, id_: UUID) -> bool:
        """True while a command hasn't left this laptop."""
        return self._count(and_(command.c.id == id_, command.c.state == "saved")) == 1

    # --- Drafts: typed, not yet meant -----------------------------------------------------------------

    def keep_draft(self, case: UUID, what: str, body: bytes) -> None:
        """Keeps what is being typed; the last one counts."""
        this = and_(draft.c.case_id == case, draft.c.what == what)
        with self._store.write() as connection:
            connection.execute(delete(draft).where(this))
            connection.execute(insert(draft), {"case_id": case, "what": what, "body": body})

    def draft(self, case: UUID, what: str) -> bytes | None:
        this = and_(draft.c.case_id == case, draft.c.what == what)
        with self._store.read() as connection:
            return connection.execute(select(draft.c.body).where(this)).scalar()

    def drafts(self) -> tuple[Draft, ...]:
        """Everything typed and not yet saved."""
        with self._store.read() as connection:
            rows = connection.execute(select(draft.c.case_id, draft.c.what, draft.c.body))
            return tuple(Draft._make(row) for row in rows)

    def drop_draft(self, case: UUID, what: str) -> None:
        this = and_(draft.c.case_id == case, draft.c.what == what)
        with self._store.write() as connection:
            connection.execute(delete(draft).where(this))

    # --- The engine's port ----------------------------------------------------------------------------

    def copied_devices(self) -> tuple[int, ...]:
        """The numbers of the laptops whose sealed copies are here: this one, and those it was before."""
        return self.sealed.copied_devices()

    def copies_after(self, device: int, seq: int, max_items: int, max_bytes: int) -> tuple[CopyItem, ...]:
        """The first copies of a laptop after a number, in order, at least one if there is any."""
        return self.sealed.copies_after(device, seq, max_items, max_bytes)

    def enrolments(self) -> tuple[bytes, ...]:
        """The server's own statements of who these laptops are."""
        return self.sealed.enrolments()

    def device(self) -> int:
        """The number of this laptop."""
        with self._store.read() as connection:
            return identities.required(connection).device

    def first_epoch(self) -> int:
        """The server's epoch when this laptop was enrolled; 0 where that isn't known."""
        with self._store.read() as connection:
            return identities.required(connection).server_epoch

    def last_seq(self) -> int:
        """The highest number given to a command of this device; 0 before the first."""
        with self._store.read() as connection:
            return saving.last_seq(connection, identities.required(connection).device)

    def chain_before(self, seq: int) -> bytes:
        """The chain hash of the history before a number (16 bytes; zeros before 1)."""
        with self._store.read() as connection:
            device = identities.required(connection).device
            return saving.chain_before(connection, Number(device, seq))

    def unanswered(self, max_commands: int, max_bytes: int) -> tuple[Outgoing, ...]:
        """The first commands without a verdict, contiguous, at least one if there is any."""
        with self._store.read() as connection:
            this = command.c.device == identities.required(connection).device
            waiting = and_(this, command.c.state.in_(UNANSWERED))
            rows = connection.execute(
                select(command.c.seq, command.c.envelope)
                .where(waiting)
                .order_by(command.c.seq)
                .limit(max(1, max_commands))
            )
            return _first_run([Outgoing(*row) for row in rows], max_bytes)

    def answer(self, verdict: StoredVerdict) -> bool:
        """Notes a verdict or its disposition. Idempotent. True when it is news for this command."""
        return verdicts.answer(self._store, self.sealed, verdict)

    def received(self, through: int) -> None:
        """The server, or somebody who delivers copies, has the commands up to this number; no verdict yet."""
        verdicts.received(self._store, through)

    def applied(self, case: UUID, seq: int) -> None:
        """The replica's base now contains this device's commands up to `seq`: their bytes may go."""
        verdicts.applied(self._store, case, seq)

    def waits(self, case: UUID) -> bool:
        """True while a command of this case has no verdict, or a draft is neither saved nor discarded."""
        unanswered = select(command.c.place).where(command.c.case_id == case, command.c.state.in_(UNANSWERED))
        typed = select(draft.c.what).where(draft.c.case_id == case)
        with self._store.read() as connection:
            return any(connection.execute(query.limit(1)).first() for query in (unanswered, typed))

    def kept(self) -> tuple[UUID, ...]:
        """Cases of which content is still kept although every command of theirs is answered."""
        return verdicts.kept(self._store)

    def forget(self, cases: tuple[UUID, ...]) -> None:
        """Nothing of the content of cases that have left stays; what is unanswered is never touched."""
        verdicts.forget(self._store, cases)
        remove_copies(self.path)

    # --- Cases of others, wanted whole ----------------------------------------------------------------

    def note_wish(self, case: UUID, wanted: Wanted) -> None:
        """Notes what is wanted of a case; the next sync tells the server."""
        wishes.note(self._store, case, wanted)

    def wish(self, case: UUID) -> Wish | None:
        """What is wanted of a case, if anything."""
        return wishes.of(self._store, case)

    def wishes(self, most: int) -> dict[UUID, Wanted]:
        """Wishes the server wasn't told of, not more than `most`."""
        return wishes.untold(self._store, most)

    def wishes_told(self, told: Mapping[UUID, Wanted]) -> None:
        """The server has these now."""
        wishes.told(self._store, told)

    # --- Copies and small facts -----------------------------------------------------------------------

    def prune_sealed(self, durable_through: int, server_time: datetime) -> int:
        """Removes copies the server has backed up, or answered 180 days ago. Returns how many."""
        return reconcile.prune(self._store, self.sealed, durable_through, server_time)

    def remember(self, key: str, value: str) -> None:
        """A small fact that has to outlive the replica."""
        with self._store.write() as connection:
            connection.execute(delete(meta).where(meta.c.key == key))
            connection.execute(insert(meta), {"key": key, "value": value})

    def recall(self, key: str) -> str | None:
        with self._store.read() as connection:
            return connection.execute(select(meta.c.value).where(meta.c.key == key)).scalar()

    def _count(self, these: ColumnElement[bool]) -> int:
        with self._store.read() as connection:
            return connection.execute(select(func.count()).select_from(command).where(these)).scalar_one()


def _first_run(waiting: Sequence[Outgoing], max_bytes: int) -> tuple[Outgoing, ...]:
    """As many as follow each other without a gap and fit; the first goes even if it is too large alone."""
    run: list[Outgoing] = []
    size = 0
    for item in waiting:
        size += len(item.data)
        if run and (item.seq != run[-1].seq + 1 or size > max_bytes):
            break
        run.append(item)
    return tuple(run)
