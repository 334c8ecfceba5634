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
from ui.widgets.text import Text


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


def test_a_title_is_not_cut_while_details_can_be_and_their_tail_stays_whole(
    qtbot: QtBot, theme: Theme, say: Words
) -> None:
    header = PlaceHeader(theme, say, arrows=True, height=42)
    qtbot.addWidget(header)
    header.set_title("Gesellschaft für Verpackungen und Konservierung")
    header.set_details("Frame contract for peas and beans of the whole season " * 2, tail=", round 1, agreed")
    header.set_flags([(Level.ACT, "offer below BATNA")])
    header.resize(1000, header.height())
    header.show()
    title, details, tail = header.findChildren(Text)
    qtbot.waitUntil(lambda: title.width() == title.sizeHint().width())
    assert tail.width() == tail.sizeHint().width()
    assert 120 <= details.width() < details.sizeHint().width()
    header.set_title(f"{title.text()} mit beschränkter Haftung & Söhne, Zweigniederlassung Nord")
    qtbot.waitUntil(lambda: title.width() < title.sizeHint().width())
    assert 100 < details.width() == details.width_in(120) < 120, "the tail follows what is left of the details at once"
    qtbot.waitUntil(lambda: tail.x() == details.geometry().right() + 1)
    assert tail.width() == tail.sizeHint().width()
