"""tests: core/charts/axis.py - round figures, never more than six."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from core.charts.axis import MOST_TICKS, padded, round_ticks


def test_a_price_axis_has_round_figures() -> None:
    assert round_ticks(Fraction("1.34"), Fraction("1.56")) == tuple(
        Fraction(each) for each in ("1.35", "1.4", "1.45", "1.5", "1.55")
    )


def test_one_value_is_its_own_axis() -> None:
    assert round_ticks(Fraction(3), Fraction(3)) == (Fraction(3),)


@given(st.fractions(-1000, 1000, max_denominator=1000), st.fractions(Fraction(1, 1000), 5000, max_denominator=1000))
def test_there_are_two_to_six_and_all_lie_on_the_axis(low: Fraction, width: Fraction) -> None:
    ticks = round_ticks(low, low + width)
    assert 1 <= len(ticks) <= MOST_TICKS
    assert all(low <= each <= low + width for each in ticks)


def test_an_axis_has_room_at_both_ends() -> None:
    low, high = padded([1.0, 2.0], 0.1)
    assert (low, high) == (0.9, 2.1)
    assert padded([]) == (0.0, 1.0)
    low, high = padded([5.0])
    assert low < 5 < high
