"""The replica's tables. There are no migrations: what came from the server is kept in a form that doesn't
change (`object`, `feed`, `meta`), and all else is drawn anew from it by a program with another form.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Connection, Date, ForeignKey, Index, Integer, MetaData, String, Table

from sync.replica.search import create_search
from sync.sqltypes import Bytes, Id

VERSION = 1
metadata = MetaData()

feed = Table(
    "feed",
    metadata,
    Column("name", String, primary_key=True),
    Column("cursor", Bytes, nullable=False),
    Column("digest", Bytes, nullable=False),
)

HELD = "held"  # a member of the feed
AGAIN = "again"  # the feed began anew and this hasn't come again yet
LEFT = "left"  # no longer a member; stays to be read until its pending work is answered

# The stored form of everything a feed brought, as it came: a program that doesn't know a field keeps it.
object_ = Table(
    "object",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("feed", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("id", Bytes, nullable=False),
    Column("version", Integer, nullable=False),
    Column("standing", String, nullable=False),
    Column("left_to", String, nullable=False, server_default=""),
    Column("body", Bytes, nullable=False),
)
Index("object_by_id", object_.c.kind, object_.c.id, object_.c.feed, unique=True)
Index("object_by_standing", object_.c.standing, object_.c.kind)

# What the queue shows, drawn from the objects in the same transaction. `n` is the row in the search index.
case_row = Table(
    "case_row",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("id", Id, nullable=False, unique=True),
    Column("number", String),
    Column("applicant", String, nullable=False),
    Column("county", String, nullable=False),
    Column("status", String, nullable=False),
    Column("due", Date),
    Column("assignee", String),
    Column("version", Integer, nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("office", String, nullable=False),
    Column("program", String, nullable=False),
    Column("submitted", Date),
    Column("asked_cents", Integer, nullable=False),
    Column("contested", Boolean, nullable=False),
    Column("late_work", Integer, nullable=False),
    Column("redetermination_due", Boolean, nullable=False),
    Column("eviction_date", Date),
    Column("protected", Boolean, nullable=False),
    Column("synthetic", Boolean, nullable=False),
    Column("whole", Boolean, nullable=False),
    Column("left", Boolean, nullable=False),
    Column("left_to", String, nullable=False),
    Column("understood", Boolean, nullable=False),
)
for _sortable in ("due", "applicant", "status", "assignee"):
    Index(f"case_row_by_{_sortable}", case_row.c[_sortable])

case_party = Table(
    "case_party",
    metadata,
    Column("n", Integer, ForeignKey("case_row.n", ondelete="CASCADE"), primary_key=True),
    Column("party", Id, primary_key=True),
)
Index("case_party_by_party", case_party.c.party)

meta = Table(
    "meta",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", String, nullable=False),
)


def create(connection: Connection) -> None:
    """Everything, in an empty file."""
    metadata.create_all(connection)
    create_search(connection)
    connection.exec_driver_sql(f"PRAGMA user_version={VERSION}")


def renew(connection: Connection) -> None:
    """Takes away what an older program drew and makes the tables of this one, empty."""
    for name in ("case_party", "case_row", "search"):
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {name}")
    create(connection)
