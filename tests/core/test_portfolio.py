"""tests: both squares of a supplier's portfolio, and what they suggest together."""

from __future__ import annotations

from decimal import Decimal

import pytest

from core.portfolio import Preference, Quadrant, portfolio_advice, preference, quadrant
from core.supplier import Supplier


@pytest.mark.parametrize(
    ("impact", "risk", "expected"),
    [
        (1, 1, Quadrant.ROUTINE),
        (5, 2, Quadrant.LEVERAGE),
        (2, 5, Quadrant.BOTTLENECK),
        (3, 3, Quadrant.STRATEGIC),
        (None, 3, None),
        (3, None, None),
    ],
)
def test_a_supplier_has_its_field_in_our_square(
    impact: int | None, risk: int | None, expected: Quadrant | None
) -> None:
    assert quadrant(Supplier(name="A", profit_impact=impact, supply_risk=risk)) is expected


@pytest.mark.parametrize(
    ("attraction", "share", "expected"),
    [
        (1, "4.9", Preference.NUISANCE),
        (2, "70", Preference.EXPLOITABLE),
        (4, "1", Preference.DEVELOPMENT),
        (3, "5", Preference.CORE),
    ],
)
def test_we_have_our_field_in_theirs(attraction: int, share: str, expected: Preference) -> None:
    supplier = Supplier(name="A", attraction=attraction, our_share_of_their_sales=Decimal(share))
    assert preference(supplier) is expected
    assert preference(Supplier(name="A", attraction=attraction)) is None


def test_needing_somebody_who_does_not_want_us_is_a_warning_of_its_own() -> None:
    marks = {"profit_impact": 5, "supply_risk": 5, "our_share_of_their_sales": Decimal(2)}
    unloved = Supplier(name="A", attraction=1, **marks)  # type: ignore[arg-type] # the keys are the fields'
    assert [each.code for each in portfolio_advice(unloved)] == [
        "portfolio.strategic", "portfolio.nuisance", "portfolio.mismatch",
    ]  # fmt: skip
    liked = Supplier(name="A", attraction=5, **marks)  # type: ignore[arg-type] # as above
    assert [each.code for each in portfolio_advice(liked)] == ["portfolio.strategic", "portfolio.development"]
    assert portfolio_advice(Supplier(name="A")) == ()
