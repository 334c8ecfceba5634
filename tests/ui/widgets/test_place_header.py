"""tests: ui/widgets/place_header.py."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.words import Words
from ui.theme import Theme
from ui.widgets.button import Button, IconButton
from ui.widgets.flag import Flag, Level
from ui.widgets.place_header import PlaceHeader
from ui.widgets.tab_strip import TabStrip


def test_flags_come_change_and_go(qtbot: QtBot, theme: Theme, say: Words) -> None:
    header = PlaceHeader(theme, say)
    qtbot.addWidget(header)
    header.set_title("Conservas Ribera")
    header.set_details("Round 2")
    header.set_flags([(Level.ACT, "below BATNA"), (Level.CHECK, "old")])
    first = header.findChildren(Flag)[0]
    header.set_flags([(Level.CHECK, "guess")])
    assert first.text() == "check guess"
    assert [flag.text() for flag in header.findChildren(Flag) if not flag.isHidden()] == ["check guess"]


def test_arrows_ask_for_the_way_back(qtbot: QtBot, theme: Theme, say: Words) -> None:
    header = PlaceHeader(theme, say, arrows=True)
    qtbot.addWidget(header)
    header.show()
    header.set_history(back=True, forward=False)
    back, forward = header.findChildren(IconButton)
    assert (back.accessibleName(), forward.isEnabled()) == ("Back", False)
    with qtbot.waitSignal(header.back_requested, timeout=1000):
        QTest.mouseClick(back, Qt.MouseButton.LeftButton)


def test_heights_are_those_of_the_looks(qtbot: QtBot, theme: Theme, say: Words) -> None:
    place, negotiation = PlaceHeader(theme, say), PlaceHeader(theme, say, height=42)
    negotiation.set_tabs(TabStrip(theme, "Views", (("a", "Prepare"),)))
    negotiation.add_action(Button(theme, "Start meeting"))
    two = PlaceHeader(theme, say, two_lines=True)
    for header in (place, negotiation, two):
        qtbot.addWidget(header)
    assert (place.height(), negotiation.height(), two.height()) == (48, 78, 62)
