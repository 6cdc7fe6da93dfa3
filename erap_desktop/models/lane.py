"""One thread that does one thing after another, and says what came of it."""

import queue
import threading
from collections.abc import Callable

_here = threading.local()


class ClosedError(Exception):
    """The program is ending: the work was not begun and changed nothing."""


class Task:
    """One piece of work. ``must_run`` work is done even when the lane closes before it began."""

    def __init__(self, work: Callable[[], object], must_run: bool) -> None:
        self.work = work
        self.must_run = must_run
        self._stop = threading.Event()

    @property
    def stopped(self) -> bool:
        """Whether it was asked to stop."""
        return self._stop.is_set()

    def stop(self) -> None:
        """Ask it to stop: dropped if it has not begun (and need not run), else up to the work itself."""
        self._stop.set()


Put = Callable[[Task, str, object], None]


def report(progress: object) -> None:
    """Inside background work: say how far it is; arrives as the job's ``progressed``. Elsewhere: nothing."""
    lane = getattr(_here, "lane", None)
    if isinstance(lane, Lane):
        lane.report(progress)


def stop_wanted() -> bool:
    """Inside background work: whether it should end early. Elsewhere: False."""
    task = getattr(_here, "task", None)
    return isinstance(task, Task) and task.stopped


class Lane:
    """A thread and the queue of tasks before it; ``put(task, what, value)`` is called from that thread.

    ``what`` is "succeeded", "failed" or "progressed".
    """

    def __init__(self, name: str, put: Put) -> None:
        self._put = put
        self._tasks: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._closing = False
        self._current: Task | None = None
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def submit(self, task: Task) -> bool:
        """Put a task at the end of the queue; False once the lane is closing."""
        with self._lock:
            if self._closing:
                return False
            self._tasks.put(task)
            return True

    def report(self, progress: object) -> None:
        """Pass on the progress of the task that runs now."""
        if self._current is not None:
            self._put(self._current, "progressed", progress)

    def close(self, patience_seconds: float | None) -> bool:
        """Take nothing more, stop what need not run, join the thread; False if that took too long."""
        with self._lock:
            if not self._closing:
                self._closing = True
                self._tasks.put(None)
        current = self._current
        if current is not None and not current.must_run:
            current.stop()
        self._thread.join(patience_seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        _here.lane = self
        while (task := self._tasks.get()) is not None:
            self._current = _here.task = task
            self._do(task)
            self._current = _here.task = None

    def _do(self, task: Task) -> None:
        if not task.must_run and (self._closing or task.stopped):
            self._put(task, "failed", ClosedError())
            return
        try:
            value = task.work()
        except Exception as error:  # delivered to whoever asked, in the GUI thread
            self._put(task, "failed", error)
        else:
            self._put(task, "succeeded", value)
