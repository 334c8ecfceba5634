"""tests: values lie in the file exactly as they were entered."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.issue import Option, Point
from core.side import Side
from db.columns import Choice, Coded, Day, Exact, Moment, Options, Points, StatedValue, Words, YesNo

DECIMALS = st.decimals(allow_nan=False, allow_infinity=False)
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@given(number=DECIMALS)
def test_a_decimal_keeps_every_digit(number: Decimal) -> None:
    assert str(Exact().decode(Exact().encode(number))) == str(number)


@given(value=DECIMALS | st.dates() | st.text())
def test_a_stated_value_comes_back_as_what_it_was(value: Decimal | date | str) -> None:
    again = StatedValue().decode(StatedValue().encode(value))
    assert again == value
    assert type(again) is type(value)


@given(moment=st.datetimes(timezones=ZONES))
def test_a_moment_keeps_its_offset(moment: datetime) -> None:
    again = Moment().decode(Moment().encode(moment))
    assert again == moment
    assert again.utcoffset() == moment.utcoffset()


@given(points=st.lists(st.builds(Point, DECIMALS, DECIMALS) | st.builds(Point, st.dates(), DECIMALS)).map(tuple))
def test_the_points_of_a_scale_come_back(points: tuple[Point, ...]) -> None:
    assert Points().decode(Points().encode(points)) == points


@given(options=st.lists(st.builds(Option, st.text(), DECIMALS)).map(tuple))
def test_the_options_of_a_scale_come_back(options: tuple[Option, ...]) -> None:
    assert Options().decode(Options().encode(options)) == options


def test_two_forms_of_a_number_are_two_values() -> None:
    assert not Exact().compare_values(Decimal("1.0"), Decimal("1.00"))
    assert Exact().compare_values(Decimal("1.0"), Decimal("1.0"))
    assert not Exact().compare_values(None, Decimal(0))
    assert Exact().compare_values(None, None)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Exact(), 1.5), (Exact(), "1.5"), (Exact(), True), (Day(), datetime(2026, 1, 1, tzinfo=UTC)), (Day(), "1.1."),
        (Moment(), datetime(2026, 1, 1)), (Moment(), date(2026, 1, 1)), (YesNo(), 1), (Words(), 7),  # noqa: DTZ001
        (Choice(Side), "us"), (StatedValue(), 1), (StatedValue(), datetime(2026, 1, 1, tzinfo=UTC)),
    ],
)  # fmt: skip
def test_a_value_of_another_type_is_a_mistake_of_the_program(kind: Coded, value: Any) -> None:
    with pytest.raises(TypeError):
        kind.encode(value)


@pytest.mark.parametrize(
    ("kind", "stored"),
    [
        (Exact(), "NaN"), (Exact(), "x"), (StatedValue(), "1.5"), (StatedValue(), "n:x"), (StatedValue(), ""),
        (Day(), "14.3."), (Moment(), "soon"), (Choice(Side), "both"), (Points(), "{}"), (Options(), "nonsense"),
    ],
)  # fmt: skip
def test_what_was_never_written_is_not_read(kind: Coded, stored: str) -> None:
    with pytest.raises(ValueError):
        kind.decode(stored)
