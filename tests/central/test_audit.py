"""The audit finds whatever was altered behind the program's back, and says from where on."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Table, delete, select, update
from sqlalchemy.engine import Row

from sync.casework.commands import Reassign
from sync.central.audit.tree import EMPTY_ROOT, Frontier, leaf_hash
from sync.central.service import Central
from sync.central.store import schema
from tests.central.parts import Pen, denial, note, open_case


@pytest.fixture
def busy(central: Central) -> Central:
    """A store in which something happened, sequenced in three steps."""
    case = open_case(central)
    central.sequence_audit()
    pen = Pen(central, "worker1")
    for number in range(4):
        pen.push(case.id, note(f"remark {number}"))
    central.sequence_audit()
    pen.push(case.id, denial())
    Pen(central, "supervisor1").push(case.id, Reassign(to="worker2"))
    assert central.verify_audit().ok
    return central


def key_of(table: Table, row: Row[Any]) -> Any:
    from sqlalchemy import and_

    return and_(*(column == row._mapping[column.name] for column in table.primary_key))


def altered(value: object) -> object:
    """The value with one bit or letter changed."""
    from datetime import datetime, timedelta

    if isinstance(value, bytes):
        return value[:-1] + bytes([value[-1] ^ 1]) if value else b"\x00"
    if isinstance(value, str):
        return value[:-1] + ("x" if value[-1:] != "x" else "y")
    if isinstance(value, datetime):
        return value + timedelta(seconds=1)
    if isinstance(value, UUID):
        return UUID(int=value.int ^ 1)
    assert isinstance(value, int)
    return value + 1000


COLUMNS = [
    *(("audit_leaf", name) for name in ("content", "hash", "index")),
    *(("audit_head", name) for name in ("root", "frontier", "signature", "at", "size")),
    *(
        ("command", name)
        for name in ("envelope", "hash", "verdict", "reason", "author", "received", "id", "case", "seq")
    ),
    ("object", "body"),
    ("change", "patch"),
]


def test_one_altered_value_anywhere_is_found_and_put_back_it_is_whole_again(busy: Central) -> None:
    engine = busy.database.writer
    for table_name, column_name in COLUMNS:
        table = schema.metadata.tables[table_name]
        column = table.c[column_name]
        query = select(table)
        if table_name in ("object", "change"):
            query = query.where(table.c.kind == "case")
        with engine.connect() as connection:
            rows = connection.execute(query).all()
        assert rows
        for row in (rows[0], rows[len(rows) // 2], rows[-1]):
            value = row._mapping[column.name]
            where = key_of(table, row)
            with engine.connect() as connection, connection.begin():
                connection.execute(update(table).where(where).values({column.name: altered(value)}))
            report = busy.verify_audit()
            assert not report.ok, (table_name, column_name)
            assert report.first_bad is not None
            changed = {**row._mapping, column.name: altered(value)}
            back = [c == changed[c.name] for c in table.primary_key]
            with engine.connect() as connection, connection.begin():
                connection.execute(update(table).where(*back).values({column.name: value}))
            assert busy.verify_audit().ok, (table_name, column_name)


@pytest.mark.parametrize("name", ["command", "audit_leaf", "audit_head", "object"])
def test_a_removed_row_is_found(busy: Central, name: str) -> None:
    table = schema.metadata.tables[name]
    query = select(table).where(table.c.kind == "case") if name == "object" else select(table)
    with busy.database.writer.connect() as connection, connection.begin():
        rows = connection.execute(query).all()
        connection.execute(delete(table).where(key_of(table, rows[-1])))
    assert not busy.verify_audit().ok


def test_a_command_that_never_came_this_way_is_found(busy: Central) -> None:
    table = schema.command
    with busy.database.writer.connect() as connection, connection.begin():
        row = connection.execute(select(table).where(table.c.device > 0)).first()
        assert row is not None
        connection.execute(table.insert().values(**{**row._mapping, "seq": 999}))
    assert not busy.verify_audit().ok


def test_a_head_signed_with_another_key_is_found(busy: Central) -> None:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    busy.keys.audit = Ed25519PrivateKey.generate().private_bytes_raw()
    assert not busy.verify_audit().ok


@pytest.mark.parametrize("size", [0, 1, 2, 3, 4, 7, 8, 9, 31, 64])
def test_the_frontier_is_the_tree_of_rfc_9162(size: int) -> None:
    from hashlib import sha256

    leaves = [leaf_hash(bytes([number])) for number in range(size)]

    def root(part: list[bytes]) -> bytes:
        if not part:
            return EMPTY_ROOT
        if len(part) == 1:
            return part[0]
        split = 1
        while split * 2 < len(part):
            split *= 2
        return sha256(b"\x01" + root(part[:split]) + root(part[split:])).digest()

    tree = Frontier()
    for leaf in leaves:
        tree.append(leaf)
        tree = Frontier.unpack(tree.size, tree.pack())
    assert tree.root() == root(leaves)
