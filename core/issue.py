"""core: the issue, one negotiable variable with its scale, its weight, its ladder and its limit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from core.exact import places_of
from core.term import Value


class ScaleKind(StrEnum):
    """How an issue is measured."""

    NUMERIC = "numeric"
    DATE = "date"
    OPTIONS = "options"


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a piecewise linear scale: at this place the issue is worth `value` (a share of 1)."""

    at: Decimal | date
    value: Decimal


@dataclass(frozen=True, slots=True)
class Option:
    """One option of an issue with its value, 0 to 1. The label is its name in lines, terms and reports."""

    label: str
    value: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One negotiable variable, as we prepared it.

    Numeric and date scales have a `best` and a `worst` end for us and a `step` (days for a date). `ideal` marks
    a scale that is best somewhere between its two ends ("ideal in the middle"): worth 1 there and 0 at both.
    `points` bend the line between the ends, `options` replace it. `weight` is any number >= 0 as entered, or the
    rank (1 = first) where the negotiation weighs by ranking. An issue is money where it has a
    `reference_quantity` (the unit price counts per `price_basis` pieces) or a `money_worth`, what its whole
    range is worth in the negotiation's currency. `is_volume` marks the quantity itself as negotiable: exact totals
    count with its stated value, points keep the reference quantity. The ladder is `opening`, `best_outcome`,
    `fair` (= target), `minimum`; `limit` is hard; `baseline` holds if nobody speaks of the issue. `their_*` live in
    estimates. `prefilled` names the fields that were filled in for the user and not touched since.
    """

    id: int = 0
    negotiation_id: int
    place: int = 0
    name: str
    alias: str = ""
    kind: ScaleKind = ScaleKind.NUMERIC
    unit: str = ""
    best: Value | None = None
    worst: Value | None = None
    step: Decimal | None = None
    ideal: Value | None = None
    points: tuple[Point, ...] = ()
    options: tuple[Option, ...] = ()
    weight: Decimal | None = None
    money_worth: Decimal | None = None
    reference_quantity: Decimal | None = None
    price_basis: Decimal = Decimal(1)
    is_volume: bool = False
    baseline: Value | None = None
    opening: Value | None = None
    best_outcome: Value | None = None
    fair: Value | None = None
    minimum: Value | None = None
    limit: Value | None = None
    added_in_talk: bool = False
    prefilled: tuple[str, ...] = ()

    @property
    def is_unit_price(self) -> bool:
        """Tell whether the issue is a price per piece that a reference quantity turns into money."""
        return self.kind is ScaleKind.NUMERIC and self.reference_quantity is not None


# The rungs of the strategy sheet, best first for us, and the hard stop below them.
RUNGS = ("opening", "best_outcome", "fair", "minimum")


def least_step(*values: Value) -> Decimal:
    """Return the least move that figures written like these can make: 0.01 for 1.35 and 1.5, one day for days."""
    places = max((places_of(value) for value in values if isinstance(value, Decimal)), default=0)
    return Decimal(1).scaleb(-places)
