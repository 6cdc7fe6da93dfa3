"""A push: the device's row is locked, its history checked, and what is new is judged, command by command.

Commands run together, without savepoints, and what they write is written at the end in a few statements.
Should one of them fail, all of it is rolled back and done again with a savepoint around each, so that one
bad command never takes another with it. Only a command's own faults are the command's: what the database,
the disk or the connection does wrong runs the whole transaction again. (A savepoint would swallow a
serialisation failure and go on.)
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from enum import Enum, auto
from functools import partial
from typing import Any, NamedTuple

from msgspec.structs import replace
from sqlalchemy import Connection, select, update

from sync.casework.commands import Command
from sync.casework.decide import withdrawn_together
from sync.casework.verdict import Reason, held
from sync.central.marks import Marks
from sync.central.registry.devices import account_of, lock_device
from sync.central.registry.people import actor, caseworkers
from sync.central.store import schema
from sync.central.store.database import Database, is_environment
from sync.central.verdicts.attempts import attempt
from sync.central.verdicts.changes import Changes
from sync.central.verdicts.judge import read, submit
from sync.central.verdicts.record import Submission, Word, store
from sync.protocol.envelope import EnvelopeError, chain, envelope_hash, to_command
from sync.protocol.messages import ExchangeRequest, Refusal

_log = logging.getLogger(__name__)
NO_WORDS: Mapping[int, Word] = {}


class Pushed(NamedTuple):
    """The highest number stored of this device, or a refusal."""

    known: int
    refusal: Refusal | None = None


def push(
    database: Database,
    agency: str,
    number: int,
    request: ExchangeRequest,
    counter: int,
    now: datetime,
    marks: Marks,
    words: Mapping[int, Word] = NO_WORDS,
) -> Pushed:
    """Takes a request's commands in. A batch goes into one transaction, or one each when `single`.

    `single` asks for it after a batch went unanswered twice. A command that ends the process again and again
    is found by what is noted of it before it runs, and is then held without being run. `words`: verdicts that
    were given before, by a server that has forgotten them since.
    """
    batch = _decoded(request, number)
    take = partial(_push, agency=agency, number=number, batch=batch, counter=counter, now=now, marks=marks)
    take = partial(take, words=words)
    if not request.single:
        return _all_at_once(database, partial(take, request=request))
    pushed, before = Pushed(0), request.chain
    for seq, data in enumerate(request.push, start=request.first):
        one = replace(request, first=seq, chain=before, push=(data,))
        with attempt(database, agency, number, seq) as may_run:
            way = _Way.APART if may_run else _Way.HELD
            pushed = database.write(partial(take, request=one, way=way))
        if pushed.refusal is not None:
            break
        before = chain(before, data)
    return pushed


class _Way(Enum):
    """How the commands of a push are run."""

    TOGETHER = auto()  # written in common at the end; whatever one of them does wrong ends the transaction
    APART = auto()  # each in a savepoint of its own: what one does wrong is its own
    HELD = auto()  # not at all


def _all_at_once(database: Database, take: Callable[..., Pushed]) -> Pushed:
    """In few statements, as nearly always nothing goes wrong; if it does, once more with savepoints."""
    try:
        return database.write(partial(take, way=_Way.TOGETHER))
    except Exception as error:
        if is_environment(error):
            raise
        _log.warning(
            "a batch could not be run together: %s; now each command by itself", type(error).__name__
        )
        return database.write(partial(take, way=_Way.APART))


def check_history(
    connect: Callable[[], AbstractContextManager[Connection]],
    agency: str,
    row: Any,
    request: ExchangeRequest,
) -> Refusal | None:
    """None when this laptop's history is the one stored; a refusal names a copy (`fork`) or a gap.

    The store is asked only where the laptop hasn't heard of its newest commands yet.
    """
    before = (request.first or request.last_seq + 1) - 1
    if request.last_seq < row.last_seq:
        return Refusal("fork", known=row.last_seq)
    if before > row.last_seq:
        return Refusal("gap", known=row.last_seq)
    if before == row.last_seq:
        same = request.chain == row.chain
    else:
        with connect() as connection:
            same = request.chain == _chain_at(connection, agency, row.number, before)
    return None if same else Refusal("fork", known=row.last_seq)


def _chain_at(connection: Connection, agency: str, number: int, seq: int) -> bytes:
    if seq == 0:
        return bytes(16)
    table = schema.command
    found = connection.execute(
        select(table.c.chain).where(table.c.agency == agency, table.c.device == number, table.c.seq == seq)
    ).scalar()
    return found or b""


def _push(
    connection: Connection,
    *,
    agency: str,
    number: int,
    request: ExchangeRequest,
    batch: list[Command],
    counter: int,
    now: datetime,
    marks: Marks,
    words: Mapping[int, Word],
    way: _Way,
) -> Pushed:
    """`batch` holds what came in one exchange, also where each command has a transaction of its own."""
    row = lock_device(connection, agency, number)
    refusal = check_history(lambda: nullcontext(connection), agency, row, request)
    if refusal is not None:
        return Pushed(row.last_seq, refusal)
    again = [data for seq, data in enumerate(request.push, start=request.first) if seq <= row.last_seq]
    if _differ(connection, agency, number, request.first, again):
        return Pushed(row.last_seq, Refusal("fork", known=row.last_seq))
    known = request.first + len(request.push) - 1
    if known <= row.last_seq:
        return Pushed(row.last_seq)
    pushed = range(row.last_seq + 1, known + 1)
    changes = _ready(connection, agency, number, [one for one in batch if one.seq in pushed])
    author, people = actor(account_of(row)), caseworkers(connection, agency)
    gone = frozenset(withdrawn_together(command for command in batch if command.seq > row.last_seq))
    history = request.chain
    for seq, data in enumerate(request.push, start=request.first):
        history = chain(history, data)
        if seq in pushed:
            one = Submission(
                *(agency, number, seq, data, history, author, now, people, gone),
                marks=marks,
                word=words.get(seq),
            )
            _take(connection, one, changes, way)
    device = schema.device
    connection.execute(
        update(device)
        .where(device.c.agency == agency, device.c.number == number)
        .values(last_seq=known, chain=history, counter=counter, last_contact=now)
    )
    changes.finish()
    return Pushed(known)


def _ready(connection: Connection, agency: str, number: int, commands: list[Command]) -> Changes:
    """All cases of a batch are locked in one order, then read with what else it will ask for."""
    changes = Changes(connection, agency)
    cases = sorted({str(command.case) for command in commands})
    changes.lock(*(f"case:{agency}:{case}" for case in cases))
    keys = [(kind, case) for case in cases for kind in ("case", "header")]
    keys += [("verdict", f"{number}.{command.seq}") for command in commands]
    changes.expect(keys, [command.id for command in commands])
    return changes


def _take(connection: Connection, submission: Submission, changes: Changes, way: _Way) -> None:
    """One bad command never blocks a queue: it is stored as held, and the rest go on."""
    if way is _Way.TOGETHER:
        submit(connection, submission, changes)
        return
    if way is _Way.APART:
        try:
            with connection.begin_nested():
                own = Changes(connection, submission.agency)
                submit(connection, submission, own)
                own.flush()
        except Exception as error:  # any fault of our own reducer becomes a held command, nothing is dropped
            if is_environment(error):
                raise
            _log.exception("command %s of device %s could not be run", submission.seq, submission.device)
        else:
            changes.absorb(own)
            return
    envelope, _ = read(submission.data, submission.seq)
    store(submission, envelope, held(Reason.CRASHED), changes)
    changes.flush()


def _differ(connection: Connection, agency: str, number: int, first: int, again: list[bytes]) -> bool:
    """True when one of these commands is not the one stored under its number."""
    if not again:
        return False
    table = schema.command
    query = select(table.c.hash).where(
        table.c.agency == agency,
        table.c.device == number,
        table.c.seq.between(first, first + len(again) - 1),
    )
    stored = connection.execute(query.order_by(table.c.seq)).scalars().all()
    return list(stored) != [envelope_hash(data) for data in again]


def _decoded(request: ExchangeRequest, number: int) -> list[Command]:
    """The commands of a batch that can be read."""
    commands = []
    for seq, data in enumerate(request.push, start=request.first):
        envelope, ruling = read(data, seq)
        try:
            command = to_command(envelope, number) if envelope and not ruling else None
        except EnvelopeError:
            command = None
        if command is not None:
            commands.append(command)
    return commands
