"""The window under a real window manager: focus goes where a typist expects it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.desktop.display import display
from tests.desktop.profiles import DemoOffice


@pytest.mark.xvfb
def test_unlocking_and_coming_back_by_keyboard_alone(office: DemoOffice, tmp_path: Path) -> None:
    profile = office.enrol(tmp_path / "laptop", "worker1")
    with display(tmp_path) as environment:
        done = subprocess.run(
            [sys.executable, "-m", "tests.desktop.real_window", str(profile.folder)],
            env=environment | {"ERAP_KEYCHAIN": "off"},
            capture_output=True,
            text=True,
            timeout=90,
        )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1]) == {
        "platform": "xcb",
        "active": True,
        "typing goes to the passphrase": True,
        "unlocked": True,
        "another window took the focus": True,
        "back again": True,
        "focus is where it was": True,
        "title while locked": "ERAP Desktop",
    }
