"""`make demo`: a real server with invented cases, enrolled laptops, and the desktop open on one of them.

    python -m erap_desktop.demo [--check]

Everything is under `build/demo` and made anew each time; nothing leaves this machine. The server is a
process of its own and ends with the demo. Without a display the picture tour runs instead.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from types import FrameType
from typing import NamedTuple, NoReturn

ROOT = Path(__file__).resolve().parent.parent
PASSPHRASE = "demo demo demo"
PEOPLE = ("worker1", "supervisor1", "admin1")
PATIENCE_SECONDS = 30.0
_CENTRAL = (sys.executable, "-m", "sync.central.commands")


class DemoError(Exception):
    """The demo can not go on; the text is the one line that is shown."""


class Demo(NamedTuple):
    """A running server and the folder of each laptop, by user."""

    url: str
    laptops: dict[str, Path]


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the demo; returns the exit status."""
    options = _parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, _end)
    os.environ.setdefault("ERAP_KEYCHAIN", "off")  # invented data does not belong in somebody's keychain
    try:
        with running(options.folder, options.cases, options.caseworkers) as demo:
            _tell(demo)
            return 0 if options.check else show(demo)
    except DemoError as error:
        print(f"demo: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 1


def _end(_number: int, _frame: FrameType | None) -> NoReturn:
    """Asked to end: the way out goes through what has to be ended first."""
    raise KeyboardInterrupt


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m erap_desktop.demo", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument(
        "--folder", type=Path, default=ROOT / "build" / "demo", help="where everything is put"
    )
    parser.add_argument("--cases", type=int, default=300, help="how many cases")
    parser.add_argument("--caseworkers", type=int, default=3, help="how many caseworkers")
    parser.add_argument("--check", action="store_true", help="do everything but open the window")
    return parser


@contextmanager
def running(folder: Path, cases: int, caseworkers: int) -> Iterator[Demo]:
    """A fresh server with demo data and enrolled, synced laptops; the server ends afterwards."""
    _make_fresh(folder)
    data = folder / "server"
    load = ("demo-load", "--data", str(data), "--cases", str(cases), "--seed", "1")
    _central(*load, "--caseworkers", str(caseworkers))
    port = _free_port()
    with (folder / "server.log").open("wb") as log:
        command = [*_CENTRAL, "serve", "--data", str(data), "--port", str(port)]
        server = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=subprocess.STDOUT)
    try:
        _wait_for(server, port, folder / "server.log")
        url = f"http://127.0.0.1:{port}"
        yield Demo(url, {user: _enrol(folder / user, url, data, user) for user in PEOPLE})
    finally:
        server.terminate()
        try:
            server.wait(PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def show(demo: Demo) -> int:
    """The window for the caseworker, or pictures of it where there is no display."""
    if has_display():
        from erap_desktop.main import run

        return run(demo.laptops[PEOPLE[0]])
    print("There is no display here, so the tour takes pictures of every screen instead.", flush=True)
    status = subprocess.run([sys.executable, "-m", "tests.tour"], cwd=ROOT, check=False).returncode
    if status == 0:
        print(f"The pictures are in {ROOT / 'build' / 'tour'}")
    return status


def has_display() -> bool:
    """Whether a window can be opened here: always on Windows and macOS, and where Qt was told what to use."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _make_fresh(folder: Path) -> None:
    """Empties what an earlier demo left, and nothing else."""
    for name in ("server", *PEOPLE):
        shutil.rmtree(folder / name, ignore_errors=True)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DemoError(f"{folder} can not be made: {error.strerror}") from error


def _enrol(folder: Path, url: str, data: Path, user: str) -> Path:
    from erap_desktop.services.enrolment import enrol
    from erap_desktop.services.session import Session
    from erap_desktop.services.syncing import sync

    code = _central("enrol-code", "--data", str(data), "--user", user).splitlines()[-1]
    enrol(folder, url, user, code, PASSPHRASE)
    session = Session.unlock(folder, PASSPHRASE)
    try:
        sync(session)
    finally:
        session.close()
    return folder


def _central(*arguments: str) -> str:
    done = subprocess.run([*_CENTRAL, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise DemoError(
            f"the server's {arguments[0]} ended with: {done.stderr.strip() or done.stdout.strip()}"
        )
    return done.stdout


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until and server.poll() is None:
        with closing(socket.socket()) as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise DemoError(f"the server did not start; it said: {log.read_text(errors='replace').strip()}")


def _tell(demo: Demo) -> None:
    print(f"A server with invented cases runs at {demo.url} and ends with this demo.")
    print(f"The passphrase of every laptop here is: {PASSPHRASE}")
    for user, folder in demo.laptops.items():
        print(f"  {user:<12} .venv/bin/erap-desktop --profile {folder}")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
