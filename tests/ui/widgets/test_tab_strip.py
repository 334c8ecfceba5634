"""tests: ui/widgets/tab_strip.py."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.tab_strip import TabStrip

TABS = (("prepare", "Prepare"), ("meet", "Meet"), ("rd", "R&D"))


def test_nothing_shifts_when_another_tab_is_chosen(qtbot: QtBot, theme: Theme) -> None:
    tabs = TabStrip(theme, "Views", TABS)
    qtbot.addWidget(tabs)
    tabs.show()
    before = [tabs.tabRect(index) for index in range(3)]
    tabs.set_current("rd")
    assert [tabs.tabRect(index) for index in range(3)] == before
    assert tabs.current == "rd"


def test_keys_and_clicks_choose_and_a_program_does_so_silently(qtbot: QtBot, theme: Theme) -> None:
    tabs = TabStrip(theme, "Views", TABS, shortcuts=("Alt+1",))
    qtbot.addWidget(tabs)
    tabs.show()
    told: list[str] = []
    tabs.chosen.connect(told.append)
    tabs.set_current("meet")
    assert told == []
    QTest.keyClick(tabs, Qt.Key.Key_Right)
    QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(0).center())
    assert told == ["rd", "prepare"]
    assert tabs.tabToolTip(0) == "Alt+1"


def test_the_strip_grows_with_the_factor(qtbot: QtBot, theme: Theme) -> None:
    tabs = TabStrip(theme, "Views", TABS)
    qtbot.addWidget(tabs)
    tabs.show()
    theme.set_factor(2)
    assert tabs.height() == 72
    assert tabs.tabRect(0).height() == 72
