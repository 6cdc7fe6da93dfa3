"""A throw-away PostgreSQL for tests and benchmarks: its own cluster, in a folder that goes away with it."""

import itertools
import os
import pwd
import re
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from urllib.parse import quote, urlsplit, urlunsplit

import psycopg

from tests.server_process import free_port

OLDEST_SUPPORTED = 15
START_SECONDS = 30
STOP_SECONDS = 30

_SUPERUSER = "postgres"
_names = itertools.count(1)


class NoPostgresError(Exception):
    """There is no usable PostgreSQL here; the message is one line that says what to do."""


class Cluster:
    """A cluster of its own in a folder of its own. Its port stays the same over restarts."""

    def __init__(self, folder: Path, *, durable: bool) -> None:
        """Makes it; it doesn't run yet. Raises NoPostgresError."""
        self._folder, self._durable = folder, durable
        self._binaries = _find_binaries()
        self._command = _as_unprivileged(folder)
        self._port: int | None = None
        self._server: subprocess.Popen[bytes] | None = None
        _initialise(self._command, self._binaries, folder / "data")

    @property
    def url(self) -> str:
        return f"postgresql+psycopg://{_SUPERUSER}@127.0.0.1:{self._port}/postgres"

    def start(self) -> None:
        """Starts it and waits until it answers. Raises NoPostgresError."""
        # Between finding a port free and taking it another program can take it; and after a kill the
        # processes that were left need a moment to notice.
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            port = self._port or free_port()
            self._server = _launch(self._command, self._binaries, self._folder, port, self._durable)
            # Asked by its own socket: on the port a stranger could answer.
            own = f"postgresql://{_SUPERUSER}@/postgres?host={quote(str(self._folder))}&port={port}"
            if _answers(self._server, own):
                self._port = port
                return
            _stop(self._server)
            time.sleep(0.05)
        said = (self._folder / "server.log").read_text(errors="replace")
        raise NoPostgresError(f"PostgreSQL did not start: {_last_line(said)}")

    def wait(self) -> None:
        """Until it answers again: after a kill it first recovers. Raises NoPostgresError."""
        if self._server is None or not _answers(self._server, self.url):
            raise NoPostgresError("PostgreSQL does not answer any more")

    def stop(self) -> None:
        if self._server is not None:
            _stop(self._server)

    def kill(self) -> None:
        """kill -9 of the postmaster and all its processes, as a service manager does.

        Left alone they notice and end, unless one waits for a lock whose holder was killed before.
        """
        assert self._server is not None
        pid = self._server.pid
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        self._server.kill()
        for child in children:
            with suppress(ProcessLookupError):
                os.kill(int(child), signal.SIGKILL)
        self._server.wait()

    def kill_backend(self, chance: Random) -> bool:
        """kill -9 of one process that serves a client: the others start anew. False when there is none."""
        others = "backend_type = 'client backend' AND pid <> pg_backend_pid()"
        query = f"SELECT pid FROM pg_stat_activity WHERE {others}".encode()
        try:
            with _connect(self.url) as connection:
                serving = [int(str(pid)) for (pid,) in connection.execute(query)]
        except psycopg.OperationalError:  # still coming back from the last kill
            return False
        if not serving:
            return False
        os.kill(chance.choice(serving), signal.SIGKILL)
        return True


@contextmanager
def running(*, durable: bool) -> Iterator[Cluster]:
    """A new cluster that ends with the block. Raises NoPostgresError."""
    with tempfile.TemporaryDirectory(prefix="erap-postgres-") as name:
        cluster = Cluster(Path(name), durable=durable)
        try:
            cluster.start()
            yield cluster
        finally:
            cluster.stop()


@contextmanager
def running_cluster(*, durable: bool = True) -> Iterator[str]:
    """Yield the URL (postgresql+psycopg://…) of a new cluster that ends with the block.

    durable: commits reach the disk, as in earnest. Measure only with that. Without it the last commits
    may be gone when a process of it is killed: enough for a test that kills none, and faster.

    Raises NoPostgresError.
    """
    with running(durable=durable) as cluster:
        yield cluster.url


