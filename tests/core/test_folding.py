"""tests: names are compared without case, accents and width."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Älpha", "alpha"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("Ｗｉｄｅ", "wide"),
        ("Ξένου", "ξενου"),
        (None, ""),
    ],
)
def test_case_accents_and_width_are_left_out(text: str | None, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_letters_are_folded_as_the_standard_says_also_where_it_is_done_the_short_way(text: str) -> None:
    plain = unicodedata.normalize("NFKD", text)
    assert fold(text) == "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()
