"""tests: total cost and present value."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from core.analysis.total_cost import CostPlan, Tier, Year, total_cost
from core.payment_terms import shift


def test_every_part_enters_the_total() -> None:
    plan = CostPlan(
        years=(
            Year(quantity=Decimal(1000), price=Decimal("2.50")),
            Year(quantity=Decimal(1200), price=Decimal("2.40")),
        ),
        rebate=Decimal(2),
        rebate_from=Decimal(2600),
        freight=Decimal("0.10"),
        freight_per_order=Decimal(15),
        orders_per_year=4,
        lead_days=30,
        safety_days=43,
        holding_rate=Decimal(10),
        switching_cost=Decimal(500),
        other_yearly=Decimal(20),
    )
    found = total_cost(plan)
    first, second = found.years
    assert [first.purchase, first.rebate] == [2500, 0]
    assert [second.purchase, second.rebate] == [2880, Fraction("57.6")]
    assert [first.freight, second.freight] == [160, 180]
    # 73 days of 365 are a fifth of the year's pieces: 200 at 2.50, a tenth of it
    assert [first.stock, second.stock] == [50, Fraction("57.6")]
    assert found.total == 500 + (2500 + 160 + 50 + 20) + (2880 - Fraction("57.6") + 180 + Fraction("57.6") + 20)
    assert found.per_piece == found.total / 2200
    # without a rate a payment is worth the same on any day
    assert abs(found.present_value - Decimal("6310.0")) < Decimal("1e-40")


def test_the_highest_tier_reached_sets_the_price_of_all() -> None:
    tiers = (Tier(Decimal(0), Decimal(3)), Tier(Decimal(500), Decimal("2.8")), Tier(Decimal(1000), Decimal("2.5")))
    assert [Year(quantity=Decimal(each), tiers=tiers).unit_price for each in (499, 500, 999, 1000)] == [
        Decimal(3), Decimal("2.8"), Decimal("2.8"), Decimal("2.5"),
    ]  # fmt: skip
    below = Year(quantity=Decimal(10), price=Decimal(4), tiers=tiers[1:])
    assert below.unit_price == Decimal(4)
    with pytest.raises(ValueError, match="no tier"):
        Year(quantity=Decimal(10), tiers=tiers[1:]).unit_price  # noqa: B018


def test_later_payment_is_worth_what_the_payment_terms_say() -> None:
    def at(days: int) -> Decimal:
        years = (Year(quantity=Decimal(100), price=Decimal(10)),)
        return total_cost(CostPlan(years=years, annual_rate=Decimal(8), payment_days=days)).present_value

    # half a year of 365 days counts 183
    gained = 1000 * shift(183 + 30, 183 + 60, Decimal(8))
    assert abs((at(30) - at(60)) - gained) < Decimal("1e-30")
    assert at(60) < at(30) < at(-30) < 1000


def test_nothing_bought_costs_the_switching_and_has_no_price_per_piece() -> None:
    found = total_cost(CostPlan(years=(), switching_cost=Decimal(100)))
    assert found.total == 100
    assert found.present_value == Decimal(100)
    assert found.per_piece is None
    assert found.present_per_piece is None
