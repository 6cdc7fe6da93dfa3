"""A case asked for is kept for a while, a pinned one until it is unpinned."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from sync import sqltypes as types

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Adds when a case was asked for, and whether it is pinned."""
    with op.batch_alter_table("watch") as watch:
        watch.add_column(sa.Column("asked", types.Utc(), nullable=True))
        watch.add_column(sa.Column("pinned", sa.Boolean(), nullable=False, server_default=sa.false()))
