"""Demo data made once, a fresh copy of it and a fresh server for every test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

from tests.end_to_end.fleet import Office, Server

CASES = ("--cases", "100", "--seed", "11", "--caseworkers", "3")
_names = count(1)


@pytest.fixture(scope="session")
def demo_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with synthetic people and cases; to be copied."""
    server = Server(tmp_path_factory.mktemp("demo") / "central")
    assert server.command("demo-load", *CASES, "--json").json()["cases"] == 100
    return server.data


@pytest.fixture(scope="session")
def demo_database(postgres_url: str, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The same in PostgreSQL: the folder with the keys, and a database to be used as template."""
    url = urlunsplit(urlsplit(postgres_url)._replace(path="/demo_template"))
    with psycopg.connect(postgres_url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute("CREATE DATABASE demo_template")
    server = Server(tmp_path_factory.mktemp("demo-postgres") / "central", url)
    assert server.command("demo-load", *CASES, "--json").json()["cases"] == 100
    return server.data, url


def _copy_of_embedded(request: pytest.FixtureRequest, folder: Path) -> Server:
    store: Path = request.getfixturevalue("demo_store")
    return Server(Path(shutil.copytree(store, folder / "central")))


def _copy_of_postgres(request: pytest.FixtureRequest, folder: Path) -> Server:
    keys, template = request.getfixturevalue("demo_database")
    admin = request.getfixturevalue("postgres_url").replace("+psycopg", "")
    name = f"demo_{next(_names)}"
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE demo_template".encode())
    url = urlunsplit(urlsplit(template)._replace(path=f"/{name}"))
    return Server(Path(shutil.copytree(keys, folder / "central")), url)


@pytest.fixture
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Office]:
    """A running server (in a thread) with the embedded store."""
    server = _copy_of_embedded(request, tmp_path)
    server.start()
    yield Office(server, tmp_path)
    server.stop()


@pytest.fixture(params=["embedded", "postgresql"])
def either_office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Office]:
    """The same test on both stores."""
    copy = _copy_of_embedded if request.param == "embedded" else _copy_of_postgres
    server = copy(request, tmp_path)
    server.start()
    yield Office(server, tmp_path)
    server.stop()


@pytest.fixture(params=["embedded", "postgresql"])
def killable_office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Office]:
    """On both stores, with the server a process of its own."""
    copy = _copy_of_embedded if request.param == "embedded" else _copy_of_postgres
    server = copy(request, tmp_path)
    server.start(process=True)
    yield Office(server, tmp_path)
    server.stop()
