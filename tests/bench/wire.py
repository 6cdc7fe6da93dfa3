"""Bytes and round trips: first sync, idle, and a small day, as the command line would do them."""

from __future__ import annotations

import json
from pathlib import Path
from time import perf_counter

import zstandard
from sqlalchemy import text

from erap_desktop.services import work
from erap_desktop.services.casefile import queue, show
from erap_desktop.services.session import Session
from erap_desktop.services.syncing import sync
from erap_desktop.services.transport import HttpTransport
from sync.central.service import Central
from tests.bench.office import Office, office
from tests.bench.table import Figure

CASES = 530  # of which about 500 go to the one caseworker


def run(folder: Path) -> list[Figure]:
    """Measures on an embedded store."""
    with office(folder, cases=CASES, caseworkers=1) as place:
        laptop, supervisor = place.laptop("worker1", "worker1"), place.laptop("supervisor1", "supervisor1")
        try:
            figures = _first_sync(laptop)
            sync(supervisor)
            figures += _small_day(place, laptop)
            figures += _idle(place, laptop)
        finally:
            laptop.close()
            supervisor.close()
    return figures


def _first_sync(laptop: Session) -> list[Figure]:
    usable: list[float] = []
    begun = perf_counter()

    def first_frame(progress: object) -> None:
        if not usable and laptop.replica.case_count():
            usable.append(perf_counter() - begun)

    report = sync(laptop, observer=first_frame)
    whole = perf_counter() - begun
    rows = queue(laptop)
    lines = [json.dumps(show(laptop, row.id), separators=(",", ":")).encode() for row in rows]
    raw = b"\n".join(lines)
    best = len(zstandard.ZstdCompressor(level=19).compress(raw))
    ratio = report.bytes_down / best
    return [
        Figure(
            f"first sync of {len(rows)} cases",
            f"{report.round_trips} request, {report.bytes_down:,} B, {ratio:.2f} × zstd-19",
            "1 request, ≤ 1.2 ×",
            f"the same cases: {len(raw):,} B of JSON lines, zstd-19 {best:,} B",
            report.round_trips == 1 and ratio <= 1.2,
        ),
        Figure(
            "queue usable · first sync whole",
            f"{usable[0]:.2f} s · {whole:.2f} s",
            "after the first frame",
            "loopback, both ends on this machine",
            usable[0] < whole,
        ),
    ]


def _small_day(place: Office, laptop: Session) -> list[Figure]:
    """Ten commands up; twenty cases changed by somebody else down."""
    rows = queue(laptop)
    central = Central(place.folder / "server", place.url)
    other = place.laptop("worker1-other", "worker1")
    try:
        sync(other)
        for row in rows[20:40]:
            work.note(other, row.id, "Called back: will bring the bill.")
        sync(other)
        open_cases = [row for row in rows if row.status == "in_review"]
        for row in open_cases[:4]:
            work.deny(laptop, row.id, ("D03",), "Income is above the limit by the pay stubs shown.")
        for row in rows[:6]:
            work.note(laptop, row.id, "Visited; the tenant showed the lease.")
        report = sync(laptop)
    finally:
        other.close()
        central.close()
    body = report.bytes_up + report.bytes_down
    return [
        Figure(
            "10 commands up, 20 small changes down",
            f"{report.round_trips} request, {report.bytes_up:,} + {report.bytes_down:,} B",
            "1 request, ≤ 4,096 B",
            f"accepted {report.accepted}, received {report.received}",
            report.round_trips == 1 and body <= 4096,
        )
    ]


def _idle(place: Office, laptop: Session) -> list[Figure]:
    sync(laptop)  # the one before may have left an acknowledgement to be given
    transport = HttpTransport(laptop.identity, laptop.clock, laptop.outbox.last_seq)
    sync(laptop, transport)  # warms the connection
    before = _written(place)
    begun = perf_counter()
    report = sync(laptop, transport)
    taken = perf_counter() - begun
    written = _written(place) != before
    head = transport.last_head_bytes
    transport.close()
    body = report.bytes_up + report.bytes_down
    return [
        Figure(
            "idle sync, connection warm",
            f"{report.round_trips} request, {report.bytes_up} + {report.bytes_down} B of body",
            "1 request, ≤ 250 B",
            f"with HTTP headers {body + head} B; {taken * 1000:.0f} ms",
            report.round_trips == 1 and body <= 250,
        ),
        Figure("rows written by it at the server", "some" if written else "0", "0", "", not written),
    ]


def _written(place: Office) -> object:
    """A value that changes when anything is written to the embedded store."""
    central = Central(place.folder / "server", place.url)
    try:
        with central.database.read() as connection:
            total = [
                connection.execute(text(f"SELECT count(*), max(rowid) FROM {table}")).one()
                for table in ("command", "object", "change", "feed_entry", "feed_member", "audit_leaf")
            ]
            devices = connection.execute(text("SELECT * FROM device")).all()
    finally:
        central.close()
    return total, devices
