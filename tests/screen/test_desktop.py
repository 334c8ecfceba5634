"""tests: the window under a real window manager - it becomes active, and its keys reach it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.words import Words
from ui.jobs import Jobs
from ui.main_window import MainWindow
from ui.theme import Theme

pytestmark = pytest.mark.screen


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> MainWindow:
    assert qapp.platformName() == "xcb"
    window = MainWindow(Theme(), Words("en", "en_GB"), Jobs(qapp))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    return window


def test_the_window_becomes_active_and_paints(window: MainWindow, qtbot: QtBot) -> None:
    assert window.isActiveWindow()
    image = window.grab().toImage()
    assert len({image.pixel(x, image.height() // 2) for x in range(image.width())}) > 1


def test_a_shortcut_reaches_its_command(window: MainWindow, qtbot: QtBot) -> None:
    action = window.commands.action("palette")
    with qtbot.waitSignal(action.triggered):
        qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)


def test_the_menu_opens_by_its_key_and_closes_by_escape(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F10)
    qtbot.waitUntil(window.menu.isVisible)
    qtbot.keyClick(window.menu, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.menu.isVisible())
