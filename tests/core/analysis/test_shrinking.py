"""tests: the limit that shrinking steps point to."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.analysis.shrinking import aitken, projections
from core.issue import ScaleKind
from core.side import Side
from core.words import Words
from tests.core.cases import issue, line, negotiation


def test_the_golden_row_points_to_1165() -> None:
    assert aitken([Fraction(each) for each in (1500, 1210, 1180, 1170)]) == 1165


@pytest.mark.parametrize(
    "values", [(), (1,), (3, 2), (1500, 1400, 1300), (1500, 1400, 1250), (1500, 1400, 1450), (5, 4, 4), (5, 5, 4)]
)
def test_nothing_is_projected_where_steps_do_not_shrink(values: tuple[int, ...]) -> None:
    assert aitken([Fraction(each) for each in values]) is None


@given(st.fractions(-100, 100), st.fractions(-50, 50).filter(bool), st.fractions(Fraction(1, 20), Fraction(19, 20)))
def test_steps_that_shrink_by_one_factor_lead_exactly_to_their_limit(
    limit: Fraction, gap: Fraction, factor: Fraction
) -> None:
    assert aitken([limit + gap * factor**k for k in range(4)]) == limit


def test_steps_are_read_from_a_sides_offers_without_repetitions_and_conditions() -> None:
    lines = (
        line(1, Side.THEM, {1: 1500}),
        line(2, Side.US, {1: 1000}),
        line(3, Side.THEM, {1: 1210}),
        line(4, Side.THEM, {1: 1210}),
        line(5, Side.THEM, {1: 900}, conditions={1: 5}),
        line(6, Side.THEM, {1: 1180}),
        line(7, Side.US, {1: 1100}),
        line(8, Side.THEM, {1: 1170}),
    )
    (found,) = projections(negotiation(issue(1, "Price", 1000, 1500, 1, unit="EUR"), lines=lines))
    assert (found.side, found.limit) == (Side.THEM, Decimal(1165))
    assert found.values == (Decimal(1500), Decimal(1210), Decimal(1180), Decimal(1170))
    assert "what they want us to believe" in Words().message(found.message)


def test_steps_that_hardly_shrink_point_to_no_limit() -> None:
    price = issue(1, "Price", 1000, 1500, 1, unit="EUR")
    lines = tuple(line(at, Side.THEM, {1: value}) for at, value in enumerate((1500, 1400, 1301), 1))
    assert projections(negotiation(price, lines=lines)) == ()
    without_ends = issue(1, "Closing", kind=ScaleKind.DATE)
    days = (date(2026, 1, 1), date(2031, 1, 2), date(2036, 1, 2))
    lines = tuple(line(at, Side.THEM, {1: day}) for at, day in enumerate(days, 1))
    assert projections(negotiation(without_ends, lines=lines)) == ()


def test_days_shrink_too() -> None:
    closing = issue(1, "Closing", date(2026, 12, 1), date(2026, 12, 31), 1, kind=ScaleKind.DATE)
    lines = tuple(line(at, Side.THEM, {1: date(2026, 12, day)}) for at, day in enumerate((30, 22, 18), 1))
    (found,) = projections(negotiation(closing, lines=lines))
    assert found.limit == date(2026, 12, 14)
