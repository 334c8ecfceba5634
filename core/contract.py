"""core: what binds us to a supplier - contracts with their ends, and the spend of each year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """One contract; `notice_days` before its end it has to be given notice."""

    id: int = 0
    supplier_id: int
    place: int = 0
    title: str
    starts: date | None = None
    ends: date | None = None
    notice_days: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spend:
    """What was spent with a supplier in one year, in its currency."""

    id: int = 0
    supplier_id: int
    year: int
    amount: Decimal
    currency: str
