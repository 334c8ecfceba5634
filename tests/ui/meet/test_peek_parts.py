"""tests: ui/meet/peek_parts.py - where there is little room a row is cut, and wrapped again where some is left."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.meet.peek_parts import PartView
from ui.meet.peek_presenter import Part
from ui.meet.peek_words import phrase
from ui.tools import Tools

LONG = "Lead time 4 to 6 weeks for Price 1.42 EUR/can, 2,000.00 EUR, and for whatever else may come of it"


def test_a_row_that_is_cut_is_wrapped_where_there_is_room_for_it(qtbot: QtBot, tools: Tools) -> None:
    view = PartView(tools.theme)
    qtbot.addWidget(view)
    view.set_part(Part("You can still give", tuple(phrase(LONG, figure="–4.8") for _ in range(3))))
    whole = view.heightForWidth(300)
    view.set_most(2)
    cut = view.heightForWidth(300)
    view.set_wraps(True)
    wrapped = view.heightForWidth(300)
    assert cut < wrapped < whole
    view.set_wraps(False)
    assert view.heightForWidth(300) == cut
    # all of it is shown again where there is room for all
    view.set_most(0)
    assert view.heightForWidth(300) == whole
