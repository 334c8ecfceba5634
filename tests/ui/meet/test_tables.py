"""tests: the rows of Meet's tables - what is ours alone stands back in each of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.line import Verb
from tests.pictures.stage import NOW
from ui.meet.log_rows import LogRow
from ui.meet.log_words import LineWords
from ui.meet.tables import log_row, unread_row
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
