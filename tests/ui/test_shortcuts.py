"""tests: the table of commands and keys."""

from __future__ import annotations

from collections import Counter

from PySide6.QtGui import QKeySequence

from core.words import Words
from tests.ui.desk import Driver
from ui.icons import icon_pixmap
from ui.key_sheet import KeySheet, rows_of_group
from ui.shortcuts import SCREEN_KEYS, SHORTCUTS, Group


def test_no_two_commands_share_a_key_or_a_name() -> None:
    for counted in (
        Counter(keys for shortcut in SHORTCUTS for keys in shortcut.keys),
        Counter(shortcut.key for shortcut in SHORTCUTS),
        Counter(shortcut.text for shortcut in SHORTCUTS),
    ):
        assert [each for each, times in counted.items() if times > 1] == []


def test_every_key_is_one_that_qt_knows(qapp: object) -> None:
    for keys in [*(keys for shortcut in SHORTCUTS for keys in shortcut.keys), *(keys for _, keys, _ in SCREEN_KEYS)]:
        assert QKeySequence(keys).toString(), keys


def test_the_key_sheet_names_every_command_that_has_a_key() -> None:
    say = Words()
    told = {words for group in Group for _, words in rows_of_group(say, group)}
    assert {shortcut.text for shortcut in SHORTCUTS if shortcut.keys} <= told


def test_f1_shows_the_sheet_and_escape_takes_it_away(cases: Driver) -> None:
    cases.run("keys")
    sheet = cases.panel(KeySheet)
    assert {"Undo", "Quick note", "Go to a place or run a command"} <= cases.texts(sheet)
    sheet.turn_away()
    assert not cases.has_panel


def test_every_command_has_something_to_do_and_every_icon_is_there(cases: Driver) -> None:
    for shortcut in SHORTCUTS:
        action = cases.window.commands.action(shortcut.key)
        assert action.receivers("2triggered(bool)") > 0, shortcut.key
        if shortcut.icon:
            assert not icon_pixmap(cases.program.theme, shortcut.icon).isNull()


def test_f10_opens_the_menu_with_every_group(cases: Driver) -> None:
    cases.run("menu")
    assert cases.window.menu.isVisible()
    titles = [action.text() for action in cases.window.menu.actions()]
    assert titles == [group.value for group in Group]
    cases.window.menu.close()
