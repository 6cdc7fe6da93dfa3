"""The whole window over a real laptop: start, unlock, work, lock, and the end."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from erap_desktop import main
from erap_desktop.models.background import Background
from erap_desktop.models.desk import Desk
from erap_desktop.services.locks import held
from erap_desktop.ui.casefile.screen import CaseFileScreen
from erap_desktop.ui.i18n import Translation
from erap_desktop.ui.queue.screen import QueueScreen
from erap_desktop.ui.shell.memory import ShortMemory
from erap_desktop.ui.shell.places import PLACES
from erap_desktop.ui.theme import Theme
from erap_desktop.vault.idle import IdleLock
from tests.desktop.profiles import PASSPHRASE, DemoOffice

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {"sqlalchemy", "sqlcipher3", "httpx", "argon2", "cryptography", "PySide6.QtPdf", "PySide6.QtCharts"}


class Running:
    """A window over a fresh laptop of a demo user."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        Theme.current()
        self._qtbot = qtbot
        self.desk = Desk(folder, Background())
        self.desk.work_offline = True
        self.desktop = main.build_window(self.desk)
        self.window = self.desktop.window
        self.window.resize(1093, 600)
        self.window.show()
        self.window.activateWindow()

    def unlock(self) -> None:
        edit = self.desktop.lock_page.unlock_page.passphrase.edit
        QTest.keyClicks(edit, PASSPHRASE)
        QTest.keyClick(edit, Qt.Key.Key_Return)
        self._qtbot.waitUntil(self.at_work, timeout=10_000)

    def at_work(self) -> bool:
        return not self.window.locked

    def queue(self) -> QueueScreen:
        screen = self.window.stack.current
        assert isinstance(screen, QueueScreen)
        self._qtbot.waitUntil(lambda: screen.model.rowCount() > 0, timeout=10_000)
        return screen

    def close(self) -> None:
        self.desk.lock()
        self.desk.background.close()
        self.window.close()
        self.window.deleteLater()


