"""tests: a pane that scrolls as a whole - its text stands level with its title, tables reach past theirs."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.inset import BLEED
from ui.widgets.page import Page, stacked


@pytest.mark.parametrize(("bleeds", "left"), [(False, 20), (True, 20 - BLEED)])
def test_parts_stand_its_padding_from_the_edge_less_what_tables_reach_past_their_text(
    qtbot: QtBot, theme: Theme, *, bleeds: bool, left: int
) -> None:
    page = Page(theme, "base", 20, bleeds=bleeds)
    qtbot.addWidget(page)
    part = QLabel("Notes")
    page.column.addWidget(part)
    page.resize(400, 300)
    page.show()
    assert part.x() == left
    assert part.width() == page.viewport().width() - 2 * left


def test_parts_under_each_other_leave_no_room_between_them(qtbot: QtBot) -> None:
    over, under = QLabel("Notes"), QLabel("None yet.")
    box = stacked(over, under)
    qtbot.addWidget(box)
    box.show()
    assert over.geometry().bottom() + 1 == under.geometry().top()
