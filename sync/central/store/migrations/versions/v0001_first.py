"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from sync import sqltypes as types

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes every table."""
    op.create_table(
        "audit_head",
        sa.Column("size", types.Big, autoincrement=False, nullable=False),
        sa.Column("agency", sa.String(length=32), nullable=False),
        sa.Column("root", types.Bytes(), nullable=False),
        sa.Column("frontier", types.Bytes(), nullable=False),
        sa.Column("at", types.Utc(), nullable=False),
        sa.Column("signature", types.Bytes(), nullable=False),
        sa.PrimaryKeyConstraint("size"),
    )
    op.create_table(
        "audit_leaf",
        sa.Column("id", types.Big, autoincrement=True, nullable=False),
        sa.Column("agency", sa.String(length=32), nullable=False),
        sa.Column("index", types.Big, nullable=True),
        sa.Column("device", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("content", types.Bytes(), nullable=False),
        sa.Column("hash", types.Bytes(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("index"),
    )
    op.create_table(
        "case_index",
        sa.Column("agency", sa.String(length=32), nullable=False),
        sa.Column("id", types.Id(), nullable=False),
        sa.Column("number", sa.String(length=32), nullable=False),
        sa.Column("reference", sa.String(length=128), nullable=True),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("assignee", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("agency", "id"),
        sa.UniqueConstraint("agency", "number"),
        sa.UniqueConstraint("agency", "reference"),
    )
    op.create_table(
        "case_party",
        sa.Column("agency", sa.String(length=32), nullable=False),
        sa.Column("case", types.Id(), nullable=False),
        sa.Column("party", types.Id(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "case", "party"),
    )
    op.create_index("case_party_by_party", "case_party", ["agency", "party"], unique=False)
    op.create_table(
        "change",
        sa.Column("agency", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("patch", types.Bytes(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "kind", "id", "version"),
    )
    op.create_table(
        "command",
        sa.Column("agency", sa.String(length=32), nullable=False),
        sa.Column("device", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", types.Id(), nullable=False),
        sa.Column("case", types.Id(), nullable=False),
        sa.Column("tag", sa.String(length=64), nullable=False),
        sa.Column("author", sa.String(length=64), nullable=False),
        sa.Column("envelope", types.Bytes(), nullable=False),
        sa.Column("hash", types.Bytes(), nullable=False),
        sa.Column("chain", types.Bytes(), nullable=False),
        sa.Column("received", types.Utc(), nullable=False),
        sa.Column("verdict", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.String(length=64), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("disposition", sa.String(length=16), nullable=True),
        sa.Column("resolved_by", types.Id(), nullable=True),
        sa.PrimaryKeyConstraint("agency", "device", "seq"),
    )
    op.create_index("command_by_case", "command", ["agency", "case"], unique=False)
    op.create_index("command_by_id", "command", ["agency", "id"], unique=False)
    op.create_table(
        "counter",
        sa.Column("agency", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("value", types.Big, nullable=False),
        sa.PrimaryKeyConstraint("agency", "name"),
    )
    op.create_table(
        "device",
        sa.Column("agency", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("user", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("signing_key", types.Bytes(), nullable=False),
        sa.Column("token_hash", types.Bytes(), nullable=False),
        sa.Column("last_seq", sa.Integer(), nullable=False),
        sa.Column("chain", types.Bytes(), nullable=False),
        sa.Column("counter", types.Big, nullable=False),
        sa.Column("enrolled", types.Utc(), nullable=False),
        sa.Column("last_contact", types.Utc(), nullable=True),
        sa.Column("configuration", sa.Integer(), nullable=False),
        sa.Column("configuration_entry", types.Big, nullable=False),
        sa.Column("acknowledged", sa.Integer(), nullable=False),
        sa.Column("acknowledged_at", types.Utc(), nullable=True),
        sa.Column("revoked", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "number"),
    )
    op.create_table(
        "enrol_code",
        sa.Column("agency", sa.String(length=32), nullable=False),
        sa.Column("hash", types.Bytes(), nullable=False),
        sa.Column("user", sa.String(length=64), nullable=False),
        sa.Column("expires", types.Utc(), nullable=False),
        sa.Column("used_by", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("agency", "hash"),
    )
    op.create_table(
        "feed",
        sa.Column("agency", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("number", types.Big, nullable=False),
        sa.Column("digest", types.Bytes(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "name"),
    )
    op.create_table(
        "feed_entry",
        sa.Column("agency", sa.String(length=32), nullable=False),
        sa.Column("feed", sa.String(length=80), nullable=False),
        sa.Column("number", types.Big, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=True),
        sa.Column("to", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("agency", "feed", "number"),
    )
    op.create_index("entry_by_object", "feed_entry", ["agency", "feed", "kind", "id", "number"], unique=False)
    op.create_table(
        "feed_member",
        sa.Column("agency", sa.String(length=32), nullable=False),
        sa.Column("feed", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", types.Big, nullable=False),
        sa.Column("due", sa.String(length=10), nullable=False),
        sa.PrimaryKeyConstraint("agency", "feed", "kind", "id"),
    )
    op.create_index("member_by_due", "feed_member", ["agency", "feed", "due", "kind", "id"], unique=False)
    op.create_index("member_by_object", "feed_member", ["agency", "kind", "id"], unique=False)
    op.create_table(
        "object",
        sa.Column("agency", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", types.Bytes(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "kind", "id"),
    )
    op.create_table(
        "office",
        sa.Column("agency", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("agency", "name"),
    )
    op.create_table(
        "policy",
        sa.Column("agency", sa.String(length=32), nullable=False),
        sa.Column("version", sa.String(length=64), nullable=False),
        sa.Column("body", types.Bytes(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "version"),
    )
    op.create_table(
        "user_account",
        sa.Column("agency", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("display", sa.String(length=128), nullable=False),
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "name"),
    )
    op.create_table(
        "watch",
        sa.Column("agency", sa.String(length=32), nullable=False),
        sa.Column("case", types.Id(), nullable=False),
        sa.Column("user", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("agency", "case", "user"),
    )
