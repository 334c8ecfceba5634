"""tests: currencies as people type them."""

from __future__ import annotations

import pytest

from core.currency import head_of_unit, named_currency


@pytest.mark.parametrize(
    ("text", "own", "code"),
    [
        ("EUR", "EUR", "EUR"),
        ("eur", "EUR", "EUR"),
        ("Eur", "EUR", "EUR"),
        ("\u20ac", "USD", "EUR"),
        ("$", "EUR", "USD"),
        ("$", "AUD", "AUD"),
        ("usd", "EUR", "USD"),
        ("ALL", "EUR", "ALL"),
        ("all", "EUR", None),
        ("top", "EUR", None),
        ("all", "ALL", "ALL"),
        ("z\u0142", "EUR", "PLN"),
        ("can", "EUR", None),
        ("", "EUR", None),
    ],
)
def test_currency_is_known_by_code_or_sign(text: str, own: str, code: str | None) -> None:
    assert named_currency(text, own) == code


@pytest.mark.parametrize(
    ("unit", "code"), [("EUR/can", "EUR"), ("\u20ac/can", "EUR"), ("GBP per t", "GBP"), ("days", ""), ("", "")]
)
def test_unit_tells_the_currency_it_counts_in(unit: str, code: str) -> None:
    assert head_of_unit(unit) == code
