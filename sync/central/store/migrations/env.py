"""Alembic's entry: runs on the connection it is handed. There is no offline mode."""

from __future__ import annotations

from alembic import context

from sync.central.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
