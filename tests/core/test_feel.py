"""tests: core/feel.py - three packages by worth that differ, from what there is."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from core.alternative import Form
from core.batna import rank
from core.feel import order_to_feel
from core.negotiation import Negotiation
from core.side import Side
from tests.core.cases import DAY, MOMENT, alternative, four_issues, line

LATER = MOMENT + timedelta(hours=1)
TODAY = {1: 106, 2: 30, 3: 8, 4: 24}


def matter(**fields: Any) -> Negotiation:
    """Return the golden issues with baselines and a fair deal of 102 at today's other terms."""
    found = four_issues(**fields)
    issues = [replace(each, baseline=Decimal(TODAY[each.id])) for each in found.issues]
    issues[0] = replace(issues[0], fair=Decimal(102))
    return replace(found, issues=tuple(issues))


def felt(found: Negotiation) -> list[tuple[str, Fraction]]:
    """Return the order by code."""
    return [(each.name.code, each.value) for each in order_to_feel(found, rank(found, DAY), LATER)]


def test_the_batna_their_offer_and_the_fair_deal_come_by_worth() -> None:
    found = matter(lines=(line(1, Side.THEM, {1: 108}),))
    order = felt(found)
    assert [code for code, _ in order] == ["feel.fair", "feel.batna", "feel.theirs"]
    # 104 is the BATNA's price; each cent of the range of 10 is worth .05
    base = Fraction(671, 1380)
    assert [value for _, value in order] == [base + Fraction(1, 10), base, base - Fraction(1, 5)]


def test_without_three_that_differ_nothing_is_asked() -> None:
    assert felt(matter()) == []
    same = matter(lines=(line(1, Side.THEM, {1: 104}),))
    assert felt(same) == []
    assert felt(four_issues()) == []


def test_the_next_alternative_fills_the_place_of_an_offer() -> None:
    first, second = alternative(1, "A", {1: 104, 2: 30, 3: 8, 4: 24}), alternative(2, "B", {1: 105, 2: 30, 3: 8, 4: 24})
    assert [code for code, _ in felt(matter(alternatives=(first, second)))] == [
        "feel.fair", "feel.batna", "feel.alternative",
    ]  # fmt: skip


def test_points_that_the_user_gave_are_not_asked_about() -> None:
    nothing = alternative(1, "No deal", no_deal=True, form=Form.POINTS, points=90)
    real = alternative(2, "A", {1: 104, 2: 30, 3: 8, 4: 24})
    found = matter(alternatives=(nothing, real), lines=(line(1, Side.THEM, {1: 108}),))
    assert [code for code, _ in felt(found)] == ["feel.fair", "feel.alternative", "feel.theirs"]
