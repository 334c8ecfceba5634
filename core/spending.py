"""core: the spend with a supplier year by year - each currency for itself, since no sum over two is honest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from core.contract import Spend


@dataclass(frozen=True, slots=True)
class YearOfSpend:
    """One year in one currency; `change` is against the year before in the same currency, a share of 1, where known."""

    spend: Spend
    change: Fraction | None = None


def years_of_spend(spends: Sequence[Spend]) -> tuple[YearOfSpend, ...]:
    """Return the years, newest first; in a year with several currencies in the order of their codes."""
    by_key = {(each.year, each.currency): each for each in spends}
    found = []
    for each in sorted(spends, key=lambda one: (-one.year, one.currency)):
        before = by_key.get((each.year - 1, each.currency))
        change = None if before is None or not before.amount else Fraction(each.amount) / Fraction(before.amount) - 1
        found.append(YearOfSpend(each, change))
    return tuple(found)
