"""Migrations make exactly the tables the program describes; a newer store is refused and left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from sync.central.service import Central
from sync.central.store.database import StoreError
from sync.central.store.migrate import NEWEST, current_revision
from sync.central.store.schema import metadata
from tests.central.parts import open_case


def test_the_newest_migration_and_the_description_are_the_same(central: Central) -> None:
    with central.database.writer.connect() as connection:
        assert current_revision(connection) == NEWEST
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_a_newer_store_is_refused_and_nothing_in_it_is_touched(central: Central) -> None:
    open_case(central)
    with central.database.writer.connect() as connection, connection.begin():
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        connection.execute(text("CREATE TABLE of_a_newer_program (x INTEGER)"))
    before = _everything(central)
    url = None if central.database.embedded else _url(central)
    with pytest.raises(StoreError, match="newer"):
        Central(central.database.data, url)
    assert _everything(central) == before


def _url(central: Central) -> str:
    return central.database.writer.url.render_as_string(hide_password=False)


def _everything(central: Central) -> list[str]:
    with central.database.read() as connection:
        return [repr(connection.execute(table.select()).all()) for table in (*metadata.sorted_tables,)] + [
            repr(connection.execute(text("SELECT * FROM alembic_version")).all())
        ]


def test_a_store_is_not_made_twice(central: Central, tmp_path: Path) -> None:
    url = None if central.database.embedded else _url(central)
    with pytest.raises(StoreError, match="already"):
        Central.create(central.database.data, url)
    if url is not None:
        with pytest.raises(StoreError, match="already"):
            Central.create(tmp_path / "other", url)


@pytest.mark.parametrize("name", ["audit.key", "sealing_private.key", "recovery_public.key"])
def test_a_missing_or_damaged_key_is_told(central: Central, name: str) -> None:
    url = None if central.database.embedded else _url(central)
    key = central.database.data / "keys" / name
    whole = key.read_bytes()
    key.write_bytes(whole[:-1])
    with pytest.raises(StoreError, match=name):
        Central(central.database.data, url)
    key.unlink()
    with pytest.raises(StoreError, match=name):
        Central(central.database.data, url)
