"""tests: ui/widgets/rail.py."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from core.words import Words
from ui.theme import Theme
from ui.widgets.rail import NARROW, WIDE, Place, Rail
from ui.widgets.rows import Row

PLACES = (Place("neg", "handshake", "Negotiations"), Place("sup", "building-2", "Suppliers", "Ctrl+3"))
FOOT = (Place("set", "settings", "Settings"),)


@pytest.fixture
def rail(qtbot: QtBot, theme: Theme, say: Words, activate: Callable[[QWidget], None]) -> Rail:
    host = QWidget()
    qtbot.addWidget(host)
    box = QHBoxLayout(host)
    made = Rail(theme, say, PLACES, FOOT)
    box.addWidget(made)
    box.addWidget(QLineEdit())
    made.set_current("neg")
    activate(host)
    made.host = host  # type: ignore[attr-defined]
    return made


def row(rail: Rail, key: str) -> Row:
    return next(each for each in rail.findChildren(Row) if each.key == key)


def test_a_click_tells_the_place_and_marks_it(qtbot: QtBot, rail: Rail) -> None:
    with qtbot.waitSignal(rail.place_chosen, timeout=1000) as told:
        QTest.mouseClick(row(rail, "sup"), Qt.MouseButton.LeftButton)
    assert told.args == ["sup"]
    assert rail.current == "sup"
    QTest.mouseClick(row(rail, "set"), Qt.MouseButton.LeftButton)
    assert rail.current == "set"
    assert [each.key for each in rail.findChildren(Row) if each.isChecked()] == ["set"]


def test_arrows_walk_and_only_enter_goes(qtbot: QtBot, rail: Rail) -> None:
    row(rail, "neg").setFocus()
    with qtbot.assertNotEmitted(rail.place_chosen):
        QTest.keyClick(row(rail, "neg"), Qt.Key.Key_Down)
    assert QApplication.focusWidget() is row(rail, "sup")
    with qtbot.waitSignal(rail.place_chosen, timeout=1000):
        QTest.keyClick(row(rail, "sup"), Qt.Key.Key_Return)


def test_the_places_are_one_stop_of_tab(qtbot: QtBot, rail: Rail) -> None:
    row(rail, "neg").setFocus()
    QTest.keyClick(row(rail, "neg"), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is row(rail, "set")
    QTest.keyClick(row(rail, "set"), Qt.Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_counts_are_heard_and_can_be_taken_away(rail: Rail) -> None:
    rail.set_count("sup", 1104)
    assert row(rail, "sup").accessibleName() == "Suppliers 1,104"
    rail.set_count("sup", None)
    assert row(rail, "sup").accessibleName() == "Suppliers"
    rail.set_count("nowhere", 3)


def test_narrow_shows_icons_and_keeps_the_words_for_tooltip_and_screen_reader(rail: Rail) -> None:
    assert rail.width() == WIDE
    rail.set_narrow(True)
    assert rail.width() == NARROW
    assert row(rail, "sup").toolTip() == "Suppliers (Ctrl+3)"
    assert row(rail, "sup").accessibleName() == "Suppliers"
    assert not rail.grab().isNull()


def test_the_menu_is_asked_for_and_is_no_place(qtbot: QtBot, rail: Rail) -> None:
    with (
        qtbot.waitSignal(rail.menu_requested, timeout=1000),
        qtbot.assertNotEmitted(rail.place_chosen),
    ):
        QTest.mouseClick(rail.menu_row(), Qt.MouseButton.LeftButton)
    assert rail.current == "neg"
