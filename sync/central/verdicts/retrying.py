"""After an upgrade: what an older server had held as not understood is decided again, once, by this one."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import Connection, select

from sync.casework.verdict import Reason
from sync.central.registry.people import SYSTEM
from sync.central.rollout.publish_policy import policy_of
from sync.central.store import schema
from sync.central.store.database import is_environment
from sync.central.verdicts.changes import Changes
from sync.central.verdicts.judge import read
from sync.central.verdicts.record import waits_for_upgrade
from sync.protocol.administration import ORDERS, Retry
from sync.protocol.envelope import EnvelopeError, to_command
from sync.protocol.errors import UNREADABLE
from sync.protocol.messages import StoredVerdict

if TYPE_CHECKING:
    from sync.central.service import Central

_log = logging.getLogger(__name__)


def retry_held(central: Central) -> int:
    """Tries everything that is understood now, in the order it came. Returns how much that was.

    Each has a transaction of its own; one that can not be run stays as it is, and the others go on.
    """
    done = 0
    with central.database.read() as connection:
        table = schema.command
        rows = connection.execute(
            select(table.c.device, table.c.seq, table.c.case, table.c.envelope)
            .where(table.c.agency == central.agency, waits_for_upgrade())
            .order_by(table.c.received, table.c.device, table.c.seq)
        ).all()
        ready = [row for row in rows if _understood(connection, central.agency, row.envelope, row.seq)]
    for row in ready:
        try:
            done += _retry(central, Retry(device=row.device, seq=row.seq), row.case)
        except Exception as error:  # any fault of our own reducer leaves the command held, nothing is dropped
            if is_environment(error):
                raise
            _log.exception("command %s of device %s could not be tried again", row.seq, row.device)
    return done


def _retry(central: Central, order: Retry, case: UUID) -> bool:
    """False when another process was faster."""

    def work(connection: Connection, changes: Changes) -> StoredVerdict:
        return central.act(connection, SYSTEM, order, case, changes)

    return central.change(work).reason != Reason.NO_SUCH_ITEM


def _understood(connection: Connection, agency: str, data: bytes, seq: int) -> bool:
    envelope, ruling = read(data, seq)
    if envelope is None:
        return False
    try:
        command = to_command(envelope, 0)
        order = ORDERS.decode(envelope.tag, bytes(envelope.body))
    except (EnvelopeError, *UNREADABLE):
        return True  # the kind is known now, and the content can never be valid
    if command is None:
        return order is not None
    return ruling is not None or policy_of(connection, agency, command.policy) is not None
