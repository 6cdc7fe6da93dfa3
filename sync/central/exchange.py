"""One exchange on the server's side: push, then the stream of frames, each read in its own short snapshot."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection

from sync.central.caller import PATH, Caller, authenticated
from sync.central.feed.pace import Pace
from sync.central.feed.publish import Publication
from sync.central.feed.reader import NOWHERE, Subscription, heads, next_entries
from sync.central.feed.repair import repairs
from sync.central.registry.people import Account
from sync.central.restored import check_epoch, newest_head
from sync.central.rollout.configuration import acknowledge
from sync.central.scopes import watching
from sync.central.scopes.subscriptions import subscriptions
from sync.central.service import Central
from sync.central.verdicts.push import check_history, push
from sync.protocol.dictionary import NEWEST, common
from sync.protocol.errors import UNREADABLE
from sync.protocol.frames import FrameWriter
from sync.protocol.messages import (
    Cursor,
    Entries,
    ExchangeRequest,
    FeedHead,
    Frame,
    Head,
    Refusal,
    object_id,
)
from sync.protocol.requests import UnknownDictionaryError, unpack_request
from sync.protocol.versions import MAX_COMMANDS, MAX_PUSH_BYTES, MAX_WISHES, OLDEST_PULL

_decoder = msgspec.msgpack.Decoder(ExchangeRequest)
MAX_FRAMES = 2_000  # an answer ends by itself; the laptop asks again
PIECE_BYTES = 8 * 1024


class Piece(NamedTuple):
    """Bytes of an answer as they leave, several small frames together. `last` when no more follow."""

    data: bytes
    last: bool


def decode_request(body: bytes) -> ExchangeRequest | Refusal:
    """The request, or a refusal that says what is wrong with it."""
    try:
        request = _decoder.decode(unpack_request(body))
        _check_names(request)
    except UnknownDictionaryError as error:
        return Refusal("dictionary", str(error))
    except (*UNREADABLE, ValueError) as error:
        return Refusal("bad_request", str(error)[:200])
    if len(request.push) > MAX_COMMANDS or sum(map(len, request.push)) > 4 * MAX_PUSH_BYTES:
        return Refusal("bad_request", f"at most {MAX_COMMANDS} commands in one exchange")
    if len(request.want) + len(request.pin) + len(request.unwant) > MAX_WISHES:
        return Refusal("bad_request", f"at most {MAX_WISHES} cases asked for in one exchange")
    if request.push and request.first < 1:
        return Refusal("bad_request", "commands are numbered from 1")
    return request


def _check_names(request: ExchangeRequest) -> None:
    """Raises ValueError for identifiers that can't be any object's."""
    for cursor in request.cursors.values():
        if cursor.after is not None and any("\0" in part for part in cursor.after):
            raise ValueError("a cursor names an object that can't be")
    for held in request.repair.values():
        for one in held:
            object_id(one.kind, one.id)


def pieces(chunks: Iterator[bytes]) -> Iterator[Piece]:
    """The frames of an answer in pieces worth sending. What was read before a fault still goes out."""
    waiting = bytearray()
    try:
        for chunk in chunks:
            waiting += chunk
            if len(waiting) >= PIECE_BYTES:
                yield Piece(bytes(waiting), last=False)
                waiting.clear()
    except Exception:
        if waiting:
            yield Piece(bytes(waiting), last=False)
        raise
    yield Piece(bytes(waiting), last=True)


def answer(central: Central, caller: Caller, counter: int, request: ExchangeRequest) -> Iterator[bytes]:
    """The bytes of the answer, frame by frame. The push is committed before the first byte."""
    with central.answering.one():
        now = central.clock()
        central.contacts.heard(caller.device.number, now)
        writer = _writer(central, request)
        known, refusal = _take_in(central, caller, counter, request, now)
        if refusal is None and request.revision < OLDEST_PULL:
            refusal = Refusal("upgrade", known=known)
        if refusal is not None:
            yield writer.write(replace(refusal, asked=caller.asked))
            return
        changed = bool(request.push)
        for frame in _frames(central, caller, request, known, now, writer):
            if isinstance(frame, Head):
                frame = _witnessed(central, frame, wanted=changed or request.witness is not None)
            changed = True
            yield writer.write(replace(frame, asked=caller.asked))


def _writer(central: Central, request: ExchangeRequest) -> FrameWriter:
    """A first sync brings its own history; changes begin with the dictionary and what the laptop has said."""
    first = not request.cursors or not all(cursor.complete for cursor in request.cursors.values())
    level = central.answering.level(request.budget, first=first)
    return FrameWriter(level) if first else FrameWriter(level, common(request.dictionary), request.push)


def _witnessed(central: Central, head: Head, *, wanted: bool) -> Head:
    """The head with the audit's newest, where there was anything to be witness of."""
    if not wanted:
        return head
    with central.database.read() as connection:
        return replace(head, audit=newest_head(connection))


