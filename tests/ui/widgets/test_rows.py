"""tests: ui/widgets/rows.py."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.words import Words
from ui.theme import Theme
from ui.widgets.steps import Step, StepList


def test_home_and_end_walk_to_the_ends_and_hidden_rows_are_passed_over(
    qtbot: QtBot, theme: Theme, say: Words, activate: Callable[[QWidget], None]
) -> None:
    column = StepList(theme, say, "Steps")
    qtbot.addWidget(column)
    column.set_steps([Step(key, key.upper()) for key in "abcd"])
    column.rows["b"].hide()
    activate(column)
    column.rows["a"].setFocus()
    seen = []
    for press in (Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_Up):
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, press)
        seen += [key for key, row in column.rows.items() if row.hasFocus()]
    assert seen == ["c", "d", "d", "a", "a"]


def test_an_unknown_row_marks_none(qtbot: QtBot, theme: Theme, say: Words) -> None:
    column = StepList(theme, say, "Steps")
    qtbot.addWidget(column)
    column.set_steps([Step("a", "A")])
    column.set_current("a")
    column.set_current("z")
    assert column.current == ""
    column.clear_rows()
    assert column.rows == {}
