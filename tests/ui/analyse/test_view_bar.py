"""tests: ui/analyse/view_bar.py - the arrow keys move the choice, a click chooses, each word has its name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from ui.analyse.view_bar import ViewBar
from ui.theme import Scheme, Theme


def test_keys_and_clicks_choose(qtbot: QtBot, qapp: QApplication) -> None:
    bar = ViewBar(Theme(Scheme.LIGHT), "Views", [("a", "Range", "Ctrl+PgDown"), ("b", "Q & A", "Ctrl+PgDown")])
    qtbot.addWidget(bar)
    bar.show()
    told: list[str] = []
    bar.chosen.connect(told.append)
    QTest.keyClick(bar, Qt.Key.Key_Right)
    QTest.keyClick(bar, Qt.Key.Key_Right)
    assert (bar.current, told) == ("b", ["b"])
    first, second = bar.findChildren(QAbstractButton)
    assert (first.accessibleName(), second.accessibleName()) == ("Range", "Q & A")
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert (bar.current, told) == ("a", ["b", "a"])
    bar.set_current("b")
    assert told == ["b", "a"], "set without telling"
    assert second.isChecked()
