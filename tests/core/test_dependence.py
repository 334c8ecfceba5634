"""tests: to whom the power leans."""

from __future__ import annotations

from decimal import Decimal

import pytest

from core.dependence import power_leans_to
from core.side import Side


@pytest.mark.parametrize(
    ("ours", "theirs", "side"),
    [
        ("12", "38", Side.THEM),
        ("70", "10", Side.US),
        ("30", "30", None),
        ("20", "30", None),
        ("20", "30.1", Side.THEM),
        ("0", "0", None),
        ("0", "1", Side.THEM),
    ],
)
def test_power_leans_to_who_is_needed_clearly_more(ours: str, theirs: str, side: Side | None) -> None:
    assert power_leans_to(Decimal(ours), Decimal(theirs)) is side
