"""Words: figures, dates and sentences in the form of a region."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.message import Amount, Points, Quantity, Share, message
from core.sentences import SENTENCES
from core.words import EN_DASH, NO_BREAK, Words, rounded


@pytest.fixture
def say() -> Words:
    return Words("en", "en_GB")


def test_a_text_without_data_is_returned_as_it_is(say: Words) -> None:
    assert say("100 % {kept}") == "100 % {kept}"


def test_data_is_written_in_the_form_of_the_region() -> None:
    german = Words("en", "de_DE")
    assert german("{amount} for {what}", amount=Amount(Decimal("1250.5"), "EUR"), what="Price") == (
        f"1.250,50{NO_BREAK}EUR for Price"
    )


@pytest.mark.parametrize(
    ("number", "places", "text"),
    [
        (Decimal("65.25"), 1, "65.3"),
        (Decimal("-65.25"), 1, f"{EN_DASH}65.3"),
        (Decimal("1528800"), 2, "1,528,800.00"),
        (Decimal("0.0050"), None, "0.0050"),
        (Decimal("1E+3"), None, "1,000"),
        (Fraction(1, 8), None, "0.125"),
        (Fraction(671, 1380), 4, "0.4862"),
        (Fraction(-1, 1000), 2, "0.00"),
        (7, None, "7"),
    ],
)
def test_numbers_are_exact_or_rounded_half_up(
    say: Words, number: Decimal | Fraction | int, places: int | None, text: str
) -> None:
    assert say.number(number, places) == text


def test_a_fraction_without_a_finite_form_needs_places(say: Words) -> None:
    with pytest.raises(ValueError, match="finite"):
        say.number(Fraction(1, 3))


def test_a_change_carries_its_sign(say: Words) -> None:
    assert [say.signed(Decimal(each)) for each in ("0.06", "0", "-2")] == ["+0.06", "0", f"{EN_DASH}2"]


def test_package_values_are_shown_0_to_100(say: Words) -> None:
    assert say.datum(Points(Fraction(671, 1380))) == "48.6"


def test_shares_are_shown_in_per_cent(say: Words) -> None:
    assert say.datum(Share(Fraction(1, 14))) == f"7.14{NO_BREAK}%"
    assert say.datum(Share(Fraction(1, 50))) == f"2{NO_BREAK}%"


def test_quantities_keep_the_digits_that_were_stated(say: Words) -> None:
    assert say.datum(Quantity(Decimal("1.40"), "EUR/can")) == f"1.40{NO_BREAK}EUR/can"
    assert say.datum(Quantity(date(2027, 3, 14))) == "14 Mar 2027"
    assert say.datum(Quantity("shared", "unit")) == "shared"


def test_moments_show_the_offset_where_asked(say: Words) -> None:
    moment = datetime(2026, 11, 25, 15, 40, tzinfo=timezone(timedelta(hours=1)))
    assert say.zoned(moment) == "25 Nov 2026, 15:40 (UTC+01:00)"
    assert say.clock(datetime(2026, 11, 25, 9, 5, tzinfo=UTC)) == "09:05"
    assert say.weekday(date(2026, 11, 27)) == "Fri 27 Nov"
    assert say.full_day(date(2026, 11, 27)) == "Friday 27 November 2026"
    assert say.month(date(2026, 11, 27)) == "Nov 2026"


def test_an_unknown_code_is_shown_and_not_hidden(say: Words) -> None:
    assert say.message(message("no.such.code")) == "no.such.code"


def test_a_message_with_a_count_is_said_in_its_number(say: Words) -> None:
    told = [say.message(message("journal.items_changed", count=count)) for count in (1, 2)]
    assert told == ["1 item changed", "2 items changed"]
    for one in (code for code in SENTENCES if code.endswith(".one")):
        assert "{count}" in SENTENCES[one.removesuffix(".one")], f"{one} is a second form of nothing that is counted"


def test_a_message_inside_a_message_is_spoken(say: Words) -> None:
    assert say("{reason}", reason=message("job.cancelled")).startswith("Stopped")


def test_an_unknown_region_counts_in_english() -> None:
    assert Words("xx", "xx_YY").number(Decimal("1234.5")) == "1,234.5"


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6), st.integers(0, 8))
def test_rounding_is_off_by_half_a_unit_at_most(number: Decimal, places: int) -> None:
    assert abs(Fraction(rounded(number, places)) - Fraction(number)) <= Fraction(1, 2 * 10**places)


@given(st.integers(-(10**40), 10**40), st.integers(0, 12))
def test_finite_fractions_keep_every_digit(whole: int, places: int) -> None:
    number = Fraction(whole, 10**places)
    assert Fraction(rounded(number)) == number


def test_one_of_a_unit_that_is_written_out_is_one() -> None:
    say = Words("en", "en_GB")
    written = [say.quantity(Decimal(value), unit) for value, unit in (("1", "weeks"), ("2", "weeks"), ("1", "d"))]
    assert [each.replace("\u00a0", " ") for each in written] == ["1 week", "2 weeks", "1 d"]
