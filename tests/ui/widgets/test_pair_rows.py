"""tests: ui/widgets/pair_rows.py."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.pair_rows import PairRows
from ui.widgets.section import Hairline
from ui.widgets.text import Text


def shown(rows: PairRows) -> list[str]:
    return [label.text() for label in rows.findChildren(Text) if label.isVisible()]


def test_rows_come_change_in_place_and_go(qtbot: QtBot, theme: Theme) -> None:
    rows = PairRows(theme, hairlines=True)
    qtbot.addWidget(rows)
    rows.show()
    rows.set_pairs([("Minimum below BATNA", "+8 %"), ("Questions to ask", "+3 %")])
    first = rows.findChildren(Text)[0]
    assert shown(rows) == ["Minimum below BATNA", "+8 %", "Questions to ask", "+3 %"]
    rows.set_pairs([("Authority", "+6 %")])
    assert shown(rows) == ["Authority", "+6 %"]
    assert first.text() == "Authority"
    assert [line.isVisible() for line in rows.findChildren(Hairline)] == [True, False]
    rows.set_pairs([])
    assert shown(rows) == []
