"""Bytes and round trips: first sync, idle, small day and field day, over loopback and over a thin line."""

from __future__ import annotations

import json
from pathlib import Path
from time import perf_counter, process_time

import msgspec
import zstandard
from sqlalchemy import text

from erap_desktop.services import work
from erap_desktop.services.casefile import queue, show
from erap_desktop.services.session import Session
from erap_desktop.services.syncing import SyncReport, sync
from erap_desktop.services.transport import HttpTransport
from sync.casework.values import encode, pack
from sync.central.service import Central
from sync.protocol import columns
from sync.protocol.compression import Deflater
from tests.bench import field_day
from tests.bench.line import ThinLine
from tests.bench.office import Office, office
from tests.bench.table import Figure

CASES = 530  # of which about 500 go to the one caseworker
MANY_CASES = 5_270
LATENCY, UP, DOWN = 0.3, 32_000, 125_000  # 600 ms there and back, 256 kbit/s up, 1 Mbit/s down


def run(folder: Path) -> list[Figure]:
    """Measures on an embedded store."""
    with office(folder / "few", cases=CASES, caseworkers=1) as place:
        laptop, supervisor = place.laptop("worker1", "worker1"), place.laptop("supervisor1", "supervisor1")
        try:
            figures = _first_sync(laptop) + _levels(laptop) + _thin_first_sync(place)
            sync(supervisor)
            figures += _small_day(place, laptop)
            idle, few_idle = _idle(place, laptop)
            day, few_day = _field_day(place, laptop)
            figures += idle + day
        finally:
            laptop.close()
            supervisor.close()
    with office(folder / "many", cases=MANY_CASES, caseworkers=1) as place:
        laptop = place.laptop("worker1", "worker1")
        try:
            sync(laptop)
            _, many_idle = _idle(place, laptop)
            day, many_day = _field_day(place, laptop)
            figures += [*day, _same("idle sync", few_idle, many_idle), _same("field day", few_day, many_day)]
        finally:
            laptop.close()
    return figures


def _same(what: str, few: int, many: int) -> Figure:
    share = many / few
    reach = "500 cases ± 10 %"
    return Figure(f"{what} of 5,000 cases", f"{share:.2f} × 500 cases", reach, "", 0.9 <= share <= 1.1)


def _first_sync(laptop: Session) -> list[Figure]:
    usable, whole, report = _timed_first_sync(laptop)
    rows = queue(laptop)
    lines = [json.dumps(show(laptop, row.id), separators=(",", ":")).encode() for row in rows]
    raw = b"\n".join(lines)
    best = len(zstandard.ZstdCompressor(level=19).compress(raw))
    ratio = report.bytes_down / best
    in_columns = len(Deflater(19).end(columns.pack(_stored(laptop))))
    return [
        Figure(
            f"first sync of {len(rows)} cases",
            f"{report.round_trips} request, {report.bytes_down:,} B, {ratio:.2f} × zstd-19",
            "1 request, ≤ 0.9 ×",
            f"the same cases: {len(raw):,} B of JSON lines, zstd-19 {best:,} B, of columns {in_columns:,} B",
            report.round_trips == 1 and ratio <= 0.9,
        ),
        Figure(
            "queue usable · first sync whole",
            f"{usable:.2f} s · {whole:.2f} s",
            "after the first frame",
            "loopback, both ends on this machine",
            usable < whole,
        ),
    ]


def _timed_first_sync(laptop: Session) -> tuple[float, float, SyncReport]:
    """Seconds until the queue is usable and until all is there."""
    usable: list[float] = []
    begun = perf_counter()

    def first_frame(progress: object) -> None:
        if not usable and laptop.replica.case_count():
            usable.append(perf_counter() - begun)

    report = sync(laptop, observer=first_frame)
    return usable[0], perf_counter() - begun, report


def _stored(laptop: Session) -> bytes:
    """Every case that the laptop holds, in one message."""
    return encode([msgspec.Raw(pack(laptop.replica.case(row.id))) for row in queue(laptop)])


def _levels(laptop: Session) -> list[Figure]:
    """What a level of zstd wins and costs on the columns of a first sync."""
    data = columns.pack(_stored(laptop))
    found = []
    for level in (3, 9, 12, 15, 19):
        begun = process_time()
        size = len(Deflater(level).end(data))
        found.append(f"{level}: {size:,} B {(process_time() - begun) * 1000:.0f} ms")
    return [Figure("first sync by level, processor time", found[1], "printed", " · ".join(found))]


def _thin_first_sync(place: Office) -> list[Figure]:
    """A cold first sync on the rural line; the processor is that of both ends."""
    with ThinLine(place.ports[0], latency=LATENCY, up=UP, down=DOWN) as line:
        laptop = place.laptop("rural", "worker1", line.url)
        try:
            usable, whole, report = _timed_first_sync(laptop)
        finally:
            laptop.close()
    return [
        Figure(
            "first sync at 600 ms, 1 Mbit/s: usable · whole",
            f"{usable:.1f} s · {whole:.1f} s",
            "≤ 3 s · ≤ 7 s",
            f"{report.bytes_down:,} B; 256 kbit/s up; connection cold",
            usable <= 3 and whole <= 7,
        )
    ]


def _field_day(place: Office, laptop: Session) -> tuple[list[Figure], int]:
    """40 decided here; 25 changed, 10 new and 10 gone at the office; one exchange."""
    held = len(queue(laptop))
    day = field_day.plan(laptop)
    field_day.at_the_laptop(laptop, day)
    central = Central(place.folder / "server", place.url)
    try:
        field_day.at_the_office(central, day, "worker1", "worker2")
        bare = field_day.content(central, day)
    finally:
        central.close()
    report = sync(laptop)
    body = report.bytes_up + report.bytes_down
    ratio = body / (bare.up + bare.down)
    done = (report.accepted, report.received, report.removed) == (40, 75, 10)
    figure = Figure(
        f"field day, {held} cases",
        f"{report.round_trips} request, {report.bytes_up:,} + {report.bytes_down:,} B, {ratio:.2f} ×",
        "1 request, ≤ 1.4 ×",
        f"its content as differences, zstd-19 with dictionary: {bare.up:,} + {bare.down:,} B",
        done and report.round_trips == 1 and ratio <= 1.4,
    )
    return [figure], body


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


def _idle(place: Office, laptop: Session) -> tuple[list[Figure], int]:
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
    figures = [
        Figure(
            "idle sync, connection warm",
            f"{report.round_trips} request, {report.bytes_up} + {report.bytes_down} B of body",
            "1 request, ≤ 250 B",
            f"with HTTP headers {body + head} B; {taken * 1000:.0f} ms",
            report.round_trips == 1 and body <= 250,
        ),
        Figure("rows written by it at the server", "some" if written else "0", "0", "", not written),
    ]
    return figures, body


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
