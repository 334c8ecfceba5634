"""tests: ui/widgets/clear_sides.py - parts stand clear of the sides or reach them, and hidden ones leave no gap."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.clear_sides import ClearSides


def part(height: int = 20) -> QWidget:
    made = QWidget()
    made.setFixedHeight(height)
    return made


def test_parts_are_clear_or_wide(qtbot: QtBot, theme: Theme, activate: Callable[[QWidget], None]) -> None:
    window, clear, wide = QWidget(), part(), part()
    qtbot.addWidget(window)
    column = ClearSides(theme, 20, window)
    column.setContentsMargins(0, 0, 0, 0)
    column.add(clear)
    column.add_wide(wide)
    window.resize(300, 100)
    activate(window)
    assert (clear.x(), clear.width()) == (20, 260)
    assert (wide.x(), wide.width()) == (0, 300)


def test_a_hidden_part_leaves_no_gap(qtbot: QtBot, theme: Theme, activate: Callable[[QWidget], None]) -> None:
    window, parts = QWidget(), [part(), part(), part()]
    qtbot.addWidget(window)
    column = ClearSides(theme, 8, window)
    column.setSpacing(16)
    column.setContentsMargins(0, 0, 0, 0)
    for at, each in enumerate(parts):
        column.add(each, above=10 if at == 0 else 0)
    column.addStretch(1)
    activate(window)
    assert parts[2].y() == 10 + 20 + 16 + 20 + 16
    parts[1].hide()
    qtbot.waitUntil(lambda: parts[2].y() == 10 + 20 + 16)