def _take_in(
    central: Central, caller: Caller, counter: int, request: ExchangeRequest, now: datetime
) -> tuple[int, Refusal | None]:
    agency, number = central.agency, caller.device.number
    refusal = check_epoch(central, request, caller.epoch, caller.device.last_seq)
    if refusal is not None:
        return caller.device.last_seq, refusal
    if request.push:
        pushed = push(central.database, agency, number, request, counter, now, central.marks)
        if pushed.refusal is not None:
            return pushed.known, pushed.refusal
        known = pushed.known
    else:
        refusal = check_history(central.database.glance, agency, caller.device, request)
        if refusal is not None:
            return caller.device.last_seq, refusal
        known = caller.device.last_seq
    _note_acknowledgement(central, caller, request, now)
    if request.want or request.pin or request.unwant:
        _watch(central, caller.account, request, now)
    return known, None


def _note_acknowledgement(central: Central, caller: Caller, request: ExchangeRequest, now: datetime) -> None:
    """Writes only when a configuration is newly held; an idle exchange writes nothing."""
    cursor = request.cursors.get("device", Cursor())
    if caller.device.acknowledged >= caller.device.configuration or not cursor.complete:
        return

    def work(connection: Any, changes: list[Publication]) -> None:
        changes += acknowledge(connection, central.agency, caller.device, cursor.number, now)

    central.change(work)


def _watch(central: Central, account: Account, request: ExchangeRequest, now: datetime) -> None:
    """A supervisor asked for whole cases to read, keeps them, or no longer needs them."""

    def work(connection: Connection, changes: list[Publication]) -> None:
        changes += watching.ask(connection, central.agency, account, request, now)

    central.change(work)


def _frames(
    central: Central,
    caller: Caller,
    request: ExchangeRequest,
    known: int,
    now: datetime,
    writer: FrameWriter,
) -> Iterator[Frame]:
    """Messages in order; `writer` tells how long each became before the next is asked for."""
    account, number = caller.account, caller.device.number
    feeds = subscriptions(central.agency, number, account.name, account.role.value, account.office)
    cursors = {one.local: request.cursors.get(one.local, Cursor()) for one in feeds}
    for local in sorted(set(request.cursors) - set(cursors)):
        yield Entries(local, request.cursors[local], Cursor(), (), reset=True)
    yield from _repair_frames(central, feeds, cursors, request)
    most = MAX_FRAMES
    found = _known_ends(caller, request, feeds) or _heads(central, feeds)
    while (behind := [one for one in feeds if _is_behind(cursors[one.local], found[one.local])]) and most > 0:
        for one in behind:
            pace = Pace(request.budget, first=cursors[one.local].number == 0)
            for entries in _feed_frames(central, one, cursors, pace, most):
                most -= 1
                yield entries
                pace.sent(len(entries.entries), writer.size)
        found = _heads(central, feeds)
    if behind:
        yield Head(now, caller.epoch, known, {}, more=True, dictionary=NEWEST)
        return
    durable = caller.device.durable_through
    yield Head(now, caller.epoch, known, found, durable_through=durable, dictionary=NEWEST)


def _feed_frames(
    central: Central, one: Subscription, cursors: dict[str, Cursor], pace: Pace, most: int
) -> Iterator[Entries]:
    while most > 0:
        with central.database.read() as connection:
            entries = next_entries(connection, one, cursors[one.local], pace.objects)
        if entries is None:
            return
        cursors[one.local] = entries.end
        most -= 1
        yield entries
        if not entries.left:  # what came since then is found by the next look at the heads
            return


def _repair_frames(
    central: Central, feeds: list[Subscription], cursors: dict[str, Cursor], request: ExchangeRequest
) -> Iterator[Entries]:
    for one in feeds:
        if one.local not in request.repair or not cursors[one.local].complete:
            continue
        with central.database.read() as connection:
            entries = repairs(connection, one, cursors[one.local], request.repair[one.local])
        cursors[one.local] = entries.end
        yield entries


def _heads(central: Central, feeds: list[Subscription]) -> dict[str, FeedHead]:
    """Where all feeds end in one snapshot."""
    with central.database.glance() as connection:
        return heads(connection, feeds)


def _known_ends(
    caller: Caller, request: ExchangeRequest, feeds: list[Subscription]
) -> dict[str, FeedHead] | None:
    """Where feeds ended as the caller was found: right for a request that changes nothing itself."""
    if caller.ends is None or request.push or request.want or request.pin or request.unwant:
        return None
    return {one.local: caller.ends.get(one.name, NOWHERE) for one in feeds}


def _is_behind(cursor: Cursor, at: FeedHead) -> bool:
    return not cursor.complete or cursor.number != at.number


__all__ = ["PATH", "Caller", "Piece", "answer", "authenticated", "decode_request", "pieces"]
