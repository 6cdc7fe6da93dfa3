"""One start of the real window over a profile, timed from the start of this process. Prints JSON."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from erap_desktop.main import build_window
from erap_desktop.models.background import Background
from erap_desktop.models.desk import Desk
from erap_desktop.ui.i18n import Translation
from erap_desktop.ui.shell.window import MainWindow
from erap_desktop.ui.theme import Theme

PASSPHRASE = "a passphrase for the benchmark"
CASES_OPENED = 12


def since_start() -> float:
    """Seconds since this process was started (Linux)."""
    ticks = int(Path("/proc/self/stat").read_text().rsplit(")", 1)[1].split()[19])
    uptime = float(Path("/proc/uptime").read_text().split()[0])
    return uptime - ticks / os.sysconf("SC_CLK_TCK")


def resident_mb() -> float:
    """Memory of this process that is in RAM."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("no VmRSS")


def until(done: Callable[[], bool], seconds: float = 30) -> None:
    """Lets the window work until something is so."""
    deadline = time.perf_counter() + seconds
    while not done():
        QApplication.processEvents()
        if time.perf_counter() > deadline:
            raise RuntimeError("it never came")


def main(profile: Path) -> dict[str, float | int]:
    """The figures of one start."""
    app = QApplication(sys.argv[:1])
    Theme.current()
    Translation.current()
    background = Background()
    desk = Desk(profile, background)
    desk.work_offline = True
    window = build_window(desk).window
    window.show()
    app.processEvents()
    window.grab()
    figures: dict[str, float | int] = {"shown": since_start(), "memory_start_mb": resident_mb()}
    desk.warm_up()  # as the program does while somebody types
    until(lambda: not background.busy)
    figures |= _unlock(desk, window)
    figures |= _open_cases(desk, window, background)
    figures["memory_mb"] = resident_mb()
    desk.lock()
    background.close()
    return figures


def _unlock(desk: Desk, window: MainWindow) -> dict[str, float | int]:
    from erap_desktop.ui.queue.screen import QueueScreen

    begun = time.perf_counter()
    desk.unlock(PASSPHRASE)
    until(lambda: desk.is_open)
    derived = time.perf_counter() - begun
    until(lambda: isinstance(window.stack.current, QueueScreen))
    queue = window.stack.current
    assert isinstance(queue, QueueScreen)
    until(lambda: queue.model.rowCount() > 0)
    window.grab()
    taken = time.perf_counter() - begun
    cases = len(desk.session.replica.rows())
    return {"derived": derived, "queue": taken, "cases": cases}


def _open_cases(desk: Desk, window: MainWindow, background: Background) -> dict[str, float | int]:
    rows = desk.session.replica.rows()
    taken = []
    for row in rows[5 : len(rows) : len(rows) // CASES_OPENED]:
        number = row.number or ""
        begun = time.perf_counter()
        desk.open_case(row.id)
        until(lambda number=number: _shows(window, number) and not background.busy)  # type: ignore[misc]
        window.grab()
        taken.append(time.perf_counter() - begun)
    return {"case": sorted(taken)[len(taken) // 2], "opened": len(taken)}


def _shows(window: MainWindow, number: str) -> bool:
    screen = window.stack.current
    return screen is not None and number in screen.title()


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
