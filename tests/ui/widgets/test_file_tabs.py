"""tests: the tabs of a file show the parts of the one that is chosen, from the top of their page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.file_tabs import FileTabs
from ui.widgets.page import Page


def test_arrows_choose_a_tab_and_its_parts_come_up(
    qtbot: QtBot, theme: Theme, activate: Callable[[QWidget], None]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    page = Page(theme, "base", 20, window)
    notes, company = QLabel("Notes\n" * 80), QLabel("Company")
    tabs = FileTabs(theme, "Parts", page, [("a", "Summary", [notes]), ("b", "Company", [company])], window)
    box = QVBoxLayout(window)
    box.addWidget(tabs)
    box.addWidget(page)
    shown: list[str] = []
    tabs.shown.connect(shown.append)
    activate(window)
    assert (notes.isVisible(), company.isVisible()) == (True, False)
    page.verticalScrollBar().setValue(200)
    tabs.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(tabs, Qt.Key.Key_Right)
    assert (notes.isVisible(), company.isVisible()) == (False, True)
    tabs.show_tab("a")
    assert tabs.current == "a"
    assert page.verticalScrollBar().value() == 0
    assert shown == ["b", "a"]
