"""tests: ui/widgets/tsv.py - blocks of cells as spreadsheets copy them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.widgets.tsv import one_line, parse_block, plain_number, write_block


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", []),
        ("1.40", [["1.40"]]),
        ("1.40\n", [["1.40"]]),
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ("a\t\tb", [["a", "", "b"]]),
        ("a\n\nb", [["a"], [""], ["b"]]),
        ('"two\nlines"\tb\nc', [["two\nlines", "b"], ["c"]]),
        ('"a ""quoted"" word"', [['a "quoted" word']]),
        ('"tab\there"\tb', [["tab\there", "b"]]),
        ('12" pipe\tb', [['12" pipe', "b"]]),
        ('"never closed\tb', [['"never closed', "b"]]),
        ('"closed" early\tb', [['"closed" early', "b"]]),
        ('a\t""\tb', [["a", "", "b"]]),
        ("a\rb", [["a"], ["b"]]),
    ],
)
def test_a_block_is_read_as_spreadsheets_write_it(text: str, rows: list[list[str]]) -> None:
    assert parse_block(text) == rows


@given(st.lists(st.lists(st.text(), min_size=1, max_size=4), max_size=4))
def test_what_was_written_is_read_back(rows: list[list[str]]) -> None:
    assert parse_block(write_block(rows)) == rows


@given(st.text())
def test_any_text_is_a_block(text: str) -> None:
    assert all(row for row in parse_block(text))


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


def test_line_breaks_and_tabs_become_blanks() -> None:
    assert one_line(" 30 days\r\nnet\tfixed\x00 ") == "30 days net fixed"


@pytest.mark.parametrize(
    ("text", "group", "decimal", "copied"),
    [
        ("12,345.60", ",", ".", "12345.60"), ("12.345,60", ".", ",", "12345,60"), ("\u20135", ",", ".", "-5"),
        ("1\u202f250,5", "\u202f", ",", "1250,5"), ("30 days", ",", ".", "30 days"), ("1,23", ",", ".", "1,23"),
        ("", ",", ".", ""), ("14 Mar 2027", ",", ".", "14 Mar 2027"), ("-", ",", ".", "-"), ("7", "", ".", "7"),
    ],
)  # fmt: skip
def test_a_number_is_written_for_spreadsheets(text: str, group: str, decimal: str, copied: str) -> None:
    assert plain_number(text, group, decimal) == copied
