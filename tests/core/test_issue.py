"""tests: the issue - the least step that its figures can make."""

from __future__ import annotations

from decimal import Decimal

import pytest

from core.issue import least_step


@pytest.mark.parametrize(
    ("values", "step"),
    [(("1.35", "1.5"), "0.01"), (("60", "14"), "1"), (("2.0", "0"), "0.1"), (("0.125", "1"), "0.001")],
)
def test_the_step_follows_from_how_the_ends_are_written(values: tuple[str, ...], step: str) -> None:
    assert least_step(*map(Decimal, values)) == Decimal(step)
