"""What a sync costs: on the line, in time, processor, memory and on disk."""

from __future__ import annotations

from typing import Any, NamedTuple

from tests.bench.peers.contender import Contender
from tests.bench.peers.counting import CountingLine, Traffic
from tests.bench.peers.processes import Program, cpu_seconds, disk, forget_peak, peak_memory


class Line(NamedTuple):
    """`latency` in seconds each way, `up` and `down` in bytes a second; None: no limit."""

    name: str
    latency: float
    up: int | None
    down: int | None


PLAIN = Line("loopback", 0, None, None)
RURAL = Line("600 ms, 256 kbit/s up, 1 Mbit/s down", 0.3, 32_000, 125_000)

FIRST, IDLE, DAY = "first sync", "idle", "field day"


class Cost(NamedTuple):
    """Seconds, bytes of memory at its highest, of disk afterwards. `usable`: until the first case is here."""

    step: str
    traffic: Traffic
    seconds: float
    usable: float
    cpu_laptop: float
    cpu_server: float
    memory_laptop: int
    memory_server: int
    disk_laptop: int
    disk_server: int


def costs(office: Contender, line: Line) -> list[Cost]:
    """First sync and field day by a program just started, over a cold connection; idle over a warm one."""
    with CountingLine(office.port, latency=line.latency, up=line.up, down=line.down) as counting:
        with office.laptop(counting.url) as laptop:
            first, _ = _sync(FIRST, office, laptop, counting)
            for _ in range(2):  # what the first one left to be said
                laptop.ask("sync")
            idle, _ = _sync(IDLE, office, laptop, counting)
        office.field_day()
        with office.laptop(counting.url) as laptop:
            day, answer = _sync(DAY, office, laptop, counting)
            office.check(laptop, answer)
    return [first, idle, day]


def _sync(step: str, office: Contender, laptop: Program, line: CountingLine) -> tuple[Cost, dict[str, Any]]:
    pids = laptop.pid, office.pid
    for pid in pids:
        forget_peak(pid)
    cpu, traffic = [cpu_seconds(pid) for pid in pids], line.traffic()
    answer = laptop.ask("sync")
    passed = line.traffic().since(traffic)
    cpu_laptop, cpu_server = (cpu_seconds(pid) - before for pid, before in zip(pids, cpu, strict=True))
    cost = Cost(
        step,
        passed,
        answer["seconds"],
        answer["usable"],
        cpu_laptop,
        cpu_server,
        peak_memory(laptop.pid),
        peak_memory(office.pid),
        disk(office.laptop_folder),
        disk(office.server_folder),
    )
    return cost, answer
