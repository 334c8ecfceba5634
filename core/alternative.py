"""core: the alternative, something that we can do instead of this deal, in one of three forms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from core.term import Package


class Form(StrEnum):
    """How an alternative is given: terms per issue, one total in money, or points."""

    PACKAGE = "package"
    TOTAL = "total"
    POINTS = "points"


class Unsaid(StrEnum):
    """What an issue that the alternative does not state takes: its baseline (marked assumed), or its range."""

    BASELINE = "baseline"
    RANGE = "range"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """What we can do instead; `no_deal` marks doing nothing, whose value the user enters as points.

    `total` is in the negotiation's currency and states what its unit-price issues come to together. `points`
    are on the scale 0 to 100 and may be negative. `switching_cost` is in money where an issue is money, else
    in points. `probability` is 0 to 1. The quote holds to `valid_until`, that day included. `improve` says how the
    alternative could be made better.
    """

    id: int = 0
    negotiation_id: int
    place: int = 0
    name: str
    form: Form = Form.PACKAGE
    no_deal: bool = False
    terms: Package = ()
    unsaid: Unsaid = Unsaid.BASELINE
    total: Decimal | None = None
    points: Decimal | None = None
    switching_cost: Decimal = Decimal(0)
    probability: Decimal = Decimal(1)
    valid_until: date | None = None
    evidence: str = ""
    evidence_on: date | None = None
    improve: str = ""
    prefilled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Following:
    """An alternative whose terms were copied, at a moment, from the standing offer of another negotiation."""

    id: int = 0
    negotiation_id: int
    alternative_id: int
    followed_id: int
    copied_at: datetime
