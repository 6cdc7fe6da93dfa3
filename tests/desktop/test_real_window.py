"""The window under a real window manager: focus goes where a typist expects it, nothing is cut, it locks."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest

from tests.desktop.display import display
from tests.desktop.profiles import DemoOffice

pytestmark = pytest.mark.xvfb
PATIENCE = 60


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The environment of programs that draw on a display of their own."""
    with display(tmp_path_factory.mktemp("display")) as environment:
        yield environment | {"ERAP_KEYCHAIN": "off"}


@pytest.fixture(scope="module")
def seen(
    office: DemoOffice, screen: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Any]:
    """What one sitting at the real window saw."""
    profile = office.enrol(tmp_path_factory.mktemp("sitting") / "laptop", "worker1")
    command = [sys.executable, "-m", "tests.desktop.real_window", str(profile.folder)]
    done = subprocess.run(command, env=screen, capture_output=True, text=True, timeout=2 * PATIENCE)
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    assert answer["platform"] == "xcb"
    return answer


def test_it_is_unlocked_by_keyboard_alone_and_the_focus_is_in_the_list(seen: dict[str, Any]) -> None:
    assert seen["unlocking"] == {"active": True, "unlocked": True, "place": "queue", "focus": True}


def test_the_focus_comes_back_when_a_dialog_closes(seen: dict[str, Any]) -> None:
    assert seen["dialogs"] == {"commands": True, "shortcuts": True, "another window": True}


def test_no_control_is_cut_at_any_size(seen: dict[str, Any]) -> None:
    assert seen["sizes"] == {
        "maximised": True,
        "cut at laptop size": [],
        "smallest": True,
        "cut at the smallest size": [],
    }


def test_minimised_and_idle_it_locks_and_comes_back_where_it_was(seen: dict[str, Any]) -> None:
    assert seen["idling"] == {
        "minimised": True,
        "locked": True,
        "restored": True,
        "title": "ERAP Desktop",
        "unlocked": True,
        "focus is where it was": True,
    }


def test_a_second_window_of_a_profile_is_refused_in_one_line(screen: dict[str, str], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "erap_desktop.commands", "--profile", str(tmp_path)]
    with subprocess.Popen(command, env=screen) as first:
        try:
            deadline = monotonic() + PATIENCE
            while not (tmp_path / "window.lock").exists() and monotonic() < deadline:
                sleep(0.05)
            second = subprocess.run(command, env=screen, capture_output=True, text=True, timeout=PATIENCE)
        finally:
            first.terminate()
    said = (
        "erap-desktop: a window of this profile is already running; nothing was changed. Wait for it to end."
    )
    assert (second.returncode, second.stdout, second.stderr.splitlines()) == (1, "", [said])
    assert first.returncode == 0
