"""Writing rows that may be there already, in one statement on both databases."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def upsert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Inserts rows that all name the same columns; one with the key of a row that is there replaces it."""
    made = (postgresql if connection.dialect.name == "postgresql" else sqlite).insert(table)
    changed = {name: made.excluded[name] for name in rows[0] if not table.c[name].primary_key}
    connection.execute(
        made.on_conflict_do_update(index_elements=table.primary_key.columns, set_=changed), rows
    )
