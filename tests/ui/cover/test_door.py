"""tests: the keys of the cover are heard at every window, Escape only when it comes twice in time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.cover.door_keys import cover_key, escape_twice, press
from tests.ui.desk import CTRL, SHIFT
from ui.cover.door import TWICE_WITHIN_MS, Door

Key = Qt.Key


class Heard:
    """A window with a field, and what its door has heard."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        self.field = QLineEdit(self.window)
        qtbot.addWidget(self.window)
        command = QAction(self.window)
        command.setShortcut(QKeySequence("Ctrl+L"))
        self.door = Door(command, self.window)
        self.wanted = 0
        self.used = 0
        self.door.wanted.connect(self._on_wanted)
        self.door.used.connect(self._on_used)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.field.setFocus()

    def _on_wanted(self) -> None:
        self.wanted += 1

    def _on_used(self) -> None:
        self.used += 1


@pytest.fixture
def heard(qtbot: QtBot, qapp: QApplication) -> Heard:
    return Heard(qtbot)


def test_escape_twice_is_wanted_once(heard: Heard) -> None:
    escape_twice()
    assert heard.wanted == 1
    press(Key.Key_Escape, 10_300)
    assert heard.wanted == 1, "the third one begins anew"
    press(Key.Key_Escape, 10_500)
    assert heard.wanted == 2


@pytest.mark.parametrize(("apart", "count"), [(1, 1), (TWICE_WITHIN_MS, 1), (TWICE_WITHIN_MS + 1, 0), (5_000, 0)])
def test_twice_means_within_the_time(heard: Heard, apart: int, count: int) -> None:
    escape_twice(apart)
    assert heard.wanted == count


def test_another_key_between_or_one_held_is_not_twice(heard: Heard) -> None:
    press(Key.Key_Escape, 1_000)
    press(Key.Key_A, 1_100, text="a")
    press(Key.Key_Escape, 1_200)
    assert heard.wanted == 0
    press(Key.Key_Escape, 9_000, SHIFT)
    press(Key.Key_Escape, 9_100, SHIFT)
    assert heard.wanted == 0
    assert heard.field.text() == "a"


def test_a_key_that_is_held_down_is_pressed_once(heard: Heard) -> None:
    window = QGuiApplication.focusWindow()
    for at in range(1_000, 1_400, 30):
        event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Escape, Qt.KeyboardModifier.NoModifier, "", at > 1_000)
        event.setTimestamp(at)
        QApplication.sendEvent(window, event)
    assert heard.wanted == 0


def test_the_first_escape_goes_its_way_and_the_second_does_not(heard: Heard) -> None:
    seen: list[int] = []
    heard.field.keyPressEvent = lambda event: seen.append(event.key())  # type: ignore[method-assign]
    escape_twice()
    assert seen == [Key.Key_Escape]


def test_the_commands_keys_are_heard_and_go_nowhere_else(heard: Heard) -> None:
    cover_key()
    assert heard.wanted == 1
    press(Key.Key_L, 1, CTRL | SHIFT)
    press(Key.Key_L, 2, text="l")
    assert heard.wanted == 1
    assert heard.field.text() == "l"


def test_a_dialog_and_a_menu_have_the_same_door(qtbot: QtBot, heard: Heard) -> None:
    dialog = QDialog(heard.window)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    cover_key()
    assert heard.wanted == 1
    press(Key.Key_Escape, 1_000)
    assert not dialog.isVisible(), "the first one closes it, as ever"
    heard.window.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is heard.window.windowHandle())
    press(Key.Key_Escape, 1_300)
    assert heard.wanted == 2
    menu = QMenu(heard.window)
    menu.addAction("One")
    menu.popup(heard.window.pos())
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is menu.windowHandle())
    cover_key()
    assert heard.wanted == 3
    menu.close()


def test_keys_and_the_pointer_are_use(heard: Heard) -> None:
    press(Key.Key_A, 1, text="a")
    after_key = heard.used
    assert after_key > 0
    at = QPointF(5, 5)
    button = Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, at, at, at, button, button, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(QGuiApplication.focusWindow(), event)
    assert heard.used == after_key + 1
    QApplication.sendEvent(QGuiApplication.focusWindow(), QEvent(QEvent.Type.User))
    assert heard.used == after_key + 1
