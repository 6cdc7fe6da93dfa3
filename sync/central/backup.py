"""A consistent copy of the store while it serves; and a note, in the store, of what is safe in it.

What a copy covers is told to each laptop, which then needs its own sealed copies no longer. The key files are
not in it: whoever finds a backup can open no sealed copy, and they are to be kept elsewhere.
"""

from __future__ import annotations

import os
import subprocess
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import URL, Connection, select, text, update

from sync.central.service import Central
from sync.central.store.database import StoreError
from sync.central.store.schema import device


class Backup(NamedTuple):
    """A finished copy: where it is, and per laptop the highest number in it."""

    path: Path
    covers: dict[int, int]


def back_up(central: Central, folder: Path) -> Backup:
    """Copies the store into a new file of a folder; it is on the medium when this returns.

    Raises StoreError and OSError; what was copied until then is removed, and nothing counts as covered.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / _name(central)
    if path.exists():
        raise StoreError(f"{path} is there already; nothing was changed")
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    try:
        covers = _copy_file(central, part) if central.database.embedded else _dump(central, part)
        part.chmod(0o600)
        _sync(part)
        part.replace(path)
        _sync(folder)
    finally:
        part.unlink(missing_ok=True)
    central.database.write(lambda connection: _note(connection, central.agency, covers))
    return Backup(path, covers)


def _name(central: Central) -> str:
    at: datetime = central.clock()
    return f"central-{at:%Y%m%dT%H%M%S.%fZ}.{'db' if central.database.embedded else 'dump'}"


def _copy_file(central: Central, path: Path) -> dict[int, int]:
    """SQLite writes one snapshot of itself; what it covers is read back from the copy."""
    with central.database.glance() as connection:
        connection.exec_driver_sql("VACUUM INTO ?", (str(path),))
        connection.exec_driver_sql("ATTACH DATABASE ? AS copied", (str(path),))
        try:
            rows = connection.exec_driver_sql("SELECT number, last_seq FROM copied.device").all()
        finally:
            connection.exec_driver_sql("DETACH DATABASE copied")
    return {row.number: row.last_seq for row in rows}


def _dump(central: Central, path: Path) -> dict[int, int]:
    """pg_dump of the very snapshot in which the numbers are read."""
    url = central.database.url
    with central.database.read() as connection:
        snapshot = connection.execute(text("SELECT pg_export_snapshot()")).scalar_one()
        covers = _numbers(connection, central.agency)
        plain = URL.create("postgresql", url.username, None, url.host, url.port, url.database, url.query)
        command = ["pg_dump", "--format=custom", f"--snapshot={snapshot}", f"--file={path}"]
        environment = {**os.environ, **({"PGPASSWORD": str(url.password)} if url.password else {})}
        try:
            done = subprocess.run(
                [*command, f"--dbname={plain.render_as_string()}"],
                env=environment,
                capture_output=True,
                text=True,
                check=False,
            )
        except FileNotFoundError as error:
            raise StoreError("pg_dump is not installed here; nothing was copied") from error
    if done.returncode:
        raise StoreError(f"pg_dump could not copy the database: {' '.join(done.stderr.split())}")
    return covers


def _numbers(connection: Connection, agency: str) -> dict[int, int]:
    rows = connection.execute(select(device.c.number, device.c.last_seq).where(device.c.agency == agency))
    return {row.number: row.last_seq for row in rows}


def _note(connection: Connection, agency: str, covers: dict[int, int]) -> None:
    for number, through in sorted(covers.items()):
        this = (device.c.agency == agency, device.c.number == number, device.c.durable_through < through)
        connection.execute(update(device).where(*this).values(durable_through=through))


def _sync(path: Path) -> None:
    file = os.open(path, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)
