"""The server's tables. Every row carries its agency; sharded by it, all of a case stays together.

Bodies of everything that feeds carry (cases, headers, parties, verdicts, configurations, …) are rows of
`object`, their differences rows of `change`; the other tables say who, where, and in which order.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

from sync.sqltypes import Big, Bytes, Id, Utc

metadata = MetaData()


def _agency(*, key: bool = True) -> Column[str]:
    return Column("agency", String(32), primary_key=key, nullable=False)


office = Table("office", metadata, _agency(), Column("name", String(64), primary_key=True))

user = Table(
    "user_account",
    metadata,
    _agency(),
    Column("name", String(64), primary_key=True),
    Column("display", String(128), nullable=False),
    Column("office", String(64), nullable=False),
    Column("role", String(16), nullable=False),
    Column("active", Boolean, nullable=False, default=True),
)

enrol_code = Table(
    "enrol_code",
    metadata,
    _agency(),
    Column("hash", Bytes, primary_key=True),
    Column("user", String(64), nullable=False),
    Column("expires", Utc, nullable=False),
    Column("used_by", Integer),
)

enrol_failure = Table(
    "enrol_failure",
    metadata,
    Column("id", Big, primary_key=True, autoincrement=True),
    _agency(key=False),
    Column("subject", String(80), nullable=False),
    Column("at", Utc, nullable=False),
    Index("enrol_failure_by_subject", "agency", "subject", "at"),
)

device = Table(
    "device",
    metadata,
    _agency(),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("user", String(64), nullable=False),
    Column("name", String(64), nullable=False, default=""),
    Column("signing_key", Bytes, nullable=False),
    Column("token_hash", Bytes, nullable=False),
    Column("last_seq", Integer, nullable=False, default=0),
    Column("chain", Bytes, nullable=False),
    Column("counter", Big, nullable=False, default=0),
    Column("enrolled", Utc, nullable=False),
    Column("last_contact", Utc),
    Column("configuration", Integer, nullable=False, default=0),
    Column("configuration_entry", Big, nullable=False, default=0),
    Column("acknowledged", Integer, nullable=False, default=0),
    Column("acknowledged_at", Utc),
    Column("revoked", Boolean, nullable=False, default=False),
    Column("deposit_key", Bytes, nullable=False, default=b"", server_default=""),
    Column("durable_through", Integer, nullable=False, default=0, server_default="0"),
)

command = Table(
    "command",
    metadata,
    _agency(),
    Column("device", Integer, primary_key=True, autoincrement=False),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("id", Id, nullable=False),
    Column("case", Id, nullable=False),
    Column("tag", String(64), nullable=False),
    Column("author", String(64), nullable=False),
    Column("envelope", Bytes, nullable=False),
    Column("hash", Bytes, nullable=False),
    Column("chain", Bytes, nullable=False),
    Column("received", Utc, nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("reason", String(64), nullable=False, default=""),
    Column("detail", Text, nullable=False, default=""),
    Column("disposition", String(16)),
    Column("resolved_by", Id),
    Index("command_by_id", "agency", "id"),
    Index("command_by_case", "agency", "case"),
)

# Commands that came as sealed copies and wait: for one before them, or because another has their number.
deposit = Table(
    "deposit",
    metadata,
    _agency(),
    Column("device", Integer, primary_key=True, autoincrement=False),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("hash", Bytes, primary_key=True),
    Column("envelope", Bytes, nullable=False),
    Column("received", Utc, nullable=False),
    Column("carrier", Integer, nullable=False),
    Column("verdict", String(16), nullable=False, default=""),  # once given to it, by the server's own mark
    Column("reason", String(64), nullable=False, default=""),
)

object_ = Table(
    "object",
    metadata,
    _agency(),
    Column("kind", String(16), primary_key=True),
    Column("id", String(64), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("body", Bytes, nullable=False),
)

change = Table(
    "change",
    metadata,
    _agency(),
    Column("kind", String(16), primary_key=True),
    Column("id", String(64), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("patch", Bytes, nullable=False),
)

case = Table(
    "case_index",
    metadata,
    _agency(),
    Column("id", Id, primary_key=True),
    Column("number", String(32), nullable=False),
    Column("reference", String(128)),
    Column("status", String(32), nullable=False),
    Column("office", String(64), nullable=False, default=""),
    Column("assignee", String(64)),
    Column("version", Integer, nullable=False),
    Column("due", Date),
    UniqueConstraint("agency", "number"),
    UniqueConstraint("agency", "reference"),
)

case_party = Table(
    "case_party",
    metadata,
    _agency(),
    Column("case", Id, primary_key=True),
    Column("party", Id, primary_key=True),
    Index("case_party_by_party", "agency", "party"),
)

watch = Table(
    "watch",
    metadata,
    _agency(),
    Column("case", Id, primary_key=True),
    Column("user", String(64), primary_key=True),
    Column("asked", Utc),  # None: before this was noted
    Column("pinned", Boolean, nullable=False, server_default=false()),
)

feed = Table(
    "feed",
    metadata,
    _agency(),
    Column("name", String(80), primary_key=True),
    Column("number", Big, nullable=False, default=0),
    Column("digest", Bytes, nullable=False),
)

member = Table(
    "feed_member",
    metadata,
    _agency(),
    Column("feed", String(80), primary_key=True),
    Column("kind", String(16), primary_key=True),
    Column("id", String(64), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("number", Big, nullable=False),
    Column("due", String(10), nullable=False, default=""),
    Index("member_by_object", "agency", "kind", "id"),
    Index("member_by_due", "agency", "feed", "due", "kind", "id"),
)

entry = Table(
    "feed_entry",
    metadata,
    _agency(),
    Column("feed", String(80), primary_key=True),
    Column("number", Big, primary_key=True, autoincrement=False),
    Column("kind", String(16), nullable=False),
    Column("id", String(64), nullable=False),
    Column("version", Integer),  # None: the object left
    Column("to", String(64), nullable=False, default=""),
    Index("entry_by_object", "agency", "feed", "kind", "id", "number"),
)

counter = Table(
    "counter",
    metadata,
    _agency(),
    Column("name", String(32), primary_key=True),
    Column("value", Big, nullable=False),
)

policy = Table(
    "policy",
    metadata,
    _agency(),
    Column("version", String(64), primary_key=True),
    Column("body", Bytes, nullable=False),
    Column("current", Boolean, nullable=False),
)

leaf = Table(
    "audit_leaf",
    metadata,
    Column("id", Big, primary_key=True, autoincrement=True),
    _agency(key=False),
    Column("index", Big, unique=True),
    Column("device", Integer, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("content", Bytes, nullable=False),
    Column("hash", Bytes, nullable=False),
)

tree_head = Table(
    "audit_head",
    metadata,
    Column("size", Big, primary_key=True, autoincrement=False),
    _agency(key=False),
    Column("root", Bytes, nullable=False),
    Column("frontier", Bytes, nullable=False),
    Column("at", Utc, nullable=False),
    Column("signature", Bytes, nullable=False),
)
