"""Verifying the audit: every leaf, every signed head, and that commands and cases are what the leaves say."""

from __future__ import annotations

from hashlib import sha256
from typing import Any
from uuid import UUID

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import Connection, and_, func, select

from sync.central.audit.log import LeafContent, head_message
from sync.central.audit.tree import Frontier, leaf_hash
from sync.central.store.schema import change, command, leaf, object_, tree_head
from sync.protocol.envelope import envelope_hash

_leaf = msgspec.msgpack.Decoder(LeafContent)


class Report(msgspec.Struct):
    """`first_bad` is the index of the first leaf that is not what it was, None when all is well."""

    ok: bool
    entries: int
    head: str
    first_bad: int | None


def verify(connection: Connection, key: Ed25519PublicKey) -> Report:
    """Recomputes everything from the stored rows in one snapshot."""
    heads = {row.size: row for row in connection.execute(select(tree_head))}
    tree, bad = Frontier(), []
    latest: dict[bytes, tuple[int, LeafContent]] = {}
    for row in connection.execute(_leaves()):
        content = _content(row)
        sound = row.position == tree.size and _command_matches(row, content)
        if not sound or not _patch_matches(connection, content):
            bad.append(tree.size)
        if content is not None and content.body_sha256:
            latest[content.case] = (tree.size, content)
        tree.append(row.hash)
        if tree.size in heads and not _head_matches(heads[tree.size], tree, key):
            bad.append(tree.size - 1)
    bad += [index for index, content in latest.values() if not _case_matches(connection, content)]
    missing = max(heads, default=0) != tree.size or _unlogged(connection)
    if missing and not bad:
        bad.append(tree.size)
    return Report(ok=not bad, entries=tree.size, head=tree.root().hex(), first_bad=min(bad) if bad else None)


def _leaves() -> Any:
    """Each leaf in order, with the command it speaks of and the patch that command made."""
    mine = and_(
        command.c.agency == leaf.c.agency, command.c.device == leaf.c.device, command.c.seq == leaf.c.seq
    )
    return (
        select(
            leaf.c.index.label("position"),
            leaf.c.agency,
            leaf.c.content,
            leaf.c.hash,
            command.c.id.label("command"),
            command.c.case,
            command.c.envelope,
            command.c.hash.label("envelope_hash"),
            command.c.received,
            command.c.verdict,
            command.c.reason,
            command.c.author,
        )
        .select_from(leaf.outerjoin(command, mine))
        .where(leaf.c.index.is_not(None))
        .order_by(leaf.c.index)
    )


def _content(row: Any) -> LeafContent | None:
    if leaf_hash(row.content) != row.hash:
        return None
    try:
        return _leaf.decode(row.content)
    except (msgspec.DecodeError, msgspec.ValidationError):
        return None


def _command_matches(row: Any, content: LeafContent | None) -> bool:
    if content is None or row.envelope is None or sha256(row.envelope).digest() != content.envelope_sha256:
        return False
    said = (content.verdict, content.reason, content.author, content.received)
    identity = (content.command or bytes(16), content.case or bytes(16), envelope_hash(row.envelope))
    return bool(
        (row.verdict, row.reason, row.author, row.received) == said
        and (row.command.bytes, row.case.bytes, row.envelope_hash) == identity
    )


def _head_matches(row: Any, tree: Frontier, key: Ed25519PublicKey) -> bool:
    message = head_message(row.agency, row.size, row.root, row.at)
    try:
        key.verify(row.signature, message)
    except InvalidSignature:
        return False
    return bool(row.root == tree.root() and row.frontier == tree.pack())


def _case_matches(connection: Connection, content: LeafContent) -> bool:
    """The case's present body is the one its newest leaf committed to."""
    body = connection.execute(
        select(object_.c.body).where(object_.c.kind == "case", object_.c.id == str(UUID(bytes=content.case)))
    ).scalar()
    return body is not None and sha256(body).digest() == content.body_sha256


def _patch_matches(connection: Connection, content: LeafContent | None) -> bool:
    """The difference this command made, if it made one, is still the one its leaf committed to."""
    if content is None or not content.patch_sha256:
        return True
    patch = connection.execute(
        select(change.c.patch).where(
            change.c.kind == "case",
            change.c.id == str(UUID(bytes=content.case)),
            change.c.version == content.version,
        )
    ).scalar()
    return patch is not None and sha256(patch).digest() == content.patch_sha256


def _unlogged(connection: Connection) -> bool:
    """True when a stored command has no leaf."""
    commands = connection.execute(select(func.count()).select_from(command)).scalar_one()
    leaves = connection.execute(select(func.count()).select_from(leaf)).scalar_one()
    return bool(commands != leaves)