@pytest.fixture
def running(office: DemoOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[Running]:
    """A caseworker's window, locked."""
    made = Running(office.enrol(tmp_path / "laptop", "worker1").folder, qtbot)
    yield made
    made.close()
    Translation.current().set_language("en")


def test_unlock_queue_case_and_back_by_keyboard(running: Running, qtbot: QtBot) -> None:
    running.unlock()
    queue = running.queue()
    qtbot.waitUntil(queue.table.hasFocus)
    case = queue.table.current_id
    QTest.keyClick(queue.table, Qt.Key.Key_Return)
    screen = running.window.stack.current
    assert isinstance(screen, CaseFileScreen)
    assert screen.case_id == case
    running.window.registry.run("go.queue")
    assert running.window.stack.current is queue
    assert queue.table.current_id == case


def test_a_lock_hides_everything_and_unlocking_comes_back_to_the_place(
    running: Running, qtbot: QtBot
) -> None:
    running.unlock()
    queue = running.queue()
    name = queue.model.line(0).applicant
    QTest.keyClick(queue.table, Qt.Key.Key_Return)
    running.window.registry.run("app.lock")
    assert running.window.locked
    assert not running.desk.is_open
    assert queue.model.contents.lines == ()
    assert running.desktop.workplace.finder.cases == ()
    assert name not in running.window.windowTitle()
    page = running.desktop.lock_page.unlock_page
    assert QApplication.focusWidget() is page.passphrase.edit
    running.unlock()
    assert running.window.stack.current_id == "case"


def test_every_place_of_every_role_has_its_screen(office: DemoOffice, tmp_path: Path, qtbot: QtBot) -> None:
    filled = {entry.place for entry in main.SCREENS}
    assert {place.id for place in PLACES} - filled == {"fleet"}
    for user, places in (
        ("worker1", ["queue", "case", "sync", "contested"]),
        ("supervisor1", ["queue", "case", "sync", "team", "contested"]),
        ("admin1", ["sync", "configuration"]),
    ):
        running = Running(office.enrol(tmp_path / user, user).folder, qtbot)
        running.unlock()
        window = running.window
        for place in places:
            window.registry.run(f"go.{place}")
            assert window.stack.current_id == place, (user, place)
            assert window.strip.title.text()
        shown = [place.id for place in PLACES if window.registry.action(f"go.{place.id}").isVisible()]
        assert sorted(shown) == sorted(places)
        running.close()


def test_no_two_actions_share_a_key(running: Running, qtbot: QtBot) -> None:
    running.unlock()
    for entry in main.SCREENS:
        running.window.stack.screen_of(entry.place)
    assert running.window.registry.clashes() == []


def test_the_language_chosen_at_the_lock_is_remembered(tmp_path: Path, qtbot: QtBot) -> None:
    Theme.current()
    background, memory = Background(), ShortMemory()
    desktop = main.build_window(Desk(tmp_path / "nobody", background), memory)
    qtbot.addWidget(desktop.window)
    desktop.window.show()
    spanish = desktop.lock_page.languages.findChildren(QPushButton)[1]
    spanish.click()
    assert memory.read("language") == "es"
    assert desktop.window.registry.action("view.language.es").isChecked()
    Translation.current().set_language("en")
    background.close()


def test_cases_are_found_in_the_palette(running: Running, qtbot: QtBot) -> None:
    running.unlock()
    line = running.queue().model.line(2)
    finder = running.desktop.workplace.finder
    qtbot.waitUntil(lambda: len(finder.cases) > 0)
    bare = line.number.rsplit("-", 1)[-1].lstrip("0")
    assert finder.find(bare)[0].text == line.applicant
    assert line.applicant in [entry.text for entry in finder.find(line.sort_name[:6])]
    with qtbot.waitSignal(running.desk.case_asked_for) as asked:
        finder.open(finder.find(bare)[0].id)
    assert asked.args == [line.id]


def test_the_idle_lock_warns_in_the_strip_and_any_key_keeps_it_open(running: Running, qtbot: QtBot) -> None:
    running.unlock()
    queue = running.queue()
    now = [0.0]
    idle = running.desktop.workplace.idle
    idle.use(IdleLock(lambda: now[0], limit=900.0, warning=60.0))
    banner = running.window.strip.banner
    now[0] = 850.0
    idle.look()
    assert banner.isVisible()
    assert banner.shown is not None
    assert "Locks in 50 seconds" in banner.shown.text
    QTest.keyClick(queue.table, Qt.Key.Key_Down)
    assert not banner.isVisible()
    now[0] = 1_740.0
    idle.look()
    assert not running.window.locked
    now[0] = 1_751.0
    idle.look()
    assert running.window.locked


def test_queue_within_a_second_of_the_right_passphrase(running: Running, qtbot: QtBot) -> None:
    page = running.desktop.lock_page.unlock_page
    qtbot.waitUntil(lambda: page.facts_known, timeout=10_000)
    began = time.process_time()
    running.unlock()
    running.queue()
    assert time.process_time() - began < 1.0


def test_nothing_heavy_is_imported_before_the_first_page_stands(office: DemoOffice) -> None:
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from erap_desktop import main\n"
        "app = main._application()\n"
        "from erap_desktop.models.background import Background\n"
        "from erap_desktop.models.desk import Desk\n"
        "background = Background()\n"
        "window = main.build_window(Desk(Path(sys.argv[1]), background)).window\n"
        "window.show()\n"
        "window.grab()\n"
        "print(' '.join(sorted(sys.modules)))\n"
        "background.close()\n"
    )
    done = run(["-c", program, str(office.data / "nobody")])
    assert done.returncode == 0, done.stderr
    assert HEAVY.isdisjoint(done.stdout.split())


def test_a_second_window_of_a_profile_is_one_clear_line(tmp_path: Path) -> None:
    with held(tmp_path / "window.lock", "a window"):
        done = run(["-m", "erap_desktop.commands", "--profile", str(tmp_path)])
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "already" in done.stderr


def test_the_window_ends_with_its_threads(running: Running, qtbot: QtBot) -> None:
    running.unlock()
    running.queue()
    running.desk.lock()
    assert running.desk.background.close()
    names = [thread.name for thread in threading.enumerate()]
    assert not [name for name in names if name.startswith("erap-")]


def test_it_starts_and_ends_cleanly_when_asked(office: DemoOffice, tmp_path: Path) -> None:
    folder = office.enrol(tmp_path / "laptop", "worker1").folder
    command = [sys.executable, "-m", "erap_desktop.commands", "--profile", str(folder)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    program = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    time.sleep(3)
    assert program.poll() is None
    assert run(command[1:]).returncode == 1
    program.terminate()
    said = program.communicate(timeout=30)
    lines = [line for line in "".join(said).splitlines() if "does not support" not in line]
    assert (program.returncode, lines) == (0, [])


def run(arguments: list[str]) -> subprocess.CompletedProcess[str]:
    """A Python of its own, drawing nowhere."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
