"""What every test may use, and what none may do: draw on a display by accident, or skip without a word."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.postgres import NoPostgresError, fresh_database, running_cluster

# Before Qt is loaded: also a plain `pytest` opens no window on somebody's screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A time limit on one example says how busy the machine is; `make bench` measures. The rest stays
# hypothesis's own choice, which on a CI machine is the same examples each time.
settings.register_profile("erap", deadline=None)
settings.load_profile("erap")

REFERENCE_DATA = os.environ.get("ERAP_REFERENCE_DATA")
collect_ignore = [] if REFERENCE_DATA else ["reference"]


def pytest_report_header() -> str:
    """Say what this run leaves out."""
    return f"reference data: {REFERENCE_DATA or 'none here, tests/reference left out (make test-reference)'}"


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The URL of a PostgreSQL for this run; not durable, so not for measuring (see running_cluster)."""
    try:
        with running_cluster(durable=False) as url:
            yield url
    except NoPostgresError as problem:
        raise pytest.fail.Exception(str(problem), pytrace=False) from None


@pytest.fixture
def postgres_database(postgres_url: str) -> Iterator[str]:
    """The URL of an empty database, for this test alone."""
    with fresh_database(postgres_url) as url:
        yield url
