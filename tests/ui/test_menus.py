"""tests: ui/menus.py."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from ui.menus import Entry, pop_up


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def shown(place: QWidget, entries: list[Entry]) -> QMenu:
    return pop_up(place, entries, place.mapToGlobal(QPoint(0, 0)))


def press_enter(menu: QMenu) -> None:
    # the menu is gone before the key comes up again
    pressed = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(menu, pressed)


def test_enter_takes_the_first_entry_at_once(place: QWidget) -> None:
    done: list[str] = []
    menu = shown(place, [("Change", "F2", lambda: done.append("change")), ("Delete", "Del", lambda: done.append("no"))])
    press_enter(menu)
    assert done == ["change"]


def test_what_cannot_be_done_now_is_grey_and_passed_over(place: QWidget) -> None:
    done: list[str] = []
    menu = shown(place, [("Change", "", None), ("Delete & forget", "", lambda: done.append("delete"))])
    assert [action.isEnabled() for action in menu.actions()] == [False, True]
    assert menu.actions()[1].text() == "Delete && forget"
    press_enter(menu)
    assert done == ["delete"]


def test_a_menu_in_which_nothing_can_be_done_has_nothing_ready(place: QWidget) -> None:
    menu = shown(place, [("Change", "", None)])
    assert menu.activeAction() is None
