"""tests: what became of an estimate once the truth was known."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from core.estimate import Estimate, Proved, Subject, proved
from core.term import Value

NONE, DAY = None, date(2026, 11, 24)


@pytest.mark.parametrize(
    ("low", "likely", "high", "found", "became"),
    [
        (Decimal(1), Decimal(2), Decimal(3), None, None),
        (Decimal(1), Decimal(2), Decimal(3), Decimal(2), Proved.EXACT),
        (Decimal(1), Decimal(2), Decimal(3), Decimal(3), Proved.WITHIN),
        # the range may be written from either end
        (Decimal(3), Decimal(2), Decimal(1), Decimal("1.5"), Proved.WITHIN),
        (Decimal(1), Decimal(2), Decimal(3), Decimal("3.1"), Proved.MISSED),
        (NONE, Decimal(2), NONE, Decimal("2.1"), Proved.MISSED),
        (Decimal(1), Decimal(2), NONE, Decimal("1.5"), Proved.MISSED),
        (DAY, DAY, date(2026, 12, 1), date(2026, 11, 30), Proved.WITHIN),
        (NONE, "free", NONE, "free", Proved.EXACT),
        ("free", "shared", "full", "free", Proved.MISSED),
    ],
)
def test_an_estimate_is_met_or_missed(
    low: Value | None, likely: Value, high: Value | None, found: Value | None, became: Proved | None
) -> None:
    estimate = Estimate(negotiation_id=1, subject=Subject.LIMIT, low=low, likely=likely, high=high, turned_out=found)
    assert proved(estimate) is became
