"""`make demo` without the window: the server starts, laptops are enrolled, and all of it ends."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from erap_desktop import demo
from erap_desktop.services.session import Session

ROOT = Path(__file__).resolve().parents[2]


def test_the_demo_starts_enrols_tells_and_ends(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "erap_desktop.demo", "--check", "--cases", "20"]
    done = subprocess.run(
        [*command, "--folder", str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert demo.PASSPHRASE in done.stdout
    for user in demo.PEOPLE:
        assert f"--profile {tmp_path / user}" in done.stdout
        session = Session.unlock(tmp_path / user, demo.PASSPHRASE)
        assert session.identity.user == user
        session.close()
    assert not answers(port_of(done.stdout))


def port_of(said: str) -> int:
    found = re.search(r"http://127[.]0[.]0[.]1:(\d+)", said)
    assert found is not None
    return int(found[1])


def answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def test_without_a_display_the_tour_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert not demo.has_display()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert demo.has_display()


def test_a_failing_server_is_one_clear_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert demo.main(["--check", "--folder", str(blocked)]) == 1
    assert capsys.readouterr().err.startswith("demo: ")
