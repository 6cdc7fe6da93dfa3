"""The window locks when the system sleeps or locks its screen: heard on a real bus, of one's own."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from erap_desktop.main import build_window
from erap_desktop.services.drafts import read_draft
from erap_desktop.ui.casefile.screen import CaseFileScreen
from erap_desktop.ui.workplace.idle_watch import SLEPT_SECONDS, IdleWatch
from erap_desktop.ui.workplace.system_lock import SystemLock
from tests.desktop.casedesk import ask, find_case, settled
from tests.desktop.profiles import PASSPHRASE, OpenDesk

DBUS = "org.freedesktop.DBus"
LOGIND = "org.freedesktop.login1"
MANAGER = ("/org/freedesktop/login1", f"{LOGIND}.Manager")


class Bus:
    """A message bus with two ends: one that speaks as the system does, one that listens."""

    def __init__(self, address: str) -> None:
        self.speaker = QDBusConnection.connectToBus(address, "speaker")
        self.listener = QDBusConnection.connectToBus(address, "listener")
        assert self.speaker.isConnected()
        assert self.listener.isConnected()

    def say(self, path: str, interface: str, name: str, *values: object) -> None:
        """Sends a signal, and waits until the bus has passed it on."""
        message = QDBusMessage.createSignal(path, interface, name)
        message.setArguments(list(values))
        assert self.speaker.send(message)
        for end in (self.speaker, self.listener):
            end.call(
                QDBusMessage.createMethodCall("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetId")
            )


@pytest.fixture
def bus() -> Iterator[Bus]:
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        try:
            assert daemon.stdout is not None
            made = Bus(daemon.stdout.readline().strip())
            for name in (LOGIND, "org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"):
                assert made.speaker.registerService(name)
            yield made
        finally:
            for name in ("speaker", "listener"):
                QDBusConnection.disconnectFromBus(name)
            daemon.terminate()


@pytest.mark.parametrize(
    ("path", "interface", "name", "values"),
    [
        (*MANAGER, "PrepareForSleep", (True,)),
        (f"{MANAGER[0]}/session/_31", f"{LOGIND}.Session", "Lock", ()),
        ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", (True,)),
        ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", (True,)),
    ],
)
def test_sleep_and_a_locked_screen_are_heard(
    bus: Bus, qtbot: QtBot, path: str, interface: str, name: str, values: tuple[object, ...]
) -> None:
    lock = SystemLock()
    lock.listen_on(bus.listener, bus.listener)
    with qtbot.waitSignal(lock.due):
        bus.say(path, interface, name, *values)


def test_waking_up_and_strangers_are_not_taken_for_a_lock(bus: Bus, qtbot: QtBot) -> None:
    lock = SystemLock()
    lock.listen_on(bus.listener, bus.listener)
    due = QSignalSpy(lock.due)
    bus.say(*MANAGER, "PrepareForSleep", False)
    bus.speaker.unregisterService(LOGIND)
    bus.say(*MANAGER, "PrepareForSleep", True)
    bus.speaker.registerService(LOGIND)
    with qtbot.waitSignal(lock.due):  # what was said last has come, so the others have, too
        bus.say(*MANAGER, "PrepareForSleep", True)
    assert due.count() == 1


def test_what_was_being_typed_is_kept_before_the_lock(bus: Bus, qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk("worker1")
    case_id = find_case(qtbot, desk, lambda page: True)
    desk.lock()
    desktop = build_window(desk)
    qtbot.addWidget(desktop.window)
    desktop.window.show()
    desktop.window.activateWindow()
    desktop.workplace.system_lock.listen_on(bus.listener, bus.listener)
    desk.unlock(PASSPHRASE)
    qtbot.waitUntil(lambda: not desktop.window.locked, timeout=10_000)
    desk.open_case(case_id)
    screen = desktop.window.stack.current
    assert isinstance(screen, CaseFileScreen)
    settled(qtbot, desk)
    QTest.keyClicks(screen.notes.editor.edit, "Half a sentence")
    with qtbot.waitSignal(desk.locked):
        bus.say(*MANAGER, "PrepareForSleep", True)
    assert desktop.window.locked
    with qtbot.waitSignal(desk.unlocked, timeout=10_000):
        desk.unlock(PASSPHRASE)
    assert ask(qtbot, desk, partial(read_draft, case_id=case_id, what="note")) == {"text": "Half a sentence"}


def test_a_computer_that_was_asleep_is_locked_when_it_wakes_up(qtbot: QtBot) -> None:
    now = [0.0]
    watch = IdleWatch(clock=lambda: now[0])
    watch.start()
    due = QSignalSpy(watch.due)
    for step in (1, SLEPT_SECONDS, SLEPT_SECONDS + 1):
        now[0] += step
        watch.look()
    watch.stop()
    assert due.count() == 1
