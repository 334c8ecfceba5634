"""tests: core/reports/fonts.py - nothing that a reader would see is left out."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.reports.fonts import Face, Missing, coverage, measure, runs, width_of


def printed(text: str, missing: Missing | None = None) -> str:
    return "".join(run.text for run in runs(text, Face.REGULAR, missing))


@given(st.text(max_size=60))
def test_whatever_is_printed_has_a_glyph(text: str) -> None:
    for face in Face:
        for run in runs(text, face):
            assert all(character == "\n" or ord(character) in coverage()[run.face] for character in run.text)


@given(st.text(alphabet=st.characters(categories=["Nd"]), min_size=1, max_size=20))
def test_a_digit_of_any_script_is_a_digit_on_paper(digits: str) -> None:
    shown = printed(digits)
    assert [unicodedata.decimal(each) for each in shown] == [unicodedata.decimal(each) for each in digits]


@given(st.text(max_size=60))
def test_every_visible_character_is_printed_or_listed(text: str) -> None:
    missing = Missing()
    shown = printed(text, missing)
    for character in unicodedata.normalize("NFC", text):
        if unicodedata.category(character) == "Lo" and character not in shown:
            assert character in list(missing)
            assert f"{ord(character):04X}" in shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a − b", "a – b"),
        ("≤ 5", "<= 5"),
        ("山田 1.48", "[U+5C71 7530] 1.48"),
        ("שלום 12", "[U+05E9 05DC 05D5 05DD] 12"),
        ("٣٤ days", "34 days"),
        ("👍🏽 done", "[U+1F44D 1F3FD] done"),
        ("a\u202eb\u200f", "ab"),
        ("a\x00b\x07", "ab"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("e\u0301", "é"),
        ("", ""),
    ],
)
def test_what_is_printed_for_what_the_font_lacks(text: str, shown: str) -> None:
    assert printed(text) == shown


def test_figures_are_all_equally_wide_so_that_columns_line_up() -> None:
    upright = (Face.REGULAR, Face.BOLD)
    assert {round(width_of(digit, face, 10), 3) for digit in "0123456789" for face in upright} == {5.72}


def test_a_chart_measures_what_will_be_printed() -> None:
    assert measure("山", 8, False) == measure("[U+5C71]", 8, False)
    assert measure("abc", 8, True) > measure("abc", 8, False)
