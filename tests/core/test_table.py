"""tests: the table, line after line - the same whether it grows or is laid at once, and asked at any moment."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from core.line import Verb
from core.side import Side
from core.table import Table, is_withdrawn, stated_by
from tests.core.cases import MOMENT, four_issues, line

US, THEM = Side.US, Side.THEM
LATER = MOMENT + timedelta(hours=3)
SAID = (
    line(1, THEM, {1: 108, 2: 14}),
    line(2, US, {1: 100}),
    line(3, THEM, {1: 104}, in_return={3: 5}),
    line(4, US, {1: 104}, verb=Verb.AGREE),
    line(5, THEM, verb=Verb.PARK, issues=(1,)),
)


def test_a_table_that_grew_is_the_one_laid_at_once() -> None:
    grown = Table()
    for count, each in enumerate(SAID, start=1):
        grown.add(each)
        laid = Table(SAID[:count])
        assert [grown.standing(side, LATER) for side in Side] == [laid.standing(side, LATER) for side in Side]
        assert grown.agreed(LATER) == laid.agreed(LATER)


def test_a_negotiation_has_the_table_of_everything_said_and_asking_changes_nothing() -> None:
    subject = four_issues(lines=SAID)
    assert subject.table is subject.table
    first = subject.table.standing(THEM, LATER)
    assert first == subject.table.standing(THEM, LATER) == Table(SAID).standing(THEM, LATER)
    first.clear()
    assert subject.table.standing(THEM, LATER)


def test_another_state_of_a_negotiation_has_a_table_of_its_own() -> None:
    before = four_issues(lines=SAID[:1])
    assert before.table.standing(THEM, LATER)[1].value == 108
    after = replace(before, lines=SAID[:3])
    assert after.table.standing(THEM, LATER)[1].value == 104
    assert before.table.standing(THEM, LATER)[1].value == 108


def test_what_was_taken_back_is_stated_until_then() -> None:
    term = replace(SAID[1].terms[0], withdrawn_at=LATER)
    taken_back = replace(SAID[1], terms=(term,))
    assert is_withdrawn(term, LATER)
    assert is_withdrawn(term, None)
    assert not is_withdrawn(term, MOMENT)
    assert stated_by(taken_back) == ()
    assert stated_by(taken_back, MOMENT) == SAID[1].terms
