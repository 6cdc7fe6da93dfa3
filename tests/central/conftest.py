"""A clean store for each test, on both databases: made once, copied after that."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

from sync.central.operations import create_store
from sync.central.service import Central
from tests.central.parts import Clock, add_people

STORES = ("embedded", "postgresql")
_names = count(1)


@pytest.fixture(scope="session")
def clean_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store that holds people and the policy, and no case."""
    folder = tmp_path_factory.mktemp("clean") / "central"
    central, _ = create_store(folder, None)
    add_people(central)
    central.close()
    return folder


@pytest.fixture(scope="session")
def clean_database(tmp_path_factory: pytest.TempPathFactory, postgres_url: str) -> tuple[Path, str]:
    """The same in PostgreSQL: its folder of keys, and a database that serves as template."""
    with psycopg.connect(postgres_url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute("CREATE DATABASE clean_template")
    url = urlunsplit(urlsplit(postgres_url)._replace(path="/clean_template"))
    folder = tmp_path_factory.mktemp("clean-postgres") / "central"
    central, _ = create_store(folder, url)
    add_people(central)
    central.close()
    return folder, url


def fresh(store: str, request: pytest.FixtureRequest, folder: Path) -> tuple[Path, str | None]:
    """Data folder and database URL of a store of one's own."""
    if store == "embedded":
        return Path(shutil.copytree(request.getfixturevalue("clean_folder"), folder / "central")), None
    keys, template = request.getfixturevalue("clean_database")
    name = f"central_{next(_names)}"
    admin = request.getfixturevalue("postgres_url").replace("+psycopg", "")
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE clean_template".encode())
    return Path(shutil.copytree(keys, folder / "central")), urlunsplit(urlsplit(template)._replace(path=name))


@pytest.fixture(params=STORES)
def central(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Central]:
    """A clean store, on each of the two databases in turn."""
    data, url = fresh(request.param, request, tmp_path)
    opened = Central(data, url, clock=Clock())
    yield opened
    opened.close()


@pytest.fixture
def postgres_central(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Central]:
    """A clean store in PostgreSQL, for what is about many writers."""
    data, url = fresh("postgresql", request, tmp_path)
    opened = Central(data, url)
    yield opened
    opened.close()
