"""Taking sealed copies in: opened, verified, put in order, then an ordinary push of the laptop they are from.

A copy is first kept, so that nothing brought is lost; what follows without a gap is pushed. The rest waits
for the one before it, or, where another command has its number, for somebody to look.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, and_, delete, insert, select

from sync.central.feed.publish import Publication
from sync.central.registry.devices import find_device, publish_laptop, register
from sync.central.registry.people import find_person
from sync.central.restored import declare
from sync.central.service import Central
from sync.central.store import epoch as epochs
from sync.central.store.database import lock
from sync.central.store.objects import raise_to
from sync.central.store.schema import command, deposit
from sync.central.verdicts.push import push
from sync.central.verdicts.record import Word
from sync.protocol.copies import UnknownKeyError, open_copy, verify_copy
from sync.protocol.envelope import EnvelopeError, decode_envelope, envelope_hash
from sync.protocol.messages import CopyItem, DepositAnswer, DepositRequest, ExchangeRequest
from sync.protocol.sealing import SealError
from sync.protocol.signing import SignatureError, Signed, verify
from sync.protocol.versions import CURRENT, MAX_COMMANDS, MAX_PUSH_BYTES

PATH = "/v1/deposit"
_LARGEST = 2**31 - 1
_TRIES = 10  # to push what waits, while its own laptop may be pushing too


def check_carrier(central: Central, signed: Signed, body: bytes) -> None:
    """Raises SignatureError unless a known laptop brings this, by its deposit key or its own."""
    with central.database.glance() as connection:
        row = find_device(connection, central.agency, signed.device) if signed.device > 0 else None
    if row is None or row.revoked or not row.active:
        raise SignatureError("this laptop is not known here")
    try:
        verify(signed, row.deposit_key, "POST", PATH, body)
    except SignatureError:
        verify(signed, row.signing_key, "POST", PATH, body)


def enrol_again(central: Central, statements: tuple[bytes, ...]) -> None:
    """Registers laptops that this server enrolled and has forgotten. Anything else is passed over."""
    for statement in statements:
        enrolment = central.marks.enrolment(statement)
        if enrolment is None:
            continue

        def work(connection: Connection, changes: list[Publication], enrolment: Any = enrolment) -> None:
            lock(connection, f"device:{central.agency}:{enrolment.device}")
            known = find_device(connection, central.agency, enrolment.device)
            if known is None and find_person(connection, central.agency, enrolment.user) is not None:
                register(connection, central.agency, enrolment)
                raise_to(connection, central.agency, "device", enrolment.device)
                changes += publish_laptop(connection, central.agency, enrolment.device)

        central.change(work)


def take(central: Central, carrier: int, request: DepositRequest) -> DepositAnswer:
    """Takes copies in and says what is known now. `carrier`: the laptop that brings them, 0 for a stick."""
    refused: list[tuple[int, int, str]] = []
    for item in request.items[:MAX_COMMANDS]:
        why = _keep(central, carrier, item, request.epoch)
        if why:
            refused.append((item.device, item.seq, why))
    known: dict[int, int] = {}
    unknown, waiting = [], []
    for device in sorted({*request.devices, *(item.device for item in request.items)}):
        through = _push_waiting(central, device)
        if through is None:
            unknown.append(device)
            continue
        known[device] = through
        for seq in _left(central, device):
            if seq > through:
                waiting.append((device, seq))
            else:
                refused.append((device, seq, "fork"))
    return DepositAnswer(known, tuple(unknown), tuple(waiting), tuple(refused))


def _keep(central: Central, carrier: int, item: CopyItem, epoch: int) -> str:
    """Puts one copy among those that wait; why not, or ''."""
    with central.database.read() as connection:
        row = find_device(connection, central.agency, item.device) if 0 < item.device <= _LARGEST else None
    if row is None or not 0 < item.seq <= _LARGEST:
        return "unknown_device"
    try:
        opened = open_copy(central.keys.sealing, item.copy, item.device, item.seq)
        verify_copy(opened, row.signing_key, item.device, item.seq)
    except UnknownKeyError:
        return "other_key"
    except SealError:
        return "damaged"
    except SignatureError:
        return "not_signed"
    given = _given(central, item, envelope_hash(opened.envelope))
    if given is not None and item.seq > row.last_seq and epoch == (row.server_epoch or epochs.FIRST):
        declare(central, "receipt", seen=epoch)  # a verdict of ours that we don't know
    values = {
        "agency": central.agency,
        "device": item.device,
        "seq": item.seq,
        "hash": envelope_hash(opened.envelope),
        "envelope": opened.envelope,
        "received": central.clock(),
        "carrier": carrier,
        "verdict": given.verdict if given else "",
        "reason": given.reason if given else "",
    }
    central.database.write(lambda connection: _insert(connection, values))
    return ""


def _given(central: Central, item: CopyItem, hash_: bytes) -> Word | None:
    word = (item.verdict, item.reason)
    genuine = central.marks.gave(item.receipt, item.device, item.seq, hash_, *word)
    return Word(*word) if genuine else None


def _insert(connection: Connection, values: dict[str, Any]) -> None:
    lock(connection, f"deposit:{values['agency']}:{values['device']}")
    this = and_(*(deposit.c[name] == values[name] for name in ("agency", "device", "seq", "hash")))
    if connection.execute(select(deposit.c.seq).where(this)).first() is None:
        connection.execute(insert(deposit).values(**values))


def _push_waiting(central: Central, device: int) -> int | None:
    """Pushes what follows the log without a gap. The highest number known then, None for no known laptop."""
    for _ in range(_TRIES):
        with central.database.read() as connection:
            row = find_device(connection, central.agency, device) if 0 < device <= _LARGEST else None
            if row is None:
                return None
            run = _run_after(connection, central.agency, device, row.last_seq)
        if not run:
            break
        request = ExchangeRequest(
            CURRENT,
            {},
            last_seq=run[-1].seq,
            first=run[0].seq,
            chain=row.chain,
            push=tuple(one.envelope for one in run),
            single=True,  # the laptop can't say how often it went unanswered
        )
        words = {one.seq: Word(one.verdict, one.reason) for one in run if one.verdict}
        now = central.clock()
        push(central.database, central.agency, device, request, row.counter, now, central.marks, words)
        central.database.write(lambda connection: _forget(connection, central.agency, device))
    central.database.write(lambda connection: _forget(connection, central.agency, device))
    with central.database.read() as connection:
        return int(find_device(connection, central.agency, device).last_seq)


def _run_after(connection: Connection, agency: str, device: int, seq: int) -> list[Any]:
    """What waits directly after a number, up to a push of it."""
    mine = (deposit.c.agency == agency, deposit.c.device == device, deposit.c.seq > seq)
    rows = connection.execute(select(deposit).where(*mine).order_by(deposit.c.seq).limit(MAX_COMMANDS))
    run: list[Any] = []
    size = 0
    for row in rows:
        size += len(row.envelope)
        if row.seq != seq + len(run) + 1 or (run and size > MAX_PUSH_BYTES):
            break
        run.append(row)
    return run


def _forget(connection: Connection, agency: str, device: int) -> None:
    """Drops what is in the log by now, under its own number or, issued again, under another."""
    mine = (deposit.c.agency == agency, deposit.c.device == device)
    for row in connection.execute(select(deposit).where(*mine)).all():
        if _logged(connection, row):
            this = and_(*mine, deposit.c.seq == row.seq, deposit.c.hash == row.hash)
            connection.execute(delete(deposit).where(this))


def _logged(connection: Connection, row: Any) -> bool:
    mine = and_(command.c.agency == row.agency, command.c.device == row.device)
    same = and_(mine, command.c.seq == row.seq, command.c.hash == row.hash)
    try:
        issued_again = command.c.id == decode_envelope(row.envelope).id
    except EnvelopeError:
        issued_again = same
    here = select(command.c.seq).where(command.c.agency == row.agency, same | issued_again)
    return connection.execute(here.limit(1)).first() is not None


def _left(central: Central, device: int) -> list[int]:
    mine = (deposit.c.agency == central.agency, deposit.c.device == device)
    with central.database.read() as connection:
        return list(connection.execute(select(deposit.c.seq).where(*mine).order_by(deposit.c.seq)).scalars())
