"""core: the supplier, the company on the other side, and how much each side depends on the other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from core.side import Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplier:
    """A company that we buy from. Shares are per cent, 0 to 100.

    `profit_impact` and `supply_risk` place it in Kraljic's portfolio, `attraction` says how attractive we are to it
    (supplier preferencing); all are 1 (low) to 5 (high).
    """

    id: int = 0
    name: str
    category: str = ""
    city: str = ""
    country: str = ""
    our_share_of_their_sales: Decimal | None = None
    our_share_basis: Basis | None = None
    their_share_of_our_supply: Decimal | None = None
    their_share_basis: Basis | None = None
    contract_end: date | None = None
    profit_impact: int | None = None
    supply_risk: int | None = None
    attraction: int | None = None
    attraction_basis: Basis | None = None
    background: str = ""
    created_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplierRow:
    """A supplier as a list shows it."""

    id: int
    name: str
    category: str
    country: str
    negotiations: int
    open_negotiations: int
    people: int
