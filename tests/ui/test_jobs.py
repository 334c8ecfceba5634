"""tests: work in the worker's thread, with its outcome in this one."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from core.errors import BadInput, Cancelled, LogrollError
from ui.jobs import Job, Jobs, Progress, Step


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    assert made.stop_all()


def wait(qtbot: QtBot, job: Job) -> None:
    with qtbot.waitSignal(job.ended, timeout=20_000):
        pass


def test_the_result_arrives_in_the_windows_thread(jobs: Jobs, qtbot: QtBot) -> None:
    threads: list[int] = []
    got: list[str] = []

    def work(progress: Progress) -> str:
        threads.append(threading.get_ident())
        return "done"

    def then(result: str) -> None:
        threads.append(threading.get_ident())
        got.append(result)

    wait(qtbot, jobs.start("Working", work, then, lambda error: None))
    assert got == ["done"]
    assert threads[0] != threads[1] == threading.get_ident()
    assert jobs.running == ()


def test_steps_are_told_in_order(jobs: Jobs, qtbot: QtBot) -> None:
    steps: list[Step] = []

    def work(progress: Progress) -> None:
        for done in range(1, 4):
            progress.step(done, 3, f"page {done}")

    job = jobs.start("Working", work, lambda _result: None, lambda error: None)
    job.progressed.connect(steps.append)
    wait(qtbot, job)
    assert steps == [Step(1, 3, "page 1"), Step(2, 3, "page 2"), Step(3, 3, "page 3")]


def test_known_trouble_arrives_as_an_error(jobs: Jobs, qtbot: QtBot) -> None:
    errors: list[LogrollError] = []

    def work(progress: Progress) -> None:
        raise BadInput("name.missing")

    wait(qtbot, jobs.start("Working", work, lambda _result: pytest.fail("no result"), errors.append))
    assert [error.message.code for error in errors] == ["name.missing"]


def test_a_stop_ends_the_work_at_its_next_step(jobs: Jobs, qtbot: QtBot) -> None:
    errors: list[LogrollError] = []
    begun, stopped = threading.Event(), threading.Event()

    def work(progress: Progress) -> None:
        begun.set()
        stopped.wait(20)
        progress.step(1, 2)
        pytest.fail("went on")

    job = jobs.start("Working", work, lambda _result: pytest.fail("no result"), errors.append)
    qtbot.waitUntil(begun.is_set, timeout=20_000)
    job.stop()
    stopped.set()
    wait(qtbot, job)
    assert isinstance(errors[0], Cancelled)


def test_a_bug_in_the_work_is_raised_where_it_can_be_told(jobs: Jobs, qtbot: QtBot) -> None:
    def work(progress: Progress) -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as bugs:
        wait(qtbot, jobs.start("Working", work, lambda _result: None, lambda error: None))
    assert [kind for kind, _, _ in bugs] == [ZeroDivisionError]
    assert jobs.running == ()


def test_only_a_job_that_writes_locks_the_editing(jobs: Jobs, qtbot: QtBot) -> None:
    locks: list[bool] = []
    jobs.lock_changed.connect(locks.append)
    wait(qtbot, jobs.start("Reading", lambda progress: None, lambda _result: None, lambda error: None))
    assert locks == []
    job = jobs.start("Writing", lambda progress: None, lambda _result: None, lambda error: None, writes=True)
    assert jobs.is_locked
    wait(qtbot, job)
    assert locks == [True, False]
    assert not jobs.is_locked


def test_jobs_wait_for_each_other(jobs: Jobs, qtbot: QtBot) -> None:
    order: list[int] = []
    for number in range(3):

        def work(_progress: Progress, number: int = number) -> None:
            order.append(number)

        last = jobs.start("Working", work, lambda _result: None, lambda _error: None)
    wait(qtbot, last)
    assert order == [0, 1, 2]
