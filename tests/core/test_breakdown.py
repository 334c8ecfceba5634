"""tests: the cost breakdown over time."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from core.breakdown import against_before, breakdowns
from core.cost import CostPart

OLD, NEW = date(2026, 1, 1), date(2026, 6, 1)


def part(on: date, name: str, share: str, place: int = 0) -> CostPart:
    return CostPart(supplier_id=1, on=on, name=name, share=Decimal(share), place=place)


def test_one_breakdown_a_day_newest_first_with_its_total() -> None:
    found = breakdowns([part(OLD, "tin", "40"), part(NEW, "tin", "45"), part(NEW, "labour", "55", 1)])
    assert [(each.on, each.total, each.is_whole) for each in found] == [
        (NEW, Decimal(100), True),
        (OLD, Decimal(40), False),
    ]


def test_parts_are_compared_with_the_breakdown_before_by_their_names() -> None:
    known = breakdowns([part(OLD, "Tin ", "40"), part(NEW, "tin", "45.5"), part(NEW, "labour", "10")])
    assert [(each.part.name, each.change) for each in against_before(known)] == [
        ("tin", Decimal("5.5")),
        ("labour", None),
    ]
    assert against_before(known, 1)[0].change is None
    assert against_before(known, 2) == ()
