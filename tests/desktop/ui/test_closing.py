"""Closing the window while work is under way.

Nothing saved is lost, nothing crashes. In a process of its own.
"""

import subprocess
import sys

import pytest

PROGRAM = """
import sys, threading, time
from functools import partial
from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QApplication, QLabel
from erap_desktop.models.background import Background, stop_wanted
from erap_desktop.models.collector import GuiCollector
from erap_desktop.ui.shell.window import MainWindow
from tests.desktop.ui.places import office_window

class Rows(QLabel):
    @Slot(object)
    def take(self, value):
        self.setText(str(value))

app = QApplication([])
collector = GuiCollector()
background = Background()
window = office_window()
window.show()
rows = Rows(window)
saved = []

def sync():
    while not stop_wanted():
        time.sleep(0.002)

def save(number):
    time.sleep(0.02)
    saved.append(number)

background.network(sync).succeeded.connect(rows.take)
for number in range(10):
    background.query(partial(time.sleep, 0.01)).succeeded.connect(rows.take)
    background.mutation(partial(save, number)).succeeded.connect(rows.take)

def leave():
    window.close()
    {how}

def end():
    assert background.close(5)
    collector.stop()
    print(saved == list(range(10)), threading.active_count())

app.aboutToQuit.connect(end)
QTimer.singleShot(60, leave)
app.exec()
"""


@pytest.mark.parametrize("how", ["window.deleteLater()", "rows.deleteLater()", "app.quit()"])
def test_closing_while_work_runs_keeps_what_was_saved_and_ends_in_order(how: str) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", PROGRAM.replace("{how}", how)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["True", "1"]
    assert "Traceback" not in done.stderr
