"""A new copy filled beside the one that people read, in `replica-next.db`, and swapped in when it is whole.

What frames say goes to the new copy; what screens show comes from the old one until the swap. The swap is one
transaction of the old file, which stays where it is: other processes and open readers see all of it or
nothing, on every system. What is remembered stays with the old file.
"""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

from sqlalchemy import text

from sync.replica import case_index, erasing
from sync.replica.errors import DamagedError, NewerSchemaError, WrongKeyError
from sync.replica.replica_file import opened, remove
from sync.replica.replica_schema import meta
from sync.replica.search import empty_search
from sync.replica.store import Store

NAME = "replica-next.db"
_TIMES = 3  # the new copy, the swap's log, and writing the old file anew
_AT_LEAST = 4 * 1024 * 1024

# Cases the new copy doesn't have are cases that have left: they stay to be read, as after any `leave`.
_SWAP = (
    "DELETE FROM main.object WHERE kind <> 'case' OR id IN (SELECT id FROM next.object WHERE kind = 'case')",
    "UPDATE main.object SET standing = 'left'",
    "INSERT INTO main.object (feed, kind, id, version, standing, left_to, body) "
    "SELECT feed, kind, id, version, standing, left_to, body FROM next.object ORDER BY n",
    "DELETE FROM main.feed",
    "INSERT INTO main.feed (name, cursor, digest) SELECT name, cursor, digest FROM next.feed",
    "DELETE FROM main.case_row",
)


class Beside:
    """The copy under way, if there is one. Any process may begin it, and any other go on with it."""

    def __init__(self, living: Path, key: bytes) -> None:
        self.path = living.with_name(NAME)
        self._living, self._key = living, key
        self._store: Store | None = None
        self._opening = threading.Lock()

    def store(self) -> Store | None:
        """The copy under way; None when there is none. One that can't be used is thrown away."""
        with self._opening:
            if not self.path.exists():
                self._let_go()
            elif self._store is None:
                self._store = self._opened()
            return self._store

    def begin(self) -> bool:
        """Begins an empty copy, in place of one under way. False when the disk has no room for all of it."""
        self.discard()
        wanted = max(_TIMES * self._living.stat().st_size, _AT_LEAST)
        if shutil.disk_usage(self._living.parent).free < wanted:
            return False
        with self._opening:
            self._store = opened(self.path, self._key)
        return True

    def swap_into(self, living: Store) -> None:
        """Makes the living copy what this one is, in one transaction. Doing it twice changes nothing."""
        self.let_go()
        with living.write_beside(self.path, "next") as connection:
            for step in _SWAP:
                connection.execute(text(step))
            empty_search(connection)
            case_index.refresh(connection, case_index.every_case(connection))
            erasing.due(connection, meta)
        erasing.erase(living, meta)

    def discard(self) -> None:
        """Removes the copy under way."""
        with self._opening:
            self._let_go()
            remove(self.path)

    def let_go(self) -> None:
        """Closes the file, which stays: another process may go on with it."""
        with self._opening:
            self._let_go()

    def _opened(self) -> Store | None:
        try:
            return opened(self.path, self._key)
        except (DamagedError, WrongKeyError, NewerSchemaError):
            remove(self.path)
            return None

    def _let_go(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None
