"""tests: ui/widgets/status_bar.py."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from core.words import Words
from ui.theme import Theme
from ui.widgets.key_cap import KeyHint
from ui.widgets.status_bar import Saved, StatusBar

KEYS = (("Ctrl+K", "Go or command"), ("Ctrl+Shift+N", "Quick note"), ("Ctrl+/", "Keys"))


def test_it_says_saved_file_and_offline(qtbot: QtBot, theme: Theme, say: Words) -> None:
    bar = StatusBar(theme, say)
    qtbot.addWidget(bar)
    bar.set_saved("Saved 09:18")
    bar.set_file("norvik-2026.logroll")
    bar.set_offline("Offline, encrypted", locked=True)
    bar.resize(1200, 26)
    bar.show()
    saved = bar.findChild(Saved)
    assert isinstance(saved, Saved)
    assert saved.text() == "Saved 09:18"
    assert saved.isVisible()
    bar.set_saved("")
    assert not saved.isVisible()
    assert bar.height() == 26


def test_keys_give_way_from_the_left_when_the_room_ends(qtbot: QtBot, theme: Theme, say: Words) -> None:
    bar = StatusBar(theme, say)
    qtbot.addWidget(bar)
    bar.set_keys(KEYS)
    bar.show()
    bar.resize(1200, 26)
    assert [hint.isVisible() for hint in bar.findChildren(KeyHint)] == [True, True, True]
    bar.resize(200, 26)
    assert [hint.isVisible() for hint in bar.findChildren(KeyHint)] == [False, False, True]


def test_other_keys_replace_the_former(qtbot: QtBot, theme: Theme, say: Words) -> None:
    bar = StatusBar(theme, say)
    qtbot.addWidget(bar)
    bar.resize(1200, 26)
    bar.show()
    bar.set_keys(KEYS)
    bar.set_keys([("Return", "Log")])
    assert [hint.text() for hint in bar.findChildren(KeyHint) if hint.isVisible()] == ["Enter Log"]
