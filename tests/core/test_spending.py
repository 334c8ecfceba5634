"""tests: spend by year, each currency for itself."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from core.contract import Spend
from core.spending import years_of_spend


def spend(year: int, amount: str, currency: str = "EUR") -> Spend:
    return Spend(supplier_id=1, year=year, amount=Decimal(amount), currency=currency)


def test_each_year_is_told_against_the_one_before_in_its_own_currency() -> None:
    found = years_of_spend([spend(2024, "100"), spend(2025, "110"), spend(2025, "50", "USD"), spend(2026, "99")])
    assert [(each.spend.year, each.spend.currency, each.change) for each in found] == [
        (2026, "EUR", Fraction(-1, 10)),
        (2025, "EUR", Fraction(1, 10)),
        (2025, "USD", None),
        (2024, "EUR", None),
    ]


def test_a_gap_of_a_year_and_nothing_at_all_tell_no_change() -> None:
    found = years_of_spend([spend(2022, "100"), spend(2024, "0"), spend(2025, "7")])
    assert [each.change for each in found] == [None, None, None]
