"""tests: ui/widgets/empty_place.py."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.button import Button, ButtonKind
from ui.widgets.empty_place import EmptyPlace, Way
from ui.widgets.key_cap import KeyHint
from ui.widgets.text import Text


def test_it_says_what_belongs_here_and_offers_the_ways(qtbot: QtBot, theme: Theme) -> None:
    first = Button(theme, "New negotiation", ButtonKind.PRIMARY, key="N", large=True)
    choose = Button(theme, "Choose file")
    ways = (Way("file-down", "Import", "CSV", choose), Way("table-2", "Paste", "from a sheet", "Ctrl+V"))
    place = EmptyPlace(theme, "handshake", "No negotiations yet", "One entry per matter.", first, ways)
    qtbot.addWidget(place)
    place.resize(900, 600)
    place.show()
    words = [label.text() for label in place.findChildren(Text)]
    assert words[:2] == ["No negotiations yet", "One entry per matter."]
    assert [hint.text() for hint in place.findChildren(KeyHint)] == ["Ctrl+V"]
    for button in (first, choose):
        with qtbot.waitSignal(button.clicked, timeout=1000):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
