"""core: where a supplier stands in our portfolio, and where we stand in theirs - two squares of four fields each.

Ours after Kraljic, "Purchasing must become supply management" (Harvard Business Review, 1983): what a supplier means to
our result against how hard it would be to do without it. Theirs is supplier preferencing after Steele and Court,
"Profitable Purchasing Strategies" (1996): how attractive we are as a customer against what part of their sales we are.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from core.message import Message, message
from core.supplier import Supplier

HIGH = 3  # of 1 to 5: the middle counts as high, since care that was not needed costs less than care that was
MUCH_OF_SALES = Decimal(5)  # per cent of a supplier's sales from which a customer is of weight (Steele and Court)


class Quadrant(StrEnum):
    """What a supplier is to us."""

    ROUTINE = "routine"
    LEVERAGE = "leverage"
    BOTTLENECK = "bottleneck"
    STRATEGIC = "strategic"


class Preference(StrEnum):
    """What we are to a supplier."""

    NUISANCE = "nuisance"
    EXPLOITABLE = "exploitable"
    DEVELOPMENT = "development"
    CORE = "core"


_QUADRANTS = {
    (False, False): Quadrant.ROUTINE,
    (True, False): Quadrant.LEVERAGE,
    (False, True): Quadrant.BOTTLENECK,
    (True, True): Quadrant.STRATEGIC,
}
_PREFERENCES = {
    (False, False): Preference.NUISANCE,
    (False, True): Preference.EXPLOITABLE,
    (True, False): Preference.DEVELOPMENT,
    (True, True): Preference.CORE,
}


def quadrant(supplier: Supplier) -> Quadrant | None:
    """Return what the supplier is to us; None until both marks are given."""
    if supplier.profit_impact is None or supplier.supply_risk is None:
        return None
    return _QUADRANTS[supplier.profit_impact >= HIGH, supplier.supply_risk >= HIGH]


def preference(supplier: Supplier) -> Preference | None:
    """Return what we are to the supplier; None until our attraction and our share of their sales are known."""
    if supplier.attraction is None or supplier.our_share_of_their_sales is None:
        return None
    return _PREFERENCES[supplier.attraction >= HIGH, supplier.our_share_of_their_sales >= MUCH_OF_SALES]


def portfolio_advice(supplier: Supplier) -> tuple[Message, ...]:
    """Return what both squares suggest, ours first; the pair that is dangerous is told as a warning of its own."""
    ours, theirs = quadrant(supplier), preference(supplier)
    found = []
    if ours is not None:
        found.append(message(f"portfolio.{ours.value}"))
    if theirs is not None:
        found.append(message(f"portfolio.{theirs.value}"))
    needs_them = ours in (Quadrant.BOTTLENECK, Quadrant.STRATEGIC)
    if needs_them and theirs in (Preference.NUISANCE, Preference.EXPLOITABLE):
        found.append(message("portfolio.mismatch"))
    return tuple(found)
