"""core: the item, one line of the list that a price issue may consist of; the issue's value is the total."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One article with its quantity and, in the negotiation's currency a piece, today's price, theirs and ours."""

    id: int = 0
    negotiation_id: int
    issue_id: int
    place: int = 0
    code: str = ""
    text: str = ""
    quantity: Decimal | None = None
    today: Decimal | None = None
    theirs: Decimal | None = None
    ours: Decimal | None = None
