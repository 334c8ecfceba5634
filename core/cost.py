"""core: what a price consists of - a supplier's cost breakdown over time, and the changes that an increase claims."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from core.side import Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class CostPart:
    """One part of a supplier's cost price as known on a day; `share` is per cent, 0 to 100."""

    id: int = 0
    supplier_id: int
    place: int = 0
    on: date
    name: str
    share: Decimal
    basis: Basis = Basis.GUESS
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimedCost:
    """One part of the price that an increase is claimed for: its share and by how much it changed, both per cent."""

    id: int = 0
    negotiation_id: int
    place: int = 0
    name: str
    share: Decimal | None = None
    change: Decimal | None = None
    basis: Basis | None = None
    source: str = ""
    prefilled: tuple[str, ...] = ()
