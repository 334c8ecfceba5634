"""tests: the frame of the window - what is made only when it is needed stands where it belongs and works."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.words import Words
from tests.ui.desk import Driver
from ui.jobs import Jobs, Progress
from ui.main_window import MainWindow
from ui.style import dress
from ui.theme import Scheme, Theme
from ui.widgets.button import Button
from ui.widgets.rows import Row
from ui.widgets.undo_bar import UndoBar


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    assert made.stop_all()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, jobs: Jobs) -> Iterator[MainWindow]:
    theme = Theme(Scheme.LIGHT)
    dress(qapp, theme)
    made = MainWindow(theme, Words(), jobs)
    made.resize(1280, 800)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()
    made.deleteLater()
    qapp.setStyle("Fusion")


def test_a_notice_lies_over_the_place(window: MainWindow, qtbot: QtBot) -> None:
    window.notices.show_notice("The file is in use.")
    qtbot.waitUntil(lambda: window.screens.y() > 0)
    assert window.notices.isVisible()
    assert window.notices.geometry().bottom() + 1 == window.screens.y()
    window.notices.dismiss()
    qtbot.waitUntil(lambda: window.screens.y() == 0)


def test_a_job_that_takes_a_while_tells_how_far_it_is_and_can_be_stopped(
    window: MainWindow, jobs: Jobs, qtbot: QtBot
) -> None:
    stopped = threading.Event()

    def work(progress: Progress) -> None:
        progress.step(1, 4, "page 1 of 4")
        while not progress.stopped:
            stopped.wait(0.01)

    jobs.start("Prep report", work, lambda _result: None, lambda _error: None)
    qtbot.waitUntil(lambda: window.progress is not None and window.progress.isVisible())
    strip = window.progress
    assert strip is not None
    assert strip.mapTo(window, QPoint(0, strip.height())).y() == window.status.mapTo(window, QPoint(0, 0)).y()
    assert "page 1 of 4" in strip.line._words.text()
    QTest.mouseClick(strip.findChildren(Button)[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not jobs.running and not strip.isVisible())


def test_a_job_that_is_over_at_once_does_not_flash(window: MainWindow, jobs: Jobs, qtbot: QtBot) -> None:
    done: list[int] = []
    jobs.start("Reading", lambda _progress: 1, done.append, lambda _error: None)
    qtbot.waitUntil(lambda: bool(done) and not jobs.running)
    assert not window._long.isActive()
    assert window.progress is None


def test_a_job_that_waited_for_another_tells_how_far_it_is_too(window: MainWindow, jobs: Jobs, qtbot: QtBot) -> None:
    may_end = [threading.Event(), threading.Event()]

    def work(number: int, progress: Progress) -> None:
        progress.step(number, 4, f"page {number} of 4")
        may_end[number].wait(20)

    for number, name in enumerate(("First", "Second")):
        jobs.start(name, partial(work, number), lambda _done: None, lambda _error: None)
    qtbot.waitUntil(lambda: window.progress is not None and window.progress.isVisible())
    strip = window.progress
    assert strip is not None
    assert strip.line._words.text() == "page 0 of 4"
    may_end[0].set()
    qtbot.waitUntil(lambda: strip.isVisible() and strip.line._words.text() == "page 1 of 4")
    may_end[1].set()
    qtbot.waitUntil(lambda: not jobs.running)
    assert not strip.isVisible()


def test_undo_in_the_bar_takes_back_what_it_names(cases: Driver) -> None:
    names = [row.name for row in cases.logbook.suppliers.rows()]
    changes = cases.logbook.suppliers.add(name="Ribera")
    cases.session.take(changes)
    cases.window.undo_bar.say_done("Supplier Ribera added")
    (bar,) = cases.window.findChildren(UndoBar)
    QTest.mouseClick(bar.findChildren(Button)[0], Qt.MouseButton.LeftButton)
    assert [row.name for row in cases.logbook.suppliers.rows()] == names
    assert not bar.isVisible()


def test_a_first_window_leaves_room_for_the_frame_of_the_system(window: MainWindow, qapp: QApplication) -> None:
    window.restore_geometry_text("")
    assert window.height() < qapp.primaryScreen().availableSize().height()
    assert window.width() <= qapp.primaryScreen().availableSize().width()


def test_without_a_logbook_no_place_can_be_chosen_and_none_is_marked(cases: Driver) -> None:
    rail = cases.window.rail
    row = next(each for each in rail.findChildren(Row) if each.key == "suppliers")
    file = cases.logbook.path
    cases.run("close_logbook")
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert rail.current == ""
    assert not row.isEnabled()
    assert rail.menu_row().isEnabled()
    assert cases.program.desk is not None
    cases.program.desk.files.open(file)
    cases.wait(lambda: rail.current != "")
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert cases.place.name == "suppliers"
