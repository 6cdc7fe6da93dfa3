"""What a restored server needs: copies that wait, keys that may only deposit, what is in a backup."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from sync import sqltypes as types

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Adds a table and two columns."""
    op.create_table(
        "deposit",
        sa.Column("agency", sa.String(length=32), nullable=False),
        sa.Column("device", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("hash", types.Bytes(), nullable=False),
        sa.Column("envelope", types.Bytes(), nullable=False),
        sa.Column("received", types.Utc(), nullable=False),
        sa.Column("carrier", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("agency", "device", "seq", "hash"),
    )
    op.add_column("device", sa.Column("deposit_key", types.Bytes(), nullable=False, server_default=""))
    op.add_column("device", sa.Column("durable_through", sa.Integer(), nullable=False, server_default="0"))
