"""tests: the reader of the meeting line, row by row of the tables written by hand."""

from __future__ import annotations

import pytest

from core.shorthand import read
from tests.core.shorthand.lines_table import COMMA_LINES, GERMAN_LINES, LINES, Row
from tests.core.shorthand.table import COMMA, context, shown

ENGLISH = [pytest.param(each, id=f"{rule.split(':')[0]} {each[0]!r}"[:70]) for rule in LINES for each in LINES[rule]]


@pytest.mark.parametrize("expected", ENGLISH)
def test_line_is_read_as_the_rules_say(expected: Row) -> None:
    line, status, choices = expected
    assert shown(read(line, context())) == (status, choices)


@pytest.mark.parametrize("expected", COMMA_LINES, ids=lambda row: row[0])
def test_line_is_read_under_a_decimal_comma(expected: Row) -> None:
    line, status, choices = expected
    assert shown(read(line, context(marks=COMMA))) == (status, choices)


@pytest.mark.parametrize("expected", GERMAN_LINES, ids=lambda row: row[0])
def test_line_is_read_in_the_windows_language(expected: Row) -> None:
    line, status, choices = expected
    assert shown(read(line, context(marks=COMMA, language="de_DE"))) == (status, choices)
