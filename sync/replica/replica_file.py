"""Opening a replica's file: made if it isn't there, redrawn if an older program wrote it."""

from __future__ import annotations

from pathlib import Path

from sync.replica import case_index, erasing, replica_schema
from sync.replica.replica_schema import VERSION, create, meta
from sync.replica.store import Store, files_of


def opened(path: Path, key: bytes) -> Store:
    """The store in its newest form. Raises the errors of `Store`."""
    store = Store(path, key, newest=VERSION, may_be_missing=True)
    try:
        _bring_up_to_date(store)
        store.vouch()
        erasing.erase(store, meta)
    except BaseException:
        store.close()
        raise
    return store


def _bring_up_to_date(store: Store) -> None:
    before = store.version()
    if before >= VERSION:
        return
    if before:
        store.check()  # it is redrawn from its content, and SQLCipher reads some damaged pages as zeros
    with store.write() as connection:
        found = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
        if found == 0:
            create(connection)
        elif found < VERSION:
            replica_schema.renew(connection)
            case_index.refresh(connection, case_index.every_case(connection))
            erasing.due(connection, meta)


def remove(path: Path) -> None:
    """Removes a replica's files, those that are there. Raises OSError."""
    for file in files_of(path):
        file.unlink(missing_ok=True)
