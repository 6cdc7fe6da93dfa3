"""What can befall an office in one process: its server put back, a laptop copied, its outbox lost."""

from __future__ import annotations

import shutil
from pathlib import Path

from sync.central.backup import back_up
from sync.central.service import Central
from tests.engine.world import LaptopUnderTest


def keep(central: Central, folder: Path) -> Path:
    """A backup as it would have been made now, without telling anybody what it covers."""
    central.sequence_audit()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"kept-{len(list(folder.iterdir()))}.db"
    with central.database.glance() as connection:
        connection.exec_driver_sql("VACUUM INTO ?", (str(path),))
    return path


def put_back(central: Central, backup: Path, laptops: list[LaptopUnderTest]) -> Central:
    """The server's store as it was in that backup; its keys are kept elsewhere and stay. Nobody is told."""
    data, clock = central.database.data, central.clock
    central.close()
    for name in ("central.db", "central.db-wal", "central.db-shm"):
        (data / name).unlink(missing_ok=True)
    shutil.copyfile(backup, data / "central.db")
    restored = Central(data, clock=clock)
    for laptop in laptops:
        laptop.central = laptop.transport.central = restored
    return restored


__all__ = ["back_up", "keep", "put_back"]
