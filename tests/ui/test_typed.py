"""tests: days and shares as people type them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from core.errors import BadInput
from core.words import Words
from ui.typed import read_day, read_percent, show_percent

TODAY = date(2026, 11, 24)
BRITISH, GERMAN, AMERICAN = Words("en", "en_GB"), Words("en", "de_DE"), Words("en", "en_US")


@pytest.mark.parametrize(
    ("text", "say", "day"),
    [
        ("31 Dec 2026", BRITISH, date(2026, 12, 31)),
        ("2026-12-31", BRITISH, date(2026, 12, 31)),
        ("31.12.2026", GERMAN, date(2026, 12, 31)),
        ("12/31/2026", AMERICAN, date(2026, 12, 31)),
        ("31/12/2026", BRITISH, date(2026, 12, 31)),
        ("+14", BRITISH, date(2026, 12, 8)),
        ("  ", BRITISH, None),
    ],
)
def test_a_day_is_read_as_the_region_writes_it(text: str, say: Words, day: date | None) -> None:
    assert read_day(text, say, TODAY) == day


def test_what_is_shown_can_be_typed_again() -> None:
    for say in (BRITISH, GERMAN, AMERICAN):
        for month in range(1, 13):
            day = date(2027, month, 14)
            assert read_day(say.day(day), say, TODAY) == day
        assert read_percent(show_percent(Decimal("12.5"), say), say) == Decimal("12.5")


@pytest.mark.parametrize("text", ["soon", "31.2.2026", "99", "<b>", "+99999"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        read_day(text, BRITISH, TODAY)


@pytest.mark.parametrize(
    ("text", "share"), [("12", "12"), ("12 %", "12"), ("12.5%", "12.5"), ("0", "0"), ("100", "100")]
)
def test_a_share_is_read_exactly(text: str, share: str) -> None:
    assert read_percent(text, BRITISH) == Decimal(share)


def test_nothing_is_no_share() -> None:
    assert read_percent(" ", BRITISH) is None
    assert show_percent(None, BRITISH) == ""


@pytest.mark.parametrize("text", ["NaN", "1e999999", "-1", "101", "twelve", "12 EUR", "1.2.3"])
def test_what_is_no_share_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        read_percent(text, BRITISH)
