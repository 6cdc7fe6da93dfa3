"""A push: the device's row is locked, its history checked, each new command judged in its own savepoint.

Only a command's own faults are the command's: what the database, the disk or the connection does wrong runs
the whole transaction again. A savepoint would swallow a serialisation failure and go on.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from typing import Any, NamedTuple

from msgspec.structs import replace
from sqlalchemy import Connection, select, update

from sync.casework.commands import Command
from sync.casework.decide import withdrawn_together
from sync.casework.verdict import Reason, held
from sync.central.feed.publish import Publication, publish
from sync.central.registry.people import actor, caseworkers, find_person
from sync.central.store import schema
from sync.central.store.database import Database, is_environment, lock
from sync.central.verdicts.attempts import attempt
from sync.central.verdicts.judge import Submission, read, store, submit
from sync.protocol.envelope import EnvelopeError, chain, envelope_hash, to_command
from sync.protocol.messages import ExchangeRequest, Refusal

_log = logging.getLogger(__name__)


class Pushed(NamedTuple):
    """The highest number stored of this device, or a refusal."""

    known: int
    refusal: Refusal | None = None


def push(
    database: Database, agency: str, number: int, request: ExchangeRequest, counter: int, now: datetime
) -> Pushed:
    """Takes a request's commands in. A batch goes into one transaction, or one each when `single`.

    `single` asks for it after a batch went unanswered twice. A command that ends the process again and again
    is found by what is noted of it before it runs, and is then held without being run.
    """
    batch = _decoded(request, number)
    if not request.single:
        return database.write(lambda c: _push(c, agency, number, request, batch, counter, now))
    pushed, before = Pushed(0), request.chain
    for seq, data in enumerate(request.push, start=request.first):
        one = replace(request, first=seq, chain=before, push=(data,))
        with attempt(database, agency, number, seq) as may_run:
            pushed = database.write(
                lambda c, one=one, run=may_run: _push(c, agency, number, one, batch, counter, now, run=run)  # type: ignore[misc]
            )
        if pushed.refusal is not None:
            break
        before = chain(before, data)
    return pushed


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
    agency: str,
    number: int,
    request: ExchangeRequest,
    batch: list[Command],
    counter: int,
    now: datetime,
    *,
    run: bool = True,
) -> Pushed:
    """`batch` holds what came in one exchange, also where each command has a transaction of its own."""
    device = schema.device
    where = (device.c.agency == agency, device.c.number == number)
    row = connection.execute(select(device).where(*where).with_for_update()).one()
    refusal = check_history(lambda: nullcontext(connection), agency, row, request)
    if refusal is not None:
        return Pushed(row.last_seq, refusal)
    account = find_person(connection, agency, row.user)
    assert account is not None
    people = caseworkers(connection, agency)
    pushed = range(request.first, request.first + len(request.push))
    lock(connection, *(f"case:{agency}:{command.case}" for command in batch if command.seq in pushed))
    gone = frozenset(withdrawn_together(command for command in batch if command.seq > row.last_seq))
    changes: list[Publication] = []
    known, history = row.last_seq, request.chain
    for seq, data in enumerate(request.push, start=request.first):
        history = chain(history, data)
        if seq <= row.last_seq:
            if _hash_at(connection, agency, number, seq) != envelope_hash(data):
                return Pushed(row.last_seq, Refusal("fork", known=row.last_seq))
            continue
        submission = Submission(
            agency,
            number,
            seq,
            data,
            history,
            actor(account),
            now,
            people,
            withdrawn=gone,
        )
        if run:
            _submit_safely(connection, submission, changes)
        else:
            _hold(connection, submission, changes)
        known = seq
    if known > row.last_seq:
        connection.execute(
            update(device)
            .where(*where)
            .values(last_seq=known, chain=history, counter=counter, last_contact=now)
        )
        publish(connection, agency, changes)
    return Pushed(known)


def _submit_safely(connection: Connection, submission: Submission, changes: list[Publication]) -> None:
    """One bad command never blocks a queue: it is stored as held, and the rest go on."""
    mark = len(changes)
    try:
        with connection.begin_nested():
            submit(connection, submission, changes)
    except Exception as error:  # any fault of our own reducer becomes a held command, nothing is dropped
        if is_environment(error):
            raise
        _log.exception("command %s of device %s could not be run", submission.seq, submission.device)
        del changes[mark:]
        _hold(connection, submission, changes)


def _hold(connection: Connection, submission: Submission, changes: list[Publication]) -> None:
    envelope, _ = read(submission.data, submission.seq)
    store(connection, submission, envelope, held(Reason.CRASHED), changes)


def _hash_at(connection: Connection, agency: str, number: int, seq: int) -> bytes | None:
    table = schema.command
    return connection.execute(
        select(table.c.hash).where(table.c.agency == agency, table.c.device == number, table.c.seq == seq)
    ).scalar()


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
