"""tests: what paying earlier or later is worth."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.payment_terms import early_payment_rate, prepaid_range_worth, shift
from core.words import rounded

days = st.integers(-200, 400)
rates = st.integers(0, 60).map(Decimal)


def test_thirty_to_sixty_days_at_eight_per_cent() -> None:
    assert rounded(shift(30, 60, Decimal(8)) * 100, 4) == Decimal("0.6266")


def test_two_ten_net_thirty_costs_forty_four_per_cent_a_year() -> None:
    assert rounded(early_payment_rate(Decimal(2), 10, 30) * 100, 2) == Decimal("44.59")


def test_paying_the_first_case_up_front_costs_what_the_article_s_case_says() -> None:
    assert rounded(prepaid_range_worth(Decimal(140_000), 30, Decimal(8)), 2) == Decimal("882.78")


@given(days, days, days, rates)
def test_moves_add_up_and_turn_round(first: int, second: int, third: int, rate: Decimal) -> None:
    parts = Fraction(shift(first, second, rate)) + Fraction(shift(second, third, rate))
    assert abs(parts - Fraction(shift(first, third, rate))) < Fraction(1, 10**40)
    assert shift(first, second, rate) == shift(second, first, rate).copy_negate()
    if rate > 0 and first < second:
        assert shift(first, second, rate) > 0


def test_what_no_rate_can_discount_is_refused() -> None:
    with pytest.raises(ValueError):
        shift(0, 30, Decimal(-100))
    for figures in ((Decimal(100), 10, 30), (Decimal(-1), 10, 30), (Decimal(2), 30, 30)):
        with pytest.raises(ValueError):
            early_payment_rate(*figures)
