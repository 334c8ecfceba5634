"""tests: days from text, with and without a year."""

from __future__ import annotations

from datetime import date

import pytest

from core.days import ENGLISH_MONTHS, nearest, parse_day, split_day

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("2027-03-14", "dmy", date(2027, 3, 14)),
        ("14.3.", "mdy", date(2027, 3, 14)),
        ("22.11.", "dmy", TODAY),
        ("21.11.", "dmy", date(2027, 11, 21)),
        ("14.03.2027", "dmy", date(2027, 3, 14)),
        ("3/4", "dmy", date(2027, 4, 3)),
        ("3/4", "mdy", date(2027, 3, 4)),
        ("3/4/27", "ymd", date(2027, 3, 4)),
        ("2027/3/4", "dmy", date(2027, 3, 4)),
        ("29.2.", "dmy", date(2028, 2, 29)),
        ("14 mar", "dmy", date(2027, 3, 14)),
        ("29.2.2027", "dmy", None),
        ("31.2.", "dmy", None),
        ("0.1.", "dmy", None),
        ("14.3", "dmy", None),
        ("14 foo", "dmy", None),
        ("0000-01-01", "dmy", None),
        ("14/3/7", "dmy", None),
        ("", "dmy", None),
    ],
)
def test_day_is_read_in_its_form(text: str, order: str, day: date | None) -> None:
    assert parse_day(text, order, ENGLISH_MONTHS, TODAY) == day


def test_day_without_a_year_may_mean_the_last_one() -> None:
    parts = split_day("14.3.", "dmy")
    assert parts is not None
    assert nearest(parts, TODAY, past=True) == date(2026, 3, 14)
