"""Every command explains itself, and whatever is wrong is one clear line: status 1, or 2 for wrong usage."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest

import erap_desktop.commands
import sync.central.commands
from tests.end_to_end.fleet import Laptop, Office, Server, finish, run, start

DESKTOP = [
    *("enrol", "sync", "cases", "show", "search", "note", "decide", "reassign", "settle", "adopt"),
    *("withdraw", "status", "outbox", "configure", "acknowledge"),
]
CENTRAL = [
    *("init", "serve", "demo-load", "enrol-code", "reassign", "cases", "verify-audit", "certificate"),
    *("show", "user add", "intake import"),
]
NOBODY = "01a0abe7-170b-71a3-b134-524c6100e99c"


@pytest.mark.parametrize("command", ["", *DESKTOP])
def test_erap_desktop_explains_itself(command: str) -> None:
    told = run(erap_desktop.commands.main, *command.split(), "--help")
    assert (told.code, told.err) == (0, "")
    assert "usage: erap-desktop" in told.out


@pytest.mark.parametrize("command", ["", *CENTRAL])
def test_erap_central_explains_itself(command: str) -> None:
    told = run(sync.central.commands.main, *command.split(), "--help")
    assert (told.code, told.err) == (0, "")
    assert "usage: erap-central" in told.out


def test_both_command_lines_are_programs_of_their_own() -> None:
    started = [start(module, "--help") for module in ("erap_desktop.commands", "sync.central.commands")]
    for process in started:
        told = finish(process)
        assert (told.code, told.err) == (0, "")


@pytest.mark.parametrize(
    "line",
    [
        "sync --no-such-option",
        "no-such-command",
        "decide --case x",
        "decide --case x --approve --deny D03",
        "show",
        "note --case x",
        "settle --case x --keep y",
        "enrol --server http://127.0.0.1:1",
        "configure --poll-seconds soon",
    ],
)
def test_wrong_usage_of_erap_desktop_is_status_2(tmp_path: Path, line: str) -> None:
    command, *rest = line.split()
    told = run(erap_desktop.commands.main, command, "--profile", str(tmp_path), *rest)
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith("usage: erap-desktop")


@pytest.mark.parametrize(
    "line", ["", "demo-load", "serve --port abc", "user", "user add x --role king --office n"]
)
def test_wrong_usage_of_erap_central_is_status_2(tmp_path: Path, line: str) -> None:
    told = run(sync.central.commands.main, *line.split(), ERAP_DATA=str(tmp_path))
    assert (told.code, told.out) == (2, "")
    assert "usage: erap-central" in told.err


def one_line(told: object, program: str) -> None:
    """Status 1, nothing on stdout, one line on stderr that isn't a traceback."""
    code, out, err = told.code, told.out, told.err  # type: ignore[attr-defined]
    assert (code, out) == (1, ""), (code, out, err)
    assert err.startswith(f"{program}: "), err
    assert err.count("\n") == 1, err


@pytest.mark.parametrize(
    "line",
    [
        "show --case not-an-id",
        f"show --case {NOBODY}",
        f"note --case {NOBODY} --text x",
        f"decide --case {NOBODY} --approve",
        f"decide --case {NOBODY} --deny D03",
        f"reassign --case {NOBODY} --to worker2",
        f"settle --case {NOBODY} --keep {NOBODY} --reason x",
        f"settle --case {NOBODY} --keep not-an-id --reason x",
        f"adopt --command {NOBODY} --reason x",
        "adopt --command not-an-id --reason x",
        f"withdraw --command {NOBODY}",
        f"acknowledge --command {NOBODY}",
        "decide --case CASE --deny D99 --reason x",
        "decide --case CASE --deny , --reason x",
        "decide --case CASE --deny ''",
        "note --case CASE --text ''",
        "note --case CASE --text '   '",
        "reassign --case CASE --to worker2",
        f"settle --case CASE --keep {NOBODY} --reason x",
        "configure --poll-seconds 60",
    ],
)
def test_what_a_caseworker_may_not_do_is_one_line_and_saves_nothing(worker: Laptop, line: str) -> None:
    case = worker.undecided(1)[0]
    one_line(worker.run(*shlex.split(line.replace("CASE", case))), "erap-desktop")
    assert worker.status()["pending"] == 0


