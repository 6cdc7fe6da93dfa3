"""Work off the GUI thread: it never blocks the window, errors arrive as they are, the end is orderly."""

import gc
import threading
import time
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Slot
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from erap_desktop.models.background import Background, ClosedError, Job, report, stop_wanted
from erap_desktop.models.collector import GuiCollector


class DiskFullError(Exception):
    """A typed problem of the database."""


class Listener(QObject):
    """Keeps what arrives, and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.got: list[object] = []
        self.threads: list[threading.Thread] = []

    @Slot(object)
    def take(self, value: object) -> None:
        self.got.append(value)
        self.threads.append(threading.current_thread())


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    running = Background()
    yield running
    running.close()
    running.deleteLater()


def slow(seconds: float, value: object = None) -> object:
    time.sleep(seconds)
    return value


def fail() -> object:
    raise DiskFullError("no room")


def test_a_result_arrives_in_the_gui_thread(background: Background, qtbot: QtBot) -> None:
    listener = Listener()
    job = background.query(threading.current_thread)
    job.succeeded.connect(listener.take)
    qtbot.waitUntil(lambda: bool(listener.got))
    assert listener.got[0] is not threading.main_thread()
    assert listener.threads == [threading.main_thread()]


def test_nothing_arrives_before_the_asking_function_has_returned(
    background: Background, qtbot: QtBot
) -> None:
    listener = Listener()
    job = background.query(partial(int, 3))
    time.sleep(0.05)
    job.succeeded.connect(listener.take)
    qtbot.waitUntil(lambda: listener.got == [3])


def test_slow_work_does_not_hold_up_the_window(background: Background, qtbot: QtBot) -> None:
    gaps: list[int] = []
    clock = QElapsedTimer()
    clock.start()
    timer = QTimer()
    timer.setInterval(5)
    timer.timeout.connect(lambda: gaps.append(clock.restart()))
    timer.start()
    jobs = [background.query(partial(slow, 0.3)), background.network(partial(slow, 0.3))]
    with qtbot.waitSignals([job.finished for job in jobs], timeout=3_000):
        clock.restart()
    assert len(gaps) > 20
    assert max(gaps) < 150


def test_an_error_arrives_as_the_exception_it_is(background: Background, qtbot: QtBot) -> None:
    listener = Listener()
    job = background.mutation(fail)
    job.failed.connect(listener.take)
    qtbot.waitUntil(lambda: bool(listener.got))
    assert isinstance(listener.got[0], DiskFullError)


def test_an_error_nobody_listens_to_is_not_swallowed(background: Background, qtbot: QtBot) -> None:
    with qtbot.waitSignal(background.unhandled) as told:
        background.query(fail)
    assert isinstance(told.args[0], DiskFullError)


def test_queries_and_mutations_keep_their_order_on_one_thread(background: Background, qtbot: QtBot) -> None:
    done: list[tuple[str, int]] = []

    def note(name: str) -> None:
        done.append((name, threading.get_ident()))

    for name in "abc":
        background.mutation(partial(note, name))
    with qtbot.waitSignal(background.query(partial(note, "read")).finished):
        pass
    assert [name for name, _ in done] == ["a", "b", "c", "read"]
    assert len({thread for _, thread in done}) == 1


def test_network_work_runs_beside_the_database(background: Background, qtbot: QtBot) -> None:
    started = threading.Event()
    job = background.network(partial(started.wait, 2))
    with qtbot.waitSignal(job.finished, timeout=2_000):
        background.query(started.set)


def test_what_a_mutation_changed_is_told_to_everybody(background: Background, qtbot: QtBot) -> None:
    with qtbot.waitSignal(background.changed) as told:
        background.mutation(partial(slow, 0, {"case": 7}))
    assert told.args == [{"case": 7}]


def test_network_work_reaches_the_database_through_its_thread(background: Background, qtbot: QtBot) -> None:
    def fetch() -> object:
        return background.on_database(threading.current_thread).name

    with qtbot.waitSignal(background.network(fetch).succeeded) as told:
        pass
    assert told.args == ["erap-database"]


def test_the_gui_thread_may_not_wait_for_the_database(background: Background) -> None:
    with pytest.raises(RuntimeError, match="GUI thread"):
        background.on_database(partial(int, 1))


def test_progress_arrives_and_cancelled_work_says_nothing_more(background: Background, qtbot: QtBot) -> None:
    listener = Listener()

    def sync() -> str:
        number = 0
        while not stop_wanted():
            number += 1
            report(number)
            time.sleep(0.005)
        return "stopped"

    job = background.network(sync)
    job.progressed.connect(listener.take)
    job.succeeded.connect(listener.take)
    qtbot.waitUntil(lambda: len(listener.got) > 2)
    with qtbot.waitSignal(job.finished):
        job.cancel()
    assert "stopped" not in listener.got


def test_a_receiver_that_died_meanwhile_does_no_harm(background: Background, qtbot: QtBot) -> None:
    class Screen(QLabel):
        @Slot(object)
        def show_rows(self, rows: object) -> None:
            self.setText(str(rows))

    screen = Screen()
    job = background.query(partial(slow, 0.05, "rows"))
    job.succeeded.connect(screen.show_rows)
    with qtbot.waitSignal(job.finished):
        screen.deleteLater()


def test_closing_completes_mutations_and_drops_queries(qtbot: QtBot) -> None:
    background = Background()
    done: list[str] = []
    listener = Listener()
    background.query(partial(slow, 0.05))
    background.mutation(partial(done.append, "saved"))
    dropped = background.query(partial(done.append, "read"))
    dropped.failed.connect(listener.take)
    assert background.close()
    assert done == ["saved"]
    assert isinstance(listener.got[0], ClosedError)
    assert not background.busy


def test_closing_stops_network_work_that_listens(qtbot: QtBot) -> None:
    background = Background()
    begun = threading.Event()

    def sync() -> None:
        begun.set()
        while not stop_wanted():
            time.sleep(0.005)

    background.network(sync)
    assert begun.wait(2)
    assert background.close(patience_seconds=2)
    assert [t.name for t in threading.enumerate() if t.name.startswith("erap-")] == []


def test_work_asked_for_after_the_end_is_refused_not_lost_in_silence(qtbot: QtBot) -> None:
    background = Background()
    background.close()
    listener = Listener()
    job: Job = background.mutation(partial(int, 1))
    job.failed.connect(listener.take)
    qtbot.waitUntil(lambda: bool(listener.got))
    assert isinstance(listener.got[0], ClosedError)
    with pytest.raises(ClosedError):
        _from_another_thread(partial(background.on_database, partial(int, 1)))


def _from_another_thread(work: partial[object]) -> None:
    problem: list[Exception] = []

    def run() -> None:
        try:
            work()
        except Exception as error:
            problem.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if problem:
        raise problem[0]


def test_garbage_is_collected_in_the_gui_thread_only(background: Background, qtbot: QtBot) -> None:
    collected_in: list[threading.Thread] = []

    def watch(phase: str, _: dict[str, int]) -> None:
        if phase == "start":
            collected_in.append(threading.current_thread())

    def litter() -> None:
        for _ in range(30_000):
            ring: list[object] = []
            ring.append(ring)

    collector = GuiCollector()
    gc.callbacks.append(watch)
    try:
        with qtbot.waitSignal(background.query(litter).finished, timeout=5_000):
            pass
        assert collected_in == []
        collector.collect()
        assert collected_in == [threading.main_thread()]
    finally:
        gc.callbacks.remove(watch)
        collector.stop()
    assert gc.isenabled()
