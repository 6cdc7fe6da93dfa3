"""I7: digests are counted anew weekly and after an end that nobody wanted; what is missing comes again."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from erap_desktop.services.session import Session
from tests.engine.world import LaptopUnderTest, make_server


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[LaptopUnderTest]:
    central = make_server(tmp_path / "server", cases=8)
    one = LaptopUnderTest(central, tmp_path / "laptop", "worker1")
    one.sync()
    yield one
    one.session.close()
    central.close()


def a_week_later(laptop: LaptopUnderTest) -> None:
    now = laptop.session.clock() + timedelta(days=8)
    laptop.session.clock = lambda: now


def killed(laptop: LaptopUnderTest) -> None:
    """The process ended with its log not emptied: what a copy of files in use is."""
    copy = Path(shutil.copytree(laptop.folder, laptop.folder.with_name("killed")))
    laptop.session.close()
    laptop.folder = copy
    laptop.session = Session(copy, laptop._keys)


@pytest.mark.parametrize("happens", [a_week_later, killed])
def test_what_no_digest_knows_of_is_noticed_and_mended(
    laptop: LaptopUnderTest, happens: Callable[[LaptopUnderTest], None]
) -> None:
    whole = laptop.session.replica.case_count()
    lost = "SELECT min(n) FROM object WHERE kind = 'case' AND standing = 'held'"
    with laptop.session.replica._store.write() as connection:
        connection.execute(text(f"DELETE FROM object WHERE n = ({lost})"))
    assert (laptop.sync().digest_ok, laptop.session.replica.case_count()) == (True, whole - 1), "not yet"
    happens(laptop)
    report = laptop.sync()
    assert (report.digest_ok, report.repairs, laptop.session.replica.case_count()) == (True, 1, whole)
    assert laptop.sync().repairs == 0
