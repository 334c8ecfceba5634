"""ui: work that takes longer than a frame - in a worker thread, with progress, stop, and its outcome told here."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from core.errors import Cancelled, LogrollError

_T = TypeVar("_T")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Step:
    """How far a job has come: `done` of `total` (0: nobody knows), with what it is doing now, in words."""

    done: int
    total: int
    text: str = ""


class Progress:
    """What the work is given to tell how far it is and to learn that it should stop; safe in its thread."""

    def __init__(self, tell: Callable[[Step], None]) -> None:
        """Take the function that carries a step to the window's thread."""
        self._tell = tell
        self._stopped = threading.Event()

    @property
    def stopped(self) -> bool:
        """Tell whether the user asked to stop."""
        return self._stopped.is_set()

    def stop(self) -> None:
        """Ask the work to stop at its next step."""
        self._stopped.set()

    def check(self) -> None:
        """Raise Cancelled when the user asked to stop."""
        if self._stopped.is_set():
            raise Cancelled

    def step(self, done: int, total: int, text: str = "") -> None:
        """Tell how far the work is; raises Cancelled when the user asked to stop."""
        self.check()
        self._tell(Step(done, total, text))


class Job(QObject):
    """One piece of work under way, as the window sees it; every signal is sent in the window's thread."""

    progressed = Signal(object)  # Step
    ended = Signal()  # whatever came of it, after `then` or `failed`

    _stepped = Signal(object)
    _finished = Signal(object, object)

    def __init__(
        self,
        name: str,
        then: Callable[[Any], None],
        failed: Callable[[LogrollError], None],
        *,
        writes: bool,
        parent: QObject | None = None,
    ) -> None:
        """Take the name shown to the user and what to do with the outcome."""
        super().__init__(parent)
        self.name = name
        self.writes = writes
        self.step = Step(0, 0)
        self._then = then
        self._failed = failed
        self.progress = Progress(self._stepped.emit)
        self._stepped.connect(self._on_stepped, Qt.ConnectionType.QueuedConnection)
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def stop(self) -> None:
        """Ask the work to stop; `ended` follows once it did."""
        self.progress.stop()

    def finish(self, result: object, error: BaseException | None) -> None:
        """Hand over the outcome; called in the worker's thread."""
        self._finished.emit(result, error)

    @Slot(object)
    def _on_stepped(self, step: Step) -> None:
        self.step = step
        self.progressed.emit(step)

    @Slot(object, object)
    def _on_finished(self, result: object, error: BaseException | None) -> None:
        try:
            if error is None:
                self._then(result)
            elif isinstance(error, LogrollError):
                self._failed(error)
            else:
                raise error
        finally:
            self.ended.emit()


class _Work(QRunnable):
    def __init__(self, job: Job, work: Callable[[Progress], object]) -> None:
        super().__init__()
        self._job = job
        self._work = work

    def run(self) -> None:
        result: object = None
        error: BaseException | None = None
        try:
            result = self._work(self._job.progress)
        except LogrollError as known:
            error = known
        except BaseException as bug:  # noqa: BLE001 - it is raised again where it can be told, in the window's thread
            error = bug
        self._job.finish(result, error)


class Jobs(QObject):
    """Run jobs one after another and say when one that writes has the logbook to itself."""

    started = Signal(object)  # Job
    ended = Signal(object)  # Job
    lock_changed = Signal(bool)  # True: a writing job is under way, the editing verbs wait

    def __init__(self, parent: QObject | None = None) -> None:
        """Make the pool of one worker; jobs wait for each other."""
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._running: list[Job] = []

    @property
    def running(self) -> tuple[Job, ...]:
        """Return the jobs that are under way or wait, first started first."""
        return tuple(self._running)

    @property
    def is_locked(self) -> bool:
        """Tell whether a writing job is under way, so that nothing may be edited."""
        return any(job.writes for job in self._running)

    def start(
        self,
        name: str,
        work: Callable[[Progress], _T],
        then: Callable[[_T], None],
        failed: Callable[[LogrollError], None],
        *,
        writes: bool = False,
    ) -> Job:
        """Run `work` in the worker's thread, then `then(result)` or `failed(error)` in this one.

        `name` is shown beside the progress. A job that `writes` locks the editing verbs until it has ended. A stop
        arrives as the error Cancelled. An exception that is no LogrollError is a bug and is raised in this thread.
        """
        job = Job(name, cast("Callable[[Any], None]", then), failed, writes=writes, parent=self)
        was_locked = self.is_locked
        self._running.append(job)
        job.ended.connect(self._on_ended)
        self.started.emit(job)
        if self.is_locked != was_locked:
            self.lock_changed.emit(True)
        self._pool.start(_Work(job, work))
        return job

    def stop_all(self, wait_ms: int = 5_000) -> bool:
        """Ask every job to stop and wait for the worker; tell whether it came to rest. For the end of the program."""
        for job in self._running:
            job.stop()
        return self._pool.waitForDone(wait_ms)

    @Slot()
    def _on_ended(self) -> None:
        job = self.sender()
        if not isinstance(job, Job) or job not in self._running:
            return
        was_locked = self.is_locked
        self._running.remove(job)
        _log.info("job ended: %s", job.name)
        self.ended.emit(job)
        if was_locked and not self.is_locked:
            self.lock_changed.emit(False)
        job.deleteLater()
