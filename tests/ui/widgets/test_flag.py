"""tests: ui/widgets/flag.py."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.words import Words
from ui.theme import Theme
from ui.widgets.flag import Dot, Flag, Level, flag_text, level_word


def colors(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("level", Level)
def test_a_flag_always_says_its_word(say: Words, level: Level) -> None:
    assert flag_text(say, level, "past limit") == f"{level_word(say, level)} past limit"
    assert level_word(say, level)


def test_a_screen_reader_hears_word_and_reason_and_hears_the_change(qtbot: QtBot, theme: Theme, say: Words) -> None:
    flag = Flag(theme, say, Level.ACT, "past limit")
    qtbot.addWidget(flag)
    heard = QAccessible.queryAccessibleInterface(flag)
    assert heard.text(QAccessible.Text.Name) == "act past limit"
    flag.set_flag(Level.CHECK, "no BATNA")
    assert heard.text(QAccessible.Text.Name) == "check no BATNA"
    assert flag.level is Level.CHECK


def test_each_level_has_its_colour_but_in_greyscale_none(qtbot: QtBot, theme: Theme, say: Words) -> None:
    for level, role in ((Level.ACT, "danger"), (Level.CHECK, "warn")):
        flag, grey = Flag(theme, say, level, "x"), Flag(theme, say, level, "x", greyscale=True)
        for widget in (flag, grey):
            qtbot.addWidget(widget)
            widget.resize(widget.sizeHint())
        assert theme.color(role).name() in colors(flag)
        assert theme.color(role).name() not in colors(grey)
        assert theme.color("text").name() in colors(grey)


def test_the_chip_of_a_header_is_higher_and_wider_than_the_bare_flag(qtbot: QtBot, theme: Theme, say: Words) -> None:
    bare = Flag(theme, say, Level.ACT, "past limit")
    chip = Flag(theme, say, Level.ACT, "past limit", outlined=True)
    qtbot.addWidget(bare)
    qtbot.addWidget(chip)
    assert chip.sizeHint().height() == 20
    assert chip.sizeHint().width() == bare.sizeHint().width() + 16


def test_the_dot_never_says_act_and_has_no_colour(qtbot: QtBot, theme: Theme, say: Words) -> None:
    dot = Dot(theme, say)
    qtbot.addWidget(dot)
    dot.resize(dot.sizeHint())
    assert dot.text() == "fine"
    empty = colors(dot)
    dot.set_level(Level.ACT)
    assert dot.text() == "check"
    assert theme.color("danger").name() not in colors(dot)
    assert theme.color("text").name() in colors(dot)
    assert theme.color("text").name() not in empty


def test_a_long_reason_goes_on_under_its_beginning_where_it_may_wrap(qtbot: QtBot, theme: Theme, say: Words) -> None:
    reason = "Begin with a topic: authority, style, interest, hope, concern, behaviour, like, dislike, family"
    flag = Flag(theme, say, Level.CHECK, reason, wrap=True)
    qtbot.addWidget(flag)
    line = theme.line_height("meta")
    assert flag.heightForWidth(2000) == line
    assert flag.heightForWidth(260) >= 3 * line
    assert flag.text() == f"check {reason}"
    assert Flag(theme, say, Level.CHECK, reason).heightForWidth(260) == -1


def test_a_reason_that_goes_on_is_shown_to_its_end(qtbot: QtBot, theme: Theme, say: Words) -> None:
    pane, column = QWidget(), QVBoxLayout()
    pane.setLayout(column)
    qtbot.addWidget(pane)
    flag = Flag(theme, say, Level.CHECK, "Begin with a topic, then the sentence. " * 4, wrap=True)
    column.addWidget(flag)
    column.addStretch(1)
    pane.resize(300, 400)
    pane.show()
    assert flag.heightForWidth(flag.width()) > 2 * theme.line_height("meta")
    assert flag.height() == flag.heightForWidth(flag.width())
