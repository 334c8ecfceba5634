"""tests: the cover under a real window manager - from a dialog and a menu, and back to them with the keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from tests.ui.cover.door_keys import cover_key, press
from tests.ui.desk import Driver
from ui.prompts import FileKind
from ui.window_prompts import WindowPrompts

pytestmark = pytest.mark.screen


def dialog(driver: Driver) -> QFileDialog:
    """Open a file dialog and wait until the window manager has given it the keys."""
    prompts = WindowPrompts(driver.program.theme, driver.program.tools.say, driver.window)
    prompts.choose_file("Choose a logbook", [FileKind("Logbook", "logroll")], lambda _path: None)
    made = driver.window.findChild(QFileDialog)
    assert isinstance(made, QFileDialog)
    driver.wait(made.isActiveWindow)
    return made


def page_has_the_keys(driver: Driver) -> bool:
    assert driver.program.desk is not None
    return driver.window.isActiveWindow() and QApplication.focusWidget() is driver.program.desk.guard.cover.page.notes


def test_escape_twice_in_a_dialog_closes_it_and_covers(cases: Driver) -> None:
    assert QGuiApplication.platformName() == "xcb"
    opened = dialog(cases)
    press(Qt.Key.Key_Escape, 10_000)
    assert not opened.isVisible()
    assert not cases.window.is_covered
    cases.wait(cases.window.isActiveWindow)
    press(Qt.Key.Key_Escape, 10_390)
    assert cases.window.is_covered
    cases.wait(lambda: page_has_the_keys(cases))


def test_the_key_covers_a_dialog_and_brings_it_back_with_the_keys(cases: Driver) -> None:
    opened = dialog(cases)
    line = opened.findChildren(QLineEdit)[0]
    QTest.keyClicks(line, "offers")
    cover_key()
    assert not opened.isVisible()
    cases.wait(lambda: page_has_the_keys(cases))
    cases.write("noted")
    cover_key()
    cases.wait(opened.isActiveWindow)
    assert line.text() == "offers"
    assert QApplication.focusWidget() is line
    opened.reject()
    cases.wait(cases.window.isActiveWindow)


def test_the_key_is_heard_while_a_menu_has_the_keyboard(cases: Driver) -> None:
    cases.run("menu")
    cases.wait(cases.window.menu.isVisible)
    cover_key()
    assert cases.window.is_covered
    assert QApplication.activePopupWidget() is None
    cases.wait(lambda: page_has_the_keys(cases))
