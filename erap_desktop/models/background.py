"""The two ways off the GUI thread: the database's thread (queries and mutations) and the network's thread.

    job = background.query(partial(service.cases, view))
    job.succeeded.connect(self._show_rows)      # @Slot(object) of a QObject, runs in the GUI thread
    job.failed.connect(self._show_problem)      # gets the exception itself

A *query* reads. A *mutation* writes and returns what changed, which is also sent to every screen by
``Background.changed``. Both run one after the other on one thread, because the database connection belongs
to it. *network* work runs on a thread of its own, and reaches the database only through
:meth:`Background.on_database`.

Results and errors are delivered by the event loop of the GUI thread, never before the call that asked for
them has returned, so connecting afterwards loses nothing. Receivers must be slots of QObjects: those may
die first. Work reports progress with :func:`report` and asks :func:`stop_wanted` whether it should end
early.
"""

import logging
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from erap_desktop.models.lane import ClosedError, Lane, Task, report, stop_wanted

__all__ = ["Background", "ClosedError", "Job", "report", "stop_wanted"]

T = TypeVar("T")

_log = logging.getLogger(__name__)


class Job(QObject):
    """One piece of work under way. Lives until it was delivered; kept by :class:`Background`."""

    succeeded = Signal(object)
    failed = Signal(object)
    progressed = Signal(object)
    finished = Signal()

    def __init__(self, task: Task, mutates: bool, parent: QObject) -> None:
        super().__init__(parent)
        self.task = task
        self.mutates = mutates

    def cancel(self) -> None:
        """Ask the work to stop and drop its result; a mutation that has begun is still completed."""
        self.task.stop()


class Background(QObject):
    """Runs work elsewhere and brings results back. Make one, in the GUI thread; ``close()`` it at the end."""

    changed = Signal(object)
    unhandled = Signal(object)
    _arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outcomes: deque[tuple[Task, str, object]] = deque()
        self._outcomes_lock = threading.Lock()
        self._jobs: dict[Task, Job] = {}
        self._database = Lane("erap-database", self._put)
        self._network = Lane("erap-network", self._put)
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def query(self, work: Callable[[], object]) -> Job:
        """Read from the database; the job's ``succeeded`` carries what ``work`` returns."""
        return self._start(self._database, work, mutates=False)

    def mutation(self, work: Callable[[], object]) -> Job:
        """Write to the database; what ``work`` returns says what changed and goes to ``changed`` as well.

        A mutation that was accepted is carried out even when the window closes meanwhile.
        """
        return self._start(self._database, work, mutates=True)

    def network(self, work: Callable[[], object]) -> Job:
        """Talk to the office; may take as long as it takes. One at a time."""
        return self._start(self._network, work, mutates=False)

    def on_database(self, work: Callable[[], T]) -> T:
        """From network work: run something on the database's thread and wait for its result.

        Raises what ``work`` raises, and :class:`ClosedError` when the program is ending.
        """
        if threading.current_thread() is threading.main_thread():
            raise RuntimeError("the GUI thread must not wait for the database")
        future: Future[T] = Future()
        if not self._database.submit(Task(partial(_answer, work, future), must_run=True)):
            raise ClosedError
        return future.result()

    @property
    def busy(self) -> bool:
        """Whether anything that was asked for has not been delivered yet."""
        return bool(self._jobs)

    def close(self, patience_seconds: float = 10.0) -> bool:
        """End: stop network work, drop queries not begun, complete mutations, join the threads.

        Returns False if network work did not end within ``patience_seconds``.
        """
        ended = self._network.close(patience_seconds)
        self._database.close(None)
        self._deliver()
        return ended

    def _start(self, lane: Lane, work: Callable[[], object], mutates: bool) -> Job:
        task = Task(work, must_run=mutates)
        job = self._jobs[task] = Job(task, mutates, self)
        if not lane.submit(task):
            self._put(task, "failed", ClosedError())
        return job

    def _put(self, task: Task, what: str, value: object) -> None:
        with self._outcomes_lock:
            self._outcomes.append((task, what, value))
        self._arrived.emit()

    @Slot()
    def _deliver(self) -> None:
        with self._outcomes_lock:
            outcomes = list(self._outcomes)
            self._outcomes.clear()
        for task, what, value in outcomes:
            job = self._jobs.get(task)
            if job is None:
                continue
            if what == "progressed":
                if not task.stopped:
                    job.progressed.emit(value)
                continue
            del self._jobs[task]
            self._finish(job, what, value)

    def _finish(self, job: Job, what: str, value: object) -> None:
        if what == "succeeded":
            if not job.task.stopped:
                job.succeeded.emit(value)
            if job.mutates:
                self.changed.emit(value)
        elif not job.task.stopped:
            self._fail(job, value)
        job.finished.emit()
        job.deleteLater()

    def _fail(self, job: Job, error: object) -> None:
        if job.receivers("2failed(PyObject)") > 0:
            job.failed.emit(error)
        else:
            _log.error("background work failed and nobody asked: %s", type(error).__name__)
            self.unhandled.emit(error)


def _answer(work: Callable[[], T], future: "Future[T]") -> None:
    try:
        future.set_result(work())
    except BaseException as error:  # handed to the thread that waits, which raises it
        future.set_exception(error)
