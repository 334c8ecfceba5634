"""A long name cut in its middle."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.both_ends import both_ends


def test_names_that_begin_alike_are_told_apart_by_their_ends() -> None:
    found = {both_ends(f"Warranty on parts and labour, site {number}", 28) for number in range(1, 21)}
    assert len(found) == 20
    assert "Warranty on part…ur, site 13" in found


@given(st.text(), st.integers(min_value=8, max_value=60))
def test_a_name_is_never_longer_and_a_short_one_is_left_alone(name: str, most: int) -> None:
    shown, flat = both_ends(name, most), " ".join(name.split())
    assert len(shown) <= most
    assert (shown == flat) is (len(flat) <= most)
