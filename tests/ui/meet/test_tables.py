"""tests: Meet's tables - names keep their room beside large figures, and what is ours alone stands back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from core.line import Verb
from core.standing import Stage
from tests.pictures.stage import NOW
from ui.meet.log_rows import LogRow
from ui.meet.log_words import LineWords
from ui.meet.presenter import PositionRow
from ui.meet.tables import log_row, position_row, positions_table, unread_row
from ui.tools import Tools
from ui.widgets.spans import Mark

ROW = LogRow(
    line_id=1,
    at=NOW,
    time="10:02",
    who="They",
    words=LineWords("what was that 7 7"),
    verb=Verb.UNREAD,
    is_check=False,
)


def test_a_line_kept_as_typed_is_dotted_until_it_is_cleared_up(tools: Tools) -> None:
    for cell in (unread_row(tools, ROW).cells["text"], log_row(ROW, "key").cells["line"]):
        assert cell.text == "what was that 7 7"
        assert [span.mark for span in cell.spans] == [Mark.DOTTED]
    assert unread_row(tools, ROW).cells["state"].text == "as typed"


@pytest.mark.parametrize("verb", [Verb.UNREAD, Verb.NOTE])
def test_what_is_ours_alone_is_a_quiet_word_that_was_never_typed(tools: Tools, verb: Verb) -> None:
    quiet = replace(ROW, words=LineWords("Note", is_unspoken=True), verb=verb)
    for cell in (unread_row(tools, quiet).cells["text"], log_row(quiet, "key").cells["line"]):
        assert cell.text == "Note"
        assert cell.color == "muted"
        assert not cell.spans
    assert not unread_row(tools, quiet).cells["state"].text


@pytest.mark.parametrize("width", [550, 488])
def test_names_of_issues_can_be_told_apart_beside_figures_of_nine_digits(
    qtbot: QtBot, tools: Tools, width: int
) -> None:
    table = positions_table(tools)
    qtbot.addWidget(table)
    table.resize(width, 300)
    table.show()
    row = PositionRow(
        issue_id=1,
        name="Payment after the arrival of the goods",
        unit="EUR/1,000 pcs",
        they="123,456,789.75",
        we="234,567,890.50",
        apart="111,111,100.75",
        state="",
        is_check=True,
        stage=Stage.OPEN,
    )
    table.set_rows([position_row(row)])
    view, metrics = table.view, QFontMetricsF(tools.theme.font("sentence", bold=True))
    keys = [column.key for column in table.model.columns]
    assert view.horizontalHeader().length() <= view.viewport().width()
    assert view.columnWidth(keys.index("issue")) >= metrics.horizontalAdvance("Payment afte")
    for key in ("they", "we"):
        assert view.columnWidth(keys.index(key)) >= metrics.horizontalAdvance(getattr(row, key))
    # the unit is told all the same
    assert table.model.cell(0, 0).tip == "Payment after the arrival of the goods, EUR/1,000 pcs"
