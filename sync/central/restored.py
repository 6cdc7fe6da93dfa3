"""A store put back from a backup: how that is noticed, and how it is declared.

The operator declares it, or a laptop brings a head of the audit that this server signed and doesn't know.
Laptops see the new epoch, begin their cursors anew and bring what was lost (see `deposit`).
"""

from __future__ import annotations

from uuid import UUID

from cryptography.exceptions import InvalidSignature
from sqlalchemy import Connection, select

from sync.central.audit.log import head_message
from sync.central.registry.people import SYSTEM
from sync.central.service import Central
from sync.central.store import epoch as epochs
from sync.central.store.database import lock
from sync.central.store.schema import tree_head
from sync.central.verdicts.changes import Changes
from sync.protocol.administration import ServerRestored
from sync.protocol.messages import ROOT_BYTES, AuditHead, ExchangeRequest, Refusal

_LARGEST = 2**62  # what either store can look for


def newest_head(connection: Connection) -> AuditHead | None:
    """The newest signed head of the audit, for a witness to keep."""
    row = connection.execute(select(tree_head).order_by(tree_head.c.size.desc()).limit(1)).first()
    return AuditHead(row.size, row.root, row.at, row.signature) if row else None


def is_known(central: Central, head: AuditHead) -> bool:
    """True when this store once signed that head; only the root's first bytes count."""
    if not 0 < head.size <= _LARGEST:
        return False
    with central.database.glance() as connection:
        root = connection.execute(select(tree_head.c.root).where(tree_head.c.size == head.size)).scalar()
    return root is not None and root[:ROOT_BYTES] == head.root[:ROOT_BYTES]


def check_epoch(central: Central, request: ExchangeRequest, epoch: int, known: int) -> Refusal | None:
    """None when this laptop speaks of the history that is stored here; else what it must do or show."""
    if 0 < request.epoch < epoch:
        return Refusal("restored", known=known, epoch=epoch)
    witness, forgotten = request.witness, request.epoch > epoch
    if witness is None and forgotten:
        return Refusal("evidence", known=known)
    if witness is not None and witness.size and not is_known(central, witness):
        if not witness.signature:
            return Refusal("evidence", known=known)
        if _proves_a_restore(central, witness, epoch):
            begun = declare(central, "witness", witness, seen=epoch)
            return Refusal("restored", known=known, epoch=begun)
    return Refusal("restored", known=known, epoch=epoch) if forgotten else None


def _proves_a_restore(central: Central, head: AuditHead, epoch: int) -> bool:
    """True for an unknown head that this server signed in this epoch: an older one is accounted for."""
    if head.at is None:
        return False
    try:
        message = head_message(central.agency, head.size, head.root, head.at)
        central.keys.verifier.verify(head.signature, message)
    except InvalidSignature:
        return False
    return int(head.at.timestamp()) >= epoch


def declare(central: Central, why: str, lost: AuditHead | None = None, *, seen: int | None = None) -> int:
    """Begins a new epoch and records it in the audit. Returns the epoch that holds now.

    `seen`: the epoch that was found to be over. When another holds already, somebody was faster.
    """

    def work(connection: Connection, changes: Changes) -> int:
        lock(connection, f"epoch:{central.agency}")
        before = epochs.current(connection, central.agency)
        if seen is not None and seen != before:
            return before
        epoch = epochs.begin(connection, central.agency, central.clock())
        size, root = (lost.size, lost.root) if lost else (0, b"")
        body = ServerRestored(epoch=epoch, before=before, why=why, lost_size=size, lost_root=root)
        central.act(connection, SYSTEM, body, UUID(int=0), changes)
        return epoch

    return central.change(work)
