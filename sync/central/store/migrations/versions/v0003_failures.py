"""Failed enrolments are counted."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from sync import sqltypes as types

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Adds a table of failures, by whom and by where they came from."""
    op.create_table(
        "enrol_failure",
        sa.Column("id", types.Big, autoincrement=True, nullable=False),
        sa.Column("agency", sa.String(length=32), nullable=False),
        sa.Column("subject", sa.String(length=80), nullable=False),
        sa.Column("at", types.Utc(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("enrol_failure_by_subject", "enrol_failure", ["agency", "subject", "at"])
