"""tests: a program with its window on a copy of an empty or the sample logbook; time stands still, prompts answer."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.logbook import Logbook
from tests.ui.answers import Answers
from tests.ui.desk import Driver
from ui.app import Program
from ui.crash_file import CrashFile
from ui.settings_store import SettingsStore

NOW = datetime(2026, 11, 24, 9, 18, tzinfo=timezone(timedelta(hours=1)))
Start = Callable[[Path | None], Driver]


def standing_clock() -> datetime:
    """Tell the one moment of all these tests."""
    return NOW


@pytest.fixture(scope="session")
def _blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("blank") / "blank.logroll"
    Logbook.create(path, clock=standing_clock).close()
    return path


@pytest.fixture(scope="session")
def _sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "cases.logroll"
    Logbook.create_sample(path, clock=standing_clock).close()
    return path


@pytest.fixture
def blank_path(tmp_path: Path, _blank: Path) -> Path:
    """Give an empty logbook of the test's own."""
    return Path(shutil.copy(_blank, tmp_path / "norvik.logroll"))


@pytest.fixture
def sample_path(tmp_path: Path, _sample: Path) -> Path:
    """Give a logbook of the test's own with the article's four cases."""
    return Path(shutil.copy(_sample, tmp_path / "cases.logroll"))


@pytest.fixture
def blank_logbook(blank_path: Path) -> Iterator[Logbook]:
    """Give an empty logbook, open, for what needs no window."""
    with Logbook.open(blank_path, clock=standing_clock) as logbook:
        yield logbook


@pytest.fixture
def launch(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[Path | None], Driver]]:
    """Give what starts the program, with a file or as a user without one starts it; nothing is waited for."""
    started: list[Driver] = []

    def start(file: Path | None) -> Driver:
        answers = Answers()
        program = Program(
            qapp, SettingsStore(), CrashFile(tmp_path / "log"), standing_clock, lambda _theme, _say, _window: answers
        )
        driver = Driver(program, answers, qtbot)
        started.append(driver)
        with qtbot.waitActive(program.window):
            program.show(file)
            program.window.activateWindow()
        program.window.resize(1440, 900)
        return driver

    yield start
    for driver in started:
        driver.program.window.close()
        driver.program.end()
        driver.program.crashes.close()
        driver.program.window.deleteLater()
        driver.program.deleteLater()
    qapp.setStyle("Fusion")


@pytest.fixture
def start(launch: Callable[[Path | None], Driver]) -> Start:
    """Give what starts the program and waits until a logbook is open."""

    def begin(file: Path | None) -> Driver:
        driver = launch(file)
        driver.wait(lambda: driver.program.desk is not None and driver.program.desk.session is not None)
        driver.wait_for_jobs()
        return driver

    return begin


@pytest.fixture
def empty(start: Start, blank_path: Path) -> Driver:
    """Give the program on an empty logbook."""
    return start(blank_path)


@pytest.fixture
def cases(start: Start, sample_path: Path) -> Driver:
    """Give the program on the article's four cases."""
    return start(sample_path)
