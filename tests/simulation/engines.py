"""One dialect for all engines of a kind. SQLAlchemy compiles every statement anew for each engine it meets,
and a run opens dozens of them: that alone would be half of its time.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from sqlalchemy import Dialect, Engine, create_engine

_dialect: Dialect | None = None
_compiled: Any = None


@contextmanager
def compiled_once() -> Iterator[None]:
    """Inside, stores of laptops and servers use what was compiled for any of them."""
    with (
        patch("sync.replica.store.create_engine", _engine),
        patch("sync.central.store.engines.create_engine", _engine),
    ):
        yield


def _engine(url: str, **options: Any) -> Engine:
    global _dialect, _compiled
    engine = create_engine(url, **options)
    if _dialect is None:
        engine.connect().close()  # it learns what the database can do
        _dialect, _compiled = engine.dialect, engine._compiled_cache
    engine.dialect = _dialect
    engine._compiled_cache = _compiled
    return engine