@pytest.fixture(scope="module")
def worker(demo_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Laptop:
    """A laptop whose server is away."""
    folder = tmp_path_factory.mktemp("usage")
    server = Server(Path(shutil.copytree(demo_store, folder / "central")))
    server.start()
    laptop = Office(server, folder).laptop("worker1")
    server.stop()
    return laptop


def test_text_of_every_script_is_kept_and_found(office: Office) -> None:
    worker = office.laptop("worker1")
    case = worker.undecided(1)[0]
    text = "Diné bizaad: áłtsé, ñandú, «¿qué?» 漢字 \N{PILE OF POO} \u202e rtl\ttab\nline"
    command = worker.note(case, text)
    kept = {note["command"]: note["text"] for note in worker.show(case)["notes"]}
    assert kept[command] == text
    assert worker.sync()["accepted"] == 1
    assert office.same(worker, case)
    assert worker.run("search", "--text", "áłtsé", "--json").lines() == [{"id": case}]
    for odd in ('"', "' OR 1=1", "*", "(", "NEAR(a b)", "-", "", "a" * 5000):
        assert worker.run("search", "--text", odd, "--json").code == 0


@pytest.mark.parametrize("command", ["sync", "status", "cases", "outbox"])
def test_a_folder_that_is_no_profile_is_told(tmp_path: Path, command: str) -> None:
    (tmp_path / "file").write_text("x")
    for folder in (tmp_path / "missing", tmp_path, tmp_path / "file"):
        one_line(Laptop(folder, "worker1").run(command, "--json"), "erap-desktop")
    assert not (tmp_path / "missing").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file"]


def test_enrolling_into_a_place_that_can_not_be_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        one_line(Laptop(folder, "worker1").enrol("http://127.0.0.1:1", "AAAA"), "erap-desktop")


def test_a_passphrase_too_short_is_told_before_the_code_is_used(office: Office) -> None:
    laptop = Laptop(office.folder / "short", "worker1")
    code = office.server.code("worker1")
    refused = laptop.run(
        "enrol", "--server", office.server.url, "--user", "worker1", "--code", code, ERAP_PASSPHRASE="abc"
    )
    one_line(refused, "erap-desktop")
    assert laptop.enrol(office.server.url, code).code == 0


@pytest.mark.parametrize(
    "line",
    [
        "serve",
        "cases --json",
        "show --case x",
        "verify-audit --json",
        "enrol-code --user worker1",
        f"reassign --case {NOBODY} --to worker1 --by supervisor1",
        "user add x --role caseworker --office north",
    ],
)
def test_a_folder_that_holds_no_store_is_told(tmp_path: Path, line: str) -> None:
    (tmp_path / "file").write_text("x")
    for data in (tmp_path / "missing", tmp_path, tmp_path / "file"):
        one_line(run(sync.central.commands.main, *line.split(), "--data", str(data)), "erap-central")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file"]


@pytest.mark.parametrize(
    "line",
    [
        "init",
        "demo-load --cases 5",
        "cases --case not-an-id",
        f"cases --case {NOBODY}",
        f"show --case {NOBODY}",
        "enrol-code --user nobody",
        "user add worker1 --role caseworker --office north",
        "user add 'Not A Name' --role caseworker --office north",
        "user add fine --role caseworker --office 'not an office'",
        f"reassign --case {NOBODY} --to worker1 --by supervisor1",
        "reassign --case CASE --to nobody --by supervisor1",
        "reassign --case CASE --to worker2 --by worker1",
        "reassign --case CASE --to worker2 --by nobody",
        "reassign --case CASE --to supervisor1 --by supervisor1",
        "serve --port 0",
        "serve --host 0.0.0.0",
        "serve --tls-cert missing.pem",
        "serve --tls-cert missing.pem --tls-key missing.key",
        "intake import missing.jsonl",
        "certificate --host ''",
    ],
)
def test_what_can_not_be_done_with_a_store_is_told(demo_store: Path, line: str) -> None:
    case = Server(demo_store).cases()[0]["id"]
    told = run(
        sync.central.commands.main, *shlex.split(line.replace("CASE", case)), ERAP_DATA=str(demo_store)
    )
    one_line(told, "erap-central")


@pytest.mark.parametrize(
    "url",
    [
        "nonsense",
        "mysql://x/y",
        "postgresql://x/y",
        "sqlite:///x.db",
        "postgresql+psycopg://postgres@127.0.0.1:1/none",
        "postgresql+psycopg://postgres@127.0.0.1:port/none",
    ],
)
def test_a_database_url_that_can_not_be_used_is_told(demo_store: Path, url: str) -> None:
    told = run(sync.central.commands.main, "cases", "--data", str(demo_store), "--database-url", url)
    one_line(told, "erap-central")


def test_a_port_in_use_is_told(office: Office) -> None:
    told = office.server.command("serve", "--port", str(office.server.port))
    assert told.code == 1
    assert "Traceback" not in told.err
    assert str(office.server.port) in told.err.splitlines()[-1]
