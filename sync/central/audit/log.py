"""Leaves are inserted unsequenced by each transaction; one sequencer numbers them and signs the tree's head.

(A tree built inside each transaction would be one global lock.)
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Connection, insert, select, update

from sync.casework.values import Record, pack
from sync.central.audit.tree import Frontier, leaf_hash
from sync.central.store.database import Database, lock
from sync.central.store.schema import leaf, tree_head


class LeafContent(Record, frozen=True):
    """What a leaf commits to: the command's bytes, its verdict, and what the case was afterwards."""

    device: int
    seq: int
    command: bytes
    envelope_sha256: bytes
    verdict: str
    reason: str
    author: str
    received: datetime
    case: bytes = b""
    version: int = 0
    body_sha256: bytes = b""
    patch_sha256: bytes = b""


def leaf_row(agency: str, content: LeafContent) -> dict[str, Any]:
    """The row of an unsequenced leaf, to be written in the transaction it speaks of."""
    data = pack(content)
    return {
        "agency": agency,
        "device": content.device,
        "seq": content.seq,
        "content": data,
        "hash": leaf_hash(data),
    }


def latest_head(connection: Connection) -> tuple[int, bytes, Frontier]:
    """Size, root and frontier of the newest signed head."""
    row = connection.execute(
        select(tree_head.c.size, tree_head.c.root, tree_head.c.frontier).order_by(tree_head.c.size.desc())
    ).first()
    if row is None:
        empty = Frontier()
        return 0, empty.root(), empty
    return row.size, row.root, Frontier.unpack(row.size, row.frontier)


def head_message(agency: str, size: int, root: bytes, at: datetime) -> bytes:
    """The bytes a head's signature covers."""
    return pack(("erap audit head 1", agency, size, root, at))


def sequence(database: Database, agency: str, key: Ed25519PrivateKey, at: datetime) -> int:
    """Numbers the waiting leaves and signs a new head. Returns how many it numbered."""

    def work(connection: Connection) -> int:
        lock(connection, "audit")
        waiting = connection.execute(
            select(leaf.c.id, leaf.c.hash).where(leaf.c.index.is_(None)).order_by(leaf.c.id)
        ).all()
        if not waiting:
            return 0
        _, _, tree = latest_head(connection)
        for row in waiting:
            connection.execute(update(leaf).where(leaf.c.id == row.id).values(index=tree.size))
            tree.append(row.hash)
        root = tree.root()
        signature = key.sign(head_message(agency, tree.size, root, at))
        connection.execute(
            insert(tree_head).values(
                size=tree.size, agency=agency, root=root, frontier=tree.pack(), at=at, signature=signature
            )
        )
        return len(waiting)

    with database.read() as connection:
        idle = connection.execute(select(leaf.c.id).where(leaf.c.index.is_(None)).limit(1)).first() is None
    return 0 if idle else database.write(work)
