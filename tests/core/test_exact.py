"""tests: exact arithmetic on decimals, days and fractions."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.exact import apart, as_decimal, is_finite_decimal, place_of, places_of, read_decimal, read_fraction

decimals = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**40), max_value=10**40, places=12)


@given(decimals)
def test_a_decimal_survives_the_way_through_a_fraction(number: Decimal) -> None:
    assert Fraction(as_decimal(Fraction(number))) == Fraction(number)


def test_a_fraction_without_an_end_is_refused_or_rounded_when_asked() -> None:
    assert not is_finite_decimal(Fraction(1, 3))
    with pytest.raises(ValueError):
        as_decimal(Fraction(1, 3))
    assert as_decimal(Fraction(2, 3), places=2) == Decimal("0.67")
    assert as_decimal(Fraction(-1, 6), places=1) == Decimal("-0.2")
    assert as_decimal(Fraction(1, 8), places=1) == Decimal("0.125")


def test_differences_keep_the_places_of_what_was_entered() -> None:
    assert str(apart(Decimal("1.50"), Decimal("1.4"))) == "0.10"
    assert str(apart(Decimal(7), Decimal(12))) == "5"
    long = Decimal("1234567890123456789012345678901234567890.01")
    assert str(apart(long, Decimal(0))) == "1234567890123456789012345678901234567890.01"


def test_places_are_those_that_were_written() -> None:
    assert [places_of(Decimal(text)) for text in ("1.50", "7", "1E+3", "0.001")] == [2, 0, 0, 3]


def test_a_day_lies_at_its_ordinal() -> None:
    assert place_of(date(2026, 3, 2)) - place_of(date(2026, 2, 28)) == 2


@given(st.fractions(), decimals)
def test_what_was_stored_is_read_again(share: Fraction, number: Decimal) -> None:
    assert read_fraction(str(share)) == share
    assert str(read_decimal(str(number))) == str(number)


@pytest.mark.parametrize("text", ["", "1e999999", "1.5", "1/", " 1", "1_0", "9" * 5000])
def test_what_no_program_stored_as_a_fraction_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        read_fraction(text)


@pytest.mark.parametrize("text", ["", "x", "NaN", "1e999999", "1e-999999", "0e999999", "9" * 5000])
def test_what_no_program_stored_as_a_decimal_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        read_decimal(text)
