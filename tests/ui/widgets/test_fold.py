"""tests: ui/widgets/fold.py - a section opened and closed by keys and mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.words import Words
from ui.theme import Scheme, Theme
from ui.widgets.button import Button
from ui.widgets.flag import Level
from ui.widgets.fold import Fold
from ui.widgets.text import Text

Key = Qt.Key


@pytest.fixture
def fold(qtbot: QtBot, theme: Theme, say: Words, activate: Callable[[QWidget], None]) -> Fold:
    made = Fold(theme, say, "Questions & tests")
    qtbot.addWidget(made)
    made.column.addWidget(Text(theme, "inside"))
    made.resize(500, 200)
    activate(made)
    made.head.setFocus()
    return made


def test_it_starts_closed_and_opens_by_space_enter_and_click(fold: Fold, qtbot: QtBot) -> None:
    told: list[bool] = []
    fold.opened.connect(told.append)
    assert (fold.is_open, fold.body.isVisible()) == (False, False)
    QTest.keyClick(fold.head, Key.Key_Space)
    assert (fold.is_open, fold.body.isVisible()) == (True, True)
    QTest.keyClick(fold.head, Key.Key_Return)
    QTest.mouseClick(fold.head, Qt.MouseButton.LeftButton)
    assert told == [True, False, True]


def test_right_opens_left_closes_and_up_and_down_go_to_other_heads(fold: Fold) -> None:
    walked: list[int] = []
    fold.walk_wanted.connect(walked.append)
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Down, Key.Key_Up):
        QTest.keyClick(fold.head, key)
    assert (fold.is_open, walked) == (True, [1, -1])
    QTest.keyClick(fold.head, Key.Key_Left)
    assert not fold.is_open


def test_controls_are_shown_while_it_is_open(fold: Fold, theme: Theme) -> None:
    button = Button(theme, "Fill", parent=fold)
    fold.add_control(button)
    assert not button.isVisible()
    fold.set_open(True)
    assert button.isVisible()


def test_a_screen_reader_is_told_what_is_in_it_and_whether_it_is_open(fold: Fold) -> None:
    fold.set_detail("3 questions, 1 answered", Level.CHECK)
    assert fold.head.accessibleName() == "Questions & tests, folded"
    assert fold.head.accessibleDescription() == "check: 3 questions, 1 answered"
    fold.set_open(True)
    assert fold.head.accessibleName() == "Questions & tests, open"


def test_a_flag_is_painted_at_the_right_end_and_follows_the_scheme(fold: Fold, theme: Theme) -> None:
    def inks() -> set[str]:
        image = fold.head.grab().toImage()
        return {image.pixelColor(x, y).name() for x in range(430, 500) for y in range(image.height())}

    assert theme.color("danger").name() not in inks()
    fold.set_detail("2 steps", Level.ACT)
    assert theme.color("danger").name() in inks()
    theme.set_scheme(Scheme.DARK)
    assert theme.color("danger").name() in inks()
