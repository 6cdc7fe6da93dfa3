"""Brings a store to the newest schema with Alembic. A newer one than this program knows is refused."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from sync.central.store.database import Database, StoreError

NEWEST = "0004"
_MIGRATIONS = Path(__file__).parent / "migrations"


def current_revision(connection: Connection) -> str | None:
    """The store's revision, None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def ensure_current(database: Database) -> None:
    """Migrates where needed. Raises StoreError for a store that a newer program made."""
    with database.read() as connection:
        revision = current_revision(connection)
    if revision == NEWEST:
        return
    if revision is not None and revision > NEWEST:
        raise StoreError(
            f"the store has schema {revision}, newer than {NEWEST}; nothing was touched: "
            "use the program version that made it"
        )
    upgrade(database)


def upgrade(database: Database, target: str = "head") -> None:
    """Runs the migrations in one transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    with database.writer.connect() as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, target)
