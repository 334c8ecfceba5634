"""core: to whom the power leans when each side's need of the other is known."""

from __future__ import annotations

from decimal import Decimal

from core.side import Side

# Shares are estimates, so a smaller difference than half again is taken for none.
_CLEARLY = Decimal("1.5")


def power_leans_to(our_share_of_their_sales: Decimal, their_share_of_our_supply: Decimal) -> Side | None:
    """Return the side that is needed clearly more by the other than it needs it; None where both need alike.

    Shares are per cent. A buyer who is much of a supplier's sales has the power.
    """
    if their_share_of_our_supply > our_share_of_their_sales * _CLEARLY:
        return Side.THEM
    if our_share_of_their_sales > their_share_of_our_supply * _CLEARLY:
        return Side.US
    return None