@contextmanager
def fresh_database(cluster_url: str) -> Iterator[str]:
    """Yield the URL of a new, empty database in that cluster; it is dropped with the block.

    Connections that are still open are cut: a test that leaks one spoils nothing for the next.
    """
    name = f"test_{os.getpid()}_{next(_names)}"
    with _connect(cluster_url) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    try:
        yield urlunsplit(urlsplit(cluster_url)._replace(path=f"/{name}"))
    finally:
        with _connect(cluster_url) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


def _connect(url: str) -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(url.replace("+psycopg", "", 1), autocommit=True)


def _find_binaries() -> Path:
    """The folder of the newest server programs: those on PATH first, then Debian's, which are not on it."""
    on_path = shutil.which("initdb")
    candidates = [Path(on_path).resolve().parent] if on_path else []
    candidates += sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_version, reverse=True)
    for folder in candidates:
        if (
            (folder / "initdb").exists()
            and (folder / "postgres").exists()
            and _version(folder) >= OLDEST_SUPPORTED
        ):
            return folder
    raise NoPostgresError(f"PostgreSQL {OLDEST_SUPPORTED} or newer is not installed: run `make setup`")


def _version(folder: Path) -> int:
    """The major version of the programs in a folder, 0 if there are none."""
    if not (folder / "postgres").exists():
        return 0
    said = subprocess.run(
        [folder / "postgres", "--version"], capture_output=True, text=True, check=True
    ).stdout
    found = re.search(r"\d+", said)
    return int(found.group()) if found else 0


def _as_unprivileged(folder: Path) -> list[str]:
    """What to put before a command, since the server refuses to run as root; gives the folder to its user.

    The server also gets a signal when the test run dies, however it dies, and ends with it.
    """
    command = ["setpriv", "--pdeathsig", "INT"]
    if os.geteuid() != 0:
        return command
    user = _first_user("postgres", "nobody")
    os.chown(folder, user.pw_uid, user.pw_gid)
    return [*command, f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]


def _first_user(*names: str) -> pwd.struct_passwd:
    known = {user.pw_name: user for user in pwd.getpwall()}
    for name in names:
        if name in known:
            return known[name]
    raise NoPostgresError(f"PostgreSQL does not run as root, and there is no user {' or '.join(names)}")


def _environment() -> dict[str, str]:
    # Nothing of the caller's: PGPORT, PGDATA or a language would change what the programs do.
    return {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "TZ": "UTC"}


def _initialise(command: list[str], binaries: Path, data: Path) -> None:
    account = ["--username", _SUPERUSER, "--auth", "trust"]
    kind = ["--encoding", "UTF8", "--locale", "C", "--no-sync", "--no-instructions"]
    done = subprocess.run(
        [*command, str(binaries / "initdb"), "--pgdata", str(data), *account, *kind],
        cwd="/",
        env=_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise NoPostgresError(f"initdb failed: {_last_line(done.stderr)}")


def _launch(
    command: list[str], binaries: Path, folder: Path, port: int, durable: bool
) -> subprocess.Popen[bytes]:
    with (folder / "server.log").open("wb") as output:
        return subprocess.Popen(
            [*command, str(binaries / "postgres"), *_settings(folder, port, durable)],
            cwd="/",
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )


def _settings(folder: Path, port: int, durable: bool) -> Iterator[str]:
    settings = {
        "unix_socket_directories": str(folder),
        "listen_addresses": "127.0.0.1",
        "port": str(port),
        "max_connections": "200",
    }
    if not durable:
        settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
    yield from ("-D", str(folder / "data"))
    yield from (f"--{name}={value}" for name, value in settings.items())


def _answers(server: subprocess.Popen[bytes], url: str) -> bool:
    """Wait until the server takes connections; False if it ended, or never did."""
    deadline = time.monotonic() + START_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        try:
            _connect(url).close()
        except psycopg.OperationalError:
            time.sleep(0.02)
        else:
            return True
    return False


def _stop(server: subprocess.Popen[bytes]) -> None:
    # SIGINT is PostgreSQL's "fast": roll back what is open, and end. There is nothing to keep, but
    # killed outright it would leave shared memory behind.
    server.send_signal(signal.SIGINT)
    try:
        server.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def _last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else "it said nothing"
