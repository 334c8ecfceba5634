"""tests: what was changed last is told of the negotiation in which it was, and of no other."""

from __future__ import annotations

from core.changes import Changes
from core.message import message
from core.words import Words
from tests.ui.conftest import standing_clock
from ui.negotiation.last_change import LastChange


def test_the_last_change_is_told_where_it_was_made_and_nowhere_else() -> None:
    last = LastChange(Words(), standing_clock)
    assert last.words(1) == ""
    last.note(Changes(entry=7, label=message("journal.items_changed", count=2)), 1)
    assert last.words(1) == "Last change: 2 items changed, 09:18"
    assert last.words(2) == ""


def test_what_the_journal_has_no_step_of_is_no_change() -> None:
    last = LastChange(Words(), standing_clock)
    last.note(Changes(entry=0, label=message("journal.nothing_to_do")), 1)
    assert last.words(1) == ""
